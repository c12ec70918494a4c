"""What processes hand to each other, as both ends tell it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from generator.model.handbook import Handbook, slug
from generator.model.process import Direction, Interface, Process


@dataclass(frozen=True, slots=True)
class End:
    """One end of a handover: an interface, its place in the file and its process."""

    process: Process
    index: int
    interface: Interface


class Handover(NamedTuple):
    """Something that goes from one process to another; an end that does not tell is None."""

    giving: End | None
    taking: End | None


@dataclass(slots=True)
class _Told:
    """What the two ends tell of everything that goes from one process to another."""

    giving: list[End] = field(default_factory=list)
    taking: list[End] = field(default_factory=list)


def handovers(handbook: Handbook) -> Iterator[Handover]:
    """Every handover between two processes of the handbook.

    The ends of one object belong together. What is left on both sides is taken to be the
    same thing under two names, in the order of the files. One process handing something to
    itself is no handover; a process that is not known is another rule's fault.
    """
    told: dict[tuple[str, str], _Told] = {}
    for process in handbook.processes.values():
        for index, interface in enumerate(process.interfaces):
            other = interface.process
            if other is None or other == process.id or other not in handbook.processes:
                continue
            end = End(process, index, interface)
            if interface.direction is Direction.OUT:
                told.setdefault((process.id, other), _Told()).giving.append(end)
            else:
                told.setdefault((other, process.id), _Told()).taking.append(end)
    for pair in told.values():
        yield from _matched(pair)


def _matched(told: _Told) -> Iterator[Handover]:
    giving, taking = _by_object(told.giving), _by_object(told.taking)
    for key in [key for key in giving if key in taking]:
        yield from _same_object(giving.pop(key), taking.pop(key))
    left = [ends[0] for ends in giving.values()], [ends[0] for ends in taking.values()]
    for one, other in zip_longest(*left):
        yield Handover(one, other)


def _by_object(ends: list[End]) -> dict[str, list[End]]:
    found: dict[str, list[End]] = {}
    for end in ends:
        found.setdefault(slug(end.interface.object.object), []).append(end)
    return found


def _same_object(giving: list[End], taking: list[End]) -> Iterator[Handover]:
    """One handover of the object, its states equal when both ends agree on any."""
    states = {_state(end): end for end in reversed(taking)}
    for one in giving:
        if other := states.get(_state(one)):
            yield Handover(one, other)
            return
    yield Handover(giving[0], taking[0])


def _state(end: End) -> str:
    return slug(end.interface.object.state or "")
