"""A handbook with one value of one field changed: every field of every type in turn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, get_args, get_type_hints

from filled import _Filling
from generator.model.base import Entity, Part
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook

_ROOTS = {
    "group": "groups",
    "company": "companies",
    "department": "departments",
    "role": "roles",
    "system": "systems",
    "process": "processes",
    "kpi": "kpis",
    "bottleneck": "bottlenecks",
    "document": "documents",
    "term": "terms",
    "classification": "classifications",
    "chapter": "chapters",
    "note": "notes",
    "release": "releases",
    "review": "reviews",
    "assessment": "assessments",
    "standard": "standards",
    "coverage": "coverages",
    "audit": "audits",
    "auditfinding": "audit_findings",
    "nonconformity": "nonconformities",
    "action": "actions",
    "managementreview": "management_reviews",
    "improvement": "improvements",
    "risk": "risks",
    "measurement": "measurements",
}
_SINGLES = {
    "organisation": "organisation",
    "matrix": "matrix",
    "sourcemap": "source_map",
    "riskscale": "risk_scale",
    "scorecard": "scorecard",
}


@dataclass(frozen=True)
class Alteration:
    """One value of one field, and another one to put in its place."""

    field: str
    """As ``Type.key``."""
    subject: str
    path: FieldPath
    value: Any

    def __str__(self) -> str:
        return f"{self.field} of {self.subject} at {'/'.join(map(str, self.path))}: {self.value}"

    def of(self, handbook: Handbook) -> Handbook:
        """The handbook with the other value; as it was where there is no such place any more."""
        kind, _, identifier = self.subject.partition(":")
        entity = thing(handbook, self.subject)
        try:
            altered = _put(entity, self.path, self.value)
        except (LookupError, AttributeError):
            return handbook
        if not identifier:
            return replace(handbook, **{_SINGLES[kind]: altered})
        others = dict(handbook.entities[kind])
        del others[identifier]
        return replace(handbook, **{_ROOTS[kind]: {**others, altered.id: altered}})


def thing(handbook: Handbook, subject: str) -> Any:
    """What a reference without a step points at."""
    kind, _, identifier = subject.partition(":")
    if identifier:
        return handbook.entities[kind].get(identifier)
    return getattr(handbook, _SINGLES[kind])


def alterations(handbook: Handbook) -> Iterator[Alteration]:
    """Another value for every field of the first few parts of every type, by kind of entity."""
    filling, seen = _Filling(handbook), dict[str, int]()
    for subject, entity in _entities(handbook):
        for part, path in _parts(entity, ()):
            for name, hint in get_type_hints(type(part), include_extras=True).items():
                if name not in type(part).model_fields:
                    continue
                field = f"{type(part).__name__}.{name}"
                for other in _others(getattr(part, name), hint, filling):
                    place = f"{subject.partition(':')[0]} {field} {type(other).__name__}"
                    seen[place] = seen.get(place, 0) + 1
                    if seen[place] <= 3:
                        yield Alteration(field, subject, (*path, name), other)


def _entities(handbook: Handbook) -> Iterator[tuple[str, Entity]]:
    for subject in _SINGLES:
        if entity := thing(handbook, subject):
            yield subject, entity
    for kind, entities in handbook.entities.items():
        for identifier, entity in entities.items():
            yield f"{kind}:{identifier}", entity


def _parts(value: Any, path: FieldPath) -> Iterator[tuple[Part, FieldPath]]:
    if isinstance(value, Part):
        yield value, path
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _parts(item, (*path, number))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _parts(item, (*path, key))


def _others(value: Any, hint: Any = None, filling: _Filling | None = None) -> Iterator[Any]:
    """Other values of the same type; a new one where there is none."""
    if isinstance(value, tuple) and value:
        yield value[:-1]
        yield from ((*value[:-1], other) for other in _others(value[-1]))
    elif isinstance(value, Mapping) and value:
        last = list(value)[-1]
        yield {key: item for key, item in value.items() if key != last}
        yield from ({**value, last: other} for other in _others(value[last]))
    elif isinstance(value, Part):
        names = type(value).model_fields
        found = ((name, other) for name in names for other in _others(getattr(value, name)))
        name, other = next(found)
        yield value.model_copy(update={name: other})
    elif filling and value in (None, (), {}):
        new = filling.new(hint, "new")
        yield {"name": filling.new(get_args(hint)[1], "new")} if new == {} else new
    else:
        yield from _other_scalars(value)


def _other_scalars(value: Any) -> Iterator[Any]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, Enum):
        yield from (item for item in type(value) if item is not value)
    elif isinstance(value, str):
        yield {"en": "nl", "nl": "en"}.get(value, f"{value}-x")
    elif isinstance(value, int | Decimal):
        yield value + 1
    elif isinstance(value, date):
        yield value + timedelta(days=1)


def _put(value: Any, path: FieldPath, new: Any) -> Any:
    if not path:
        return new
    first, *rest = path
    if isinstance(value, Part):
        old = getattr(value, str(first))
        return value.model_copy(update={str(first): _put(old, tuple(rest), new)})
    inner = _put(value[first], tuple(rest), new)
    if isinstance(value, tuple):
        return (*value[: int(first)], inner, *value[int(first) + 1 :])
    return {**value, first: inner}
