"""What the source says about something and where it contradicts itself, on the page it touches."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.base import Entity
from generator.model.organisation import Statement
from generator.model.quality import NoteKind, Reading, SourceNote
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.origins import OriginLine, Origins, source_lines
from generator.pages.sections import bullets
from generator.pages.terms import linked


def noted(reference: str, entity: Entity, links: Links) -> Markup:
    """The source lines, origins and notes of one entity; decisions come with all readings."""
    notes = links.site.handbook.notes_by_reference.get(reference, ())
    lines = source_lines(entity.lines, links.site)
    origins = bullets(
        Markup('<span id="{}">{}</span>{}').format(literal(line.anchor), *_origin(line, links))
        for line in Origins(entity, links).lines()
    )
    parts = [Markup("<p>{}</p>").format(lines)] if lines else []
    return Markup("").join([*parts, origins, *(note_block(note, links) for note in notes)])


def noted_briefly(reference: str, entity: Entity, links: Links) -> Markup:
    """The same for an entity that shares its page: the notes are links to where they stand."""
    notes = links.site.handbook.notes_by_reference.get(reference, ())
    lines = source_lines(entity.lines, links.site)
    origins = (joined(_origin(line, links), "") for line in Origins(entity, links).lines())
    named = (_numbers(kind, notes, links) for kind in NoteKind)
    return Markup("<br>").join(part for part in (lines, *origins, *named) if part)


def _origin(line: OriginLine, links: Links) -> tuple[Markup, Markup]:
    """One value with the label of its origin, and behind it the reason, lines and notes."""
    why = literal(line.why) if line.why else ""
    said = [why, source_lines(line.lines, links.site), joined(line.notes)]
    return line.field + line.badge, joined(("", *(part for part in said if part)), " ")


def _numbers(kind: NoteKind, notes: Iterable[SourceNote], links: Links) -> Markup:
    """The numbers of the notes of one kind, as links behind the label of the kind."""
    found = [links.to(f"note:{note.id}", note.id) for note in notes if note.kind is kind]
    return joined((_label(kind, links), joined(found)), " ") if found else Markup("")


def _label(kind: NoteKind, links: Links) -> Markup:
    """The label of a kind of note, in the colours that go with it."""
    look = "decide" if kind is NoteKind.DECISION else "kind"
    words = literal(links.site.label(f"notekind.{kind}"))
    return Markup('<span class="{}">{}</span>').format(html(look), words)


def note_block(note: SourceNote, links: Links, *, touches: bool = False) -> Markup:
    """One note: what the source says, every reading of a decision, and how it was resolved.

    With ``touches`` it also names what it is about, for a page that is not about one thing.
    """
    site = links.site
    undecided = site.label("site.undecided") if note.kind is NoteKind.DECISION else ""
    lines = source_lines(note.lines, site)
    number = links.to(f"note:{note.id}", note.id)
    what = Markup('<span class="note__what">{}</span>').format(literal(note.what))
    parts = (_label(note.kind, links), what, lines, number)
    head = joined([part for part in parts if part], " ")
    ends = [literal(note.resolution or undecided), _about(note, links) if touches else ""]
    return Markup('<div class="note note--{}"><p>{}</p>{}{}</div>').format(
        html(note.kind),
        head,
        readings(note.readings, links),
        Markup("").join(Markup("<p>{}</p>").format(end) for end in ends if end),
    )


def _about(note: SourceNote, links: Links) -> Markup:
    """The things that a note touches, as links; empty when it names none."""
    if not note.touches:
        return Markup("")
    words = literal(links.site.label("site.touches"))
    named = joined((thing(reference, links) for reference in note.touches), "; ")
    return Markup("{}: {}").format(words, named)


def thing(reference: str, links: Links) -> Markup:
    """A link to anything by its reference; a step comes with the name of its process."""
    process, _, step = reference.partition("#")
    if not step:
        return links.to(reference)
    return links.to(reference, f"{links.name(process)}: {links.name(reference)}")


def readings(found: Iterable[Reading], links: Links) -> Markup:
    """What the source says in one place and in another, each with its lines."""
    return bullets(with_lines(item.text, item.lines, links) for item in found)


def statements(said: Iterable[Statement], links: Links) -> Markup:
    """Facts in sentences, each with its lines of the source and the notes about it."""
    return bullets(
        joined(
            [
                with_lines(item.text, item.lines, links),
                *(links.to(f"note:{note}", note) for note in item.notes),
            ],
            " ",
        )
        for item in said
    )


def with_lines(text: str | None, lines: Iterable[str], links: Links) -> Markup:
    """A text with its terms linked, and after it its lines of the source, if any."""
    shown = [linked(text or "", links), source_lines(lines, links.site)]
    return joined([part for part in shown if part], " ")
