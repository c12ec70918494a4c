"""Something that ended before it began: closed before it was reported, checked before it was done.

ISO 9001:2015, 7.5.3 and 10.2.2: what is recorded as evidence can be relied on; 10.3.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final, TypeAlias

from generator.evaluation.follow_up import answering
from generator.model.audit import Action
from generator.model.finding import FieldPath, Severity
from generator.model.handbook import Handbook
from generator.model.improvement import Improvement
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "A106"
NAME: Final = "dates-out-of-order"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("7.5.3", "10.2.2", "10.3")

_Days: TypeAlias = Mapping[FieldPath, dt.date | None]
"""Days of a line by their fields, in the order in which they should come."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every day that lies before a day that should have come first; each once."""
    for subject, days in _sequences(inspection.handbook):
        late: set[FieldPath] = set()
        known = [(path, day) for path, day in days.items() if day]
        for (begin, earlier), (end, later) in combinations(known, 2):
            if later < earlier and end not in late:
                late.add(end)
                details = {
                    "line": subject.partition(":")[2],
                    "end": ".".join(map(str, end)),
                    "later": later.isoformat(),
                    "begin": ".".join(map(str, begin)),
                    "earlier": earlier.isoformat(),
                }
                yield Fault(subject, end, details)


def _sequences(handbook: Handbook) -> Iterator[tuple[str, _Days]]:
    for finding in handbook.audit_findings.values():
        audit = handbook.audits.get(finding.audit)
        held = audit.held if audit else None
        for field in ("due", "closed"):
            days: _Days = {("held",): held, (field,): getattr(finding, field)}
            yield f"auditfinding:{finding.id}", days
    for item in handbook.nonconformities.values():
        yield f"nonconformity:{item.id}", {("reported",): item.reported, ("closed",): item.closed}
    for reference, answer in answering(handbook):
        yield reference, _days_of_answer(answer)


def _days_of_answer(item: Action | Improvement) -> _Days:
    effect = item.effect.done if item.effect else None
    carried_out: _Days = {("done",): item.done, ("effect", "done"): effect}
    if isinstance(item, Action):
        return carried_out
    return {("submitted",): item.submitted, ("decided",): item.decided, **carried_out}
