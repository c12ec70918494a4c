"""The comments that suppress a finding: what they are about, and what is none."""

from datetime import date
from pathlib import Path

import pytest

from generator.load.ignores import ignores_in, read_ignores
from small_handbook import PROCESS, edited, write

CASES = {
    "at the end of a line": (
        "name: A\ngoal: B  # handbook: ignore[K202] said so in the audit\n",
        (2, 10, 2, ("K202",), "said so in the audit", None),
    ),
    "on a line of its own": (
        "name: A\n# handbook: ignore[K202] said so\n\n# another\ngoal: B\n",
        (2, 1, 5, ("K202",), "said so", None),
    ),
    "several codes": (
        "# handbook: ignore[K202, F103] said so\nname: A\n",
        (1, 1, 2, ("K202", "F103"), "said so", None),
    ),
    "until a day": (
        "name: A # handbook: ignore[K202] until 2027-01-31: said so\n",
        (1, 9, 1, ("K202",), "said so", date(2027, 1, 31)),
    ),
    "no reason": ("name: A # handbook: ignore[K202]\n", (1, 9, 1, ("K202",), "", None)),
    "a day that does not exist": (
        "name: A # handbook: ignore[K202] until 2027-02-31: said so\n",
        (1, 9, 1, (), "", None),
    ),
    "nothing below it": ("name: A\n# handbook: ignore[K202] x\n", (2, 1, 2, ("K202",), "x", None)),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_comment(text: str, expected: tuple[object, ...]) -> None:
    (found,) = ignores_in(text, "x.yml")
    place = found.position
    shown = (place.line, place.column, found.line, found.codes, found.reason, found.until)
    assert (place.file, *shown) == ("x.yml", *expected)


@pytest.mark.parametrize(
    "text",
    [
        'name: "A # handbook: ignore[K202] x"\n',
        "name: >-\n  A\n  # handbook: ignore[K202] x\n  B\n",
        "name: A# handbook: ignore[K202] x\n",
        "name: A # handbook of the shop: ignore it\n",
    ],
    ids=["quoted", "folded", "inside a word", "another word"],
)
def test_what_only_looks_like_a_comment_is_none(text: str) -> None:
    assert list(ignores_in(text, "x.yml")) == []


def test_a_broken_file_still_gives_its_comments() -> None:
    assert len(list(ignores_in("name: [ # handbook: ignore[K202] x\n", "x.yml"))) == 1


def test_reading_them_from_a_repository(tmp_path: Path) -> None:
    changes = edited(PROCESS, "owner: baker", "owner: baker # handbook: ignore[P105] so")
    found = read_ignores(write(tmp_path, changes), ["quality/bottlenecks.yml", PROCESS])
    assert [(item.position.file, item.line) for item in found] == [(PROCESS, 3)]
