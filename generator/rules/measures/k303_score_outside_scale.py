"""An answer or a phase that is no value of the scale of its assessment.

ISO 9001:2015, 9.1.1: methods of measuring that give valid results.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.model.assessment import Area, Assessment, Grade
from generator.model.finding import FieldPath, Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "K303"
NAME: Final = "score-outside-scale"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every score that the scale lacks, and every phase that the phases lack."""
    for identifier, assessment in inspection.handbook.assessments.items():
        for number, area in enumerate(assessment.areas):
            for path, value, what, grades in _values(area, assessment):
                known = [grade.value for grade in grades]
                if value not in known:
                    listed = ", ".join(map(str, known)) or "-"
                    details = {"value": str(value), "what": what, "known": listed}
                    place = ("areas", number, *path)
                    yield Fault(f"assessment:{identifier}", place, details)


def _values(
    area: Area, assessment: Assessment
) -> Iterator[tuple[FieldPath, int, str, Sequence[Grade]]]:
    """The values of an area: where they stand, what they are of, and what they may be."""
    if area.phase is not None:
        yield ("phase",), area.phase, area.name, assessment.phases
    for number, question in enumerate(area.questions):
        if question.score is not None:
            yield ("questions", number, "score"), question.score, question.text, assessment.scale
