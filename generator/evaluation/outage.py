"""What stops when a system is down: read from the steps, the records and what runs on what; pure.

ISO 9001:2015, 7.1.3 (infrastructure) and ISO 22301:2019, 8.2.2 (business impact analysis).
Only what the handbook states counts: that a step uses a system, not that the step cannot be
done without it; that a system runs on another, not that two connected systems fail together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId, SystemId
from generator.model.organisation import RegisteredDocument, System
from generator.model.process import Activity, Process, Recording, Step
from generator.model.quality import Kpi
from generator.model.remembered import remembered

Use = TypeVar("Use")
_By = Mapping[SystemId, Mapping[int, Use]]
"""What uses each system, with its number in the order of the handbook."""


@dataclass(frozen=True)
class Outage:
    """What the outage of one system touches."""

    system: System
    falls: tuple[System, ...]
    """The other systems that are down with it: they run on it, directly or over others."""
    steps: tuple[tuple[Process, Step], ...]
    """The steps that use or are done by one of these systems."""
    activities: tuple[tuple[Process, Step, Activity], ...]
    """The work on the way out of a step that uses one of them."""
    records: tuple[tuple[Process, Step, Recording], ...]
    documents: tuple[RegisteredDocument, ...]
    kpis: tuple[Kpi, ...]
    connected: tuple[SystemId, ...]
    """The systems connected with it or with what falls; whether they fail too is not known."""

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """The processes with a step, an activity or a record that is touched."""
        touched = [process for process, _ in self.steps]
        touched += [process for process, *_ in (*self.activities, *self.records)]
        return tuple({process.id: process for process in touched}.values())

    @cached_property
    def cards(self) -> tuple[Process, ...]:
        """The touched processes that have an emergency card to work by."""
        return tuple(process for process in self.processes if process.emergency_card)

    @cached_property
    def noticed_by(self) -> Mapping[RoleId, tuple[tuple[Process, Step], ...]]:
        """Per role the touched steps that it does, or after which it does touched work."""
        found: dict[RoleId, dict[tuple[str, str], tuple[Process, Step]]] = {}
        done = [(process, step, step.performers) for process, step in self.steps]
        done += [(process, step, item.performers) for process, step, item in self.activities]
        for process, step, performers in done:
            for role in performers:
                found.setdefault(role, {})[process.id, step.id] = (process, step)
        return {role: tuple(steps.values()) for role, steps in found.items()}

    @property
    def empty(self) -> bool:
        """Whether nothing in the handbook is known to need the system."""
        return not any((self.falls, self.processes, self.documents, self.kpis))


@dataclass(frozen=True, slots=True)
class _Uses:
    """What uses each system: steps, the work on the way out of them, and what they record."""

    steps: _By[tuple[Process, Step]]
    activities: _By[tuple[Process, Step, Activity]]
    records: _By[tuple[Process, Step, Recording]]


def hosted_on(handbook: Handbook, system: SystemId) -> tuple[SystemId, ...]:
    """The other systems that run on a system, directly or over others, nearest first.

    Systems that run on each other, which a rule reports, come out once.
    """
    found: dict[SystemId, None] = {system: None}
    waiting = [system]
    while waiting:
        host = waiting.pop(0)
        for other in handbook.systems.values():
            if other.runs_on == host and other.id not in found:
                found[other.id] = None
                waiting.append(other.id)
    return tuple(found)[1:]


@remembered
def outage_by_system(handbook: Handbook) -> Mapping[SystemId, Outage]:
    """What the outage of each system touches; every step is looked at once."""
    uses = _uses(handbook)
    return {item.id: _outage(handbook, item, uses) for item in handbook.systems.values()}


def _outage(handbook: Handbook, system: System, uses: _Uses) -> Outage:
    falls = hosted_on(handbook, system.id)
    down = frozenset((system.id, *falls))
    return Outage(
        system=system,
        falls=tuple(handbook.systems[item] for item in falls),
        steps=_touched(uses.steps, down),
        activities=_touched(uses.activities, down),
        records=_touched(uses.records, down),
        documents=tuple(item for item in handbook.documents.values() if item.location in down),
        kpis=tuple(item for item in handbook.kpis.values() if item.measured_in in down),
        connected=_connected(handbook, down),
    )


def outages(handbook: Handbook) -> tuple[Outage, ...]:
    """The outage of every system, the one that touches most steps first.

    Systems with as many steps stay in the order of their file.
    """
    found = outage_by_system(handbook).values()
    return tuple(sorted(found, key=lambda outage: -len(outage.steps)))


def _uses(handbook: Handbook) -> _Uses:
    steps = [(process, step) for process in handbook.processes.values() for step in process.steps]
    return _Uses(
        _by_system(((process, step), (*step.uses, *step.performed_by)) for process, step in steps),
        _by_system(
            ((process, step, activity), activity.uses)
            for process, step in steps
            for activity in step.activities
        ),
        _by_system(
            ((process, step, record), (record.where,))
            for process, step in steps
            for record in step.records
            if record.where
        ),
    )


def _by_system(uses: Iterable[tuple[Use, Iterable[SystemId]]]) -> _By[Use]:
    found: dict[SystemId, dict[int, Use]] = {}
    for number, (use, systems) in enumerate(uses):
        for system in systems:
            found.setdefault(system, {})[number] = use
    return found


def _touched(uses: _By[Use], down: Iterable[SystemId]) -> tuple[Use, ...]:
    """What uses any of some systems, each once, in the order of the handbook."""
    found = {number: use for system in down for number, use in uses.get(system, {}).items()}
    return tuple(found[number] for number in sorted(found))


def _connected(handbook: Handbook, down: frozenset[SystemId]) -> tuple[SystemId, ...]:
    """What is connected with what is down, whichever side says so."""
    found: dict[SystemId, None] = {}
    for system in handbook.systems.values():
        named = system.connected_to
        if system.id in down:
            found |= dict.fromkeys(named)
        elif down & set(named):
            found[system.id] = None
    return tuple(item for item in found if item not in down)
