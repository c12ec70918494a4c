"""A process as a neutral graph."""

from typing import Any

import pytest

from generator.diagrams.flow import flow_of
from generator.model.process import Process


def _edges(steps: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    named = [
        {"id": f"s{number}", "name": f"s{number}", **step} for number, step in enumerate(steps)
    ]
    document = {"version": "0.1"}
    process = Process.model_validate(
        {"id": "p", "group": "g", "name": "P", "steps": named, "document": document}
    )
    return [(edge.source, edge.target, edge.guard) for edge in flow_of(process).edges]


@pytest.mark.parametrize(
    ("steps", "edges"),
    [
        pytest.param(
            [{}, {}],
            [
                ("start", "step:s0", None),
                ("step:s0", "step:s1", None),
                ("step:s1", "end:s1", None),
            ],
            id="steps follow each other",
        ),
        pytest.param(
            [{"next": "s0"}, {}],
            [
                ("start", "step:s0", None),
                ("step:s0", "step:s0", None),
                ("step:s1", "end:s1", None),
            ],
            id="next goes anywhere",
        ),
        pytest.param(
            [
                {
                    "decision": {
                        "question": "?",
                        "outcomes": [
                            {"answer": "a", "activities": [{"name": "x"}, {"name": "y"}]},
                            {"answer": "b", "end": "Done"},
                        ],
                    }
                },
                {},
            ],
            [
                ("start", "step:s0", None),
                ("step:s0", "choice:s0", None),
                ("choice:s0", "activity:s0:1:1", "a"),
                ("activity:s0:1:1", "activity:s0:1:2", None),
                ("activity:s0:1:2", "step:s1", None),
                ("choice:s0", "end:s0:2", "b"),
                ("step:s1", "end:s1", None),
            ],
            id="an outcome that says nothing goes on with the next step",
        ),
        pytest.param(
            [{"decision": {"question": "?", "outcomes": [{"answer": "a"}]}}],
            [("start", "step:s0", None), ("step:s0", "end:s0:1", "a")],
            id="one outcome is no choice",
        ),
    ],
)
def test_edges(steps: list[dict[str, Any]], edges: list[tuple[str, str, str | None]]) -> None:
    assert _edges(steps) == edges
