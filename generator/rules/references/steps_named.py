"""The identifiers that name a step, found without looking at all the others."""

from collections.abc import Iterator, Mapping
from functools import cache

from generator.model.base import Part
from generator.model.finding import FieldPath
from generator.model.shape import shape_of

_NAMING_A_STEP = frozenset({("step",), ("reference",)})


def steps_named_in(
    part: Part, path: FieldPath = ()
) -> Iterator[tuple[tuple[str, ...], str, FieldPath]]:
    """Every identifier of a step, and every reference, in a part and the parts inside it.

    Yields:
        What it is (``step`` or ``reference``), the identifier, and the way to it.
    """
    for field, kinds in _fields(type(part)):
        value = getattr(part, field)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _taken(item, kinds, (*path, field, index))
        elif isinstance(value, Mapping):
            for key, item in value.items():
                if isinstance(item, Part):
                    yield from steps_named_in(item, (*path, field, key))
        elif value:
            yield from _taken(value, kinds, (*path, field))


def _taken(
    value: Part | str, kinds: tuple[str, ...], path: FieldPath
) -> Iterator[tuple[tuple[str, ...], str, FieldPath]]:
    if isinstance(value, str):
        yield kinds, value, path
    else:
        yield from steps_named_in(value, path)


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that name a step or anything, or hold parts that do, and the kinds."""
    return tuple(
        (field, shape.names)
        for field, shape in shape_of(model).items()
        if field != "id"
        and (shape.names in _NAMING_A_STEP or (shape.part is not None and _fields(shape.part)))
    )
