"""The text of a YAML file cut open at the places that the parser gives, to write a value in."""

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.load.edit import Drop, Edit, Insert, Put
from generator.load.yaml_writing import Plain, block, flow, scalar_like
from generator.model.finding import FieldPath


class OddLayoutError(Exception):
    """The place to write at cannot be told from the layout."""


@dataclass(frozen=True)
class Source:
    """The text, and what the layout says of a place in it."""

    text: str

    @property
    def line_end(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def with_piece(self, start: int, end: int, piece: str) -> str:
        """The text with something else between two places."""
        return self.text[:start] + piece.replace("\n", self.line_end) + self.text[end:]

    def line_start(self, index: int) -> int:
        """Where the line at ``index`` starts."""
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


def applied(source: Source, root: yaml.Node | None, edit: Edit) -> str:
    """The text with an edit in it; it still has to be read again, to see what became of it.

    Args:
        source: the text.
        root: what the parser made of it, with the places of everything.
        edit: what changes.

    Raises:
        OddLayoutError: when there is no place for it.
    """
    if root is None:
        raise OddLayoutError
    if isinstance(edit, Insert):
        return _with_item(source, root, edit)
    *around, key = edit.path
    mapping = _at(root, tuple(around))
    if not isinstance(mapping, yaml.MappingNode) or not mapping.value:
        raise OddLayoutError
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
        elif isinstance(node, yaml.SequenceNode) and part in range(len(node.value)):
            node = node.value[int(part)]
        else:
            return None
    return node


_Pair: TypeAlias = tuple[yaml.Node, yaml.Node]


def _pair(mapping: yaml.MappingNode, key: str) -> _Pair | None:
    found: list[_Pair] = [pair for pair in mapping.value if pair[0].value == key]
    return found[-1] if found else None


def _with_value(source: Source, pair: _Pair, value: Plain) -> str:
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


def _with_key(source: Source, mapping: yaml.MappingNode, edit: Put) -> str:
    """A key behind another one of its mapping."""
    key = str(edit.path[-1])
    pair = (_pair(mapping, edit.after) if edit.after else None) or mapping.value[-1]
    if mapping.flow_style:
        end = _end_of_pair(source, pair)
        return source.with_piece(end, end, f", {flow({key: edit.value})[1:-1]}")
    column = mapping.value[0][0].start_mark.column
    lines = block({key: edit.value}, indent=column)
    return source.with_lines(source.next_line(_end_of_pair(source, pair)), lines)


def _end_of_pair(source: Source, pair: _Pair) -> int:
    return max(source.end_of(pair[1]), pair[0].end_mark.index)


def _without(source: Source, mapping: yaml.MappingNode, key: str) -> str:
    """A mapping without one of its keys; in a flow mapping, with the comma beside it."""
    pair = _pair(mapping, key)
    if pair is None:
        return source.text
    at = mapping.value.index(pair)
    start, end = pair[0].start_mark.index, _end_of_pair(source, pair)
    if not mapping.flow_style:
        if len(mapping.value) == 1 or source.text[source.line_start(start) : start].strip():
            raise OddLayoutError
        return source.with_piece(source.line_start(start), source.next_line(end), "")
    if at:
        return source.with_piece(_end_of_pair(source, mapping.value[at - 1]), end, "")
    following = mapping.value[1][0].start_mark.index if len(mapping.value) > 1 else end
    return source.with_piece(start, following, "")


def _with_item(source: Source, root: yaml.Node, edit: Insert) -> str:
    node = _at(root, edit.path)
    if isinstance(node, yaml.SequenceNode) and node.value:
        add = _with_item_in_flow if node.flow_style else _with_item_in_block
        return add(source, node, edit)
    mapping = _at(root, edit.path[:-1])
    if not isinstance(mapping, yaml.MappingNode):
        raise OddLayoutError
    value = [edit.value]
    pair = _pair(mapping, str(edit.path[-1]))
    if pair is None:
        return _with_key(source, mapping, Put(edit.path, value))
    if mapping.flow_style:
        return _with_value(source, pair, value)
    key, old = pair
    colon = key.end_mark.index + source.text[key.end_mark.index :].index(":") + 1
    end = max(colon, source.end_of(old))
    emptied = Source(source.with_piece(colon, end, ""))
    column = key.start_mark.column
    lines = block({str(edit.path[-1]): value}, indent=column).partition("\n")[2]
    return emptied.with_lines(emptied.next_line(colon), lines)


def _with_item_in_flow(source: Source, node: yaml.SequenceNode, edit: Insert) -> str:
    if edit.at_end:
        end = source.end_of(node.value[-1])
        return source.with_piece(end, end, f", {flow(edit.value)}")
    start = node.value[0].start_mark.index
    return source.with_piece(start, start, f"{flow(edit.value)}, ")


def _with_item_in_block(source: Source, node: yaml.SequenceNode, edit: Insert) -> str:
    first = node.start_mark.index
    if source.text[source.line_start(first) : first].strip(" "):
        raise OddLayoutError
    like = node.value[-1 if edit.at_end else 0]
    in_flow = isinstance(like, yaml.MappingNode) and like.flow_style
    lines = block([edit.value], indent=node.start_mark.column, in_flow=bool(in_flow))
    if edit.at_end:
        return source.with_lines(source.next_line(source.end_of(node)), lines)
    return source.with_piece(source.line_start(first), source.line_start(first), lines)
