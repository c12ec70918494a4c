from dataclasses import replace

import pytest

from generator.evaluation.furp import furp_of
from generator.evaluation.process_approach import LETTERS, Answer, Cell, Count, grid
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.improvement import Improvement, Risk
from generator.model.process import Process

LEND = ProcessId("lend-book")


def cell(handbook: Handbook, letter: str, process: str = LEND) -> Cell:
    row = next(row for row in grid(handbook) if row.process.id == process)
    return next(item for item in row.cells if item.letter == letter)


def counts(
    handbook: Handbook, letter: str, process: str = LEND
) -> dict[str, tuple[int, int | None]]:
    return {item.what: (item.count, item.of) for item in cell(handbook, letter, process).found}


def with_process(library: Handbook, **values: object) -> Handbook:
    process = library.processes[LEND]
    made = Process.model_validate({**process.model_dump(exclude_unset=True), **values})
    return replace(library, processes={**library.processes, LEND: made})


@pytest.mark.parametrize(
    ("found", "rests", "expected"),
    [
        ((Count("a", 0), Count("b", 0)), (0, 0), Answer.NO),
        ((Count("a", 1), Count("b", 0)), (0, 0), Answer.PARTLY),
        ((Count("a", 1), Count("b", 1)), (0, 0), Answer.YES),
        ((Count("a", 1), Count("b", 0, counts=False)), (0, 0), Answer.YES),
        ((Count("a", 0), Count("b", 3, counts=False)), (0, 0), Answer.NO),
        ((Count("a", 1, 2),), (0, 0), Answer.PARTLY),
        ((Count("a", 2, 2),), (0, 0), Answer.YES),
        ((Count("a", 2, 2),), (1, 0), Answer.PARTLY),
        ((Count("a", 2, 2),), (0, 1), Answer.PARTLY),
        ((), (0, 0), Answer.NO),
    ],
)
def test_an_answer(found: tuple[Count, ...], rests: tuple[int, int], expected: Answer) -> None:
    assert Cell("a", found, *rests).answer is expected


def test_every_process_has_eight_answers(library: Handbook) -> None:
    rows = grid(library)
    assert [row.process.id for row in rows] == list(library.processes)
    assert all(tuple(item.letter for item in row.cells) == LETTERS for row in rows)


def test_what_is_counted(library: Handbook) -> None:
    process = library.processes[LEND]
    assert counts(library, "b")["steps"] == (len(process.steps), None)
    assert counts(library, "c")["criteria"] == (1, 1)
    assert counts(library, "c")["kpis"] == (1, 2)
    assert counts(library, "e")["owner"] == (1, 1)
    assert counts(library, "e")["deciders"] == (1, 1)
    assert counts(library, "f") == {"risks": (1, None), "rated": (1, 1), "treated": (1, 1)}
    assert counts(library, "g")["measured"] == (1, 2)
    assert counts(library, "h")["improvements"][0] >= 1


def test_nothing_known_is_a_no(library: Handbook) -> None:
    bare = replace(library, risks={}, measurements={}, improvements={}, actions={}, bottlenecks={})
    assert {letter: cell(bare, letter).answer for letter in "fgh"} == dict.fromkeys(
        "fgh", Answer.NO
    )


def test_what_came_to_light_is_no_improvement_yet(library: Handbook) -> None:
    found = replace(library, improvements={}, actions={})
    assert counts(found, "h")["bottlenecks"][0] > 0
    assert cell(found, "h").answer is Answer.NO


@pytest.mark.parametrize(
    ("work", "own", "replaced"),
    [
        ({"roles": ["visitor"]}, 0, None),
        ({"roles": ["librarian"]}, 1, 1),
        ({"roles": ["staff"]}, 1, 1),
        ({"roles": ["head-librarian"]}, 1, 0),
        ({"any_of": ["head-librarian", "librarian"]}, 2, 2),
    ],
)
def test_who_can_be_replaced_is_as_seen_from_the_four_sides(
    library: Handbook, work: dict[str, object], own: int, replaced: int | None
) -> None:
    made = with_process(library, steps=[{"id": "a", "name": "A", "uses": ["catalogue"], **work}])
    assert counts(made, "d")["roles"] == (own, None)
    assert counts(made, "d").get("deputies") == (None if replaced is None else (replaced, own))
    furp = furp_of(made.processes[LEND], made)
    assert furp.reliability.checks["deputies"] is (replaced in (None, own))
    assert cell(made, "d").answer is (Answer.YES if own and replaced == own else Answer.PARTLY)


def test_a_rated_risk_is_a_yes_and_a_proposed_one_only_partly(library: Handbook) -> None:
    assert cell(library, "f").answer is Answer.YES
    risks = {
        key: Risk.model_validate(
            {**item.model_dump(exclude_unset=True), "origins": {"*": "proposal"}}
        )
        for key, item in library.risks.items()
    }
    proposed = cell(replace(library, risks=risks), "f")
    assert (proposed.answer, proposed.proposals) == (Answer.PARTLY, 1)


@pytest.mark.parametrize(
    ("path", "letters"),
    [
        ("objects", "ad"),
        ("interfaces", "b"),
        ("owner", "e"),
        ("steps.find-book.decision", "ce"),
        ("steps.find-book.inputs", "a"),
        ("steps.find-book.uses", "d"),
        ("steps.find-book", "abcde"),
        ("*", "abcde"),
        ("goal", ""),
    ],
)
@pytest.mark.parametrize("kind", ["proposal", "open", "derived"])
def test_an_answer_tells_that_it_rests_on_a_proposal(
    library: Handbook, path: str, letters: str, kind: str
) -> None:
    found = with_process(library, origins={path: {"origin": kind, "why": "w"}})
    for letter in "abcde":
        made = cell(found, letter)
        rests = (kind == "proposal", kind == "open") if letter in letters else (False, False)
        assert (made.proposals, made.open) == (int(rests[0]), int(rests[1])), letter


def test_an_improvement_counts_where_its_reason_lies(library: Handbook) -> None:
    made = Improvement.model_validate({"id": "x", "name": "X", "because": ["process:buy-book"]})
    found = replace(library, improvements={made.id: made}, actions={})
    assert counts(found, "h", "buy-book")["improvements"] == (1, None)
    assert counts(found, "h", "buy-book")["done"] == (0, 1)
    assert counts(found, "h")["improvements"] == (0, None)
