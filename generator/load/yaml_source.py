"""YAML text -> plain data with the place of every value and key.

A small subset of YAML on purpose: text, lists and mappings. Every scalar is text, so that
``no``, ``1.10`` and ``on`` stay what was typed; the model gives the types. What would make
a file say something else than it seems to say (a key given twice, aliases, tags) is refused.

The events of libyaml are read one by one instead of composed: that is as fast, sees
anchors and tags, expands no alias, and stops at the first bracket too many (libyaml's
composer recurses and crashes the interpreter on 30,000 of them).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yaml import (
    AliasEvent,
    CBaseLoader,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from generator.load.node import Mark, Node, Spot, spot_of
from generator.load.slips import first_slip
from generator.load.text_file import code_point, forbidden_in, without_forbidden
from generator.model.finding import Finding, Position

DEEPEST = 50
"""The most levels of lists and mappings inside each other."""

MOST_VALUES = 50_000
"""The most values and keys in one file."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)


class _GiveUpError(Exception):
    """The rest of the file cannot be read."""


def read_yaml(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """Reads the text of one file.

    Args:
        text: the text, without forbidden characters.
        file: its path, for the findings.

    Returns:
        The root, or None when there is none to rely on, and what is wrong with the layout.
    """
    reader = _Reader(text, file)
    try:
        return reader.document(), reader.findings
    except _GiveUpError:
        return None, reader.findings
    except YAMLError as error:
        seen = {finding.position.line for finding in reader.findings}
        found = _syntax_findings(error, text, file)
        # What has been said about a line explains why the parser got stuck on it.
        return None, reader.findings + [item for item in found if item.position.line not in seen]


class _Reader:
    """The events of one file, read into plain data and the marks of everything in it.

    This is where reading a large handbook spends most of its time: a few steps a value,
    and anything out of the ordinary in a method of its own.
    """

    def __init__(self, text: str, file: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._text = text
        self._next: Callable[[], Any] = CBaseLoader(text).get_event
        # Forbidden characters are already gone from the text; only an escape brings one back.
        self._may_escape = "\\" in text
        self._marks: list[Mark] = []
        self._most_marks = MOST_VALUES

    def document(self) -> Node | None:
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            self._report("S110", (1, 1))
            return None
        value = self._value(self._next(), 1)
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._report("S111", spot_of(after.start_mark))
        if value is None:
            self._report("S110", (1, 1))
            return None
        return Node(value, self._marks)

    def _value(self, event: Any, depth: int) -> Any:
        marks = self._marks
        marks.append(event.start_mark)
        kind = type(event)
        if kind is AliasEvent or event.anchor or event.tag or len(marks) > self._most_marks:
            self._refuse(event)
        if kind is ScalarEvent:
            text = event.value
            if text in _EMPTY and not event.style:
                return None
            return self._unescaped(event) if self._may_escape else text
        if kind is AliasEvent:
            return None
        if depth > DEEPEST:
            self._report("S116", spot_of(event.start_mark), limit=str(DEEPEST))
            raise _GiveUpError
        return self._items(depth) if kind is SequenceStartEvent else self._mapping(depth)

    def _refuse(self, event: Any) -> None:
        spot = spot_of(event.start_mark)
        if len(self._marks) > self._most_marks:
            self._report("S121", spot, limit=str(MOST_VALUES))
            raise _GiveUpError
        if event.anchor:
            self._report("S113", spot, name=event.anchor)
        if getattr(event, "tag", None):
            self._report("S114", spot, tag=event.tag)

    def _items(self, depth: int) -> list[Any]:
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        keys: dict[str, Mark] = {}
        while type(event := self._next()) is not MappingEndEvent:
            before = len(self._marks)
            key = self._value(event, depth + 1)
            value = self._value(self._next(), depth + 1)
            if key in keys if isinstance(key, str) else True:
                self._leave_out(key, before, keys)
            else:
                keys[key] = event.start_mark
                found[key] = value
        return found

    def _leave_out(self, key: Any, before: int, keys: Mapping[str, Mark]) -> None:
        """Leaves out a key that cannot be used, with the marks that were made for it."""
        spot = spot_of(self._marks[before])
        if isinstance(key, str) and self._starts_again(key, keys):
            line = spot_of(keys[key])[0]
            self._report("S129", spot, key=key, first=str(line))
            raise _GiveUpError
        if isinstance(key, str):
            self._report("S112", spot, key=key, first=str(spot_of(keys[key])[0]))
        else:
            self._report("S115", spot)
        self._most_marks -= len(self._marks) - before
        del self._marks[before:]

    def _starts_again(self, key: str, keys: Mapping[str, Mark]) -> bool:
        """Whether a mapping starts again with its first key: the next item lacks its dash."""
        first = next(iter(keys))
        if key != first or len(keys) == 1:
            return False
        mark = keys[first]
        return self._text.split("\n")[mark.line][: mark.column].strip() == "-"

    def _unescaped(self, event: Any) -> str:
        text: str = event.value
        if character := forbidden_in(text):
            self._report("S107", spot_of(event.start_mark), character=code_point(character))
            return without_forbidden(text)
        return text

    def _report(self, code: str, spot: Spot, **details: str) -> None:
        self.findings.append(Finding(code, Position(self._file, *spot), details=details))


def _syntax_findings(error: YAMLError, text: str, file: str) -> Iterator[Finding]:
    tabs = list(_TAB_INDENT.finditer(text))[:20]
    for tab in tabs:
        line = text.count("\n", 0, tab.start()) + 1
        yield Finding("S108", Position(file, line, tab[0].index("\t") + 1))
    if tabs:
        return
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if slip := first_slip(text, mark.line if mark else 0):
        yield Finding(slip.code, Position(file, *slip.spot), details=slip.details)
        return
    place = Position(file, *spot_of(mark)) if mark else Position(file)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "other"
    yield Finding("S109", place, details={"layout": str(problem)})
