"""Invented processes of every shape: decisions, early ends, loops back, jumps into branches."""

from typing import Any

from hypothesis import strategies as st

from generator.model.process import Process

_ROLES = ("clerk", "driver", "boss")


@st.composite
def processes(draw: st.DrawFn, *, objects: bool = False) -> Process:
    """A process with distinct names for all steps, activities, questions, answers and ends."""
    count = draw(st.integers(1, 8))
    steps = [_step(draw, number, count, objects=objects) for number in range(count)]
    return Process.model_validate(
        {
            "id": "made",
            "group": "made",
            "name": "Made",
            "steps": steps,
            "document": {"version": "0.1"},
        }
    )


def _step(draw: st.DrawFn, number: int, count: int, *, objects: bool) -> dict[str, Any]:
    step: dict[str, Any] = {"id": f"s{number}", "name": f"step{number}"}
    step["roles"] = [draw(st.sampled_from(_ROLES))]
    if objects:
        step |= {"inputs": _objects(draw), "outputs": _objects(draw)}
    kind = draw(st.sampled_from(("on", "next", "end", "decision", "decision", "decision")))
    if kind == "decision":
        outcomes = [
            _outcome(draw, f"{number}x{place}", count, objects=objects)
            for place in range(draw(st.integers(2, 4)))
        ]
        step["decision"] = {"question": f"question{number}", "outcomes": outcomes}
    return step | _way(draw, kind, f"{number}", count)


def _outcome(draw: st.DrawFn, name: str, count: int, *, objects: bool) -> dict[str, Any]:
    activities = [
        {"name": f"activity{name}y{place}", "roles": [draw(st.sampled_from(_ROLES))]}
        | ({"outputs": _objects(draw)} if objects else {})
        for place in range(draw(st.integers(0, 2)))
    ]
    kind = draw(st.sampled_from(("on", "next", "next", "end")))
    way = _way(draw, kind, name, count)
    return {"answer": f"answer{name}", "activities": activities} | way


def _way(draw: st.DrawFn, kind: str, name: str, count: int) -> dict[str, Any]:
    if kind == "next":
        return {"next": f"s{draw(st.integers(0, count - 1))}"}
    return {"end": f"end{name}"} if kind == "end" else {}


def _objects(draw: st.DrawFn) -> list[str]:
    states = st.sampled_from(("", " [new]", " [done]"))
    names = st.sampled_from(("letter", "parcel"))
    return draw(st.lists(st.builds(lambda name, state: name + state, names, states), max_size=2))
