"""A clause is named that its standard does not have."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from generator.evaluation.citations import lacking
from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.model.standard import Standard
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import Kinds

CODE: Final = "Q101"
NAME: Final = "unknown-clause"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("7.5.2", "9.2.2")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every reference to a clause that is not there; a missing standard is R101's."""
    handbook = inspection.handbook
    for naming in inspection.namings:
        for _, reference, path in naming.places(partial(_unknown, handbook)):
            yield Fault(naming.subject, path, _details(reference, handbook))
    yield from _topics(handbook)


def _unknown(handbook: Handbook, kinds: Kinds, identifiers: set[str]) -> set[str]:
    """The references to a clause that a standard of the handbook lacks."""
    if kinds != ("reference",):
        return set()
    return {
        one
        for one in identifiers
        if one.startswith("standard:") and "#" in one and handbook.find(one) is None
        if one.partition("#")[0].partition(":")[2] in handbook.standards
    }


def _details(reference: str, handbook: Handbook) -> dict[str, str]:
    name, _, number = reference.partition("#")
    standard = handbook.find(name)
    if not isinstance(standard, Standard):
        return {"clause": number, "standard": name}
    numbers = [clause.number for clause in standard.clauses]
    return {"clause": number, "standard": standard.name} | nearest(number, numbers)


def _topics(handbook: Handbook) -> Iterator[Fault]:
    """A chapter cites clauses as people write them: ``2008: 4.2.2 a``."""
    for chapter in handbook.chapters.values():
        for place, topic in enumerate(chapter.topics):
            for number, text in enumerate(topic.clauses):
                if standards := lacking(text, handbook):
                    path = ("topics", place, "clauses", number)
                    names = ", ".join(standard.name for standard in standards)
                    yield Fault(f"chapter:{chapter.id}", path, {"clause": text, "standard": names})
