"""Which thing is which: by key, by content, and in which order."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import ChangeKind, compare
from generator.diff.matching import in_order, matches
from generator.diff.similarity import SAME_TEXT, content_of, similarity
from small_handbook import FILES, PROCESS, edited
from tests.diff.cases import read


def pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[str | None, str | None]]:
    found = matches(before, after, str, least=SAME_TEXT)
    return [(match.before, match.after) for match in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        (["a"], [], [("a", None)]),
        (["a", "b"], ["b", "a"], [("b", "b"), ("a", "a")]),
        (["a", "a"], ["a"], [("a", "a"), ("a", None)]),
        (["one two three"], ["one two four"], [("one two three", "one two four")]),
        (["one two three"], ["one five four"], [(None, "one five four"), ("one two three", None)]),
        (
            ["red green blue", "red green grey"],
            ["red green grey pink", "red green blue black"],
            [("red green grey", "red green grey pink"), ("red green blue", "red green blue black")],
        ),
    ],
)
def test_texts_are_known_by_their_words(
    before: list[str], after: list[str], expected: list[tuple[str | None, str | None]]
) -> None:
    assert pairs(before, after) == expected


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_everything_is_in_exactly_one_match(before: list[str], after: list[str]) -> None:
    found = matches(before, after, str, least=2)
    assert [m.after_at for m in found if m.after_at is not None] == list(range(len(after)))
    assert sorted(m.before_at for m in found if m.before_at is not None) == list(range(len(before)))


@pytest.mark.parametrize("size", range(6))
def test_as_many_as_possible_keep_their_order(size: int) -> None:
    names = "abcdef"
    for numbers in permutations(range(size)):
        kept = in_order(numbers, [names[number] for number in numbers])
        assert sorted(numbers[place] for place in kept) == [numbers[p] for p in sorted(kept)]
        back = [numbers.index(number) for number in range(size)]
        other_way = in_order(back, names[:size])
        assert {numbers[place] for place in kept} == other_way


def test_one_thing_that_moved_is_one_that_moved() -> None:
    assert in_order([3, 0, 1, 2], "dabc") == {1, 2, 3}
    assert len(in_order([1, 0], "ba")) == 1


def test_long_lists_are_matched_by_their_telling_words() -> None:
    before = [f"register order {number} of customer {number * 7}" for number in range(300)]
    after = [f"enter order {number} of customer {number * 7}" for number in reversed(range(300))]
    found = matches(before, after, str, least=SAME_TEXT)
    assert [match.before_at for match in found] == list(reversed(range(300)))


WORDS = ["alfa", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel", "india", "juliet"]


@pytest.mark.parametrize(("stays", "kind"), [(7, "renamed"), (8, "renamed"), (4, "added")])
def test_a_step_is_renamed_when_seven_tenths_of_its_content_stays(stays: int, kind: str) -> None:
    text = "    explanation: {}\n"
    new = WORDS[:stays] + [f"x{word}" for word in WORDS[stays:]]
    rest = "  - id: {}\n    name: {}\n" + text
    before = rest.format("rest", " ".join(WORDS), " ".join(WORDS))
    after = rest.format("wait", " ".join(new), " ".join(new))
    steps = [
        read({**FILES, **edited(PROCESS, "steps:\n", f"steps:\n{it}")}) for it in (before, after)
    ]
    assert compare(*steps)[0].kind == ChangeKind(kind)


def test_similarity_is_between_nothing_and_everything() -> None:
    one, other = content_of("a b c"), content_of("x y z")
    assert similarity(one, one) == 1
    assert similarity(one, other) == 0
    assert similarity({}, {}) == 0
