"""What a handbook cannot hold is refused with a finding at its place; the rest is kept as typed."""

from pathlib import Path

import pytest

from generator.examination import examine as examined
from generator.load import load
from generator.load.text_file import forbidden_in
from generator.model.handbook import Handbook
from hostile import files_of, with_texts
from hostile_texts import ALLOWED, HOSTILE
from small_handbook import PROCESS, edited, examine, places, write

GOAL = "Bread on the shelf"
WHAT = "quality/source-notes.yml"
HERE = f"{PROCESS}:2"


def goal(text: str) -> dict[str, str]:
    """The small handbook with another goal, written as it is."""
    return edited(PROCESS, GOAL, text)


REFUSED = {
    "NUL": (goal("Bread\x00"), [f"{HERE}:12 S107"]),
    "NUL by escape": (goal('"Bread \\0"'), [f"{HERE}:7 S107"]),
    "escape": (goal("Bread \x1b[31m"), [f"{HERE}:13 S107"]),
    "escape by escape": (goal('"Bread \\e[31m"'), [f"{HERE}:7 S107"]),
    "control sequence of one byte": (goal("Bread\x9b31m"), [f"{HERE}:12 S107"]),
    "delete": (goal("Bread\x7f"), [f"{HERE}:12 S107"]),
    "no character": (goal("Bread\ufffe"), [f"{HERE}:12 S107"]),
    "no character by escape": (goal('"Bread \\uFFFE"'), [f"{HERE}:7 S107"]),
    "byte order mark inside": (goal("Bread\ufeff"), [f"{HERE}:12 S107"]),
    "paragraph separator": (goal("Bread\u2029"), [f"{HERE}:12 S107"]),
    "half a pair by escape": (goal('"Bread \\ud83d"'), [f"{HERE}:16 S109"]),
    "a pair in halves by escape": (goal('"Bread \\ud83d\\udd12"'), [f"{HERE}:16 S109"]),
    "word of 100 kB": (goal("w" * 100_000), [f"{HERE}:7 S207"]),
    "line of 301 characters": (goal("é" * 301), [f"{HERE}:7 S207"]),
    "line of two lines": (goal('"a\\nb"'), [f"{HERE}:7 S206"]),
    "line with a return": (goal('"a\\rb"'), [f"{HERE}:7 S206"]),
    "text of 9,000 characters": (
        edited(WHAT, "Two temperatures", "w" * 9000),
        [f"{WHAT}:3:9 S207"],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, changes: dict[str, str], expected: list[str]) -> None:
    root = write(tmp_path, dict(changes))
    assert places(examine(root)) == expected
    assert not examined(root).sound


def test_half_a_pair_in_bytes_is_refused(tmp_path: Path) -> None:
    content = goal("Bread HERE")[PROCESS].encode().replace(b"HERE", b"\xed\xa0\xbd")
    assert places(examine(write(tmp_path, {PROCESS: content}))) == [f"{HERE}:13 S105"]


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in ALLOWED])
def test_what_a_file_may_not_hold_is_found_where_it_stands(tmp_path: Path, text: str) -> None:
    first = text.index(str(forbidden_in(text)))
    found = places(examine(write(tmp_path, goal(text.replace(": ", ":")))))
    assert found[0] == f"{HERE}:{7 + first} S107"


def test_what_a_file_may_hold_comes_back_as_typed(tmp_path: Path, library: Handbook) -> None:
    for number, text in enumerate(ALLOWED):
        wild = with_texts(library, lambda old, text=text: f"{text} {old}"[:300].strip())
        for file, content in files_of(wild).items():
            path = tmp_path / str(number) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        loaded = load(tmp_path / str(number))
        assert loaded.findings == ()
        assert loaded.handbook is not None
        assert loaded.handbook.organisation == wild.organisation
        assert loaded.handbook.entities == wild.entities
