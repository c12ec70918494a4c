"""A page made of titled sections: the shape of every register, role, system and so on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.model.handbook import slug
from generator.pages.markup import literal, render
from generator.pages.page import Page, Site
from generator.pages.register_downloads import downloads_on


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: its heading, its anchor and what it holds; an empty one is left out.

    What is not ``searched`` stays out of the search: it would answer every question.
    """

    heading: str
    body: Markup
    anchor: str = ""
    searched: bool = True


def sections_page(
    site: Site,
    path: str,
    title: str,
    *,
    lead: Markup | str = "",
    sections: Iterable[Section] = (),
    edit: str | None = None,
    tab: str | None = None,
) -> Page:
    """A page with a title, an opening line and its non-empty sections.

    ``edit`` is the file that made the page, ``tab`` a page of the tab that it is under where
    its folder does not tell. Headings without an anchor get one from their
    words, so that links to them stay when their order changes. A page without any section
    says that there is nothing yet. The page of a register ends in where it can be had as a file.
    """
    kept = _anchored(section for section in sections if section.body.strip())
    content = render(
        "sections.md.j2",
        title=title,
        tab=tab,
        lead=lead,
        sections=list(kept),
        downloads=downloads_on(path, site),
        label=site.label,
    )
    return Page(path, title, content, edit)


def _anchored(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections, each with an anchor that no other section of the page has."""
    seen: dict[str, int] = {}
    for section in sections:
        anchor = section.anchor or slug(section.heading) or "section"
        seen[anchor] = seen.get(anchor, 0) + 1
        number = f"-{seen[anchor]}" if seen[anchor] > 1 else ""
        yield replace(section, anchor=anchor + number)


def facts(rows: Iterable[tuple[str, Markup | str | None]]) -> Markup:
    """A list of names and values (``<dl>``); a value that is None or empty is left out."""
    kept = [(name, shown) for name, shown in rows if shown not in (None, "", Markup(""))]
    if not kept:
        return Markup("")
    make = Markup("<div><dt>{}</dt> <dd>{}</dd></div>").format
    items = (
        make(literal(name), shown if isinstance(shown, Markup) else literal(shown))
        for name, shown in kept
    )
    return Markup('<dl class="facts">{}</dl>').format(Markup("").join(items))


def bullets(items: Iterable[Markup]) -> Markup:
    """A bulleted list; empty when there is nothing in it."""
    lines = [Markup("<li>{}</li>").format(item) for item in items]
    return Markup("<ul>{}</ul>").format(Markup("").join(lines)) if lines else Markup("")
