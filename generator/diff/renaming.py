"""Things that got another identifier, and the earlier handbook told with the new ones.

Without this, a role with a new identifier would change every step that it does.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeVar

from generator.model.base import Part
from generator.model.process import Process
from generator.model.shape import FieldShape, shape_of

Renamings: TypeAlias = Mapping[str, str]
"""The new reference for each earlier one: ``role:x`` and ``process:y#step``, all with the
process as it is called now."""

AnyPart = TypeVar("AnyPart", bound=Part)


def with_new_identifiers(part: AnyPart, renamings: Renamings) -> AnyPart:
    """A part of the earlier handbook in which everything has the identifier it has now."""
    return _told(part, renamings, _process_of(part, renamings)) if renamings else part


def _process_of(part: Part, renamings: Renamings) -> str:
    """The process, as it is called now, whose steps the part may name."""
    owner = part.id if isinstance(part, Process) else getattr(part, "process", None)
    return _new("process", owner, renamings, "") if isinstance(owner, str) else ""


def _told(part: AnyPart, renamings: Renamings, process: str) -> AnyPart:
    found = {}
    for name, shape in shape_of(type(part)).items():
        value = getattr(part, name)
        if value and (shape.names or shape.part):
            told = _value(value, shape, renamings, process)
            if told != value:
                found[name] = told
    return part.model_copy(update=found) if found else part


def _value(value: Any, shape: FieldShape, renamings: Renamings, process: str) -> Any:
    if isinstance(value, Part):
        return _told(value, renamings, process)
    if isinstance(value, tuple):
        return tuple(_value(item, shape, renamings, process) for item in value)
    if isinstance(value, Mapping):
        return {
            _key(key, shape, renamings, process): _told(held, renamings, process)
            if isinstance(held, Part)
            else held
            for key, held in value.items()
        }
    kinds = (kind for kind in shape.names if _new(kind, value, renamings, process) != value)
    return next((_new(kind, value, renamings, process) for kind in kinds), value)


def _key(key: str, shape: FieldShape, renamings: Renamings, process: str) -> str:
    """The key of a mapping: an identifier, or a path in which a step may be named."""
    if shape.names:
        return str(_value(key, shape, renamings, process))
    first, *rest = key.split(".")
    if first != "steps" or not rest:
        return key
    return ".".join((first, _new("step", rest[0], renamings, process), *rest[1:]))


def _new(kind: str, identifier: str, renamings: Renamings, process: str) -> str:
    """The new identifier of a thing; a reference keeps its kind, and its step is renamed too."""
    if kind == "reference":
        thing, _, step = identifier.partition("#")
        told = renamings.get(thing, thing)
        return renamings.get(f"{told}#{step}", f"{told}#{step}") if step else told
    reference = f"process:{process}#{identifier}" if kind == "step" else f"{kind}:{identifier}"
    return renamings.get(reference, identifier).rpartition("#" if kind == "step" else ":")[2]
