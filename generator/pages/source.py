"""The account of the source: its contradictions, what is still to be decided, what became of it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.quality import NoteKind, SourceNote, SourceRange
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import note_block
from generator.pages.origins import source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table


def source_pages(site: Site) -> Iterator[Page]:
    """The list of contradictions, the list of decisions, and the account line by line."""
    yield _contradictions(site)
    yield _decisions(site)
    if site.handbook.source_map is not None:
        yield _account(site)


def _contradictions(site: Site) -> Page:
    here = site.addresses.page("source")
    links = Links(site, here)
    notes = list(site.handbook.notes.values())
    sections = []
    for kind in NoteKind:
        rows = [_note_row(note, links) for note in notes if note.kind is kind]
        columns = [
            site.label(f"site.{key}")
            for key in ("number", "contradiction", "resolution", "touches")
        ]
        label = site.label(f"site.notes_{kind}", count=len(rows))
        body = table(site, columns, rows, caption=label) if rows else Markup("")
        sections.append(Section(label, body, f"kind-{kind}"))
    return sections_page(
        site,
        here,
        site.label("site.source"),
        lead=literal(site.label("site.source_lead", count=len(notes))),
        sections=sections,
        edit="quality/source-notes.yml",
    )


def _note_row(note: SourceNote, links: Links) -> Row:
    site = links.site
    readings = Markup("").join(
        Markup("<li>{} {}</li>").format(literal(item.text), source_lines(item.lines, site))
        for item in note.readings
    )
    what = Markup("{} {}{}").format(
        literal(note.what),
        source_lines(note.lines, site),
        Markup("<ul>{}</ul>").format(readings) if readings else "",
    )
    decided = note.resolution or still_open(site)
    touched = joined((links.to(reference) for reference in note.touches), "; ")
    return Row((note.id, what, decided, touched), id=f"note-{note.id}")


def _decisions(site: Site) -> Page:
    here = site.addresses.page("decisions")
    links = Links(site, here)
    found = [note for note in site.handbook.notes.values() if note.kind is NoteKind.DECISION]
    sections = []
    for process in site.handbook.processes.values():
        notes = [note for note in found if _touches(note, f"process:{process.id}")]
        body = Markup("").join(note_block(note, links) for note in notes)
        sections.append(Section(process.name, body, f"process-{process.id}"))
    rest = [note for note in found if not any(t.startswith("process:") for t in note.touches)]
    body = Markup("").join(note_block(note, links) for note in rest)
    sections.append(Section(site.label("site.elsewhere"), body, "elsewhere"))
    return sections_page(
        site,
        here,
        site.label("site.decisions"),
        lead=literal(site.label("site.decisions_lead", count=len(found))),
        sections=sections,
        edit="quality/source-notes.yml",
    )


def _touches(note: SourceNote, reference: str) -> bool:
    return any(touched.partition("#")[0] == reference for touched in note.touches)


def _account(site: Site) -> Page:
    here = site.addresses.page("sourcemap")
    links = Links(site, here)
    account = site.handbook.source_map
    ranges = account.ranges if account else ()
    columns = [site.label(f"site.{key}") for key in ("lines", "subject", "became")]
    title = site.label("site.sourcemap")
    kept = sum(_length(item) for item in ranges if item.items)
    total = account.last_line if account else 0
    lead = site.label("site.sourcemap_lead", total=total, kept=kept)
    rows = [_range_row(item, links) for item in ranges]
    return sections_page(
        site,
        here,
        title,
        lead=literal(lead),
        sections=[Section(site.label("site.allranges"), table(site, columns, rows, caption=title))],
        edit="quality/source-map.yml",
    )


def _range_row(item: SourceRange, links: Links) -> tuple[object, ...]:
    left_out = links.site.label("site.leftout", why=item.left_out or "")
    became = joined((links.to(reference) for reference in item.items), "; ")
    if item.left_out:
        became = became + Markup("<em>{}</em>").format(literal(left_out))
    return (item.lines.removeprefix("L").replace("-", "\u2013"), item.what, became)


def _length(item: SourceRange) -> int:
    first, _, last = item.lines.removeprefix("L").partition("-")
    return int(last or first) - int(first) + 1
