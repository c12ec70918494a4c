"""YAML edited in place: one value, key or item changes, everything else stays byte for byte.

Dumping a file anew loses comments, quotes and layout, and makes a change of one line look
like a change of all of them. So the text is cut at the places that the YAML parser gives,
and the result is read again: it has to be the old data with exactly that change.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

import yaml

from generator.load.edit import Drop, Edit, Insert, Put, changed_by
from generator.load.yaml_cutting import OddLayoutError, Source, applied
from generator.load.yaml_source import read_yaml
from generator.load.yaml_writing import block
from generator.model.usage import UsageError

__all__ = [
    "CannotEditError",
    "Drop",
    "Edit",
    "Insert",
    "LinesToWrite",
    "Put",
    "edited",
    "lines_to_write",
]


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
        result = applied(Source(text), root, edit)
        after, findings = read_yaml(result, path)
    except (yaml.YAMLError, OddLayoutError, RecursionError) as error:
        raise CannotEditError(_by_hand(edit, path)) from error
    wanted = changed_by(before.value if before else None, edit)
    if findings or after is None or after.value != wanted:
        raise CannotEditError(_by_hand(edit, path))
    return result


def _by_hand(edit: Edit, path: str) -> str:
    way = ".".join(map(str, edit.path))
    if isinstance(edit, Drop):
        return f"{path} has a layout that cannot be edited in place; take '{way}' away by hand"
    lines = block({str(edit.path[-1]): [edit.value] if isinstance(edit, Insert) else edit.value})
    return f"{path} has a layout that cannot be edited in place; write under '{way}':\n{lines}"
