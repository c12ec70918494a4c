"""Every way out of a step: the next one, a jump, a loop, an end."""

import pytest

from generator.model.process import Process
from generator.pages.onward import ways

STEPS = [
    {"id": "a", "name": "A"},
    {
        "id": "b",
        "name": "B",
        "decision": {
            "question": "Well?",
            "outcomes": [
                {"answer": "yes"},
                {"answer": "again", "next": "b"},
                {"answer": "back", "next": "a", "activities": [{"name": "Think"}]},
                {"answer": "no", "end": "Stopped"},
                {"answer": "lost", "next": "nowhere"},
            ],
        },
    },
    {"id": "c", "name": "C", "next": "a"},
    {"id": "d", "name": "D", "end": "Done"},
    {"id": "e", "name": "E"},
]


@pytest.fixture(scope="module")
def process() -> Process:
    document = {"version": "0.1"}
    return Process.model_validate(
        {"id": "p", "group": "g", "name": "P", "steps": STEPS, "document": document}
    )


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (0, [(None, "b", False, None, True)]),
        (
            1,
            [
                ("yes", "c", False, None, False),
                ("again", "b", True, None, False),
                ("back", "a", True, None, False),
                ("no", None, False, "Stopped", False),
                ("lost", None, False, None, False),
            ],
        ),
        (2, [(None, "a", True, None, False)]),
        (3, [(None, None, False, "Done", False)]),
        (4, [(None, None, False, None, False)]),
    ],
)
def test_ways(process: Process, step: int, expected: list[tuple[object, ...]]) -> None:
    found = [
        (way.answer, way.target.id if way.target else None, way.back, way.end, way.plain)
        for way in ways(process, process.steps[step])
    ]
    assert found == expected


def test_what_comes_first_is_kept(process: Process) -> None:
    found = ways(process, process.steps[1])
    assert [[item.name for item in way.activities] for way in found] == [[], [], ["Think"], [], []]
