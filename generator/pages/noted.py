"""What the source says about something and where it contradicts itself, on the page it touches."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.base import Entity
from generator.model.organisation import Statement
from generator.model.quality import NoteKind, SourceNote
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.origins import Origins, source_lines
from generator.pages.sections import bullets


def noted(reference: str, entity: Entity, links: Links) -> Markup:
    """The source lines, origins and notes of one entity; decisions come with both readings."""
    site = links.site
    notes = site.handbook.notes_by_reference.get(reference, ())
    lines = source_lines(entity.lines, site)
    parts = [Markup("<p>{}</p>").format(lines)] if lines else []
    origins = (
        Markup('<span id="{}">{}{}</span> {}').format(
            line.anchor, line.field, line.badge, literal(line.why or "")
        )
        for line in Origins(entity, links).lines()
    )
    parts += [bullets(origins), *(note_block(note, links) for note in notes)]
    return Markup("").join(parts)


def note_block(note: SourceNote, links: Links) -> Markup:
    """One note: what the source says, both readings of a decision, and how it was resolved."""
    site = links.site
    kind = literal(site.label(f"notekind.{note.kind}"))
    readings = bullets(
        Markup("{} {}").format(literal(reading.text), source_lines(reading.lines, site))
        for reading in note.readings
    )
    undecided = site.label("site.undecided") if note.kind is NoteKind.DECISION else ""
    resolved = literal(note.resolution or undecided)
    return Markup(
        '<div class="note note--{}"><p><strong>{}</strong> {} {} <a href="{}">{}</a></p>{}'
        "<p>{}</p></div>"
    ).format(
        Markup(note.kind),
        kind,
        literal(note.what),
        source_lines(note.lines, site),
        links.address(f"note:{note.id}") or "",
        literal(note.id),
        readings,
        resolved,
    )


def statements(said: Iterable[Statement], links: Links) -> Markup:
    """Facts in sentences, each with its lines of the source."""
    return bullets(
        Markup("{} {}").format(literal(item.text), source_lines(item.lines, links.site))
        for item in said
    )
