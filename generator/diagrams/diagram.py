"""A diagram: PlantUML text, its text alternative, and what it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a text alternative, with the lines that belong under it."""

    text: str
    children: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture to be drawn, and the same content as ordered text.

    ``about`` is the reference of what it shows (``process:incident-beheren``), so that a
    fault in drawing can be reported where the content stands. ``title`` is the picture's
    accessible name.
    """

    key: str
    title: str
    text: str
    alternative: tuple[Item, ...]
    about: str
