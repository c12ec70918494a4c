"""The one style of every diagram, as PlantUML text, and the frame of a complete text."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from string import Template

from generator.diagrams.palette import COLOURS
from generator.diagrams.syntax import BLANK, escaped


@cache
def style() -> str:
    """The style sheet with its colours filled in; part of every diagram, so also of cache keys."""
    text = files(__package__).joinpath("style.puml").read_text(encoding="utf-8")
    colours = {name.replace("-", "_"): colour.light for name, colour in COLOURS.items()}
    return Template(text).substitute(colours)


def document(lines: Iterable[str]) -> str:
    """A complete PlantUML text around the lines of a diagram."""
    return "\n".join(("@startuml", style().rstrip(), *lines, "@enduml", ""))


def foot(texts: Iterable[str]) -> Iterator[str]:
    """Lines of text below a diagram, with room above them."""
    yield from ("legend left", BLANK, *(escaped(text) for text in texts), "endlegend")


def styled(text: str) -> str:
    """An author's PlantUML text in the style of the generated diagrams; its own settings win."""
    start, newline, rest = text.lstrip().partition("\n")
    if not start.startswith("@startuml"):
        return text
    return f"{start}{newline}{style()}{rest}"


def colour(name: str) -> str:
    """The colour for a purpose, as PlantUML and the finished SVG write it."""
    return COLOURS[name].light
