"""The scorecard of this repository: everything has a place or is reported, and all is proposed.

The source names the method and the four perspectives and nothing of their content, so what
is in them can only be a proposal.
"""

from pathlib import Path

import pytest

from generator.evaluation.served import factors_of, unserved
from generator.load import load
from generator.model.base import OriginKind
from generator.model.handbook import Handbook
from generator.model.scorecard import Scorecard
from generator.pages import site_of
from generator.pages.scorecard import scorecard_pages
from generator.rules import check
from reading import read

ROOT = Path(__file__).parent.parent

PERSPECTIVES = ("Financieel", "Klant", "Intern", "Innovatief")
"""The perspectives of the source (lines 5083-5084), in the order of a strategy map."""

WITHOUT_A_PLACE = ("mo-besteedbaar-inkomen", "so-aantal-producten")
"""Indicators of which the source does not say what they would show."""


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The handbook, without any finding in the file of the scorecard."""
    loaded = load(ROOT)
    assert not [item for item in loaded.findings if item.position.file == "kpis/scorecard.yml"]
    return loaded.readable


@pytest.fixture(scope="module")
def scorecard(handbook: Handbook) -> Scorecard:
    assert handbook.scorecard
    return handbook.scorecard


def test_the_perspectives_are_those_of_the_source(scorecard: Scorecard) -> None:
    assert tuple(side.name for side in scorecard.perspectives) == PERSPECTIVES
    for side in scorecard.perspectives:
        origin = scorecard.origin(f"perspectives.{side.id}.name")
        assert (origin.origin, origin.lines) == (OriginKind.SOURCE, ("L5083-5084",))
        question = scorecard.origin(f"perspectives.{side.id}.question")
        assert question.origin is OriginKind.PROPOSAL


def test_everything_in_them_is_a_proposal_with_a_reason(scorecard: Scorecard) -> None:
    for side in scorecard.perspectives:
        for objective in side.objectives:
            path = f"perspectives.{side.id}.objectives.{objective.id}"
            paths = [f"{path}.{field}" for field in ("name", "supports", "processes", "factors")]
            paths += [
                f"{path}.factors.{factor.id}.{field}"
                for factor in objective.factors
                for field in ("name", "kpis")
            ]
            for item in paths:
                origin = scorecard.origin(item)
                assert origin.origin is OriginKind.PROPOSAL, item
                assert origin.why, item


def test_no_target_was_chosen(scorecard: Scorecard) -> None:
    assert [factor.id for _, factor in factors_of(scorecard) if factor.target] == []


def test_every_goal_serves_one_objective(handbook: Handbook, scorecard: Scorecard) -> None:
    named = [process for item in scorecard.objectives for process in item.processes]
    assert sorted(named) == sorted(handbook.processes)
    assert len(named) == 8


def test_every_indicator_shows_one_factor_or_is_reported(
    handbook: Handbook, scorecard: Scorecard
) -> None:
    named = [kpi for _, factor in factors_of(scorecard) for kpi in factor.kpis]
    assert len(named) == len(set(named))
    assert sorted([*named, *WITHOUT_A_PLACE]) == sorted(handbook.kpis)
    assert tuple(kpi.id for kpi in unserved(handbook).kpis) == WITHOUT_A_PLACE


def test_an_objective_goes_with_the_indicators_of_its_processes(
    handbook: Handbook, scorecard: Scorecard
) -> None:
    """A process whose goal serves an internal objective is measured there too."""
    (internal,) = (side for side in scorecard.perspectives if side.id == "intern")
    for objective in internal.objectives:
        kpis = [kpi for factor in objective.factors for kpi in factor.kpis]
        measured = {handbook.kpis[kpi].process for kpi in kpis}
        assert len(measured) == 1, objective.id
        assert set(objective.processes) <= measured, objective.id


def test_what_has_no_place_stands_on_the_page_and_in_the_check(handbook: Handbook) -> None:
    (page,) = scorecard_pages(site_of(handbook))
    left = read(page).text.partition("Wat nergens aan bijdraagt")[2]
    for identifier in WITHOUT_A_PLACE:
        assert handbook.kpis[identifier].name in left
    found = check(handbook, load(ROOT).positions).findings
    codes = {item.code: 0 for item in found} | {"K106": 0, "K204": 0, "K307": 0}
    for item in found:
        codes[item.code] += 1
    assert (codes["K106"], codes["K204"], codes["K307"]) == (2, 0, 4)
    assert not {"K306", "K308", "K309", "K310"} & {item.code for item in found}
    in_file = [item for item in found if item.position.file == "kpis/scorecard.yml"]
    assert {item.code for item in in_file} == {"K307"}
