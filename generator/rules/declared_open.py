"""What is not established: left empty, or said to be open, which O201 lists by itself."""

from collections.abc import Iterable

from generator.model.base import Entity, OriginKind


def is_declared_open(entity: Entity, field: str) -> bool:
    """Whether the origins say that a field is still to be determined, which O201 lists."""
    origin = entity.origins.get(field)
    return origin is not None and origin.origin is OriginKind.OPEN


def left_empty(entity: Entity, fields: Iterable[str]) -> list[str]:
    """Those of the fields that have no value and of which nobody said that they are open."""
    return [
        field
        for field in fields
        if getattr(entity, field) is None and not is_declared_open(entity, field)
    ]
