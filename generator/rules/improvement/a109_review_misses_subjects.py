"""A management review that did not look at all that the standard asks for.

ISO 9001:2015, 9.3.2: the subjects that a management review takes into consideration.
"""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.follow_up import missing_subjects
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "A109"
NAME: Final = "review-misses-subjects"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.IMPROVEMENT
CLAUSES: Final = ("9.3.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every review that was held without some of the subjects."""
    for review in inspection.handbook.management_reviews.values():
        missing = missing_subjects(review)
        if review.held and missing:
            details = {"review": review.name, "subjects": quoted(missing, most=6)}
            yield Fault(f"managementreview:{review.id}", ("held",), details)
