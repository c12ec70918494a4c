"""The steps on every way, against leaving each step out in turn."""

from hypothesis import given
from hypothesis import strategies as st

from generator.model.process import Process
from generator.rules.responsibility.unavoidable import unavoidable_steps
from generator.rules.ways import reached, ways

TARGETS = st.lists(st.integers(-1, 6), max_size=3)


def process_of(targets: list[list[int]]) -> Process:
    """A process with the given ways out of each step; what is no step is an end."""
    steps = [
        {"id": f"s{index}", "name": f"Step {index}", **_out(out, len(targets))}
        for index, out in enumerate(targets)
    ]
    found = {"id": "x", "group": "g", "name": "X", "steps": steps, "document": {"version": "0.1"}}
    return Process.model_validate(found)


def _out(out: list[int], count: int) -> dict[str, object]:
    if not out:
        return {}
    outcomes = [
        {"answer": f"a{number}", "next": f"s{target}"}
        if 0 <= target < count
        else {"answer": f"a{number}", "end": "End"}
        for number, target in enumerate(out)
    ]
    return {"decision": {"question": "Which?", "outcomes": outcomes}}


def without_each(process: Process) -> list[int]:
    """The same by definition: the steps without which no end is reached."""
    out = ways(process)
    ends = {index for index, found in enumerate(out) if any(way.target is None for way in found)}

    def reaches_end(left_out: int) -> bool:
        targets = [
            [way.target for way in found if way.target not in (None, left_out)] for found in out
        ]
        kept = reached([] if left_out == 0 else [0], targets)  # type: ignore[arg-type]
        return bool(kept & (ends - {left_out}))

    if not reaches_end(-1):
        return []
    return [index for index in range(len(out)) if not reaches_end(index)]


@given(st.lists(TARGETS, min_size=1, max_size=7))
def test_these_are_the_steps_without_which_no_end_is_reached(targets: list[list[int]]) -> None:
    process = process_of(targets)
    assert sorted(unavoidable_steps(process)) == without_each(process)


def test_they_stand_in_the_order_of_the_work() -> None:
    process = process_of([[2], [-1], [1]])
    assert unavoidable_steps(process) == [0, 2, 1]


def test_a_long_process_takes_no_long_time() -> None:
    """Linear in the steps: each of these steps may go back to the first or skip the next."""
    count = 20_000
    process = process_of([[0, index + 1, index + 2] for index in range(count)])
    assert unavoidable_steps(process) == [0]
