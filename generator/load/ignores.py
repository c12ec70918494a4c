"""The comments that suppress a finding: ``# handbook: ignore[F103] until 2027-01-01: reason``.

A comment at the end of a line is about that line; one on a line of its own is about the
next line that holds something.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter
from pathlib import Path

from yaml import CBaseLoader, ScalarEvent, YAMLError

from generator.load.discover import is_table
from generator.load.text_file import read_text
from generator.model.finding import Position
from generator.model.ignore import Ignore

_MARK = re.compile(rb"#\s*hand(?:book|boek)\b", re.IGNORECASE)
"""A cheap look at a whole file first: few files have such a comment."""

_COMMENT = re.compile(
    r"#\s*hand(?:book|boek)\s*:?\s*(?:ignored?|negeer)\b(?P<rest>[^\n]*)", re.IGNORECASE
)
"""Whatever looks meant to suppress something; what cannot be read is reported, not passed over."""

_FORM = re.compile(
    r"# handbook: ignore\[(?P<codes>[^\]\n]*)\](?: until (?P<until>\d{4}-\d{2}-\d{2}))?"
    r"(?P<colon>:?)[ \t]*(?P<reason>[^\n]*)"
)
_DATE_IN_REASON = re.compile(r"(?:until|tot)\b[\s\d:]|\d{1,4}-\d{1,2}\b", re.IGNORECASE)
"""How a reason starts that was meant to be an end date."""


def read_ignores(root: Path, files: Iterable[str]) -> tuple[Ignore, ...]:
    """The comments in files of a repository, in order of file and line."""
    found: list[Ignore] = []
    for file in sorted(file for file in files if not is_table(file)):  # no comments in those
        content = (root / file).read_bytes()
        if _MARK.search(content):
            text, _ = read_text(root, file)
            found += ignores_in(text or "", file)
    return tuple(found)


def ignores_in(text: str, file: str) -> Iterator[Ignore]:
    """The comments in the text of one file; what only looks like one inside a value is none."""
    meant = _lines_meant(text.split("\n"))
    values = _values(text)
    number, seen = 1, 0
    for comment in _COMMENT.finditer(text):
        if _is_inside(comment.start(), values):
            continue
        number += text.count("\n", seen, comment.start())
        seen = comment.start()
        column = comment.start() - text.rfind("\n", 0, comment.start())
        place = Position(file, number, column)
        yield _ignore(comment[0], place, meant[number - 1])


def _ignore(comment: str, place: Position, line: int) -> Ignore:
    form = _FORM.fullmatch(comment.rstrip())
    until = _date(form["until"]) if form else None
    if not form or (form["until"] and not until) or _DATE_IN_REASON.match(form["reason"]):
        return Ignore(place, line, (), is_readable=False)
    codes = dict.fromkeys(code.strip() for code in form["codes"].split(",") if code.strip())
    return Ignore(place, line, tuple(codes), form["reason"].strip(), until)


def _values(text: str) -> list[tuple[int, int]]:
    """Where the values of a file start and end, in order, so that their text is no comment."""
    loader = CBaseLoader(text)
    found = []
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
                found.append((event.start_mark.index, event.end_mark.index))
    except YAMLError:  # the file has a finding of its own
        pass
    return found


def _is_inside(place: int, values: list[tuple[int, int]]) -> bool:
    before = bisect_right(values, place, key=itemgetter(0))
    return before > 0 and place < values[before - 1][1]


def _lines_meant(lines: list[str]) -> list[int]:
    """For every line the number of the line that a comment on it is about."""
    found = []
    after = None
    for number in range(len(lines), 0, -1):
        line = lines[number - 1].lstrip()
        is_comment = line.startswith("#")
        if line and not is_comment:
            after = number
        found.append(after if is_comment and after else number)
    return found[::-1]


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
