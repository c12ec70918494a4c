"""A register as CSV: for a spreadsheet, or for an auditor without this site.

Without a byte order mark, as the evidence for an auditor: a program that reads UTF-8 would
take the mark for a part of the first heading. A spreadsheet is told the encoding on import.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from generator.addresses import Addresses
from generator.diff.words import Words
from generator.exports.csv_cells import csv_text
from generator.exports.registers import concerns, reference_of
from generator.language import Language
from generator.model.base import Part
from generator.model.handbook import Handbook
from generator.model.measurement import Series
from generator.model.registers import REGISTERS, Item, Register, identifier_of, items
from generator.model.scorecard import Scorecard
from generator.model.shape import model_at, shape_of

_BETWEEN = "; "

_LAST = ("lines", "notes")
"""What only says where something comes from stands behind what is said."""


_Value: TypeAlias = Callable[[Item], Any]
"""Gets a value out of a line."""


class _Column(NamedTuple):
    """A column: its heading, and what stands in it for a line."""

    heading: str
    cell: Callable[[Item], str | Decimal]


def register_csv(handbook: Handbook, addresses: Addresses, name: str) -> str:
    """A register as CSV text (RFC 4180); an empty one has its headings only.

    A list stands in one cell, its values between semicolons. What a line names stands twice:
    as identifiers, and as the names that readers know. The last columns say which values are
    no plain facts from the source, and where the line stands on the site.
    """
    found = list(items(handbook, name))
    columns = list(_Columns(handbook, addresses, found, REGISTERS[name]).all())
    rows = ([column.cell(item) for column in columns] for item in found)
    return csv_text([[column.heading for column in columns], *rows])


class _Columns:
    """The columns of one register, made from its type."""

    def __init__(
        self, handbook: Handbook, addresses: Addresses, found: Sequence[Item], register: Register
    ) -> None:
        self._words = Words(handbook)
        self._addresses = addresses
        self._found = found
        self._register = register

    @property
    def _language(self) -> Language:
        return self._addresses.language

    def all(self) -> Iterator[_Column]:
        """What the line is of, its fields, its origins and its address."""
        label = self._language.label
        yield from self._around()
        line = model_at(self._register.model, self._register.inside) or self._register.model
        yield from self._of(line, _line)
        yield _Column(label("registers.origins"), self._origins)
        yield _Column(label("registers.address"), self._address)

    def _around(self) -> Iterator[_Column]:
        """The identifier and the name of each thing around the line, from the outside inwards."""
        for depth in range(len(self._register.inside)):
            heading = self._kind(depth)
            yield _Column(heading, partial(_identifier_at, depth))
            yield _Column(self._named(heading), partial(self._title_at, depth))

    def _kind(self, depth: int) -> str:
        """What the things around the line are, so many steps in."""
        model = model_at(self._register.model, self._register.inside[:depth])
        if depth and model:
            return str(self._language.fields[model.__name__]["label"])
        own = shape_of(self._register.model).get("id")  # that of measurements is an indicator's
        return self._language.label(f"diff.subject.{own.names[0] if own else self._register.kind}")

    def _of(self, model: type[Part], part_of: _Value, before: str = "") -> Iterator[_Column]:
        """The fields of a type; a part that there is one of gives a column for each of its own."""
        shapes = shape_of(model)
        for name in sorted(shapes, key=lambda name: (name in _LAST, name != "id")):
            if name == "origins":
                continue
            value_of = partial(_field_of, part_of, name)
            heading = before + self._label(model, name)
            holder = _holder(model.model_fields[name].annotation)
            if (part := shapes[name].part) and holder is None:
                yield from self._of(part, value_of, f"{heading}: ")
            elif holder is dict:
                yield from self._of_mapping(heading, value_of)
            else:
                yield _Column(heading, partial(self._cell_of, value_of))
                names = shapes[name].names
                if names and names != ("note",) and name != "id":
                    yield _Column(self._named(heading), partial(self._names_of, value_of, names))

    def _of_mapping(self, heading: str, value_of: _Value) -> Iterator[_Column]:
        """A column for every key that any line has."""
        keys = dict.fromkeys(key for item in self._found for key in value_of(item) or {})
        for key in keys:
            yield _Column(f"{heading}: {key}", partial(self._cell_at, value_of, key))

    def _cell_of(self, value_of: _Value, item: Item) -> str | Decimal:
        """What stands in a cell; a number by itself stays one, below zero too."""
        value = value_of(item)
        is_number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        return Decimal(value) if is_number else self._cell(value)

    def _cell_at(self, value_of: _Value, key: str, item: Item) -> str:
        return self._cell((value_of(item) or {}).get(key))

    def _names_of(self, value_of: _Value, names: tuple[str, ...], item: Item) -> str:
        """The names behind the identifiers in a column."""
        found = value_of(item) or ()
        several = found if isinstance(found, tuple) else (found,)
        return _BETWEEN.join(self._name(one, names, item) for one in several)

    def _cell(self, value: Any) -> str:
        if isinstance(value, tuple):
            return _BETWEEN.join(self._cell(one) for one in value)
        if isinstance(value, Part):
            return self._part(value)
        if isinstance(value, Enum | bool):
            return self._words.value(value)
        return "" if value is None else str(value)

    def _part(self, part: Part) -> str:
        """A part of a list: the names of its fields with what is in them."""
        return ", ".join(
            f"{self._label(type(part), name)}: {self._inner(value)}"
            for name in shape_of(type(part))
            if (value := getattr(part, name)) not in (None, (), {})
        )

    def _inner(self, value: Any) -> str:
        return f"({self._cell(value)})" if isinstance(value, tuple) else self._cell(value)

    def _name(self, identifier: str, names: tuple[str, ...], item: Item) -> str:
        """What readers call what is named; a step or a clause comes with what it is in."""
        if names == ("objective",) and isinstance(item.entity, Scorecard):
            found = (one.name for one in item.entity.objectives if one.id == identifier)
            return next(found, identifier)
        process = getattr(item.line, "process", None) or ""
        whole, mark, _ = identifier.partition("#")
        name = self._words.value(identifier, names, process)
        return f"{self._words.value(whole, names)}: {name}" if mark else name

    def _title_at(self, depth: int, item: Item) -> str:
        """The name of a thing; the measurements of an indicator have that of the indicator."""
        part = _at(depth, item)
        if isinstance(part, Series):
            return self._words.value(part.id, ("kpi",))
        return str(getattr(part, "name", None) or identifier_of(part))

    def _label(self, model: type[Part], field: str) -> str:
        return self._language.field(model.__name__, field)["label"]

    def _named(self, heading: str) -> str:
        return self._language.label("registers.names", field=heading)

    def _origins(self, item: Item) -> str:
        """The fields that do not simply come from the source: ``Priority: proposal (why)``."""
        return _BETWEEN.join(
            f"{self._field(path)}: {self._words.value(found.origin)}"
            + (f" ({found.why})" if found.why else "")
            for path, found in item.entity.origins.items()
            if concerns(path, item, self._register)
        )

    def _field(self, path: str) -> str:
        if path == "*":
            return self._language.label("source.everything")
        first, *rest = path.split(".")
        return " › ".join([self._label(self._register.model, first), *rest])

    def _address(self, item: Item) -> str:
        return self._addresses.url(reference_of(item, self._register)) or ""


def _line(item: Item) -> Part:
    return item.line


def _field_of(part_of: _Value, name: str, item: Item) -> Any:
    """A field of a part of a line; None without the part."""
    return getattr(part_of(item), name, None)


def _at(depth: int, item: Item) -> Part:
    return item.parts[depth - 1] if depth else item.entity


def _identifier_at(depth: int, item: Item) -> str:
    return identifier_of(_at(depth, item))


def _holder(annotation: Any) -> type | None:
    """``tuple`` or ``dict`` for a field that holds several values, None for one value."""
    origin = get_origin(annotation)
    if origin is tuple:
        return tuple
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return dict
    found = (_holder(inner) for inner in get_args(annotation))
    return next((one for one in found if one), None)
