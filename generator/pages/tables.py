"""Tables: one accessible shape, scrollable when wide, cards on a phone, sortable on request."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.markup import macros
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells (text, ``Markup`` or None), the first being its header."""

    cells: tuple[object, ...]
    id: str | None = None
    """The anchor that links to this row use, such as ``document-sla``."""


def table(
    site: Site,
    columns: Sequence[str],
    rows: Iterable[Row | Sequence[object]],
    *,
    caption: str,
    sortable: bool = False,
    kind: str = "cards",
) -> Markup:
    """A table as HTML.

    Args:
        site: gives the words around the table.
        columns: the headings, in words.
        rows: the cells, row by row; an empty cell is None.
        caption: the table's accessible name, shown to screen readers only.
        sortable: whether a click on a heading sorts.
        kind: ``cards`` turns every row into a card on a phone, with the headings as
            labels; ``wide`` keeps the grid and scrolls sideways (for matrices).
    """
    lines = [row if isinstance(row, Row) else Row(tuple(row)) for row in rows]
    make = macros("table.md.j2", "table")
    return make(
        columns=columns,
        rows=lines,
        caption=caption,
        sortable=sortable,
        kind=kind,
        label=site.label,
    )
