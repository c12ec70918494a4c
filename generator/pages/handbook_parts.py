"""The parts of the handbook: what belongs in each, what the source gives and what is missing."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.organisation import Chapter, Topic
from generator.pages.links import Links, relative
from generator.pages.markup import joined, literal
from generator.pages.origins import source_lines
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table


def handbook_pages(site: Site) -> Iterator[Page]:
    """The list of the handbook's parts."""
    here = site.addresses.page("handbook")
    links = Links(site, here)
    columns = [site.label(f"site.{key}") for key in ("part", "summary", "given", "lacking")]
    rows = [
        (
            _link(chapter, here),
            chapter.summary,
            sum(topic.given for topic in chapter.topics),
            sum(not topic.given for topic in chapter.topics),
        )
        for chapter in site.handbook.chapters.values()
    ]
    title = site.label("site.handbook")
    sections = [Section(site.label("site.parts"), table(site, columns, rows, caption=title))]
    sections += [
        Section(chapter.title, topics_table(chapter, links), f"chapter-{chapter.id}")
        for chapter in site.handbook.chapters.values()
    ]
    yield sections_page(
        site,
        here,
        title,
        lead=literal(site.label("site.handbook_lead")),
        sections=sections,
        edit="organisation/chapters.yml",
    )


def _link(chapter: Chapter, here: str) -> Markup:
    address = relative(chapter.file.removesuffix(".md") + ".html", here)
    return Markup('<a href="{}">{}</a>').format(address, literal(chapter.title))


def topics_table(chapter: Chapter, links: Links) -> Markup:
    """The content list of a chapter: each subject, whether the source gives it, its clauses."""
    site = links.site
    columns = [site.label(f"site.{key}") for key in ("subject", "given", "clauses", "what")]
    rows = [_topic(topic, links) for topic in chapter.topics]
    return table(site, columns, rows, caption=chapter.title) if rows else Markup("")


def _topic(topic: Topic, links: Links) -> Row:
    site = links.site
    given = site.label("site.given_yes" if topic.given else "site.given_no")
    what = Markup("{} {}").format(literal(topic.text or ""), source_lines(topic.lines, site))
    return Row((topic.topic, given, joined(topic.clauses), what))
