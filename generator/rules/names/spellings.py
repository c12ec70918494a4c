"""How names are spelled, and whether two spellings are of one name."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.model.finding import FieldPath
from generator.model.handbook import Handbook, slug
from generator.rules.subjects import processes
from generator.rules.written_objects import objects_in, written_objects


class Written(NamedTuple):
    """A name as it stands somewhere; ``entity`` is what it is registered for, if anything."""

    text: str
    subject: str
    path: FieldPath
    entity: str | None = None
    is_other: bool = False
    """Whether it is an other name of the entity (``also_known_as``)."""


@dataclass
class Name:
    """All spellings of one name: what is registered first, and how often each occurs.

    The answers count from the first question on, when all places are known.
    """

    places: list[Written] = field(default_factory=list)

    @property
    def is_registered(self) -> bool:
        """Whether a register holds the name; what steps take and give does not count."""
        return any(place.entity for place in self.places)

    @cached_property
    def right(self) -> str:
        """The spelling to keep: the registered one, or the most frequent, or the first."""
        registered = [place for place in self.places if place.entity]
        if registered:
            return min(registered, key=lambda place: place.is_other).text
        counts = Counter(form(place.text) for place in self.places)
        most = max(counts.values())
        return next(place.text for place in self.places if counts[form(place.text)] == most)

    @cached_property
    def allowed(self) -> set[str]:
        """The forms that are no fault: the right one and other names of the same entity."""
        right = self.right
        entity = next((place.entity for place in self.places if place.text == right), None)
        others = {form(place.text) for place in self.places if entity and place.entity == entity}
        return {form(right), *others}


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """The letters and digits of a name, without case, accents, blanks and hyphens."""
    return slug(text).replace("-", "")


def form(text: str) -> str:
    """A spelling without what is no difference: the case of the first letter, double blanks."""
    plain = " ".join(text.split())
    return plain[:1].lower() + plain[1:]


def spellings_in(handbook: Handbook, endings: Collection[str]) -> dict[str, Name]:
    """Every name of a role, system, document, process or object, by its letters.

    Where an object stands is only looked up for names with more spellings, among which
    are those that differ by an ending of the plural.
    """
    found: dict[str, Name] = {}
    for written in _registered(handbook):
        if key := letters(written.text):
            found.setdefault(key, Name()).places.append(written)
    forms = {key: {form(place.text) for place in name.places} for key, name in found.items()}
    for text in _objects(handbook):
        if key := letters(text):
            forms.setdefault(key, set()).add(form(text))
    several = {key for key, shapes in forms.items() if len(shapes) > 1}
    several |= {key for key in forms for end in endings if key + end in forms}
    several |= {key + end for key in forms for end in endings if key + end in forms}
    for key, shapes in forms.items():
        if key not in several and key not in found:
            found[key] = Name([Written(min(shapes), "", ())])
    for written in _places(handbook, several) if several else ():
        found.setdefault(letters(written.text), Name()).places.append(written)
    return found


def _registered(handbook: Handbook) -> Iterator[Written]:
    for role in handbook.roles.values():
        yield from _entry(f"role:{role.id}", role.name, role.also_known_as)
    for system in handbook.systems.values():
        yield from _entry(f"system:{system.id}", system.name, system.also_known_as)
    for document in handbook.documents.values():
        yield from _entry(f"document:{document.id}", document.name)
    for process in handbook.processes.values():
        yield from _entry(f"process:{process.id}", process.name)


def _entry(subject: str, name: str, others: Sequence[str] = ()) -> Iterator[Written]:
    yield Written(name, subject, ("name",), subject)
    for number, other in enumerate(others):
        yield Written(other, subject, ("also_known_as", number), subject, is_other=True)


def _objects(handbook: Handbook) -> set[str]:
    """The names of all objects as they are written."""
    found: set[str] = set()
    for process in handbook.processes.values():
        found.update(name for name, _ in objects_in(process))
        found.update(item.name for item in process.objects)
    return found


def _places(handbook: Handbook, keys: Collection[str]) -> Iterator[Written]:
    for subject, process in processes(handbook):
        for item, path, _ in written_objects(process):
            if letters(item.object) in keys:
                yield Written(item.object, subject, path)
        for number, declared in enumerate(process.objects):
            if letters(declared.name) in keys:
                yield Written(declared.name, subject, ("objects", number, "name"))
