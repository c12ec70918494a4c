"""A change survives the way to JSON and back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import Change, ChangeKind, Touch, compare
from generator.diff.change import Item
from generator.diff.data import from_data, to_data
from generator.load import load_texts
from generator.model.finding import Key
from small_handbook import FILES, PROCESS

TEXTS = st.text(max_size=20)
PATHS = st.lists(st.one_of(TEXTS, st.integers(0, 99), TEXTS.map(Key)), max_size=4).map(tuple)
ITEMS = st.lists(st.builds(Item, TEXTS, TEXTS), max_size=3).map(tuple)
CHANGES = st.builds(
    Change,
    kind=st.sampled_from(ChangeKind),
    subject=TEXTS,
    name=TEXTS,
    path=PATHS,
    field=TEXTS,
    before=TEXTS,
    after=TEXTS,
    trail=ITEMS,
    was=TEXTS,
    follows=TEXTS,
    touches=st.frozensets(st.sampled_from(Touch)),
)


@given(CHANGES)
def test_there_and_back(change: Change) -> None:
    back = from_data(json.loads(json.dumps(to_data(change))))
    assert back == change
    assert [type(part) for part in back.path] == [type(part) for part in change.path]


def test_every_field_of_a_change_is_in_the_strategy() -> None:
    assert set(Change.__dataclass_fields__) == set(to_data(EVERYTHING))


def test_real_changes() -> None:
    text = FILES[PROCESS].replace("Mix dough", "Knead dough").replace("[oven]", "[]")
    before, after = (
        load_texts({**FILES, PROCESS: item}).readable for item in (FILES[PROCESS], text)
    )
    changes = compare(before, after)
    assert len(changes) > 1
    assert tuple(from_data(json.loads(json.dumps(to_data(item)))) for item in changes) == changes


EVERYTHING = Change(
    ChangeKind.REWORDED,
    "process:x",
    "X",
    ("steps", 1, Key("name")),
    "Step.name",
    "a",
    "b",
    (Item("Step.decision", "d"),),
    "process:y",
    "first",
    frozenset({Touch.TIME}),
)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "unheard-of"},
        {"kind": None},
        {"subject": 1},
        {"name": None},
        {"path": [None]},
        {"path": [True]},
        {"path": [{"other": "x"}]},
        {"path": 3},
        {"trail": [{"field": "x"}]},
        {"touches": ["x"]},
        {"before": []},
    ],
)
def test_other_data_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((LookupError, TypeError, ValueError)):
        from_data(to_data(EVERYTHING) | wrong)


@pytest.mark.parametrize("missing", ["kind", "subject", "name"])
def test_what_a_change_needs(missing: str) -> None:
    data = to_data(EVERYTHING)
    del data[missing]
    with pytest.raises(LookupError):
        from_data(data)
