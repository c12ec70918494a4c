"""YAML text -> plain data with the place of every value and key.

A small subset of YAML on purpose: text, lists and mappings. Every scalar is text, so that
``no``, ``1.10`` and ``on`` stay what was typed; the model gives the types. What would make
a file say something else than it seems to say (a key given twice, aliases, tags) is refused.

The events of libyaml are read one by one instead of composed: that is as fast, sees
anchors and tags, expands no alias, and stops at the first bracket too many (libyaml's
composer recurses and crashes the interpreter on 30,000 of them).
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
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

from generator.load.node import Node, Spot
from generator.load.text_file import code_point, forbidden_in, without_forbidden
from generator.model.finding import Finding, Position

DEEPEST = 50
"""The most levels of lists and mappings inside each other."""

MOST_VALUES = 50_000
"""The most values and keys in one file."""

_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TAB_INDENT = re.compile(r"^ *\t[ \t]*(?=\S)", re.MULTILINE)

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


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
        return None, reader.findings + list(_syntax_findings(error, text, file))


class _Reader:
    """The events of one file, read into nodes."""

    def __init__(self, text: str, file: str) -> None:
        self.findings: list[Finding] = []
        self._file = file
        self._next = CBaseLoader(text).get_event
        # Forbidden characters are already gone from the text; only an escape brings one back.
        self._may_escape = "\\" in text
        self._values = 0

    def document(self) -> Node | None:
        self._next()  # the start of the stream
        if isinstance(self._next(), StreamEndEvent):
            self._report("S110", (1, 1))
            return None
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._report("S111", _spot(after))
        if root.value is None:
            self._report("S110", (1, 1))
            return None
        return root

    def _node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        spot = mark.line + 1, mark.column + 1
        self._values += 1
        kind = type(event)
        if event.anchor or (kind is not AliasEvent and event.tag) or self._values > MOST_VALUES:
            self._refuse(event, spot)
        if kind is ScalarEvent:
            return Node(self._text(event, spot), spot, _NOTHING, _NOTHING)
        if kind is AliasEvent:
            return Node(None, spot, _NOTHING, _NOTHING)
        if depth > DEEPEST:
            self._report("S116", spot, limit=str(DEEPEST))
            raise _GiveUpError
        if kind is SequenceStartEvent:
            return self._sequence(spot, depth)
        return self._mapping(spot, depth)

    def _refuse(self, event: Any, spot: Spot) -> None:
        if self._values > MOST_VALUES:
            self._report("S121", spot, limit=str(MOST_VALUES))
            raise _GiveUpError
        if event.anchor:
            self._report("S113", spot, name=event.anchor)
        if getattr(event, "tag", None):
            self._report("S114", spot, tag=event.tag)

    def _sequence(self, spot: Spot, depth: int) -> Node:
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event, depth + 1))
        return Node([item.value for item in items], spot, dict(enumerate(items)), _NOTHING)

    def _mapping(self, spot: Spot, depth: int) -> Node:
        value: dict[str, Any] = {}
        children: dict[str | int, Node] = {}
        keys: dict[str, Spot] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._node(event, depth + 1)
            child = self._node(self._next(), depth + 1)
            name = key.value
            if not isinstance(name, str):
                self._report("S115", key.spot)
            elif name in keys:
                self._report("S112", key.spot, key=name, first=str(keys[name][0]))
            else:
                keys[name] = key.spot
                children[name] = child
                value[name] = child.value
        return Node(value, spot, children, keys)

    def _text(self, event: Any, spot: Spot) -> str | None:
        text: str = event.value
        if text in _EMPTY and not event.style:
            return None
        if self._may_escape and (character := forbidden_in(text)):
            self._report("S107", spot, character=code_point(character))
            return without_forbidden(text)
        return text

    def _report(self, code: str, spot: Spot, **details: str) -> None:
        self.findings.append(Finding(code, Position(self._file, *spot), details=details))


def _spot(event: Any) -> Spot:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _syntax_findings(error: YAMLError, text: str, file: str) -> Iterator[Finding]:
    tabs = list(_TAB_INDENT.finditer(text))[:20]
    for tab in tabs:
        line = text.count("\n", 0, tab.start()) + 1
        yield Finding("S108", Position(file, line, tab[0].index("\t") + 1))
    if tabs:
        return
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "other"
    yield Finding("S109", place, details={"layout": str(problem)})
