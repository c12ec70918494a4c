from dataclasses import replace

import pytest

from generator.evaluation.outage import Outage, hosted_on, outage_by_system, outages
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, RoleId, SystemId
from generator.model.organisation import System
from generator.model.process import Activity


def outage(handbook: Handbook, system: str) -> Outage:
    return outage_by_system(handbook)[SystemId(system)]


def with_systems(library: Handbook, **changes: dict[str, object]) -> Handbook:
    """The library with other values in its systems, underscores for hyphens."""
    systems = dict(library.systems)
    for name, values in changes.items():
        key = SystemId(name.replace("_", "-"))
        known = systems[key].model_dump() if key in systems else {"id": key, "name": key}
        systems[key] = System.model_validate({"kind": "server", **known, **values})
    return replace(library, systems=systems)


@pytest.mark.parametrize(
    ("system", "falls", "steps"),
    [
        ("catalogue", [], ["take-request", "find-book", "lend", "shelve-book"]),
        ("cellar-server", ["catalogue"], ["take-request", "find-book", "lend", "shelve-book"]),
        ("desk-phone", [], ["order-book"]),
    ],
)
def test_a_system_takes_along_what_runs_on_it(
    library: Handbook, system: str, falls: list[str], steps: list[str]
) -> None:
    found = outage(library, system)
    assert [item.id for item in found.falls] == falls
    assert [step.id for _, step in found.steps] == steps


def test_what_else_is_touched(library: Handbook) -> None:
    for system in ("catalogue", "cellar-server"):
        found = outage(library, system)
        assert [item.id for item in found.processes] == ["lend-book", "buy-book"]
        assert [item.id for item in found.kpis] == [
            item.id for item in library.kpis.values() if item.measured_in == "catalogue"
        ]
        assert [item.name for item in found.documents] == ["Lending rules"]
        assert [str(record.what) for _, _, record in found.records] == ["request [noted]"]
        assert found.cards == tuple(item for item in found.processes if item.emergency_card)
        assert not found.empty


def test_who_notices_is_who_does_the_steps(library: Handbook) -> None:
    found = outage(library, "catalogue").noticed_by
    assert {role: [step.id for _, step in steps] for role, steps in found.items()} == {
        "librarian": ["take-request", "find-book", "lend"],
        "head-librarian": ["find-book"],
        "visitor": ["lend"],
    }


def test_work_between_steps_counts(library: Handbook) -> None:
    process = library.processes[ProcessId("lend-book")]
    work = Activity.model_validate(
        {"name": "Ring", "uses": ["desk-phone"], "any_of": ["head-librarian"]}
    )
    steps = list(process.steps)
    at = next(number for number, step in enumerate(steps) if step.decision)
    decision = steps[at].decision
    assert decision
    first, *others = decision.outcomes
    outcomes = (first.model_copy(update={"activities": (work,)}), *others)
    decided = decision.model_copy(update={"outcomes": outcomes})
    steps[at] = steps[at].model_copy(update={"decision": decided})
    changed = process.model_copy(update={"steps": tuple(steps)})
    handbook = replace(library, processes={**library.processes, process.id: changed})
    found = outage(handbook, "desk-phone")
    assert [activity for *_, activity in found.activities] == [work]
    assert process.id in {item.id for item in found.processes}
    noticed = found.noticed_by[RoleId("head-librarian")]
    assert [step.id for _, step in noticed] == ["order-book", steps[at].id]


def test_over_others_and_in_a_circle(library: Handbook) -> None:
    handbook = with_systems(
        library,
        rack={},
        cellar_server={"runs_on": "rack"},
        desk_phone={"runs_on": "catalogue"},
    )
    assert hosted_on(handbook, SystemId("rack")) == ("cellar-server", "catalogue", "desk-phone")
    circle = with_systems(handbook, rack={"runs_on": "desk-phone"})
    for system in circle.systems:
        assert set(hosted_on(circle, system)) == set(circle.systems) - {system}


def test_a_step_that_uses_two_fallen_systems_stands_once_and_in_its_place(
    library: Handbook,
) -> None:
    """The answer of the index, beside going through every step for every system."""
    handbook = with_systems(library, cellar_server={}, desk_phone={"runs_on": "cellar-server"})
    steps = [(item, step) for item in handbook.processes.values() for step in item.steps]
    for system in handbook.systems:
        down = {system, *hosted_on(handbook, system)}
        found = outage(handbook, system)
        assert found.steps == tuple(
            (item, step) for item, step in steps if down & {*step.uses, *step.performed_by}
        )
        assert found.records == tuple(
            (item, step, record)
            for item, step in steps
            for record in step.records
            if record.where in down
        )


def test_every_handbook_is_gone_through_once(library: Handbook) -> None:
    assert outage_by_system(library) is outage_by_system(library)
    assert outage_by_system(replace(library)) is not outage_by_system(library)


def test_connected_systems_are_named_and_do_not_fall(library: Handbook) -> None:
    handbook = with_systems(library, desk_phone={"connected_to": ["catalogue", "pager"]})
    for system in ("catalogue", "cellar-server"):
        found = outage(handbook, system)
        assert found.connected == ("desk-phone",)
        assert "order-book" not in {step.id for _, step in found.steps}
    assert outage(handbook, "desk-phone").connected == ("catalogue", "pager")


def test_most_steps_first_and_then_the_order_of_the_file(library: Handbook) -> None:
    assert [item.system.id for item in outages(library)] == [
        "catalogue",
        "cellar-server",
        "desk-phone",
    ]


def test_a_system_that_nothing_needs(library: Handbook) -> None:
    found = outage(with_systems(library, pager={}), "pager")
    assert found.empty
    assert (found.steps, found.processes, found.noticed_by) == ((), (), {})
