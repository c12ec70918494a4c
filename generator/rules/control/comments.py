"""What is wrong with the comments that suppress findings: of each comment only the first thing."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from generator.model.finding import Position
from generator.model.ignore import Ignore
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault


class Trouble(StrEnum):
    """What may be wrong with a comment, in the order in which it matters."""

    UNREADABLE = "unreadable"
    NO_REASON = "no-reason"
    EXPIRED = "expired"
    UNKNOWN_CODE = "unknown-code"
    UNUSED = "unused"


def troubled(inspection: Inspection, trouble: Trouble) -> Iterator[tuple[Ignore, tuple[str, ...]]]:
    """The comments of which this is the first thing that is wrong, with the codes it is about."""
    if not inspection.ignores:
        return
    used = {(ignore.position, finding.code) for finding, ignore in inspection.suppressed}
    for ignore in inspection.ignores:
        first, codes = _first_trouble(ignore, inspection, used)
        if first is trouble:
            yield ignore, codes


def _first_trouble(
    ignore: Ignore,
    inspection: Inspection,
    used: Collection[tuple[Position, str]],
) -> tuple[Trouble | None, tuple[str, ...]]:
    unknown = tuple(code for code in ignore.codes if code not in inspection.suppressible)
    unused = tuple(code for code in ignore.codes if (ignore.position, code) not in used)
    if not ignore.is_readable:
        return Trouble.UNREADABLE, ()
    if not ignore.has_reason:
        return Trouble.NO_REASON, ignore.codes
    if ignore.is_expired(inspection.today):
        return Trouble.EXPIRED, ignore.codes
    if unknown or not ignore.codes:
        return Trouble.UNKNOWN_CODE, unknown
    return (Trouble.UNUSED, unused) if unused else (None, ())


def fault(ignore: Ignore, codes: tuple[str, ...], **details: str) -> Fault:
    """A fault at a comment; its codes are listed, and a dash stands for none."""
    listed = ", ".join(codes) or "-"
    file = ignore.position.file
    return Fault(file, details={"codes": listed, **details}, position=ignore.position)
