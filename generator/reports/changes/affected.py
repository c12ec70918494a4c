"""Who notices a change: the roles that do it, the processes beside it, the owners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.control.suspect import owners_of
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, RoleId
from generator.model.process import Process, Step
from generator.reports.changes.compared import Compared, Thing, things
from generator.rules.roles import deciders, deciding, doing


@dataclass(frozen=True, slots=True)
class Affected:
    """Who notices what a proposal changes, as names in alphabetical order."""

    roles: tuple[str, ...]
    """Those who do or decide a step that changed, before or after."""
    neighbours: tuple[str, ...]
    """The processes at the other side of an interface of a changed process."""
    owners: tuple[str, ...]
    """Those who own what changed."""


def affected(compared: Compared) -> Affected:
    """Who notices, whatever is said otherwise; only document control and origins do not count."""
    found = [thing for thing in things(compared) if thing.meant]
    books = [side.handbook for side in reversed(compared.sides)]
    return Affected(
        _names("role", (role for thing in found for role in _roles(thing, books)), books),
        _names("process", _neighbours(found, books), books),
        _names("role", (role for thing in found for role in _owners(thing, books)), books),
    )


def name_of(reference: str, books: Iterable[Handbook]) -> str:
    """What something is called in the first handbook that has it; else its identifier."""
    for book in books:
        found = book.find(reference)
        for attribute in ("name", "title", "term"):
            if name := getattr(found, attribute, None):
                return str(name)
    return reference.partition(":")[2]


def _names(kind: str, found: Iterable[str], books: list[Handbook]) -> tuple[str, ...]:
    names = {name_of(f"{kind}:{identifier}", books) for identifier in found}
    return tuple(sorted(names, key=lambda name: (name.casefold(), name)))


def _roles(thing: Thing, books: list[Handbook]) -> Iterator[RoleId]:
    for change in thing.meant:
        for reference in {change.subject, change.was or change.subject}:
            for book in books:
                part = book.find(reference)
                if isinstance(part, Step):
                    yield from part.performers + deciders(part)
                    yield from (role for item in part.activities for role in item.performers)
                elif isinstance(part, Process) and not change.field:  # new, or gone
                    yield from doing(part) | deciding(part)


def _owners(thing: Thing, books: list[Handbook]) -> tuple[RoleId, ...]:
    return next((owners for book in books if (owners := owners_of(thing.subject, book))), ())


def _neighbours(found: list[Thing], books: list[Handbook]) -> Iterator[ProcessId]:
    changed = {thing.identifier for thing in found if thing.kind == "process"}
    for book in books:
        for process in book.processes.values():
            others = {item.process for item in process.interfaces if item.process}
            if process.id in changed:
                yield from (other for other in others if other not in changed)
            elif others & changed:
                yield process.id
