"""Plain data with places -> typed entities; what does not fit the type becomes findings."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.load.misplaced import shift_of, text_read_as_field
from generator.load.node import Node, Spot
from generator.model.base import Entity, Part
from generator.model.finding import FieldPath, Key
from generator.model.guess import nearest
from generator.model.handbook import slug
from generator.model.identifiers import FORMS, is_identifier
from generator.model.shape import model_at, shape_of

AnyEntity = TypeVar("AnyEntity", bound=Entity)

MOST_MISFITS = 200
"""The most findings in one entity; whoever has more has the wrong file."""

_KINDS_OF_VALUE = {
    "model_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "string_type": "text",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
    "int_type": "number",
    "int_parsing": "number",
    "decimal_type": "decimal",
    "decimal_parsing": "decimal",
    "decimal_max_digits": "decimal",
    "decimal_max_places": "decimal",
    "decimal_whole_digits": "decimal",
    "finite_number": "decimal",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
}
"""Pydantic's error types for a value of the wrong kind, and the kind that was expected."""

_PLAIN = {
    "extra_forbidden": "S201",
    "missing": "S202",
    "too_short": "S208",
    "string_too_short": "S208",
}
"""Error types that need no more than the key."""

_READ_AS_FIELD = frozenset({"extra_forbidden", "missing", "string_type"})
"""Error types of a text with a colon that became a block of one field."""

_LIMITS = {"string_too_long": ("S207", "max_length"), "greater_than_equal": ("S210", "ge")}
"""Error types with a limit, and its name in Pydantic's context."""

_ROLES = {("role",): "role", ("role", "department"): "role-or-department"}
"""What a field that names a role, by the kinds it may name, is called in messages."""

_CLAUSES = frozenset({"clause", "clauses"})
_CLAUSE = re.compile(r"([a-z]+:)?[0-9]+(\.[0-9]+)*")
"""The fields that refer to a clause of a standard, and what looks like the number of one."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ALTERNATIVES = re.compile(r"\^\((\w[\w-]*(?:\|\w[\w-]*)+)\)\$")


class Misfit(NamedTuple):
    """One thing that does not fit the type: which finding, where, and its details."""

    code: str
    spot: Spot
    details: Mapping[str, str]


def parse(
    model: type[AnyEntity], node: Node, given: Mapping[str, str]
) -> tuple[AnyEntity | None, list[Misfit]]:
    """Reads one entity.

    Args:
        model: what it should be.
        node: the mapping in the file.
        given: fields that the file's path gives, which the mapping may not hold itself.

    Returns:
        The entity, or None when it does not fit, and everything that does not fit.
    """
    if not isinstance(node.value, dict):
        return None, [Misfit("S203", node.spot, {"expected": "mapping"})]
    misfits = [
        Misfit("S209", node.keys[key], {"key": key, "value": value})
        for key, value in given.items()
        if key in node.value
    ]
    data = {**node.value, **given}
    try:
        return model.model_validate(data), misfits
    except ValidationError as error:
        omitted = _omitted(error)
    # An empty value means the same as an omitted one, also where the field is a list.
    data = _without(data, omitted)
    try:
        return model.model_validate(data), misfits
    except ValidationError as error:
        details = error.errors(include_url=False)[:MOST_MISFITS]
    found = [_misfit(item, model, node) for item in details if not _echoes(item)]
    # The arms of a union each report the same fault.
    once = {(item.code, item.spot, item.details["key"]): item for item in found}
    return None, misfits + list(_told_once(once.values()))


def _told_once(misfits: Collection[Misfit]) -> Iterator[Misfit]:
    """The misfits without those that follow from another: what stands elsewhere is not missing."""
    shifted = [item.details for item in misfits if item.code == "S127"]
    elsewhere = {details["key"] for details in shifted}
    elsewhere |= {details["mark"] for details in shifted if details["than"] == "further"}
    for item in misfits:
        if item.code not in {"S202", "S208"} or item.details["key"] not in elsewhere:
            yield item


def _omitted(error: ValidationError) -> set[FieldPath]:
    """The paths of the keys without a value that a field did not accept."""
    return {
        details["loc"]
        for details in error.errors(include_url=False, include_context=False)
        if details["input"] is None
        and details["type"] != "extra_forbidden"
        and isinstance(details["loc"][-1], str)
    }


def _without(data: Any, paths: set[FieldPath]) -> Any:
    """The data without the keys at the paths, copied only along them."""
    if not paths:
        return data
    by_first: dict[str | int, set[FieldPath]] = {}
    for path in paths:
        by_first.setdefault(path[0], set()).add(path[1:])
    if isinstance(data, dict):
        return {
            key: _without(value, by_first.get(key, set()) - {()})
            for key, value in data.items()
            if () not in by_first.get(key, set())
        }
    if isinstance(data, list):
        return [_without(value, by_first.get(index, set())) for index, value in enumerate(data)]
    return data


def _misfit(error: ErrorDetails, model: type[Part], node: Node) -> Misfit:
    location = error["loc"]
    path = tuple(_path(location, node))
    if error["type"] == "missing":
        path = (*path, location[-1])
    name = next((part for part in reversed(path) if isinstance(part, str)), "")
    as_field = error["type"] in _READ_AS_FIELD
    if as_field and (text := text_read_as_field(path, node)):
        return Misfit("S126", text, {"key": ""})
    code, details = _classified(error, name)
    if code == "S201" and (shift := shift_of(path, model, node)):
        code, details = "S127", details | shift
    elif code == "S201":
        details |= _guess(path, model)
    elif code == "S206":
        details = _fitting(path, model, details)
    if code in {"S127", "S201"} or location[-1] == "[key]":
        path = (*path[:-1], Key(name))
    return Misfit(code, node.at(path), details)


def _path(location: FieldPath, node: Node) -> Iterator[str | int]:
    """The location without the parts that name no place in the file, such as a union's arm."""
    at = node
    for part in location:
        if child := at.children.get(part):
            yield part
            at = child


def _classified(error: ErrorDetails, name: str) -> tuple[str, dict[str, str]]:
    """The code and details of one of Pydantic's errors."""
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    details = {"key": name, "value": value if isinstance(value, str) else ""}
    if kind in _PLAIN:
        return _PLAIN[kind], details
    if value in (None, ""):
        return "S208", details
    if kind in _LIMITS:
        code, limit = _LIMITS[kind]
        return code, details | {"limit": str(context[limit])}
    if context.get("class_name") == "ObjectState":
        return "S204", details
    return _wrong_form(kind, context, details)


def _wrong_form(
    kind: str, context: Mapping[str, Any], details: dict[str, str]
) -> tuple[str, dict[str, str]]:
    if kind in _KINDS_OF_VALUE:
        no_such = _KINDS_OF_VALUE[kind] == "date" and _DATE.fullmatch(details["value"])
        return ("S211" if no_such else "S203"), details | {"expected": _KINDS_OF_VALUE[kind]}
    if allowed := _allowed(kind, context):
        listed = ", ".join(allowed)
        return "S205", details | {"allowed": listed} | nearest(details["value"], allowed)
    form = FORMS.get(str(context.get("pattern")), "other")
    details |= {"form": form, "example": form}
    identifier = slug(details["value"]) if form == "identifier" else ""
    return "S206", details | ({"guess": identifier} if is_identifier(identifier) else {})


def _fitting(path: FieldPath, model: type[Part], details: dict[str, str]) -> dict[str, str]:
    """The details of a wrong form, with what fits this very field."""
    key = details["key"]
    before = path[::-1].index(key) + 1 if key in path else 0
    around = model_at(model, path[:-before]) if before else None
    shape = shape_of(around).get(key) if around else None
    role = _ROLES.get(shape.names) if shape and key != "id" else None
    if role:  # no guess: what looks like the name of a person must not become an identifier
        return {"key": key, "value": details["value"], "form": role, "example": role}
    is_clause = key in _CLAUSES or _CLAUSE.fullmatch(details["value"])
    return details | ({"example": "clause"} if details["form"] == "reference" and is_clause else {})


def _echoes(error: ErrorDetails) -> bool:
    """Whether the error only says again that all items of a list are wrong."""
    return error["type"] == "too_short" and bool(error["input"])


def _guess(path: FieldPath, model: type[Part]) -> dict[str, str]:
    around = model_at(model, path[:-1])
    return nearest(str(path[-1]), tuple(around.model_fields)) if around else {}


def _allowed(kind: str, context: Mapping[str, Any]) -> tuple[str, ...]:
    """The words a field accepts, when it accepts only certain words."""
    if kind == "enum":
        return tuple(re.findall(r"'([^']*)'", context["expected"]))
    match = _ALTERNATIVES.fullmatch(str(context.get("pattern")))
    return tuple(match[1].split("|")) if match else ()
