"""The page of the risks: every risk by its level, where it stands, and the scale itself."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from generator.evaluation.risk_level import Level, Rated, rated
from generator.model.base import OriginKind
from generator.model.improvement import Risk, RiskTreatment
from generator.model.quality import Bottleneck
from generator.pages.control import due_day
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import in_words
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import known
from generator.pages.risk_scale import grids, scale_section
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked


def risk_pages(site: Site) -> Iterator[Page]:
    """The one page of all risks.

    ISO 9001:2015, 6.1: the risks that need to be addressed, and what is planned against them.
    """
    links = Links(site, site.addresses.page("risks"))
    found = rated(site.handbook)
    yield sections_page(
        site,
        links.here,
        site.label("risks.title"),
        lead=_lead(found, site),
        sections=_sections(found, links),
        edit="quality/risks.yml" if site.handbook.risks else None,
    )


def _sections(found: Sequence[Rated], links: Links) -> Iterator[Section]:
    label = links.site.label
    yield Section(label("risks.overview"), _overview(found, links), "overview")
    if found:
        yield Section(label("risks.grid.title"), grids(links), "grid")
    high = [item for item in found if item.before]
    unrated = [item for item in found if not item.before]
    yield Section(label("risks.rated_heading"), _in_full(high, links), "rated")
    yield Section(label("risks.unrated_heading"), _in_full(unrated, links), "unrated")
    yield Section(label("risks.scale.title"), scale_section(links, is_used=bool(found)), "scale")


def _lead(found: Sequence[Rated], site: Site) -> Markup:
    """What the page is; before that, as long as any of it is a proposal, that it is."""
    words = Markup("<p>{}</p>").format(literal(site.label("risks.lead")))
    proposed = sum(item.risk.origin("name").origin is OriginKind.PROPOSAL for item in found)
    if not proposed:
        return words
    notice = site.label("risks.proposal", count=proposed, all=len(found))
    return Markup('<p class="notice notice--draft">{}</p>{}').format(literal(notice), words)


def _overview(found: Sequence[Rated], links: Links) -> Markup:
    """Every risk in a line; when there is none, what belongs here.

    A column in which nothing stands is left out: what is open stands with each risk in full.
    """
    site = links.site
    if not found:
        return Markup("<p>{}</p>").format(literal(site.label("risks.empty")))
    last = [key for key in _LAST if any(_has(key, item) for item in found)]
    columns = site.labels("risks", "risk", "where", "level", *last)
    rows = [_line(item, last, links) for item in found]
    body = table(site, columns, rows, caption=site.label("risks.overview"), sortable=True)
    return _unrated(found, site) + body


_LAST = ("band", "treatment", "owner", "due")
"""The last columns of the overview."""


def _has(key: str, item: Rated) -> bool:
    if key == "band":
        return bool(item.before and item.before.band)
    return getattr(item.risk, key) is not None


def _unrated(found: Sequence[Rated], site: Site) -> Markup:
    """How many risks nobody has rated; nothing when all are."""
    count = sum(item.before is None for item in found)
    if not count:
        return Markup("")
    key = "risks.unrated_all" if count == len(found) else "risks.unrated_of"
    words = site.label(key, count=count, all=len(found))
    return Markup("<p>{}</p>").format(literal(words))


def _line(item: Rated, last: Iterable[str], links: Links) -> tuple[object, ...]:
    risk, origins = item.risk, Origins(item.risk, links, listed=False)
    number = links.site.label("risks.number", number=item.number)
    values = _values(risk, links)
    shown = {key: known(key, values[key], origins) for key in ("treatment", "owner", "due")}
    shown["band"] = _band(item.before, links)
    return (
        joined((links.to(f"risk:{risk.id}", number), literal(risk.name)), " ")
        + origins.mark("name"),
        _where(risk, links) or None,
        known("rating", item.before.value if item.before else None, origins),
        *(shown[key] or None for key in last),
    )


def _where(risk: Risk, links: Links) -> Markup:
    """The processes that a risk touches, also by a step or bottleneck; else what it names first."""
    handbook = links.site.handbook
    found = []
    for reference in risk.touches:
        touched = handbook.find(reference)
        if isinstance(touched, Bottleneck):
            found.append(f"process:{touched.process}")
        elif reference.startswith("process:"):
            found.append(reference.partition("#")[0])
    return joined(links.to(one) for one in dict.fromkeys(found or risk.touches[:1]))


def _in_full(found: Iterable[Rated], links: Links) -> Markup:
    return Markup("").join(_risk(item, links) for item in found)


def _risk(item: Rated, links: Links) -> Markup:
    """One risk with everything that is known of it, and what is not."""
    site, risk = links.site, item.risk
    origins = Origins(risk, links, listed=False)
    shown = {key: known(key, value, origins) for key, value in _values(risk, links).items()}
    shown["rating"] = _level("rating", item.before, origins)
    shown["after"] = _level("after", item.after, origins)
    shown["band"] = _band(item.before, links, is_full=True)
    shown["noted"] = noted_briefly(f"risk:{risk.id}", risk, links)
    rows = facts((site.label(f"risks.{key}"), shown[key]) for key in _told(risk))
    name = site.label("risks.numbered", number=item.number, name=risk.name)
    head = Markup("<h3>{}{}</h3>").format(literal(name), origins.mark("name"))
    return Markup('<div class="advice" id="risk-{}">{}{}</div>').format(risk.id, head, rows)


_ORDER = (
    "cause",
    "consequence",
    "touches",
    "controls",
    "rating",
    "band",
    "rated_by",
    "rated_on",
    "treatment",
    "measure",
    "after",
    "owner",
    "due",
    "noted",
)
"""What is told of a risk, in the order of the YAML; the band belongs to the rating."""


_OF_A_MEASURE = frozenset({"measure", "after", "due"})
"""What a risk only needs once something is to be done about it."""

_OF_A_RATING = frozenset({"rated_by", "rated_on"})
"""What a risk only needs once it is rated."""


def _told(risk: Risk) -> Iterator[str]:
    """What is there, and what is open at this point."""
    is_acted_on = risk.treatment not in (None, RiskTreatment.ACCEPT)
    later = frozenset() if is_acted_on else _OF_A_MEASURE
    later |= frozenset() if risk.rating else _OF_A_RATING
    for key in _ORDER:
        if key not in later or getattr(risk, key) is not None:
            yield key


def _values(risk: Risk, links: Links) -> dict[str, object]:
    """The plain values of a risk as a page shows them; None where there is none."""
    site = links.site
    texts = {
        key: linked(text, links) if (text := getattr(risk, key)) else None
        for key in ("cause", "consequence", "controls", "measure")
    }
    return {
        **texts,
        "touches": in_words(risk.touches, links) or None,
        "treatment": site.label(f"risktreatment.{risk.treatment}") if risk.treatment else None,
        "owner": links.to(f"role:{risk.owner}") if risk.owner else None,
        "due": due_day(risk.due, site) if risk.due else None,
        "rated_by": links.to(f"role:{risk.rated_by}") if risk.rated_by else None,
        "rated_on": str(risk.rated_on) if risk.rated_on else None,
    }


def _level(field: str, level: Level | None, origins: Origins) -> Markup:
    """``2 (small chance) x 3 (some effect) = 6``, or that it is open."""
    site = origins.links.site
    if level is None:
        return known(field, None, origins)
    words = site.label(
        "risks.rated",
        chance=_factor("chance", level.rating.chance, site),
        effect=_factor("effect", level.rating.effect, site),
        level=level.value,
    )
    return origins.value(field, words)


def _factor(axis: str, value: int, site: Site) -> str:
    """A value of the scale with its meaning; alone when it is not on the scale."""
    scale = site.handbook.risk_scale
    grades = getattr(scale, axis) if scale else ()
    meaning = next((grade.meaning for grade in grades if grade.value == value), None)
    return site.label("risks.factor", value=value, meaning=meaning) if meaning else str(value)


def _band(level: Level | None, links: Links, *, is_full: bool = False) -> Markup:
    """The band of a level, with the origin of the bands; empty when it has none."""
    scale = links.site.handbook.risk_scale
    if scale is None or level is None or level.band is None:
        return Markup("")
    band = level.band
    words = band.name
    if is_full and band.meaning:
        words = links.site.label("risks.band_means", band=band.name, meaning=band.meaning)
    return Origins(scale, links, listed=False).value("bands", words)
