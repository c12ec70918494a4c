"""What covers each clause of a standard, how strongly, and what is missing.

ISO 9001:2015, 4.3 (a requirement that does not apply has a justification), 4.4 and 9.2: an auditor
asks clause by clause. Nothing here is written in a file: it follows from the coverage that is
written, the subjects of the chapters and the state of what they point at.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.evaluation.citations import cited
from generator.evaluation.strength import (
    PRESENT,
    Strength,
    claimed,
    limited,
    strength_of,
    weakest,
)
from generator.model.handbook import Handbook
from generator.model.identifiers import StandardId
from generator.model.organisation import Chapter, Topic
from generator.model.remembered import remembered
from generator.model.standard import Clause, Coverage, Standard


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that is said to cover a clause: by a coverage, or as a subject of a chapter."""

    clause: str
    """The reference to the clause of which it is said."""
    reference: str
    strength: Strength
    coverage: Coverage | None = None
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class ClauseStanding:
    """How one clause stands; a clause that has lettered parts stands with all of them."""

    standard: Standard
    clause: Clause
    coverages: tuple[Coverage, ...]
    evidence: tuple[Evidence, ...]
    parts: tuple[str, ...] = ()
    """The numbers of the numbered clauses right below it."""
    letters: tuple[Clause, ...] = ()
    """Its lettered parts."""
    gap_below: bool = False
    """Whether a numbered clause below it has a gap, or nobody spoke of it."""

    @property
    def reference(self) -> str:
        """The reference to the clause."""
        return f"standard:{self.standard.id}#{self.clause.number}"

    @property
    def is_unit(self) -> bool:
        """Whether it is counted: it is a whole clause, and no heading above others."""
        return "-" not in self.clause.number and not self.parts

    @property
    def strength(self) -> Strength:
        """The weakest of what is there, so that no draft or proposal passes for more."""
        present = [item.strength for item in self.evidence if item.strength in PRESENT]
        if present:
            return weakest(present)
        if self.exclusions:
            decided = (one for one in self.exclusions if one not in self.undecided)
            return Strength.EXCLUDED if self._holds_for_all(decided) else Strength.OPEN
        if any(item.strength is Strength.OPEN for item in self.evidence):
            return Strength.OPEN
        return Strength.MISSING if self.is_told else Strength.NOTHING

    @property
    def is_covered(self) -> bool:
        """Whether anything covers it, be it a draft or a proposal."""
        return self.strength in PRESENT

    @property
    def exclusions(self) -> tuple[Coverage, ...]:
        """The coverages that say why it does not apply: as a whole, or in every lettered part."""
        excluded = tuple(item for item in self.coverages if item.excluded)
        return excluded if self._holds_for_all(excluded) else ()

    @property
    def is_told(self) -> bool:
        """Whether anybody said how it is met, what is missing or why it does not apply."""
        return bool(self.evidence) or any(map(_tells, self.coverages))

    @property
    def untold(self) -> tuple[Clause, ...]:
        """The lettered parts nobody spoke of, where others were and the whole was not."""
        told = {one.clause for one in self.evidence}
        told.update(item.clause for item in self.coverages if _tells(item))
        lettered = self._lettered
        if not told or not told <= lettered.keys():
            return ()
        return tuple(clause for reference, clause in lettered.items() if reference not in told)

    @property
    def undecided(self) -> tuple[Coverage, ...]:
        """The exclusions that are only proposed, or open: they exclude nothing yet."""
        return tuple(
            item
            for item in self.coverages
            if item.excluded and claimed(item, "excluded") is not Strength.STATED
        )

    @property
    def has_gap(self) -> bool:
        """Whether something is missing or open, also where something else covers the clause."""
        if self.strength in (Strength.OPEN, Strength.MISSING) or self.untold or self.undecided:
            return True
        lacking = any(item.strength not in PRESENT for item in self.evidence)
        return lacking or any(item.missing for item in self.coverages)

    @property
    def lacks(self) -> bool:
        """Whether it has a gap, or nobody spoke of it at all."""
        return self.has_gap or not self.is_told

    def _holds_for_all(self, exclusions: Iterable[Coverage]) -> bool:
        """Whether these exclude all of it: the whole, or each of its lettered parts."""
        excluded = {item.clause for item in exclusions}
        lettered = self._lettered.keys()
        return bool(excluded - lettered) or (bool(lettered) and lettered <= excluded)

    @property
    def _lettered(self) -> Mapping[str, Clause]:
        """The lettered parts by the references to them."""
        return {f"standard:{self.standard.id}#{one.number}": one for one in self.letters}


def standings(standard: Standard, handbook: Handbook) -> tuple[ClauseStanding, ...]:
    """How every clause of a standard stands, in the order of its file."""
    return _standings(handbook)[standard.id]


@remembered
def _standings(handbook: Handbook) -> Mapping[StandardId, tuple[ClauseStanding, ...]]:
    """How the clauses of every standard stand: rules and pages ask it of one handbook often."""
    coverages, evidence = _coverages(handbook), _evidence(handbook)
    return {
        standard.id: _with_gaps_below(tuple(_stand(standard, coverages, evidence)))
        for standard in handbook.standards.values()
    }


def _stand(
    standard: Standard,
    coverages: Mapping[str, list[Coverage]],
    evidence: Mapping[str, list[Evidence]],
) -> Iterator[ClauseStanding]:
    below = _below(standard.clauses)
    for clause in standard.clauses:
        parts = below.get(clause.number, ())
        letters = tuple(one for one in parts if "-" in one.number)
        whole = (clause.number, *(one.number for one in letters))
        own = [f"standard:{standard.id}#{one}" for one in whole]
        above = [f"standard:{standard.id}#{one}" for one in _above(clause)]
        excluded = (item for one in above for item in coverages.get(one, ()) if item.excluded)
        yield ClauseStanding(
            standard,
            clause,
            (*(item for reference in own for item in coverages.get(reference, ())), *excluded),
            tuple(item for reference in own for item in evidence.get(reference, ())),
            tuple(one.number for one in parts if "-" not in one.number),
            letters,
        )


def _with_gaps_below(found: tuple[ClauseStanding, ...]) -> tuple[ClauseStanding, ...]:
    lacking = [item.reference for item in found if item.is_unit and item.lacks]
    return tuple(
        replace(item, gap_below=any(is_within(one, item.reference) for one in lacking))
        if item.parts
        else item
        for item in found
    )


def is_within(clause: str, whole: str) -> bool:
    """Whether the reference to a clause points at another one, or at anything below that."""
    return clause == whole or clause.startswith((f"{whole}.", f"{whole}-"))


def in_order(handbook: Handbook) -> tuple[Standard, ...]:
    """The standards, those first that no other edition has replaced."""
    return tuple(sorted(handbook.standards.values(), key=lambda item: bool(item.replaced_by)))


def settled(found: Iterable[ClauseStanding]) -> frozenset[str]:
    """The numbers of the clauses of which it is told how they stand.

    A heading is settled when all below it is; what is told of a heading alone says nothing of
    the clauses below it.
    """
    by_number = {item.clause.number: item for item in found}
    known: dict[str, bool] = {}

    def is_settled(number: str) -> bool:
        if number not in known:
            item = by_number[number]
            known[number] = False  # A clause is never above itself; this only ends a bad file.
            below = [is_settled(part) for part in item.parts]
            known[number] = all(below) if below else item.is_told
        return known[number]

    return frozenset(number for number in by_number if is_settled(number))


def equivalents(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """The clauses that ask the same as each, whichever of the two says so."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for standard in handbook.standards.values():
        for clause in standard.clauses:
            own = f"standard:{standard.id}#{clause.number}"
            for other in clause.equivalents:
                found[own][other] = None
                found[other][own] = None
    return {reference: tuple(others) for reference, others in found.items()}


def coverage_of(reference: str, handbook: Handbook) -> tuple[Coverage, ...]:
    """The coverages that name a thing, or a step or part of it, in the order of the file."""
    return tuple(
        item
        for item in handbook.coverages.values()
        if any(reference in (one, one.partition("#")[0]) for one in item.by)
    )


def _tells(item: Coverage) -> bool:
    return bool(item.by or item.missing or item.excluded)


def _coverages(handbook: Handbook) -> Mapping[str, list[Coverage]]:
    found: dict[str, list[Coverage]] = defaultdict(list)
    for item in handbook.coverages.values():
        found[item.clause].append(item)
    return found


def _evidence(handbook: Handbook) -> Mapping[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for item in handbook.coverages.values():
        claim = claimed(item, "by")
        for reference in item.by:
            strength = limited(strength_of(reference, handbook), claim)
            found[item.clause].append(Evidence(item.clause, reference, strength, coverage=item))
    for chapter in handbook.chapters.values():
        for topic in chapter.topics:
            name, strength = f"chapter:{chapter.id}", _given(chapter, topic)
            for text in topic.clauses:
                if clause := cited(text, handbook):
                    found[clause].append(Evidence(clause, name, strength, topic=topic))
    return found


def _given(chapter: Chapter, topic: Topic) -> Strength:
    return claimed(chapter, "topics") if topic.given else Strength.MISSING


def _below(clauses: Iterable[Clause]) -> Mapping[str, list[Clause]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for clause in clauses:
        found[clause.parent].append(clause)
    return found


def _above(clause: Clause) -> Iterator[str]:
    """The clauses around one, the nearest first: what is excluded, is so with all below it."""
    number = clause.parent
    while number:
        yield number
        number = number.rpartition(".")[0]
