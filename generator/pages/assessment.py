"""Pages about assessments: what was asked, what was answered, and what that makes together."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.assessment import percent_of, percentage
from generator.model.assessment import (
    Area,
    Assessment,
    Grade,
    Question,
    Share,
    predecessor,
)
from generator.pages.assessment_difference import difference
from generator.pages.assessment_parts import (
    area_note,
    graded,
    not_filled_in,
    percents,
    states_totals,
    touched,
)
from generator.pages.assessment_pictures import (
    all_pictures,
    phases_picture,
    scores_picture,
    shares_picture,
)
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted, with_lines
from generator.pages.origins import Origins, source_lines
from generator.pages.page import Page, Site
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import table
from generator.pages.terms import running


def assessment_pages(site: Site) -> Iterator[Page]:
    """The list of assessments, and a page for each."""
    yield _index(site)
    for assessment in site.handbook.assessments.values():
        yield _page(site, assessment)


def _index(site: Site) -> Page:
    here = site.addresses.page("assessments")
    links = Links(site, here)
    rows = [_line(item, links) for item in site.handbook.assessments.values()]
    columns = site.labels("assessments", "name", "method", "about", "date", "filled", "result")
    title = site.label("site.assessments")
    body = table(site, columns, rows, caption=title, sortable=True) if rows else Markup("")
    return sections_page(
        site,
        here,
        title,
        lead=literal(site.label("assessments.lead")),
        sections=[
            Section(site.label("assessments.all"), body),
            Section(site.label("assessments.charts"), all_pictures(links), "charts"),
        ],
    )


def _line(item: Assessment, links: Links) -> tuple[object, ...]:
    site = links.site
    origins = Origins(item, links, listed=False)
    blanks = {"count": sum(area.is_filled_in for area in item.areas), "all": len(item.areas)}
    return (
        links.to(f"assessment:{item.id}") + origins.mark("name"),
        origins.value("method", item.method),
        origins.value("about", item.about),
        origins.value("date", item.date),
        site.label("assessments.filled_of", **blanks) if item.areas else None,
        percents(percentage(item.total, item.maximum)),
    )


def _page(site: Site, assessment: Assessment) -> Page:
    reference = f"assessment:{assessment.id}"
    here = site.addresses.source(reference) or ""
    links = Links(site, here)
    return sections_page(
        site,
        here,
        assessment.name,
        lead=literal(site.label("assessments.page_lead")),
        sections=_sections(reference, assessment, links),
        edit=site.file(reference),
    )


def _sections(reference: str, assessment: Assessment, links: Links) -> Iterator[Section]:
    label = links.site.label
    yield Section(label("assessments.about_this"), _about(assessment, links), "about")
    for name in ("scale", "phases"):
        grades = _grades(name, assessment, links)
        yield Section(label(f"assessments.{name}"), grades, name)
    yield Section(label("assessments.areas"), _overview(assessment, links), "areas")
    shares = Markup("").join(_share(item, assessment, links) for item in assessment.shares)
    shares = shares_picture(assessment, links) + shares
    yield Section(label("assessments.shares"), shares, "shares")
    if before := predecessor(assessment, links.site.handbook.assessments.values()):
        compared = difference(before, assessment, links)
        yield Section(label("assessments.difference"), compared, "difference")
    for area in assessment.areas:
        yield Section(area.name, _area(area, assessment, links), f"area-{area.id}")
    yield Section(label("site.noted"), noted(reference, assessment, links), "source")


def _about(assessment: Assessment, links: Links) -> Markup:
    site, origins = links.site, Origins(assessment, links)
    rows = [
        (site.label(f"assessments.{key}"), origins.value(key, getattr(assessment, key)))
        for key in ("method", "about", "date")
    ]
    said = running(assessment.explanation, links)
    mark = origins.mark("explanation") if said else Markup("")
    return said + mark + facts(rows)


def _grades(name: str, assessment: Assessment, links: Links) -> Markup:
    """The values of the scale, or the phases, and what each means."""
    grades: tuple[Grade, ...] = getattr(assessment, name)
    if not grades:
        return Markup("")
    site = links.site
    rows = [(grade.value, grade.meaning) for grade in grades]
    caption = site.label(f"assessments.{name}")
    columns = site.labels("assessments", "phase" if name == "phases" else "value", "meaning")
    mark = Origins(assessment, links).mark(name)
    after = Markup("<p>{}</p>").format(mark) if mark else Markup("")
    return table(site, columns, rows, caption=caption) + after


def _overview(assessment: Assessment, links: Links) -> Markup:
    """Every area in a line, with the totals that the scores make beside the stated ones."""
    if not assessment.areas:
        return Markup("")
    site = links.site
    shown = list(_shown(assessment))
    rows: list[tuple[object, ...]] = [
        (
            Markup('<a href="#area-{}">{}</a>').format(area.id, literal(area.name)),
            *(_value(key, area, assessment, links) for key in shown),
        )
        for area in assessment.areas
    ]
    if "total" in shown:
        rows.append(_together(shown, assessment, site))
    caption = site.label("assessments.areas")
    body = table(site, site.labels("assessments", "area", *shown), rows, caption=caption)
    drawn = scores_picture(assessment, links) + phases_picture(assessment, links)
    return drawn + body + _least(assessment, site)


def _shown(assessment: Assessment) -> Iterator[str]:
    """The columns that say something in this assessment."""
    if any(area.phase is not None for area in assessment.areas):
        yield "phase"
    if any(area.applying for area in assessment.areas):
        yield "applying"
    if any(area.scores for area in assessment.areas):
        yield from ("total", "maximum", "percent")
    if states_totals(assessment):
        yield "stated"
    yield "note"


def _value(key: str, area: Area, assessment: Assessment, links: Links) -> object:
    site = links.site
    origins = Origins(assessment, links)
    if key == "note":
        return area_note(area, assessment, links) or None
    if key == "phase":
        return _phase(area, assessment, links) if area.phase is not None else None
    if key == "applying":
        return _applying(area, site) if area.questions else None
    if key == "stated":
        stated = area.stated
        return None if stated is None else origins.value(f"areas.{area.id}.stated", stated)
    return _scored(key, area, assessment) if area.scores else None


def _scored(key: str, area: Area, assessment: Assessment) -> object:
    if key == "percent":
        return percents(percent_of(area, assessment))
    return area.total if key == "total" else area.maximum(assessment.scale)


def _phase(area: Area, assessment: Assessment, links: Links) -> Markup:
    words = graded(area.phase or 0, assessment.phases, links.site)
    return Origins(assessment, links).value(f"areas.{area.id}.phase", words)


def _applying(area: Area, site: Site) -> str:
    """How many statements apply, and of how many that is not known."""
    count, every = area.applying.count(True), len(area.questions)
    said = site.label("assessments.applying_of", count=count, all=every)
    unknown = every - len(area.applying)
    return f"{said}; {site.label('assessments.unknown', count=unknown)}" if unknown else said


def _together(shown: list[str], assessment: Assessment, site: Site) -> tuple[object, ...]:
    """The last line: all areas together, as far as they are filled in."""
    values: dict[str, object] = {
        "total": assessment.total,
        "maximum": assessment.maximum,
        "percent": percents(percentage(assessment.total, assessment.maximum)),
    }
    return (site.label("assessments.everything"), *(values.get(key) for key in shown))


def _least(assessment: Assessment, site: Site) -> Markup:
    """That the lowest score is more than nothing, where it is."""
    values = [grade.value for grade in assessment.scale]
    least = percentage(min(values), max(values)) if values and assessment.maximum else None
    if not least or least < 0:
        return Markup("")
    return Markup('<p class="aside">{}</p>').format(
        literal(site.label("assessments.least", percent=least))
    )


def _share(share: Share, assessment: Assessment, links: Links) -> Markup:
    """One whole and its parts; that they are not a hundred together is said."""
    site = links.site
    mark = Origins(assessment, links).mark(f"shares.{share.of}")
    rows = [(item.name, percents(item.percent)) for item in share.slices]
    body = table(site, site.labels("assessments", "share", "part"), rows, caption=share.of)
    total = sum(item.percent for item in share.slices)
    sum_ = literal(site.label("assessments.shares_sum", sum=total)) if total != 100 else ""
    said = joined([part for part in (sum_, source_lines(share.lines, site)) if part], " ")
    heading = Markup("<h3>{}{}</h3>").format(literal(share.of), mark)
    return heading + body + (Markup("<p>{}</p>").format(said) if said else Markup(""))


def _area(area: Area, assessment: Assessment, links: Links) -> Markup:
    """One area: its outcome in a line, its questions, and what a low score touches."""
    site = links.site
    lines = source_lines(area.lines, site)
    parts = [
        running(area.explanation, links),
        Markup("<p>{}</p>").format(not_filled_in(site)) if not area.is_filled_in else "",
        facts(_facts(area, assessment, links)),
        _questions(area, assessment, links) if area.questions else "",
        Markup("<p>{}</p>").format(lines) if lines else "",
    ]
    return joined([part for part in parts if part], "")


def _facts(area: Area, assessment: Assessment, links: Links) -> Iterator[tuple[str, Markup]]:
    for key in (*_shown(assessment), "touches"):
        if key == "touches":
            mark = Origins(assessment, links).mark(f"areas.{area.id}.touches")
            shown: object = touched(area, links) + mark if area.touches else None
        else:
            shown = _value(key, area, assessment, links)
        if shown is not None:
            said = shown if isinstance(shown, Markup) else literal(shown)
            yield links.site.label(f"assessments.{key}"), said


def _questions(area: Area, assessment: Assessment, links: Links) -> Markup:
    """The questions with their scores, or the statements with whether they apply."""
    is_scored = bool(assessment.scale) or bool(area.scores)
    rows = [
        (
            with_lines(question.text, question.lines, links),
            *_answers(question, area, assessment, links, is_scored=is_scored),
        )
        for question in area.questions
    ]
    judged = any(question.applies is not None for question in area.questions)
    both = ("score", "applies") if judged else ("score",)
    keys = ("question", *both) if is_scored else ("statement", "applies")
    caption = f"{assessment.name}: {area.name}"
    return table(links.site, links.site.labels("assessments", *keys), rows, caption=caption)


def _answers(
    question: Question, area: Area, assessment: Assessment, links: Links, *, is_scored: bool
) -> Iterator[Markup]:
    site, origins = links.site, Origins(assessment, links)
    path = f"areas.{area.id}.questions.{question.id}"
    if is_scored:
        score = question.score
        words = None if score is None else graded(score, assessment.scale, site)
        yield origins.value(f"{path}.score", words) if words else not_filled_in(site)
    if not is_scored or any(item.applies is not None for item in area.questions):
        known = {True: "yes", False: "no", None: None}[question.applies]
        yield origins.value(
            f"{path}.applies", site.label(f"assessments.{known}") if known else None
        )
