"""Which objects are drawn, and where: the rule of ``object_flow``, case by case."""

from typing import Any

import pytest

from generator.diagrams.flow import Objects, flow_of
from generator.diagrams.object_flow import boundary, with_objects
from generator.model.process import Place, Process


def _process(steps: list[dict[str, Any]], objects: list[dict[str, Any]] | None = None) -> Process:
    named = [
        {"id": f"s{number}", "name": f"s{number}", **step} for number, step in enumerate(steps)
    ]
    return Process.model_validate(
        {
            "id": "p",
            "group": "g",
            "name": "P",
            "steps": named,
            "objects": objects or [],
            "document": {"version": "0.1"},
        }
    )


def _drawn(process: Process) -> dict[str, dict[str, list[str]]]:
    """Every group of objects by its node, without what is empty."""
    groups = with_objects(flow_of(process)).nodes.values()
    return {
        group.id: {
            name: [str(item.item) for item in getattr(group, name)]
            for name in ("passing", "leaving", "entering")
            if getattr(group, name)
        }
        for group in groups
        if isinstance(group, Objects)
    }


@pytest.mark.parametrize(
    ("steps", "objects", "drawn"),
    [
        pytest.param(
            [{"outputs": ["letter [new]"]}, {"inputs": ["letter [new]"]}],
            [],
            {"after:step:s0": {"passing": ["letter [new]"]}},
            id="the next step takes it",
        ),
        pytest.param(
            [{"outputs": ["letter"]}, {}, {"inputs": ["letter"]}],
            [],
            {"after:step:s0": {"leaving": ["letter"]}},
            id="a later step takes it",
        ),
        pytest.param(
            [{"outputs": ["draft"]}, {"outputs": ["letter"]}],
            [{"name": "letter", "stereotype": "information", "place": "output"}],
            {"after:step:s1": {"passing": ["letter"]}},
            id="nobody takes the draft and it does not leave",
        ),
        pytest.param(
            [{"inputs": ["form"], "roles": ["a"]}, {"inputs": ["form"], "roles": ["b"]}],
            [{"name": "form", "stereotype": "information", "place": "input"}],
            {"before:step:s0": {"entering": ["form"]}},
            id="from outside, at the first step that takes it",
        ),
        pytest.param(
            [{"outputs": ["letter"]}, {"inputs": ["letter", "stamp"]}],
            [{"name": "stamp", "stereotype": "physical", "place": "input"}],
            {"after:step:s0": {"passing": ["letter"], "entering": ["stamp"]}},
            id="two groups on one way become one",
        ),
        pytest.param(
            [
                {
                    "outputs": ["letter [good]", "letter [bad]"],
                    "decision": {
                        "question": "?",
                        "outcomes": [
                            {"answer": "yes", "next": "s1"},
                            {"answer": "no", "end": "Refused"},
                        ],
                    },
                },
                {"inputs": ["letter [good]"]},
            ],
            [{"name": "letter", "stereotype": "information", "place": "output"}],
            {
                "along:choice:s0:0": {"passing": ["letter [good]"]},
                "along:choice:s0:1": {"passing": ["letter [bad]"]},
            },
            id="each answer has its own state",
        ),
    ],
)
def test_objects(
    steps: list[dict[str, Any]],
    objects: list[dict[str, Any]],
    drawn: dict[str, dict[str, list[str]]],
) -> None:
    assert _drawn(_process(steps, objects)) == drawn


def test_boundary_without_places_follows_from_the_steps() -> None:
    process = _process([{"inputs": ["a"], "outputs": ["b"]}, {"inputs": ["b"], "outputs": ["c"]}])
    assert [str(item) for item in boundary(process, Place.INPUT)] == ["a"]
    assert [str(item) for item in boundary(process, Place.OUTPUT)] == ["c"]
