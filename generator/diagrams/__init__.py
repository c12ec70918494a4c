"""Diagrams: from the model to PlantUML text and to the same content as ordered text; pure."""

from collections.abc import Iterator

from generator.addresses import Addresses
from generator.diagrams.activity import activity_text
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.names import Names
from generator.diagrams.process_diagram import process_text
from generator.diagrams.use_case import use_case_text
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.process import Process

__all__ = ["Diagram", "Item", "diagrams_of"]


def diagrams_of(
    handbook: Handbook, language: Language, addresses: Addresses
) -> dict[str, Diagram]:
    """Every diagram of a handbook by key, in the order in which pages show them."""
    names = Names(handbook, language, addresses)
    found = [item for process in handbook.processes.values() for item in _of(process, names)]
    return {item.key: item for item in found}


def _of(process: Process, names: Names) -> Iterator[Diagram]:
    about = f"process:{process.id}"
    if process.use_case:
        title = names.word("title.usecase", name=process.name)
        text = use_case_text([process], names)
        yield Diagram(f"use-case-{process.id}", title, text, (), about)
    title = names.word("title.process", name=process.name)
    yield Diagram(f"process-{process.id}", title, process_text(process, names), (), about)
    title = names.word("title.activity", name=process.name)
    yield Diagram(f"activity-{process.id}", title, activity_text(process, names), (), about)
