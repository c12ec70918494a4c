"""What the fields of a type hold, read from their annotations once per type.

Because the annotations are the one place where a field says that it names a role or a
step, rules and hints that read them here follow when the model grows a field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NewType, get_args

from generator.model.base import Part


@dataclass(frozen=True, slots=True)
class FieldShape:
    """What one field holds, in lists and mappings or not.

    ``names`` are the kinds of thing its text identifies (``role``, ``step``; several when
    either will do; ``reference`` for a pointer that tells its own kind), ``part`` is the
    type of the parts it holds.
    """

    names: tuple[str, ...]
    part: type[Part] | None


@cache
def shape_of(model: type[Part]) -> Mapping[str, FieldShape]:
    """The shape of every field of a type, in the order of the type."""
    return {name: _shape(field.annotation) for name, field in model.model_fields.items()}


def model_at(model: type[Part], path: tuple[str | int, ...]) -> type[Part] | None:
    """The type of the part at a path inside a model; None where the path leaves the model."""
    found: type[Part] | None = model
    for part in path:
        if isinstance(part, str) and found is not None:
            field = shape_of(found).get(part)
            if field is None:
                continue  # the key of a mapping: the parts behind it are of the same type
            found = field.part
    return found


def _shape(annotation: Any) -> FieldShape:
    leaves = tuple(_leaves(annotation))
    names = tuple(name for leaf in leaves if (name := _kind_named_by(leaf)))
    parts = [leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, Part)]
    return FieldShape(names, parts[0] if parts else None)


def _leaves(annotation: Any) -> Iterator[Any]:
    inner = get_args(annotation)
    if hasattr(annotation, "__metadata__"):  # Annotated: the rest are constraints
        inner = inner[:1]
    if not inner:
        yield annotation
    for argument in inner:
        yield from _leaves(argument)


def _kind_named_by(leaf: Any) -> str | None:
    if not isinstance(leaf, NewType):
        return None
    name = str(leaf.__name__).lstrip("_")
    if name == "Reference":
        return "reference"
    return name.removesuffix("Id").lower() if name.endswith("Id") else None
