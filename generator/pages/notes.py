"""Source notes on a page: an open decision with its readings, or how a contradiction was solved."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.quality import NoteKind, SourceNote
from generator.pages.links import Links
from generator.pages.markup import macros
from generator.pages.origins import source_lines


def decisions(notes: Iterable[SourceNote], links: Links) -> Markup:
    """Open business decisions, each with all readings and none chosen; anchors ``note-<id>``."""
    found = [note for note in notes if note.kind is NoteKind.DECISION]
    return _list("decisions", found, links)


def resolved(notes: Iterable[SourceNote], links: Links) -> Markup:
    """Contradictions that were solved, each with what was wrong and what was done."""
    found = [note for note in notes if note.kind is not NoteKind.DECISION]
    return _list("resolved", found, links)


def _list(name: str, notes: list[SourceNote], links: Links) -> Markup:
    site = links.site
    return macros("notes.md.j2", name)(
        notes=notes,
        label=site.label,
        lines=lambda item: source_lines(item.lines, site),
        touches=lambda note: [links.to(reference) for reference in note.touches],
    )
