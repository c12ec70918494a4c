"""What holds for every two handbooks."""

import random
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import examples
from filled import filled
from generator.diff import Nature, compare
from generator.load import load
from generator.load.loader import load_texts
from generator.model.base import Part
from generator.model.handbook import Handbook
from generator.model.process import Process
from made_flows import processes
from other_runs import in_other_runs
from tests.diff.altered import Alteration, alterations
from tests.diff.mirror import facts, mirrored

LIBRARY = Path(__file__).parents[1] / "data" / "harbour-library"
_IN_ORDER = ("steps", "activities", "perspectives")


@cache
def whole() -> Handbook:
    """A handbook in which no field is empty."""
    handbook = load(LIBRARY).handbook
    assert handbook is not None
    return filled(handbook)


@cache
def steady() -> list[Alteration]:
    """The alterations after which everything still has its identifier."""
    found = alterations(whole())
    return [item for item in found if not any(c.was for c in compare(whole(), item.of(whole())))]


CHOICES = st.lists(st.integers(0, 10_000), max_size=6)
"""Which values to change: numbers in the list of alterations, beginning again at its end."""


def handbook(choices: list[int]) -> Handbook:
    """The library with a few values changed."""
    found = whole()
    for choice in choices:
        found = steady()[choice % len(steady())].of(found)
    return found


@settings(max_examples=100)
@given(CHOICES, CHOICES)
def test_reverse_is_the_inverse(one: list[int], other: list[int]) -> None:
    before, after = handbook(one), handbook(other)
    assert facts(compare(after, before)) == mirrored(compare(before, after))


@settings(max_examples=50)
@given(CHOICES)
def test_nothing_changed_from_a_handbook_to_itself(choices: list[int]) -> None:
    found = handbook(choices)
    assert compare(found, found) == ()
    assert compare(found, with_lists_turned(found)) == ()


def test_equal_handbooks_give_equal_changes_in_the_same_order() -> None:
    """In other runs of Python too, which go through sets in another order."""
    script = (
        "import sys; from pathlib import Path; from generator.load import load;"
        "from generator.diff import compare;"
        "one, other = (load(Path(folder)).handbook for folder in sys.argv[1:]);"
        "print([(c.kind, c.subject, c.path, c.before, c.after) for c in compare(one, other)])"
    )
    folders = [str(LIBRARY), str(LIBRARY.with_name("as-written"))]
    told = in_other_runs(script, *folders)
    assert len(told) == 1
    assert len(told.pop()) > 1000


def flow_handbook(process: Process) -> Handbook:
    return replace(whole(), processes={process.id: process})


def test_reverse_is_the_inverse_for_every_flow() -> None:
    made = examples(processes(objects=True), 60)
    for before, after in pairwise(made):
        one, other = flow_handbook(before), flow_handbook(after)
        forward, backward = compare(one, other), compare(other, one)
        if not any(change.was for change in forward + backward):
            assert facts(backward) == mirrored(forward)


def with_lists_turned(handbook: Handbook) -> Handbook:
    """The handbook with the things of every list in which order says nothing turned round."""
    turned: dict[str, Any] = {}
    for name, value in vars(handbook).items():
        if isinstance(value, Part):
            turned[name] = _turned(value, "")
        elif isinstance(value, Mapping) and name in _registers():
            turned[name] = {key: _turned(value[key], "") for key in reversed(list(value))}
    return replace(handbook, **turned)


def _registers() -> set[str]:
    return {
        *("groups", "companies", "departments", "roles", "systems", "processes", "kpis"),
        *("bottlenecks", "documents", "terms", "classifications", "chapters", "notes"),
        *("standards", "coverages", "audits", "audit_findings", "nonconformities", "actions"),
        *("management_reviews", "improvements", "risks", "measurements"),
    }


def _turned(value: Any, field: str) -> Any:
    if isinstance(value, Part):
        fields = type(value).model_fields
        return value.model_copy(update={key: _turned(getattr(value, key), key) for key in fields})
    if isinstance(value, tuple):
        found = [_turned(item, "") for item in value]
        return tuple(found if field in _IN_ORDER else reversed(found))
    if isinstance(value, Mapping):
        return {key: _turned(value[key], "") for key in reversed(list(value))}
    return value


@pytest.mark.parametrize("seed", range(4))
def test_layout_of_the_files_is_no_change(library: Handbook, seed: int) -> None:
    chance = random.Random(seed)
    texts = {
        path.relative_to(LIBRARY).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(LIBRARY.rglob("*"))
        if path.suffix in {".yml", ".csv", ".md"}
    }
    other = {file: relaid(text, file, chance) for file, text in texts.items()}
    assert other != texts
    after = load_texts(other).handbook
    assert after is not None
    assert compare(library, after) == ()


def relaid(text: str, file: str, chance: random.Random) -> str:
    """A file with its keys in another order, other quotes, other lines, and comments."""
    if not file.endswith(".yml"):
        return text
    value = _shuffled(yaml.load(text, Loader=yaml.CBaseLoader), chance)
    if isinstance(value, list):
        chance.shuffle(value)
    style = chance.choice(["'", '"', ">"])
    width = chance.choice([20, 60, 200])
    dumped = yaml.safe_dump(value, default_style=style, width=width, sort_keys=False)
    return "# a comment\n\n" + dumped + "\n# the end\n"


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, list):
        return [_shuffled(item, chance) for item in value]
    if isinstance(value, dict):
        keys = [key for key in chance.sample(list(value), len(value)) if value[key] != "null"]
        return {key: _shuffled(value[key], chance) for key in keys}
    return value


def test_what_could_not_be_read_is_not_compared(library: Handbook) -> None:
    there = dict(library.roles)
    gone = there.popitem()[0]
    assert [change.subject for change in compare(library, replace(library, roles=there))] == [
        f"role:{gone}"
    ]
    half_read = replace(library, roles=there, unread=frozenset({f"role:{gone}"}))
    assert compare(library, half_read) == ()
    assert compare(library, replace(library, roles={}, unread=frozenset({"role"}))) == ()


def test_version_and_change_log_are_document_control(library: Handbook) -> None:
    process = next(iter(library.processes.values()))
    document = process.document.model_copy(update={"version": "9.9", "next_review": None})
    later = process.model_copy(update={"document": document, "changes": ()})
    after = replace(library, processes={**library.processes, process.id: later})
    natures = {change.kind.nature for change in compare(library, after)}
    assert natures == {Nature.CONTROL}
