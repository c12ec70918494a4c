"""Which work comes before which, held against the plainest way to compute it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import FieldPath
from generator.model.objects import ObjectUse
from generator.model.process import Activity, ObjectState, Process, Step
from generator.model.remembered import remembered
from generator.model.work import work_in
from generator.rules.objects.order import Order

CHOICES = st.integers(1, 6).flatmap(
    lambda size: st.lists(
        st.none() | st.lists(st.integers(0, size), min_size=1, max_size=3),
        min_size=size,
        max_size=size,
    )
)
"""For every step: it just goes on (None), or its answers lead to these steps, or to an end."""


def process_of(choices: list[list[int] | None]) -> Process:
    return Process.model_validate(
        {
            "id": "p",
            "group": "g",
            "name": "P",
            "steps": [step_of(index, answers) for index, answers in enumerate(choices)],
            "document": {"version": "0.1"},
        }
    )


def step_of(index: int, answers: list[int] | None) -> dict[str, object]:
    step: dict[str, object] = {"id": f"s{index}", "name": f"Step {index}"}
    if answers is not None:
        outcomes = [
            {"answer": str(number), "next": f"s{target}", "activities": [{"name": "a"}]}
            for number, target in enumerate(answers)
        ]
        step["decision"] = {"question": "Which?", "outcomes": outcomes}
    return step


def use(process: Process, step: Step, activity: Activity | None = None) -> ObjectUse:
    path = (*paths(process)[id(activity or step)], "outputs", 0)
    item = ObjectState(object="thing")
    return ObjectUse(process, step, activity, None, gives=True, item=item, path=path)


@remembered
def paths(process: Process) -> dict[int, FieldPath]:
    return {id(part): path for _, part, path in work_in(process)}


def graph_of(choices: list[list[int] | None]) -> list[list[int]]:
    """The same flow as a graph; a step that does not exist is an end."""
    size = len(choices)
    found = [[index + 1] if one is None else one for index, one in enumerate(choices)]
    return [[target for target in targets if target < size] for targets in found]


def closure(graph: list[list[int]]) -> list[set[int]]:
    """What every step leads to, in one move or more."""
    found = [set(targets) for targets in graph]
    for _ in graph:
        found = [targets.union(*(found[target] for target in targets)) for targets in found]
    return found


@given(CHOICES)
def test_a_step_is_before_what_it_leads_to(choices: list[list[int] | None]) -> None:
    process = process_of(choices)
    order, leads_to = Order(process), closure(graph_of(choices))
    for index, first in enumerate(process.steps):
        for other, second in enumerate(process.steps):
            before = order.is_before([use(process, first)], use(process, second))
            assert before == (other in leads_to[index])
        assert order.is_reached(use(process, first)) == (index in {0} | leads_to[0])


@given(CHOICES)
def test_an_activity_is_before_what_its_answer_leads_to(choices: list[list[int] | None]) -> None:
    process = process_of(choices)
    order, graph = Order(process), graph_of(choices)
    leads_to = closure(graph)
    for step, answers in zip(process.steps, choices, strict=True):
        for number, target in enumerate(answers or ()):
            assert step.decision
            [activity] = step.decision.outcomes[number].activities
            known = target < len(choices)
            behind = {target} | leads_to[target] if known else set()
            for other, second in enumerate(process.steps):
                first = use(process, step, activity)
                assert order.is_before([first], use(process, second)) == (other in behind)


def test_inside_a_step_its_own_work_comes_before_its_activities_in_their_order() -> None:
    names = (("a", "b"), ("c",))
    outcomes = [
        {"answer": str(number), "end": "e", "activities": [{"name": name} for name in group]}
        for number, group in enumerate(names)
    ]
    decision = {"question": "Which?", "outcomes": outcomes}
    process = Process.model_validate(
        {
            "id": "p",
            "group": "g",
            "name": "P",
            "steps": [{"id": "s", "name": "S", "decision": decision}],
            "document": {"version": "0.1"},
        }
    )
    [step] = process.steps
    assert step.decision
    one, two, three = (item for out in step.decision.outcomes for item in out.activities)
    order = Order(process)

    def before(first: Activity | None, second: Activity | None) -> bool:
        return order.is_before([use(process, step, first)], use(process, step, second))

    assert before(None, one)
    assert before(None, three)
    assert before(one, two)
    assert not before(two, one)
    assert not before(one, three), "another answer"
    assert not before(one, None)
    assert not before(None, None)


def test_a_long_process_is_no_burden() -> None:
    process = process_of([None] * 5_000)
    order = Order(process)
    assert all(
        order.is_before([use(process, first)], use(process, second))
        for first, second in pairwise(process.steps)
    )
    assert order.is_before([use(process, process.steps[0])], use(process, process.steps[-1]))
    assert not order.is_before([use(process, process.steps[-1])], use(process, process.steps[0]))
