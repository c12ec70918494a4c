"""The parts of the handbook: what belongs in each, what the source gives and what is missing."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from generator.model.organisation import Chapter, Topic
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import with_lines
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import table


def handbook_pages(site: Site) -> Iterator[Page]:
    """The list of the handbook's parts, and where every clause of the standard is covered."""
    here = site.addresses.page("handbook")
    links = Links(site, here)
    chapters = site.handbook.chapters.values()
    sections = [
        Section(site.label("site.parts"), _parts(links), "parts"),
        Section(site.label("site.perclause"), _clauses(links), "clauses"),
        *(
            Section(chapter.title, topics_table(chapter, links), f"chapter-{chapter.id}")
            for chapter in chapters
        ),
    ]
    yield sections_page(
        site,
        here,
        site.label("site.handbook"),
        lead=literal(site.label("site.handbook_lead")),
        sections=sections,
        edit="organisation/chapters.yml",
    )


def _parts(links: Links) -> Markup:
    site = links.site
    columns = site.labels("site", "part", "summary", "given", "lacking")
    rows = [
        (
            links.to(f"chapter:{chapter.id}"),
            Origins(chapter, links, listed=False).value("summary", chapter.summary),
            sum(topic.given for topic in chapter.topics),
            sum(not topic.given for topic in chapter.topics),
        )
        for chapter in site.handbook.chapters.values()
    ]
    return table(site, columns, rows, caption=site.label("site.handbook")) if rows else Markup("")


def _clauses(links: Links) -> Markup:
    """For an auditor: clause by clause, the chapter and subject that cover it."""
    site = links.site
    found = sorted(
        (
            (clause, chapter, topic)
            for chapter in site.handbook.chapters.values()
            for topic in chapter.topics
            for clause in topic.clauses
        ),
        key=lambda line: _clause_order(line[0]),
    )
    rows = [
        (clause, links.to(f"chapter:{chapter.id}"), topic.topic, _given(topic, links))
        for clause, chapter, topic in found
    ]
    columns = site.labels("site", "clauses", "part", "subject", "given")
    caption = site.label("site.perclause")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _clause_order(clause: str) -> tuple[tuple[int, str], ...]:
    """Clauses in the order of the standard: 9.2 before 10.1, whatever stands around them."""
    parts = re.findall(r"[0-9]+|[^0-9.]+", clause)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def topics_table(chapter: Chapter, links: Links) -> Markup:
    """The content list of a chapter: each subject, whether the source gives it, its clauses."""
    site = links.site
    columns = site.labels("site", "subject", "given", "clauses", "what")
    rows = [
        (
            topic.topic,
            _given(topic, links),
            joined(topic.clauses),
            with_lines(topic.text, topic.lines, links),
        )
        for topic in chapter.topics
    ]
    return table(site, columns, rows, caption=chapter.title) if rows else Markup("")


def _given(topic: Topic, links: Links) -> Markup:
    if topic.given:
        return literal(links.site.label("site.given_yes"))
    return Markup('<span class="open">{}</span>').format(links.site.label("site.given_no"))
