"""What the registers say of each process, worked out once for all of them.

ISO 9001:2015, 4.4.1 f and h: the risks of a process, and what is done to improve it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.audit import Action
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.improvement import Improvement, Risk
from generator.model.remembered import remembered

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Registered:
    """What the registers have about one process, or about a step of it.

    ``answers`` are the improvements and actions because of the process itself, or of one of
    its bottlenecks, risks, nonconformities and audit findings.
    """

    risks: tuple[Risk, ...] = ()
    answers: tuple[Improvement | Action, ...] = ()


@remembered
def by_process(handbook: Handbook) -> Mapping[ProcessId, Registered]:
    """What the registers have about every process, each in the order of its file."""
    risks = _by_thing(handbook.risks.values(), lambda item: item.touches)
    reasons = _reasons(handbook)
    registers: tuple[Improvement | Action, ...] = (
        *handbook.improvements.values(),
        *handbook.actions.values(),
    )
    answers = _by_thing(registers, lambda item: _meant(item.because, reasons))
    return {
        item: Registered(risks.get(f"process:{item}", ()), answers.get(f"process:{item}", ()))
        for item in handbook.processes
    }


def _reasons(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """For what came to light, by its reference, the things that it is about."""
    found: dict[str, tuple[str, ...]] = {
        f"bottleneck:{item.id}": (f"process:{item.process}",)
        for item in handbook.bottlenecks.values()
    }
    found |= {f"risk:{item.id}": item.touches for item in handbook.risks.values()}
    problems = handbook.nonconformities.values()
    found |= {f"nonconformity:{item.id}": item.touches for item in problems}
    findings = handbook.audit_findings.values()
    return found | {f"auditfinding:{item.id}": item.touches for item in findings}


def _meant(because: Iterable[str], reasons: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    """What an answer is about: the things that it names, and those its reasons are about."""
    for reason in because:
        yield reason
        yield from reasons.get(reason, ())


def _by_thing(
    items: Iterable[Item], references: Callable[[Item], Iterable[str]]
) -> Mapping[str, tuple[Item, ...]]:
    """Items by what they are about, each once; what is about a step is about its process."""
    found: dict[str, list[Item]] = {}
    for item in items:
        for thing in dict.fromkeys(one.partition("#")[0] for one in references(item)):
            found.setdefault(thing, []).append(item)
    return {thing: tuple(about) for thing, about in found.items()}
