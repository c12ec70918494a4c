"""One object, role or system goes under two spellings, so a search finds half (7.5.2 and 7.5.3)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.names.spellings import Name, form, letters, spellings_in
from generator.rules.names.written_otherwise import WrittenOtherwise
from generator.rules.rule import Fault, Group

CODE: Final = "N105"
NAME: Final = "two-spellings"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("7.5.2", "7.5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every other spelling of a name, once a register entry or process."""
    endings = sorted({letters(ending) for ending in inspection.words("plural-endings")})
    names = spellings_in(inspection.handbook, endings)
    told = set()
    found = (*_in_names(names), *_plurals(names, endings), *_in_texts(inspection, names))
    for fault in found:
        key = fault.subject, form(fault.details["written"])
        if key not in told:
            told.add(key)
            yield fault


def _in_names(names: Mapping[str, Name]) -> Iterator[Fault]:
    for name in names.values():
        if len({form(place.text) for place in name.places}) > 1:
            right, allowed = name.right, name.allowed
            for place in name.places:
                if form(place.text) not in allowed:
                    details = {"written": place.text, "right": right}
                    yield Fault(place.subject, place.path, details)


def _plurals(names: Mapping[str, Name], endings: Sequence[str]) -> Iterator[Fault]:
    """Objects that are named in the singular and in the plural; the rarer one is the fault."""
    for key, name in names.items():
        for other in (names[key + end] for end in endings if key + end in names):
            if not name.is_registered and not other.is_registered:
                rare, usual = sorted((name, other), key=lambda item: len(item.places))
                for place in rare.places:
                    details = {"written": place.text, "right": usual.right}
                    yield Fault(place.subject, place.path, details)


def _in_texts(inspection: Inspection, names: Mapping[str, Name]) -> Iterator[Fault]:
    written_otherwise = WrittenOtherwise(
        names,
        articles=inspection.words("articles"),
        particles=inspection.words("words-without-content"),
    )
    found_in = cache(lambda text: tuple(written_otherwise.found_in(text)))
    for passage in inspection.passages:
        for written, right in found_in(passage.text):
            yield Fault(passage.subject, passage.path, {"written": written, "right": right})
