"""The standards of this repository: complete, in order, and not claiming more than is known."""

from pathlib import Path

import pytest

from generator.control.approval import was_approved
from generator.evaluation.citations import cited
from generator.evaluation.coverage import settled, standings
from generator.evaluation.strength import Strength
from generator.load import load
from generator.model.base import OriginKind
from generator.model.handbook import Handbook
from generator.model.identifiers import StandardId
from generator.model.process import Process
from generator.model.standard import Standard

ROOT = Path(__file__).parent.parent
NEW, OLD = StandardId("iso-9001-2015"), StandardId("iso-9001-2008")


@pytest.fixture(scope="module")
def own() -> Handbook:
    found = load(ROOT).handbook
    assert found is not None
    return found


@pytest.fixture
def new(own: Handbook) -> Standard:
    return own.standards[NEW]


def _order(number: str) -> tuple[tuple[int, str], ...]:
    whole, _, letter = number.partition("-")
    parts = [(int(part), "") for part in whole.split(".")]
    return (*parts, (0, letter)) if letter else tuple(parts)


@pytest.mark.parametrize("key", [NEW, OLD])
def test_every_clause_stands_once_and_in_order(own: Handbook, key: StandardId) -> None:
    numbers = [clause.number for clause in own.standards[key].clauses]
    assert numbers == sorted(set(numbers), key=_order)


def test_the_edition_is_whole(new: Standard) -> None:
    numbers = {clause.number for clause in new.clauses}
    assert {clause.parent for clause in new.clauses} - {""} <= numbers
    assert {str(number) for number in range(1, 11)} <= numbers
    assert {f"4.4.1-{letter}" for letter in "abcdefgh"} <= numbers
    assert len([number for number in numbers if "-" not in number]) == 94


def test_no_edition_applies_while_the_chapters_say_that_none_was_chosen(own: Handbook) -> None:
    topics = [topic for chapter in own.chapters.values() for topic in chapter.topics]
    chosen = next(topic.given for topic in topics if topic.topic == "Uitgave van de norm")
    for standard in own.standards.values():
        assert chosen or standard.applies is None
        assert chosen or standard.origin("applies").origin is OriginKind.OPEN


def test_everything_that_is_cited_is_there(own: Handbook) -> None:
    for chapter in own.chapters.values():
        for topic in chapter.topics:
            assert [text for text in topic.clauses if cited(text, own) is None] == []
    for standard in own.standards.values():
        for clause in standard.clauses:
            assert [one for one in clause.equivalents if own.find(one) is None] == []


def test_every_line_of_the_coverage_is_our_own_and_names_what_is_there(own: Handbook) -> None:
    for item in own.coverages.values():
        assert [one for one in (item.clause, *item.by) if own.find(one) is None] == []
        assert item.origin("by").origin is not OriginKind.SOURCE


def test_every_clause_is_settled(own: Handbook, new: Standard) -> None:
    found = standings(new, own)
    assert {clause.number for clause in new.clauses if "-" not in clause.number} <= settled(found)


def test_only_an_approved_process_is_in_force(own: Handbook, new: Standard) -> None:
    for item in standings(new, own):
        for one in item.evidence:
            process = own.find(one.reference.partition("#")[0])
            if not isinstance(process, Process) or not was_approved(process):
                assert one.strength is not Strength.IN_FORCE
