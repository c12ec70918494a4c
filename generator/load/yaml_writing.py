"""Plain data -> a piece of YAML, for what is written into an existing file."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import yaml

Plain: TypeAlias = "str | int | date | Mapping[str, Plain] | Sequence[Plain] | None"
"""What can be written: text, numbers, dates, nothing, and mappings and lists of these."""

_WIDTH = 100
_LONG = 80
_ENDLESS = 1 << 30


class _Dumper(yaml.SafeDumper):
    """Quotes with double marks, and sets the items of a list in from its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, False)  # noqa: FBT003

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


class _Flow(dict[str, Any]):
    """A mapping between braces."""


class _Folded(str):
    """A text over several lines."""

    __slots__ = ()


def _braces(dumper: yaml.SafeDumper, value: _Flow) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)


def _folded(dumper: yaml.SafeDumper, text: _Folded) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=">")


_Dumper.add_representer(_Flow, _braces)
_Dumper.add_representer(_Folded, _folded)


def flow(value: Plain) -> str:
    """A value on one line: text as it is or in quotes, the rest between brackets."""
    return _dumped({"k": value}, in_flow=True)[4:-2]


def block(value: Plain, *, indent: int = 0, in_flow: bool = False) -> str:
    """A mapping or a list as whole lines.

    Args:
        value: the mapping or list.
        indent: how many blanks go before each line.
        in_flow: whether the items of the list go between braces, each on its line.
    """
    if in_flow and isinstance(value, Sequence):
        value = [_Flow(item) if isinstance(item, Mapping) else item for item in value]
    else:
        value = _with_folded(value)
    text = _dumped(value, in_flow=False, width=_ENDLESS if in_flow else _WIDTH - indent)
    return "".join(f"{' ' * indent}{line}" for line in text.splitlines(keepends=True))


def _with_folded(value: Plain) -> Any:
    """The value with every long text as one that is folded."""
    if isinstance(value, Mapping):
        return {key: _with_folded(item) for key, item in value.items()}
    if isinstance(value, str):
        is_foldable = " ".join(value.split()) == value and value.isprintable()
        return _Folded(value) if is_foldable and len(value) > _LONG else value
    return [_with_folded(item) for item in value] if isinstance(value, Sequence) else value


def scalar_like(text: str, style: str | None) -> str:
    """A text in the style of the one that it replaces, as far as that can hold it.

    Args:
        text: the new text.
        style: the mark of quotes of the old text; None when it had none.
    """
    if style == '"':
        return yaml.dump(text, default_style='"', width=_ENDLESS, allow_unicode=True).rstrip("\n")
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return text if style is None and _is_number(text) else flow(text)


def as_text(value: Plain) -> Any:
    """What a value reads as in this project's YAML, where every scalar is text."""
    if isinstance(value, Mapping):
        return {key: as_text(item) for key, item in value.items()}
    if isinstance(value, str):
        return value
    if isinstance(value, Sequence):
        return [as_text(item) for item in value]
    if isinstance(value, int):
        return str(value)
    return value.isoformat() if isinstance(value, date) else None


def _is_number(text: str) -> bool:
    """Whether it is digits and points: who wrote the last version without quotes, gets the next."""
    return text.replace(".", "").isdigit()


def _dumped(value: Any, *, in_flow: bool, width: int = _ENDLESS) -> str:
    dumped: str = yaml.dump(
        value,
        Dumper=_Dumper,
        default_flow_style=in_flow,
        allow_unicode=True,
        sort_keys=False,
        width=width,
    )
    return dumped
