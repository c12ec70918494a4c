"""The account of the source: its contradictions, what is still to be decided, what became of it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.quality import NoteKind, SourceMap, SourceNote, SourceRange
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import note_block, readings, thing, with_lines
from generator.pages.origins import still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table


def source_pages(site: Site) -> Iterator[Page]:
    """The list of contradictions, the list of decisions, and the account line by line."""
    yield _contradictions(site)
    yield _decisions(site)
    if site.handbook.source_map is not None:
        yield _account(site, site.handbook.source_map)


def _contradictions(site: Site) -> Page:
    here = site.addresses.page("source")
    links = Links(site, here)
    notes = list(site.handbook.notes.values())
    keys = ("number", "contradiction", "resolution", "touches")
    columns = site.labels("site", *keys)
    sections = []
    for kind in NoteKind:
        rows = [_note(note, links) for note in notes if note.kind is kind]
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


def _note(note: SourceNote, links: Links) -> Row:
    what = with_lines(note.what, note.lines, links) + readings(note.readings, links)
    decided = note.resolution or still_open(links.site)
    touched = joined((thing(reference, links) for reference in note.touches), "; ")
    return Row((note.id, what, decided, touched), id=f"note-{note.id}")


def _decisions(site: Site) -> Page:
    here = site.addresses.page("decisions")
    links = Links(site, here)
    found = [note for note in site.handbook.notes.values() if note.kind is NoteKind.DECISION]
    sections = []
    for process in site.handbook.processes.values():
        notes = [note for note in found if _touches(note, f"process:{process.id}")]
        sections.append(Section(process.name, _blocks(notes, links), f"process-{process.id}"))
    rest = [note for note in found if not any(t.startswith("process:") for t in note.touches)]
    sections.append(Section(site.label("site.elsewhere"), _blocks(rest, links), "elsewhere"))
    return sections_page(
        site,
        here,
        site.label("site.decisions"),
        lead=literal(site.label("site.decisions_lead", count=len(found))),
        sections=sections,
        edit="quality/source-notes.yml",
    )


def _blocks(notes: list[SourceNote], links: Links) -> Markup:
    return Markup("").join(note_block(note, links, touches=True) for note in notes)


def _touches(note: SourceNote, reference: str) -> bool:
    return any(touched.partition("#")[0] == reference for touched in note.touches)


def _account(site: Site, account: SourceMap) -> Page:
    here = site.addresses.page("sourcemap")
    links = Links(site, here)
    columns = site.labels("site", "lines", "subject", "became")
    title = site.label("site.sourcemap")
    kept = sum(_length(item) for item in account.ranges if item.items)
    lead = site.label(
        "site.sourcemap_lead", document=account.document, total=account.last_line, kept=kept
    )
    rows = [_range(item, links) for item in account.ranges]
    body = table(site, columns, rows, caption=title) if rows else Markup("")
    return sections_page(
        site,
        here,
        title,
        lead=literal(lead),
        sections=[Section(site.label("site.allranges"), body)],
        edit="quality/source-map.yml",
    )


def _range(item: SourceRange, links: Links) -> tuple[object, ...]:
    became = [thing(reference, links) for reference in item.items]
    if item.left_out:
        why = links.site.label("site.leftout", why=item.left_out)
        became.append(Markup("<em>{}</em>").format(literal(why)))
    lines = item.lines.removeprefix("L").replace("-", "\u2013")
    return (lines, item.what, joined(became, "; ") or still_open(links.site))


def _length(item: SourceRange) -> int:
    first, _, last = item.lines.removeprefix("L").partition("-")
    return int(last or first) - int(first) + 1
