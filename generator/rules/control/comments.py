"""What is wrong with the comments that suppress findings: of each comment only the first thing."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from generator.language import language
from generator.model.finding import Position
from generator.model.ignore import Ignore
from generator.rules.inspection import Inspection

_NOT_TO_BE_SUPPRESSED = ("S", "C", "G", "X")
"""Files that cannot be read, chapters and drawings that fail, and the checking itself."""


class Trouble(StrEnum):
    """What may be wrong with a comment, in the order in which it matters."""

    NO_REASON = "no-reason"
    EXPIRED = "expired"
    UNKNOWN_CODE = "unknown-code"
    UNUSED = "unused"


def troubled(inspection: Inspection, trouble: Trouble) -> Iterator[tuple[Ignore, tuple[str, ...]]]:
    """The comments of which this is the first thing that is wrong, with the codes it is about."""
    if not inspection.ignores:
        return
    known = frozenset(known_codes(inspection))
    used = {(ignore.position, finding.code) for finding, ignore in inspection.suppressed}
    for ignore in inspection.ignores:
        first, codes = _first_trouble(ignore, inspection, known, used)
        if first is trouble:
            yield ignore, codes


def _first_trouble(
    ignore: Ignore,
    inspection: Inspection,
    known: Collection[str],
    used: Collection[tuple[Position, str]],
) -> tuple[Trouble | None, tuple[str, ...]]:
    unknown = tuple(code for code in ignore.codes if code not in known)
    unused = tuple(code for code in ignore.codes if (ignore.position, code) not in used)
    if not ignore.reason:
        return Trouble.NO_REASON, ignore.codes
    if ignore.is_expired(inspection.today):
        return Trouble.EXPIRED, ignore.codes
    if unknown or not ignore.codes:
        return Trouble.UNKNOWN_CODE, unknown
    return (Trouble.UNUSED, unused) if unused else (None, ())


def known_codes(inspection: Inspection) -> tuple[str, ...]:
    """The codes of the rules about the handbook, from the catalogue with their words.

    The list of rules itself is out of reach here: it holds the rules that ask this.
    """
    entries: Mapping[str, Any] = language(inspection.handbook.organisation.language).messages
    return tuple(
        code
        for code in sorted(entries)
        if "why" in entries[code] and not code.startswith(_NOT_TO_BE_SUPPRESSED)
    )


def listed(codes: tuple[str, ...]) -> str:
    """The codes as a message shows them; a dash when there are none."""
    return ", ".join(codes) or "-"
