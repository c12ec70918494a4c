"""Whole made-up handbooks as plain data, shaped by the model, so that new fields come along.

What the model cannot tell stands here: how steps follow each other, which codes a matrix
uses, that the last change has the version of the document. A share of everything is wrong
on purpose: unknown identifiers, empty lists, values of another kind, what is nested deeply.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from generator.load.discover import FILES, Layout
from generator.model.audit import Action, Audit, AuditFinding, EffectCheck, Nonconformity
from generator.model.base import Entity, OriginEntry, Part
from generator.model.control import Change
from generator.model.improvement import Improvement
from generator.model.measurement import Band, Measurement
from generator.model.organisation import MatrixCode
from generator.model.process import Step
from generator.model.quality import SourceNote
from generator.model.scorecard import Factor, Objective, Perspective
from generator.model.standard import Clause
from tests.fuzz.values import UNKNOWN, Values

_ROUND = frozenset({"parent", "replaced_by", "runs_on", "members", "deputy", "supports"})
"""Fields that lead from a thing to others of its kind, and so may go round in a circle."""

_ORIGINS = ("*", "name", "steps.s0.roles", "steps.s0", "steps", "x.y", "", ".", "steps.", "goal")


_NEEDED = frozenset({"clauses", "scale", "phases"})
"""Fields to which the values of others refer."""

_DATED = frozenset({Improvement, Action, AuditFinding, Nonconformity, EffectCheck, Audit})
_INSIDE = frozenset({Perspective, Objective, Factor})
"""Parts with an identifier that no other of their file may have."""

_DRAFTS = 0.9
"""How many of the processes were approved by nobody; an approval that was made up is void."""


@cache
def _hints(part: type[Part]) -> Mapping[str, Any]:
    hints = get_type_hints(part, include_extras=True)
    return {name: hints[name] for name in part.model_fields}


@cache
def _is_required(part: type[Part], name: str) -> bool:
    return part.model_fields[name].is_required()


@dataclass
class Maker(Values):
    """Makes one handbook.

    ``fullness`` is the chance that what may be left out is there, ``size`` about how many of
    everything there are.
    """

    fullness: float = 0.3
    size: int = 3
    numbered: int = 0

    def handbook(self) -> dict[str, Any]:
        """The content of every file of a handbook by its path."""
        for layout in FILES:
            names = range(self.many(2, self.size + 2))
            self.known[layout.kind] = [f"{layout.kind}-{number}" for number in names]
        self.known["measurement"] = self.known["kpi"]  # a table is named after its indicator
        for process in self.known["process"]:
            count = self.many(1, self.random.choice((1, 4, 9)))
            self.steps[process] = [f"s{number}" for number in range(count)]
            if self.wrong():
                self.steps[process].append(self.random.choice(self.steps[process]))
        made: dict[str, Any] = {}
        for layout in FILES:
            made |= self._files(layout)
        return made

    def _files(self, layout: Layout) -> dict[str, Any]:
        if self.faults and not layout.required and self.random.random() < 0.1:
            return {}
        if layout.kind == "process":
            return dict(self._process_file(layout, name) for name in self.known["process"])
        if not layout.many and "{id}" in layout.pattern:
            names = self.known[layout.kind]
            return {
                layout.pattern.format(id=name): _without(self._entity(layout, name), "id")
                for name in names
            }
        if not layout.many:
            return {layout.pattern: self._entity(layout, None)}
        items = [self._entity(layout, identifier) for identifier in self.known[layout.kind]]
        if layout.kind == "kpi":
            file = layout.pattern.format(process=self.one("process"))
            return {file: [_without(item, "process") for item in items]}
        return {layout.pattern: items}

    def _process_file(self, layout: Layout, name: str) -> tuple[str, Any]:
        self.process = name
        file = layout.pattern.format(group=self.one("group"), id=name)
        process = self._entity(layout, name)
        document = process["document"]
        if isinstance(document, dict) and not self.wrong():
            first = {"version": document.get("version"), "kind": "first"}
            process["changes"] = [self.part(Change) | first]
            if not self.faults and self.random.random() < _DRAFTS:
                document.pop("approved", None)
                document["status"] = self.random.choice(("draft", "in-review"))
        return file, _without(process, "id", "group")

    def _entity(self, layout: Layout, identifier: str | None) -> dict[str, Any]:
        made = self.part(layout.model)
        if identifier is not None:
            others = (*self.known[layout.kind], *UNKNOWN)
            made["id"] = self.random.choice(others) if self.wrong() else identifier
        return made

    def part(self, part: type[Part]) -> dict[str, Any]:
        """A mapping of a type."""
        about, process = _is_about_a_process(part), self.process
        if about:
            self.process = self.one("process")
        made = {
            name: self._field(part, name, hint)
            for name, hint in _hints(part).items()
            if _is_required(part, name) or self._is_wanted(name)
        }
        if not self.wrong():
            _make_right(part, made)
            if about:
                made["process"] = self.process
        self.process = process
        if self.wrong():
            made[self.random.choice(("nam", "step", "", "ünknown", "0", "origins"))] = "x"
        return made

    def _is_wanted(self, name: str) -> bool:
        if name in _NEEDED:
            return True
        return self.random.random() < self.fullness and (self.faults > 0 or name not in _ROUND)

    def _field(self, part: type[Part], name: str, hint: Any) -> Any:
        if self.wrong():
            return self.misfit(self.random.randint(0, 60))
        special: Mapping[str, Callable[[], Any]] = {
            "Process.steps": self._steps,
            "Decision.outcomes": lambda: self.listed(get_args(hint)[0], 1, 6),
            "Organisation.language": lambda: self.writer.language,
            "Matrix.codes": lambda: {letter: self.part(MatrixCode) for letter in "ADO"},
            "Matrix.columns": lambda: self.known["role"],
            "MatrixRow.cells": self._cells,
            "ApprovalRule.by": lambda: self.listed(get_args(hint)[0], 1, 3),
            "ReviewRule.months": lambda: self.random.choice(("1", "12", "120")),
            "Chapter.file": lambda: "handbook/about.md",
            "Role.name": self.writer.role,
            "System.name": self.writer.system,
            "SourceMap.last_line": lambda: "30",
            "SourceMap.ranges": lambda: self._ranges(hint),
            "Kpi.frequency": lambda: self.value(hint) if self.faults else "month",
            "Series.values": self._measurements,
            "Classification.items": lambda: self.listed(get_args(hint)[0], 1, 4),
            "RiskScale.chance": lambda: _grades(3),
            "RiskScale.effect": lambda: _grades(3),
            "RiskScale.bands": lambda: [{"name": "x", "least": "1"}, {"name": "y", "least": "4"}],
            "Rating.chance": lambda: self.random.choice("123"),
            "Rating.effect": lambda: self.random.choice("123"),
            "Standard.clauses": self._clauses,
            "Coverage.clause": self._clause,
            "Audit.clauses": lambda: [self._clause()],
            "AuditFinding.clauses": lambda: [self._clause()],
            "Nonconformity.clauses": lambda: [self._clause()],
            "Assessment.scale": lambda: _grades(3),
            "Assessment.phases": lambda: _grades(3),
            "Question.score": lambda: self.random.choice("123"),
            "Area.phase": lambda: self.random.choice("123"),
        }
        if name == "origins":
            return self._origins()
        if not self.faults and part in _DATED and "date" in str(hint):
            return "2026-03-03"  # nothing is done before it was asked for
        if not self.faults and name == "id" and part in _INSIDE:
            self.numbered += 1
            return f"x{self.numbered}"
        made = special.get(f"{part.__name__}.{name}")
        return made() if made else self.value(hint)

    def _steps(self) -> list[dict[str, Any]]:
        made = [self.part(Step) | {"id": name} for name in self.steps[self.process]]
        if not self.faults:
            _put_in_order(made)
        return made

    def _measurements(self) -> list[dict[str, Any]]:
        months = range(1, self.many(0, 12) + 1)
        made = [self.part(Measurement) | {"period": f"2025-{month:02}"} for month in months]
        return [self.part(Measurement) for _ in made] if self.wrong() else made

    def _clause(self) -> str:
        return f"standard:{self.one('standard')}#1"

    def _clauses(self) -> list[dict[str, Any]]:
        numbers = [str(number) for number in range(1, self.many(1, 4) + 1)]
        made = [self.part(Clause) | {"number": number} for number in (*numbers, "1.1", "1-a")]
        return [self.part(Clause) for _ in made] if self.wrong() else made

    def _cells(self) -> dict[str, str]:
        return {self.one("role"): self.random.choice("ADO") for _ in range(self.many(0, 4))}

    def _origins(self) -> dict[str, Any]:
        if not self.faults:
            return {"*": "proposal"}
        chosen = self.random.sample(_ORIGINS, self.many(0, 3))
        return {key: self.value(OriginEntry) for key in chosen}

    def _ranges(self, hint: Any) -> list[Any]:
        made = self.listed(get_args(hint)[0], 0, 4)
        return made if self.faults else [{"lines": "L1-30", "what": "x", "left_out": "x"}]


def _grades(count: int) -> list[dict[str, str]]:
    return [{"value": str(value), "meaning": "x"} for value in range(1, count + 1)]


def _is_about_a_process(part: type[Part]) -> bool:
    return issubclass(part, Entity) and "process" in part.model_fields


def _make_right(part: type[Part], made: dict[str, Any]) -> None:
    """Takes out what would contradict itself."""
    if part.__name__ in {"Step", "Outcome"}:
        ways = [name for name in ("decision", "next", "end") if name in made]
        for name in ways[1:]:
            del made[name]
    if part is Band:
        made |= {"low": "-1", "high": "96.5"}
    if part is SourceNote:
        made["kind"] = "derivable" if made.get("resolution") else "decision"


def _put_in_order(steps: list[dict[str, Any]]) -> None:
    """Steps that follow each other, whatever else an answer may lead to."""
    for number, step in enumerate(steps, start=1):
        step.pop("next", None)
        if number < len(steps):
            step.pop("end", None)
        for place, outcome in enumerate(step.get("decision", {}).get("outcomes", ())):
            outcome["answer"] = f"{place} {outcome['answer']}"[:300]
            if place == 0:
                onward = {"next": steps[number]["id"]} if number < len(steps) else {"end": "ok"}
                outcome.pop("next", None)
                outcome.pop("end", None)
                outcome.update(onward)
            elif "next" not in outcome:
                outcome.setdefault("end", "ok")


def _without(item: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in names}
