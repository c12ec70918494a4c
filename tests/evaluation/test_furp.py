"""A process from four sides: the library's, and processes of a few lines."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.evaluation.furp import Aspect, Furp, furp_of
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.process import Process

DRAFT = {"version": "0.1", "status": "draft"}


def of(library: Handbook, name: str) -> Furp:
    return furp_of(library.processes[ProcessId(name)], library)


def made(library: Handbook, *steps: Mapping[str, Any], **fields: Any) -> Furp:
    """A process of the library with these steps, filed under a name that is not taken."""
    data = {"id": "shelve", "group": "lending", "name": "Shelve", "document": DRAFT, "steps": steps}
    return furp_of(Process.model_validate(data | fields), library)


def step(name: str, **fields: Any) -> Mapping[str, Any]:
    return {"id": name, "name": name, **fields}


def decision(*targets: str | None) -> Mapping[str, Any]:
    """A decision with an answer for each target; None is an end."""
    outcomes = [
        {"answer": f"a{number}"} | ({"next": target} if target else {"end": "done"})
        for number, target in enumerate(targets)
    ]
    return {"question": "Where to?", "outcomes": outcomes}


def open_in(found: Furp) -> dict[str, list[str]]:
    """What each side lacks."""
    return {
        str(aspect): [name for name, is_known in checks.items() if not is_known]
        for aspect, checks in found.checks.items()
    }


@pytest.mark.parametrize(
    ("process", "expected"),
    [
        (
            "lend-book",
            {
                "functional": [],
                "usability": ["explanations"],
                "reliability": [],
                "performance": ["norms", "complete", "measured"],
            },
        ),
        (
            "buy-book",
            {
                "functional": [],
                "usability": ["explanations"],
                "reliability": ["criteria", "records", "escalations", "deputies"],
                "performance": ["norms", "kpis"],
            },
        ),
        (
            "weed-shelves",
            {
                "functional": ["goal", "customers", "triggers", "results"],
                "usability": ["means", "explanations"],
                "reliability": ["records", "escalations"],
                "performance": ["norms", "kpis"],
            },
        ),
    ],
)
def test_what_the_library_lacks(
    library: Handbook, process: str, expected: Mapping[str, list[str]]
) -> None:
    assert open_in(of(library, process)) == expected


def test_what_does_not_apply_is_not_asked(library: Handbook) -> None:
    checks = of(library, "weed-shelves").checks
    assert "criteria" not in checks[Aspect.RELIABILITY]
    assert "complete" not in checks[Aspect.PERFORMANCE]
    assert "criteria" in of(library, "buy-book").checks[Aspect.RELIABILITY]


def test_a_proposal_is_told_apart(library: Handbook) -> None:
    assert of(library, "lend-book").proposed(Aspect.FUNCTIONAL) == ("goal",)
    assert of(library, "buy-book").proposed(Aspect.FUNCTIONAL) == ()
    origins = {"goal": "proposal", "escalations": "proposal"}
    found = made(library, step("a"), origins=origins)
    assert found.proposed(Aspect.FUNCTIONAL) == ()  # there is no goal to propose
    assert found.proposed(Aspect.RELIABILITY) == ()


def test_people_are_no_result(library: Handbook) -> None:
    objects = [
        {"name": "shelf", "stereotype": "physical", "place": "output"},
        {"name": "visitor", "stereotype": "people", "place": "output"},
        {"name": "cart", "stereotype": "physical", "place": "supply"},
    ]
    found = made(library, step("a"), objects=objects)
    assert [item.name for item in found.functional.results] == ["shelf"]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("a"), step("b")], []),
        ([step("a"), step("b", next="a")], [("b", "a")]),
        ([step("a"), step("b", next="b")], [("b", "b")]),
        ([step("a", decision=decision("b", None)), step("b")], []),
        ([step("a"), step("b", decision=decision("a", "a", "c")), step("c")], [("b", "a")]),
        ([step("a"), step("b", decision=decision("a", "b"))], [("b", "a"), ("b", "b")]),
        ([step("a"), step("b", next="nowhere")], []),
    ],
)
def test_the_ways_back(
    library: Handbook, steps: list[Mapping[str, Any]], expected: list[tuple[str, str]]
) -> None:
    found = made(library, *steps).reliability.ways_back
    assert [(source.id, target.id) for source, target in found] == expected


@pytest.mark.parametrize(
    ("fields", "is_alone"),
    [
        ({"roles": ["head-librarian"]}, True),
        ({"roles": ["librarian"]}, False),  # has a deputy
        ({"roles": ["visitor"]}, False),  # is outside
        ({"roles": ["staff"]}, False),  # is several
        ({"roles": ["head-librarian", "librarian"]}, False),
        ({"any_of": ["head-librarian", "librarian"]}, False),
        ({"roles": ["head-librarian"], "performed_by": ["catalogue"]}, False),
        ({"performed_by": ["catalogue"]}, False),
        ({"roles": ["nobody"]}, False),
    ],
)
def test_who_is_alone(library: Handbook, fields: Mapping[str, Any], *, is_alone: bool) -> None:
    found = made(library, step("a", **fields), step("b", roles=["librarian"])).reliability
    assert {role: [item.id for item in steps] for role, steps in found.alone.items()} == (
        {"head-librarian": ["a"]} if is_alone else {}
    )
    assert found.checks["deputies"] is not is_alone


def test_the_system_that_most_steps_need_comes_first(library: Handbook) -> None:
    found = made(
        library,
        step("a", uses=["desk-phone"]),
        step("b", uses=["catalogue", "catalogue"]),
        step("c", performed_by=["catalogue"], uses=["catalogue"]),
    ).reliability.needed
    assert {key: [item.id for item in steps] for key, steps in found.items()} == {
        "catalogue": ["b", "c"],
        "desk-phone": ["a"],
    }
    assert list(found) == ["catalogue", "desk-phone"]


@pytest.mark.parametrize(
    ("norms", "is_known"),
    [
        ([], False),
        ([{"what": "Answer"}], False),
        ([{"what": "Answer", "norm": "a day"}], True),
        ([{"what": "Answer", "norm": "a day"}, {"what": "Order"}], False),
    ],
)
def test_a_time_limit_counts_when_it_is_set(
    library: Handbook, norms: list[Mapping[str, str]], *, is_known: bool
) -> None:
    found = made(library, step("a"), time_norms=norms)
    assert found.performance.checks["norms"] is is_known


@pytest.mark.parametrize(
    ("escalations", "is_known"),
    [
        ([], False),
        ([{"when": "Late"}], False),
        ([{"when": "Late", "to": ["librarian"]}], True),
        ([{"when": "Late", "to": ["librarian"]}, {"when": "Torn"}], False),
    ],
)
def test_an_escalation_counts_when_it_leads_to_somebody(
    library: Handbook, escalations: list[Mapping[str, Any]], *, is_known: bool
) -> None:
    found = made(library, step("a"), escalations=escalations)
    assert found.reliability.checks["escalations"] is is_known


def test_measured_is_what_has_values(library: Handbook) -> None:
    found = of(library, "lend-book").performance
    assert [kpi.id for kpi in found.kpis] == ["lb-loans", "lb-refusals"]
    assert [kpi.id for kpi in found.complete] == ["lb-loans"]
    assert [kpi.id for kpi in found.measured] == ["lb-loans"]
    emptied = {
        key: series.model_copy(update={"values": ()})
        for key, series in library.measurements.items()
    }
    nothing = of(replace(library, measurements=emptied), "lend-book").performance
    assert nothing.measured == ()


def test_work_between_the_steps_counts_for_who_does_it(library: Handbook) -> None:
    work = {"name": "Carry", "roles": ["supplier"], "uses": ["desk-phone"]}
    chosen = decision(None)
    chosen["outcomes"][0]["activities"] = [work]
    found = made(library, step("a", roles=["librarian"], decision=chosen)).usability
    assert found.roles == ("librarian", "supplier")
    assert found.systems == ("desk-phone",)


def test_a_step_that_nobody_does(library: Handbook) -> None:
    found = made(library, step("a"), step("b", performed_by=["catalogue"]))
    assert [item.id for item in found.usability.nobody] == ["a"]
    assert "performers" in open_in(found)["usability"]
