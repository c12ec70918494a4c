"""The advice: what to do about each bottleneck, in the order of MoSCoW, to print and discuss."""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.model.base import OriginKind
from generator.model.quality import Bottleneck, BottleneckStatus, Priority
from generator.pages.bottlenecks import in_words, judged, touched
from generator.pages.control import day
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import linked

_ADVISED = ("kind", "priority", "argument", "recommendation")
"""What makes advice of a bottleneck, and what may be no more than a proposal."""


def advice_pages(site: Site) -> Iterator[Page]:
    """The one page of advice about everything that is not solved yet."""
    links = Links(site, site.addresses.page("advice"))
    found = [
        item
        for item in site.handbook.bottlenecks.values()
        if item.status is not BottleneckStatus.SOLVED
    ]
    groups = [(value, _of(value, found)) for value in (*Priority, None)]
    kept = [(value, items) for value, items in groups if items]
    sections = [Section(site.label("advice.summary"), _summary(kept, links), "summary")]
    sections += [
        Section(
            _words(value, site),
            Markup("").join(_advice(item, links) for item in items),
            _anchor(value),
        )
        for value, items in kept
    ]
    yield sections_page(
        site,
        links.here,
        site.label("site.advice"),
        lead=_lead(found, links),
        sections=sections,
        edit="quality/bottlenecks.yml",
    )


def _of(value: Priority | None, found: Sequence[Bottleneck]) -> list[Bottleneck]:
    return [item for item in found if item.priority is value]


def _words(value: Priority | None, site: Site) -> str:
    return in_words(value, site) if value else site.label("advice.no_priority")


def _anchor(value: Priority | None) -> str:
    return f"priority-{value or 'open'}"


def _lead(found: Sequence[Bottleneck], links: Links) -> Markup:
    """What the page is; before that, as long as any of it is a proposal, that it is."""
    site = links.site
    register = Markup('<a href="{}">{}</a>').format(
        links.page("bottlenecks"), literal(site.label("site.bottlenecks"))
    )
    words = Markup("<p>{} {}: {}.</p>").format(
        literal(site.label("advice.lead")), literal(site.label("site.seealso")), register
    )
    proposed = sum(map(_is_proposed, found))
    if not proposed:
        return words
    notice = site.label("advice.proposal", count=proposed, all=len(found))
    return Markup('<p class="notice notice--draft">{}</p>{}').format(literal(notice), words)


def _is_proposed(item: Bottleneck) -> bool:
    return any(
        getattr(item, field) and item.origin(field).origin is OriginKind.PROPOSAL
        for field in _ADVISED
    )


def _summary(groups: Sequence[tuple[Priority | None, list[Bottleneck]]], links: Links) -> Markup:
    """How many there are of each priority, and of which kinds."""
    site = links.site
    if not groups:
        return Markup("")
    rows = []
    for value, items in groups:
        name = Markup('<a href="#{}">{}</a>').format(_anchor(value), literal(_words(value, site)))
        counted = Counter(item.kind for item in items if item.kind)
        kinds = (f"{in_words(kind, site)} ({count})" for kind, count in counted.most_common())
        rows.append((name, len(items), joined(kinds)))
    columns = site.labels("advice", "priority", "count", "kinds")
    return table(site, columns, rows, caption=site.label("advice.summary"))


def _advice(item: Bottleneck, links: Links) -> Markup:
    """One bottleneck: what it is and where, what to do about it, why and by whom."""
    site, origins = links.site, Origins(item, links, listed=False)
    process = links.to(f"process:{item.process}")
    owner = links.to(f"role:{item.owner}") if item.owner else None
    shown = {
        "problem": origins.value("text", linked(item.text, links)),
        "where": joined([part for part in (process, touched(item, links)) if part], "; "),
        "kind": judged(item, "kind", links),
        "priority": judged(item, "priority", links),
        "argument": origins.value("argument", _text(item.argument, links)),
        "recommendation": origins.value("recommendation", _text(item.recommendation, links)),
        "owner": origins.value("owner", owner),
        "due": origins.value("due", day(item.due) if item.due else None),
        "status": judged(item, "status", links),
        "noted": noted_briefly(f"bottleneck:{item.id}", item, links) or None,
    }
    rows = facts((site.label(f"advice.{key}"), value) for key, value in shown.items())
    head = Markup("<h3>{} \u00b7 {}</h3>").format(
        links.to(f"bottleneck:{item.id}", item.id), literal(links.name(f"process:{item.process}"))
    )
    return Markup('<div class="advice" id="advice-{}">{}{}</div>').format(item.id, head, rows)


def _text(text: str | None, links: Links) -> Markup | None:
    return linked(text, links) if text else None
