"""The steps of a process: one HTML structure that is a table on a desk and cards on a phone."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.addresses import step_anchor
from generator.model.base import OriginKind
from generator.model.process import Activity, Escalation, ObjectState, Process, Step
from generator.model.quality import NoteKind, SourceNote
from generator.pages.links import Links, relative
from generator.pages.markup import html, joined, literal, render
from generator.pages.onward import Way, ways
from generator.pages.origins import Origins, source_lines, still_open


def steps(process: Process, links: Links) -> Markup:
    """The table of all steps, every step with its anchor."""
    words = StepWords(process, links)
    return render(
        "steps.md.j2",
        process=process,
        words=words,
        label=links.site.label,
        open=still_open(links.site),
    )


@dataclass(frozen=True)
class StepWords:
    """What a page says of the steps of one process."""

    process: Process
    links: Links
    listed: bool = True
    """Whether the page has a list of origins, to which labels may lead."""

    def number(self, step: Step) -> int:
        """The step's number, counted from 1."""
        return self.process.steps.index(step) + 1

    def anchor(self, step: Step) -> str:
        """The step's anchor on the page of its process."""
        return step_anchor(step.id)

    def mark(self, step: Step, field: str) -> Markup:
        """The origin of one field of a step; empty when it is the source."""
        return self._origins.mark(f"steps.{step.id}.{field}")

    def unknown(self, step: Step, field: str) -> Markup:
        """For an empty field: that it is open, if the file says so; else nothing."""
        origin = self.process.origins.get(f"steps.{step.id}.{field}")
        open_ = origin is not None and origin.origin is OriginKind.OPEN
        return still_open(self.links.site) if open_ else Markup("")

    def who(self, step: Step) -> Markup:
        """Who does the step, with the origin; a system when no person does it."""
        field = "roles" if step.roles else "any_of" if step.any_of else "performed_by"
        return self._origins.value(f"steps.{step.id}.{field}", performers(step, self.links))

    def means(self, step: Step) -> list[Markup]:
        """The systems and documents a step needs, each kind with its origin."""
        found = []
        for kind, field, keys in (
            ("system", "uses", step.uses),
            ("document", "documents", step.documents),
        ):
            links = [self.links.to(f"{kind}:{key}") for key in keys]
            found += [*links[:-1], *(link + self.mark(step, field) for link in links[-1:])]
        return found

    def objects(self, items: tuple[ObjectState, ...]) -> list[Markup]:
        """Objects with their states, as links."""
        return [self.links.object_in_state(item) for item in items]

    def ways(self, step: Step) -> list[Markup]:
        """The ways out of a step in words, the plain next step left out."""
        found = ways(self.process, step)
        return [way_out(self.process, way, self.links) for way in found if not way.plain]

    def records(self, step: Step) -> list[Markup]:
        """What the step writes down, and where."""
        return [
            self._where(self.links.object_in_state(item.what), item.where, item.document)
            for item in step.records
        ]

    def trouble(self, step: Step | None) -> list[Markup]:
        """What to do when a step fails; for None: when the process as a whole does."""
        wanted = step.id if step else None
        found = [item for item in self.process.escalations if item.step == wanted]
        return [escalation(item, self.process, self.links) for item in found]

    def undecided(self, step: Step) -> list[SourceNote]:
        """The business decisions that are still open and touch the step."""
        notes = self.links.site.handbook.notes.values()
        reference = f"process:{self.process.id}#{step.id}"
        return [
            note for note in notes if note.kind is NoteKind.DECISION and reference in note.touches
        ]

    def lines(self, step: Step) -> Markup:
        """Where in the source the step stands."""
        return source_lines(step.lines, self.links.site)

    def _where(self, what: Markup, system: str | None, document: str | None) -> Markup:
        places = [("system", system), ("document", document)]
        found = [self.links.to(f"{kind}:{key}") for kind, key in places if key]
        if not found:
            return what
        word = literal(self.links.site.label("word.in"))
        return Markup("{} {} {}").format(what, word, joined(found))

    @property
    def _origins(self) -> Origins:
        return Origins(self.process, self.links, listed=self.listed)


def performers(item: Step | Activity, links: Links) -> Markup:
    """Who does a step or activity: together, one of several, or a system; empty when unknown."""
    site = links.site
    parts = [links.roles(item.roles, "and")] if item.roles else []
    if item.any_of:
        parts.append(links.roles(item.any_of, "or"))
    if isinstance(item, Step) and item.performed_by:
        word = literal(site.label("steps.bysystem"))
        parts.append(Markup("{} {}").format(word, links.systems(item.performed_by)))
    return joined(parts, "; ")


def way_out(process: Process, way: Way, links: Links) -> Markup:
    """One way out of a step in words: the answer, what comes first, and where it leads."""
    label = links.site.label
    first = [_activity(item, links) for item in way.activities]
    if way.target is None:
        end = label("onward.end", end=way.end) if way.end else label("onward.finished")
        last = Markup('<span class="end">{}</span>').format(literal(end))
    else:
        word = literal(label("onward.back" if way.back else "onward.to"))
        last = Markup("{} {}").format(word, links.step(process, way.target))
    words = joined([*first, last], "; ")
    if way.answer is None:
        return words
    return Markup('<span class="answer">{}</span> \u2192 {}').format(literal(way.answer), words)


def escalation(item: Escalation, process: Process, links: Links) -> Markup:
    """One escalation in words: when, to whom and how, or that it is still to be decided."""
    words = literal(item.when)
    if item.to:
        words += Markup(" \u2192 {}").format(links.roles(item.to, "or"))
    if item.how:
        words += html(": " if item.to else " \u2192 ") + literal(item.how)
    if item.decision:
        words += Markup(" ") + decide(item.decision, process, links)
    elif not item.to and not item.how:
        words += Markup(" \u2192 ") + still_open(links.site)
    return words


def decide(note: str, process: Process, links: Links) -> Markup:
    """A link to an open decision: on the page of its process, or else among all notes."""
    words = literal(links.site.label("notekind.decision"))
    if not links.linked:
        return Markup('<span class="decide">{}</span>').format(words)
    reference = f"process:{process.id}"
    noted = links.site.handbook.notes_by_reference.get(reference, ())
    address = links.address(f"note:{note}") or ""
    if note in {item.id for item in noted}:
        page = links.site.addresses.url(reference)
        address = relative(f"{page}#note-{note}", links.here)
    return Markup('<a class="decide" href="{}">{}</a>').format(html(address), words)


def _activity(item: Activity, links: Links) -> Markup:
    who = performers(item, links)
    name = literal(links.site.label("onward.first", name=item.name))
    return Markup("{} ({})").format(name, who) if who else name
