"""YAML edited in place: one value, key or item changes, everything else stays byte for byte.

Dumping a file anew loses comments, quotes and layout, and makes a change of one line look
like a change of all of them. So the text is cut at the places that the YAML parser gives,
and the result is read again: it has to be the old data with exactly that change.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.load.yaml_source import read_yaml
from generator.load.yaml_writing import Plain, as_text, block, flow, scalar_like
from generator.model.finding import FieldPath
from generator.model.usage import UsageError


@dataclass(frozen=True, slots=True)
class Put:
    """Gives the key at the end of a path a value; adds the key when the mapping lacks it."""

    path: FieldPath
    value: Plain
    after: str = ""
    """The key behind which a new one is added; behind the last one by default."""


@dataclass(frozen=True, slots=True)
class Drop:
    """Takes the key at the end of a path away, with its value; nothing when it is not there."""

    path: FieldPath


@dataclass(frozen=True, slots=True)
class Insert:
    """Adds an item to the list at a path, at its head or its end; makes the list when needed."""

    path: FieldPath
    value: Plain
    at_end: bool = False


Edit: TypeAlias = Put | Drop | Insert


class LinesToWrite(NamedTuple):
    """Lines of a file that are replaced; there is always at least one of them."""

    path: str
    first: int
    """The first line that is replaced, counted from 1."""
    last: int
    """The last line that is replaced."""
    text: str
    """What stands there instead, whole lines with their line ends."""


class CannotEditError(UsageError):
    """The layout of a file is too odd to edit; the text names what to write by hand."""


def edited(text: str, edits: Sequence[Edit], *, path: str) -> str:
    """The text of a YAML file with edits, one after the other.

    Args:
        text: the file as it stands, with its own line ends.
        edits: what changes.
        path: the file, for the message.

    Raises:
        CannotEditError: when the result would not be the old data with just these edits.
    """
    for edit in edits:
        text = _edited(text, edit, path)
    return text


def lines_to_write(path: str, before: str, after: str) -> tuple[LinesToWrite, ...]:
    """The difference between two texts of a file as lines that replace lines.

    A pure insertion replaces the line before it by that line and the new ones, so that it
    can be offered as a suggestion on an existing line.

    Args:
        path: the file, relative to the repository.
        before: its text as it stands.
        after: its text as it has to be.
    """
    old, new = _lines(before), _lines(after)
    found = []
    for action, *ends in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        start, end, new_start, new_end = ends
        if action == "equal":
            continue
        if start == end and start > 0:
            start, new_start = start - 1, new_start - 1
        elif start == end and old:
            end, new_end = end + 1, new_end + 1
        found.append(LinesToWrite(path, start + 1, end, "".join(new[new_start:new_end])))
    return tuple(found)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _edited(text: str, edit: Edit, path: str) -> str:
    before, _ = read_yaml(text, path)
    try:
        root = yaml.compose(text, Loader=yaml.BaseLoader)
        result = _applied(_Source(text), root, edit)
        after, findings = read_yaml(result, path)
    except (yaml.YAMLError, _OddLayoutError, RecursionError) as error:
        raise CannotEditError(_by_hand(edit, path)) from error
    wanted = _expected(before.value if before else None, edit)
    if findings or after is None or after.value != wanted:
        raise CannotEditError(_by_hand(edit, path))
    return result


class _OddLayoutError(Exception):
    """The place to write at cannot be told from the layout."""


@dataclass(frozen=True)
class _Source:
    """The text, and what the layout says of a place in it."""

    text: str

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def with_piece(self, start: int, end: int, piece: str) -> str:
        return self.text[:start] + piece.replace("\n", self.line_end) + self.text[end:]

    def line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def next_line(self, index: int) -> int:
        """Where the line after the one at ``index`` starts; the end of the text after the last."""
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def with_lines(self, index: int, lines: str) -> str:
        """Whole lines written at the start of a line, or after the last one."""
        missing = index == len(self.text) and not self.text.endswith("\n") and index > 0
        if missing:  # a last line without an end stays one
            return self.with_piece(index, index, "\n" + lines.removesuffix("\n"))
        return self.with_piece(index, index, lines)

    def end_of(self, node: yaml.Node) -> int:
        """Where what is written of a value ends, without the blank lines and comments behind it."""
        if not isinstance(node, yaml.CollectionNode) or node.flow_style:
            start, end = node.start_mark.index, node.end_mark.index
            return start + len(self.text[start:end].rstrip())
        last = node.value[-1]
        return self.end_of(last[1] if isinstance(last, tuple) else last)


def _applied(source: _Source, root: yaml.Node | None, edit: Edit) -> str:
    if root is None:
        raise _OddLayoutError
    if isinstance(edit, Insert):
        return _with_item(source, root, edit)
    *around, key = edit.path
    mapping = _at(root, tuple(around))
    if not isinstance(mapping, yaml.MappingNode) or not mapping.value:
        raise _OddLayoutError
    if isinstance(edit, Drop):
        return _without(source, mapping, str(key))
    found = _pair(mapping, str(key))
    if found is None:
        return _with_key(source, mapping, edit)
    return _with_value(source, found, edit.value)


def _at(node: yaml.Node, path: FieldPath) -> yaml.Node | None:
    for part in path:
        if isinstance(node, yaml.MappingNode) and (pair := _pair(node, str(part))):
            node = pair[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
        else:
            return None
    return node


_Pair: TypeAlias = tuple[yaml.Node, yaml.Node]


def _pair(mapping: yaml.MappingNode, key: str) -> _Pair | None:
    found: list[_Pair] = [pair for pair in mapping.value if pair[0].value == key]
    return found[-1] if found else None


def _with_value(source: _Source, pair: _Pair, value: Plain) -> str:
    """A value where another stood."""
    old = pair[1]
    start, end = old.start_mark.index, source.end_of(old)
    style = old.style if isinstance(old, yaml.ScalarNode) else None
    new = scalar_like(value, style) if isinstance(value, str) else flow(value)
    if start == end or source.text[start - 1] == ":":  # nothing stood there: a key and a colon
        return source.with_piece(start, end, f" {new}")
    if isinstance(old, yaml.CollectionNode) and not old.flow_style:
        start = pair[0].end_mark.index + source.text[pair[0].end_mark.index :].index(":") + 1
        return source.with_piece(start, end, f" {new}")
    return source.with_piece(start, end, new)


def _with_key(source: _Source, mapping: yaml.MappingNode, edit: Put) -> str:
    """A key behind another one of its mapping."""
    key = str(edit.path[-1])
    pair = (_pair(mapping, edit.after) if edit.after else None) or mapping.value[-1]
    if mapping.flow_style:
        end = _end_of_pair(source, pair)
        return source.with_piece(end, end, f", {flow({key: edit.value})[1:-1]}")
    column = mapping.value[0][0].start_mark.column
    lines = block({key: edit.value}, indent=column)
    return source.with_lines(source.next_line(_end_of_pair(source, pair)), lines)


def _end_of_pair(source: _Source, pair: _Pair) -> int:
    return max(source.end_of(pair[1]), pair[0].end_mark.index)


def _without(source: _Source, mapping: yaml.MappingNode, key: str) -> str:
    """A mapping without one of its keys; in a flow mapping, with the comma beside it."""
    pair = _pair(mapping, key)
    if pair is None:
        return source.text
    at = mapping.value.index(pair)
    start, end = pair[0].start_mark.index, _end_of_pair(source, pair)
    if not mapping.flow_style:
        if len(mapping.value) == 1 or source.text[source.line_start(start) : start].strip():
            raise _OddLayoutError
        return source.with_piece(source.line_start(start), source.next_line(end), "")
    if at:
        return source.with_piece(_end_of_pair(source, mapping.value[at - 1]), end, "")
    following = mapping.value[1][0].start_mark.index if len(mapping.value) > 1 else end
    return source.with_piece(start, following, "")


def _with_item(source: _Source, root: yaml.Node, edit: Insert) -> str:
    node = _at(root, edit.path)
    if isinstance(node, yaml.SequenceNode) and node.value:
        add = _with_item_in_flow if node.flow_style else _with_item_in_block
        return add(source, node, edit)
    mapping = _at(root, edit.path[:-1])
    if not isinstance(mapping, yaml.MappingNode):
        raise _OddLayoutError
    value = [edit.value]
    pair = _pair(mapping, str(edit.path[-1]))
    if pair is None:
        return _with_key(source, mapping, Put(edit.path, value))
    if mapping.flow_style:
        return _with_value(source, pair, value)
    key, old = pair
    colon = key.end_mark.index + source.text[key.end_mark.index :].index(":") + 1
    end = max(colon, source.end_of(old))
    emptied = _Source(source.with_piece(colon, end, ""))
    column = key.start_mark.column
    lines = block({str(edit.path[-1]): value}, indent=column).partition("\n")[2]
    return emptied.with_lines(emptied.next_line(colon), lines)


def _with_item_in_flow(source: _Source, node: yaml.SequenceNode, edit: Insert) -> str:
    if edit.at_end:
        end = source.end_of(node.value[-1])
        return source.with_piece(end, end, f", {flow(edit.value)}")
    start = node.value[0].start_mark.index
    return source.with_piece(start, start, f"{flow(edit.value)}, ")


def _with_item_in_block(source: _Source, node: yaml.SequenceNode, edit: Insert) -> str:
    first = node.start_mark.index
    if source.text[source.line_start(first) : first].strip(" "):
        raise _OddLayoutError
    like = node.value[-1 if edit.at_end else 0]
    in_flow = isinstance(like, yaml.MappingNode) and like.flow_style
    lines = block([edit.value], indent=node.start_mark.column, in_flow=bool(in_flow))
    if edit.at_end:
        return source.with_lines(source.next_line(source.end_of(node)), lines)
    return source.with_piece(source.line_start(first), source.line_start(first), lines)


def _expected(data: Any, edit: Edit) -> Any:
    """The data as it has to be afterwards."""
    match edit:
        case Put(path, value):
            return _changed(data, path, lambda _: as_text(value))
        case Drop(path):
            around = _value_at(data, path[:-1])
            kept = {key: value for key, value in around.items() if key != path[-1]}
            return _changed(data, path[:-1], lambda _: kept)
        case Insert(path, value, at_end):
            new = as_text(value)
            return _changed(
                data, path, lambda old: [*(old or ()), new] if at_end else [new, *(old or ())]
            )


def _value_at(data: Any, path: FieldPath) -> Any:
    for part in path:
        data = data[part]
    return data


def _changed(data: Any, path: FieldPath, change: Any) -> Any:
    if not path:
        return change(data)
    first, rest = path[0], path[1:]
    if isinstance(data, list):
        items = list(data)
        items[int(first)] = _changed(items[int(first)], rest, change)
        return items
    held = data if isinstance(data, Mapping) else {}
    return {**held, first: _changed(held.get(str(first)), rest, change)}


def _by_hand(edit: Edit, path: str) -> str:
    way = ".".join(map(str, edit.path))
    if isinstance(edit, Drop):
        return f"{path} has a layout that cannot be edited in place; take '{way}' away by hand"
    lines = block({str(edit.path[-1]): [edit.value] if isinstance(edit, Insert) else edit.value})
    return f"{path} has a layout that cannot be edited in place; write under '{way}':\n{lines}"
