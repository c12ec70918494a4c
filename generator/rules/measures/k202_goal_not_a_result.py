"""A goal that says what is done, or what is wrong, instead of what is reached.

ISO 9001:2015, 6.2.1: quality objectives are measurable; a result is, an activity is not.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.measures.results import results_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "K202"
NAME: Final = "goal-not-a-result"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("6.2.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every goal that is only an activity, or only a trouble."""
    results = results_of(inspection.language)
    for subject, process in processes(inspection.handbook):
        if process.goal and not results.names_a_result(process.goal):
            yield Fault(subject, ("goal",), {"goal": process.goal})
