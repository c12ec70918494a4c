"""A register of the handbook by itself, as JSON: for programs, and for whoever lacks this site.

ISO 9001:2015, 7.5.3.2: what is documented is there for whoever needs it. The items are those
of ``handbook.json``; where a line is a part of a thing, ``of`` says of which.
"""

import json
from typing import Any

from generator.addresses import Addresses
from generator.exports.handbook_json import addressed, entity_data
from generator.model.handbook import Handbook
from generator.model.registers import REGISTERS, Item, Register, identifier_of, items

SCHEMA = "register/v1"


def register_json(handbook: Handbook, addresses: Addresses, name: str) -> str:
    """A register as JSON text; an empty one has an empty list."""
    found = [_data(item, name, addresses) for item in items(handbook, name)]
    data = {"schema": SCHEMA, "register": name, "items": found}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _data(item: Item, name: str, addresses: Addresses) -> dict[str, Any]:
    """A line as data: what it is of stands in ``of``, from the outside inwards."""
    register = REGISTERS[name]
    address = addresses.url(reference_of(item, register))
    if not item.parts:
        return addressed(entity_data(item.entity), address)
    data = item.line.model_dump(mode="json")
    around = [identifier_of(part) for part in (item.entity, *item.parts[:-1])]
    origin = {
        path: found.origin.value
        for path, found in item.entity.origins.items()
        if concerns(path, item, register)
    }
    return addressed(data | {"of": around, "origin": origin}, address)


def reference_of(item: Item, register: Register) -> str:
    """What points at a line, or at the thing around it."""
    identifier = getattr(item.entity, "id", None)
    reference = f"{register.kind}:{identifier}" if identifier else register.kind
    if register.inside == ("clauses",):
        return f"{reference}#{identifier_of(item.line)}"
    return reference


def concerns(path: str, item: Item, register: Register) -> bool:
    """Whether an origin at ``path`` of the entity speaks of a line of it."""
    way = ""
    for field, part in zip(register.inside, item.parts, strict=True):
        way = f"{way}.{field}.{identifier_of(part)}"
    own, other = f"{way}.".lstrip("."), f"{path}."
    return path == "*" or own.startswith(other) or other.startswith(own)
