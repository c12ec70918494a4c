"""The registers of the handbook: which there are, and the lines of each."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model import audit, control, improvement, organisation, quality
from generator.model.assessment import Assessment
from generator.model.base import Entity, Part
from generator.model.handbook import Handbook
from generator.model.measurement import Series
from generator.model.scorecard import Scorecard
from generator.model.standard import Coverage, Standard


class Register(NamedTuple):
    """A register: of which kind of thing it is, and the page (``pages.<name>``) that shows it."""

    kind: str
    page: str
    model: type[Entity]
    inside: tuple[str, ...] = ()
    """The lists to go into, when the lines are parts of the things: ``("clauses",)``."""


class Item(NamedTuple):
    """A line of a register: the thing it is of, and the parts on the way to it, itself last."""

    entity: Entity
    parts: tuple[Part, ...] = ()

    @property
    def line(self) -> Part:
        """What the line is about."""
        return self.parts[-1] if self.parts else self.entity


REGISTERS: Mapping[str, Register] = {
    "roles": Register("role", "roles", organisation.Role),
    "departments": Register("department", "departments", organisation.Department),
    "companies": Register("company", "departments", organisation.Company),
    "matrix": Register("matrix", "matrix", organisation.Matrix, ("rows",)),
    "systems": Register("system", "systems", organisation.System),
    "classifications": Register("classification", "classifications", organisation.Classification),
    "kpis": Register("kpi", "kpis", quality.Kpi),
    "measurements": Register("measurement", "kpis", Series, ("values",)),
    "objectives": Register("scorecard", "scorecard", Scorecard, ("perspectives", "objectives")),
    "assessments": Register("assessment", "assessments", Assessment),
    "answers": Register("assessment", "assessments", Assessment, ("areas", "questions")),
    "bottlenecks": Register("bottleneck", "bottlenecks", quality.Bottleneck),
    "improvements": Register("improvement", "improvements", improvement.Improvement),
    "risks": Register("risk", "risks", improvement.Risk),
    "audits": Register("audit", "audits", audit.Audit),
    "audit-findings": Register("auditfinding", "auditfindings", audit.AuditFinding),
    "nonconformities": Register("nonconformity", "nonconformities", audit.Nonconformity),
    "actions": Register("action", "actions", audit.Action),
    "management-reviews": Register("managementreview", "managementreviews", audit.ManagementReview),
    "standards": Register("standard", "standards", Standard),
    "clauses": Register("standard", "standards", Standard, ("clauses",)),
    "coverage": Register("coverage", "normmatrix", Coverage),
    "documents": Register("document", "documents", organisation.RegisteredDocument),
    "releases": Register("release", "releases", control.Release),
    "reviews": Register("review", "reviews", control.Review),
    "source-notes": Register("note", "source", quality.SourceNote),
    "glossary": Register("term", "glossary", organisation.Term),
}
"""The registers by name, in the order of the tabs of the site."""


def items(handbook: Handbook, name: str) -> Iterator[Item]:
    """The lines of a register, in the handbook's own order."""
    register = REGISTERS[name]
    for entity in _entities(handbook, register.kind):
        yield from _below(Item(entity), register.inside)


def _entities(handbook: Handbook, kind: str) -> Iterator[Entity]:
    if kind in handbook.entities:
        yield from handbook.entities[kind].values()
    elif isinstance(single := handbook.find(kind), Entity):
        yield single


def _below(item: Item, inside: tuple[str, ...]) -> Iterator[Item]:
    if not inside:
        yield item
        return
    first, *rest = inside
    for part in getattr(item.line, first):
        yield from _below(Item(item.entity, (*item.parts, part)), tuple(rest))


def identifier_of(part: Part) -> str:
    """What tells a part from the others: its identifier, else its number, period or name."""
    keys = ("id", "number", "period", "name", "process", "group")
    return str(next((found for key in keys if (found := getattr(part, key, None))), ""))
