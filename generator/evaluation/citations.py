"""Which clause a chapter cites: ``7.5.3`` or ``2008: 4.2.2 a`` as a reference to the clause."""

import re

from generator.model.handbook import Handbook
from generator.model.standard import Standard

_NUMBER = re.compile(r"([A-Z0-9][0-9]*(?:\.[0-9]+)*)(?:[ -]([a-z]))?")


def cited(text: str, handbook: Handbook) -> str | None:
    """The reference to the clause that a text cites; None when no standard has it.

    What stands before the number is that of the standard (``cited_as``); a number alone is of
    a standard without one, the first that has the clause.
    """
    number, standards = _read(text, handbook)
    having = (item for item in standards if number and item.clause(number))
    return next((f"standard:{item.id}#{number}" for item in having), None)


def lacking(text: str, handbook: Handbook) -> tuple[Standard, ...]:
    """The standards that a text may cite a clause of, where none of them has it."""
    number, standards = _read(text, handbook)
    return () if not number or cited(text, handbook) else standards


def _read(text: str, handbook: Handbook) -> tuple[str, tuple[Standard, ...]]:
    """The number in a citation, empty when it is none, and the standards it may be of."""
    before, standards = "", tuple(handbook.standards.values())
    for item in standards:
        if item.cited_as and text.startswith(item.cited_as) and len(item.cited_as) > len(before):
            before = item.cited_as
    of = tuple(item for item in standards if (item.cited_as or "") == before)
    found = _NUMBER.fullmatch(text.removeprefix(before).strip())
    return ("-".join(part for part in found.groups() if part) if found else ""), of
