"""A stated total that is not the sum of its parts, in a count or in a sentence.

ISO 9001:2015, 7.5.2: documented information is reviewed for suitability and adequacy.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.model.base import Tally
from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.rules.inspection import Inspection
from generator.rules.measures.enumerations import enumerations_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "K301"
NAME: Final = "wrong-total"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("7.5.2",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every tally, and every enumeration in a text, that does not add up."""
    for subject, tallies in _tallies(inspection.handbook):
        for number, tally in enumerate(tallies):
            if tally.parts and tally.sum != tally.stated:
                details = _details(tally.what, tally.stated, tally.sum)
                yield Fault(subject, ("tallies", number, "stated"), details)
    enumerations = enumerations_of(inspection.language)
    for passage in inspection.passages:
        for found in enumerations.within(passage.text):
            if found.stated != found.counted:
                details = _details(found.what, found.stated, found.counted)
                yield Fault(passage.subject, passage.path, details)


def _details(what: str, stated: int, counted: int) -> Mapping[str, str]:
    return {"what": what, "stated": str(stated), "sum": str(counted)}


def _tallies(handbook: Handbook) -> Iterator[tuple[str, Sequence[Tally]]]:
    yield "organisation", handbook.organisation.tallies
    for identifier, department in handbook.departments.items():
        yield f"department:{identifier}", department.tallies
    for subject, process in processes(handbook):
        yield subject, process.tallies
