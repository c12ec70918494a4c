"""Totals that the text states, beside what the parts that it names make together."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.base import Counted, Tally
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import source_lines


def tallies(found: Iterable[Tally], links: Links) -> list[Markup]:
    """Every total with its parts, their sum, and its lines of the source."""
    return [
        joined(
            [part for part in (_said(tally, links), source_lines(tally.lines, links.site)) if part],
            " ",
        )
        for tally in found
    ]


def _said(tally: Tally, links: Links) -> Markup:
    label = links.site.label
    if not tally.parts:
        return literal(label("site.tally", what=tally.what, stated=tally.stated))
    parts = ", ".join(map(_part, tally.parts))
    blanks = {"what": tally.what, "stated": tally.stated, "sum": tally.sum, "parts": parts}
    return literal(label("site.tally_parts", **blanks))


def _part(part: Counted) -> str:
    return f"{part.name} {part.count}"
