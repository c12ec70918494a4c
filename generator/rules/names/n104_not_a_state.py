"""What stands as the state of an object is a thing or an activity (UML: a state is a condition)."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.names.states import states_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes
from generator.rules.written_objects import objects_in, written_objects

CODE: Final = "N104"
NAME: Final = "not-a-state"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "8.5.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields everything that stands as a state and is none, once a process and object."""
    states = states_of(inspection.language)
    accepted = {slug(state) for state in inspection.options.accepted_states}
    is_state = cache(lambda state: slug(state) in accepted or states.names_a_state(state))
    for subject, process in processes(inspection.handbook):
        wrong = {state for state in _written(process) if not is_state(state)}
        told = set()
        for name, state, path in _states(process) if wrong else ():
            key = slug(name), slug(state)
            if state in wrong and key not in told:
                told.add(key)
                yield Fault(subject, path, {"object": name, "state": state})


def _written(process: Process) -> set[str]:
    found = {state for _, state in objects_in(process) if state}
    return found.union(*(item.states for item in process.objects))


def _states(process: Process) -> Iterator[tuple[str, str, FieldPath]]:
    for item, path, _ in written_objects(process):
        if item.state:
            yield item.object, item.state, path
    for number, declared in enumerate(process.objects):
        for index, state in enumerate(declared.states):
            yield declared.name, state, ("objects", number, "states", index)
