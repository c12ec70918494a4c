"""A clause is said not to apply, and elsewhere something is said to cover it or to be missing."""

from collections.abc import Iterator
from typing import Final

from generator.evaluation.coverage import ClauseStanding, is_within, standings
from generator.model.finding import Severity
from generator.model.standard import Coverage
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group, quoted

CODE: Final = "Q106"
NAME: Final = "contradicting-coverage"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.STANDARDS
CLAUSES: Final = ("4.3", "9.2.2")

_MOST: Final = 3


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every exclusion of a clause that is covered, or of which something is missing.

    An exclusion also holds for the clauses below, so that those count too.
    """
    handbook = inspection.handbook
    against: dict[str, dict[str, None]] = {}
    for standard in handbook.standards.values():
        for item in standings(standard, handbook):
            for exclusion in item.exclusions:
                said = dict.fromkeys(_against(item, exclusion))
                against.setdefault(exclusion.id, {}).update(said)
    for coverage in handbook.coverages.values():
        if named := against.get(coverage.id):
            details = {"clause": coverage.clause.partition("#")[2]}
            details["named"] = quoted(named, most=_MOST)
            yield Fault(f"coverage:{coverage.id}", ("excluded",), details)


def _against(item: ClauseStanding, exclusion: Coverage) -> Iterator[str]:
    """What says of what is excluded, or of a part of that, something else than that it is.

    Where every lettered part is excluded, that says nothing against the whole.
    """
    for one in item.evidence:
        if is_within(one.clause, exclusion.clause):
            yield one.reference
    for other in item.coverages:
        if other.missing and other.id != exclusion.id and is_within(other.clause, exclusion.clause):
            yield f"coverage:{other.id}"
    if exclusion.missing:
        yield f"coverage:{exclusion.id}"
