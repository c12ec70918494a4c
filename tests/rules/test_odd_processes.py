"""Processes that nobody would write: the rules about the flow see them through."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.model.handbook import Handbook
from generator.model.organisation import Organisation
from generator.model.process import Process
from generator.rules import flow
from generator.rules.inspection import Inspection
from generator.rules.ways import has_loose_ends, reached_from_start, ways

IDS = st.sampled_from(["a", "b", "c", "nowhere"])
LINES = st.sampled_from(["ja", "nee", "?", "-", "niet", "anders", "overig", "Ja.", "𝔘", "x" * 300])
OUTCOMES = st.fixed_dictionaries(
    {"answer": LINES},
    optional={"next": IDS, "end": LINES, "activities": st.just([{"name": "?"}])},
)
DECISIONS = st.fixed_dictionaries(
    {"question": LINES, "outcomes": st.lists(OUTCOMES, max_size=3)},
    optional={"decided_by": st.just(["nobody"])},
)
STEPS = st.fixed_dictionaries(
    {"id": IDS, "name": LINES}, optional={"next": IDS, "end": LINES, "decision": DECISIONS}
)
ENTITIES = (
    *("groups", "companies", "departments", "roles", "systems", "kpis", "bottlenecks"),
    *("documents", "terms", "classifications", "chapters", "notes"),
)


def process_of(steps: list[dict[str, Any]]) -> Process:
    fields = {"id": "p", "group": "g", "name": "P", "steps": steps, "document": {"version": "0.1"}}
    return Process.model_validate(fields)


def inspection_of(process: Process) -> Inspection:
    organisation = Organisation.model_validate(
        {"name": "O", "language": "nl", "site": {"title": "O"}}
    )
    empty: dict[str, Any] = {name: {} for name in ENTITIES}
    return Inspection(Handbook(organisation, processes={process.id: process}, **empty))


@given(st.lists(STEPS, min_size=1, max_size=5))
def test_no_rule_about_the_flow_fails(steps: list[dict[str, Any]]) -> None:
    process = process_of(steps)
    inspection = inspection_of(process)
    seen = {rule.CODE: list(rule.check(inspection)) for rule in flow.RULES}
    places = [fault.path for faults in seen.values() for fault in faults]
    assert all(path[0] in {"steps", "triggers"} for path in places)
    assert len(seen["F106"]) + len(seen["F107"]) <= 1, "no end at all, or one that is missing"
    unreached = {fault.path[1] for fault in seen["F103"]}
    if has_loose_ends(process):
        assert unreached == set()
    else:
        assert unreached == set(range(len(steps))) - reached_from_start(process)


def test_two_processes_of_one_id_are_not_taken_for_each_other() -> None:
    first = process_of([{"id": "a", "name": "A"}, {"id": "b", "name": "B"}])
    second = process_of([{"id": "a", "name": "A", "next": "a"}, {"id": "b", "name": "B"}])
    assert [[way.target for way in out] for out in ways(first)] == [[1], [None]]
    assert [[way.target for way in out] for out in ways(second)] == [[0], [None]]
    assert ways(first) is ways(first)
