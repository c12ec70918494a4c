"""What the scorecard leaves out, computed over scorecards of a few lines."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.evaluation.served import Unserved, factors_of, unserved
from generator.model.handbook import Handbook
from generator.model.scorecard import Scorecard


def card(*objectives: Mapping[str, Any]) -> Scorecard:
    """A scorecard of one perspective."""
    sides = [{"id": "one", "name": "One", "objectives": objectives}]
    return Scorecard.model_validate({"name": "What we want", "perspectives": sides})


def objective(name: str, **fields: Any) -> Mapping[str, Any]:
    return {"id": name, "name": name, **fields}


def left(found: Unserved) -> dict[str, list[str]]:
    """The identifiers of what is left out."""
    return {
        "goals": [item.id for item in found.goals],
        "kpis": [item.id for item in found.kpis],
        "objectives": [item.id for item in found.objectives],
        "factors": [f"{item.id}/{factor.id}" for item, factor in found.factors],
    }


GOALS = ["lend-book", "buy-book"]
KPIS = ["lb-loans", "lb-refusals"]


@pytest.mark.parametrize(
    ("objectives", "expected"),
    [
        ([], {"goals": GOALS, "kpis": KPIS}),
        ([objective("a", processes=["lend-book"])], {"goals": ["buy-book"], "objectives": ["a"]}),
        ([objective("a", processes=GOALS)], {"goals": [], "objectives": ["a"]}),
        ([objective("a", processes=["nothing"])], {"goals": GOALS, "objectives": ["a"]}),
        (
            [objective("a", factors=[{"id": "f", "name": "f", "kpis": KPIS}])],
            {"goals": GOALS, "kpis": []},
        ),
        (
            [objective("a", factors=[{"id": "f", "name": "f"}])],
            {"goals": GOALS, "factors": ["a/f"]},
        ),
        (
            [objective("a", factors=[{"id": "f", "name": "f", "target": "all"}]), objective("b")],
            {"goals": GOALS, "factors": ["a/f"], "objectives": ["b"]},
        ),
    ],
)
def test_what_is_left_out(
    library: Handbook, objectives: list[Mapping[str, Any]], expected: Mapping[str, list[str]]
) -> None:
    found = unserved(replace(library, scorecard=card(*objectives)))
    assert left(found) == {"kpis": KPIS, "objectives": [], "factors": []} | dict(expected)
    assert found


def test_of_the_library(library: Handbook) -> None:
    assert left(unserved(library)) == {
        "goals": ["buy-book"],
        "kpis": ["lb-refusals"],
        "objectives": ["good-catalogue"],
        "factors": [],
    }


def test_an_obsolete_process_asks_for_nothing(library: Handbook) -> None:
    weeded = {
        key: process.model_copy(update={"goal": "Room on the shelves"})
        for key, process in library.processes.items()
    }
    kpis = {
        key: kpi.model_copy(update={"process": "weed-shelves"}) for key, kpi in library.kpis.items()
    }
    found = unserved(replace(library, processes=weeded, kpis=kpis, scorecard=card()))
    assert left(found)["goals"] == GOALS
    assert found.kpis == ()


def test_without_a_scorecard_nothing_is_asked(library: Handbook) -> None:
    assert not unserved(replace(library, scorecard=None))


def test_factors_come_with_their_objective(library: Handbook) -> None:
    assert library.scorecard
    assert [(item.id, factor.id) for item, factor in factors_of(library.scorecard)] == [
        ("readers-served", "enough-loans")
    ]
