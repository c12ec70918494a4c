"""Diagrams: from the model to PlantUML text and to the same content as ordered text; pure."""

from collections.abc import Iterator

from generator.addresses import Addresses
from generator.diagrams import alternative
from generator.diagrams.activity import activity_text
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.landscape import landscape_text
from generator.diagrams.legend import legends
from generator.diagrams.names import Names
from generator.diagrams.process_diagram import process_text
from generator.diagrams.states import states_text
from generator.diagrams.style import styled
from generator.diagrams.use_case import use_case_text
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.objects import objects_of
from generator.model.process import Process

__all__ = ["Diagram", "Item", "diagrams_of", "styled"]


def diagrams_of(handbook: Handbook, language: Language, addresses: Addresses) -> dict[str, Diagram]:
    """Every diagram of a handbook by key, in the order in which pages show them."""
    names = Names(handbook, language, addresses)
    found = [item for process in handbook.processes.values() for item in _process(process, names)]
    found += [*_organisation(names), *_objects(names), *legends(names)]
    return {item.key: item for item in found}


def _process(process: Process, names: Names) -> Iterator[Diagram]:
    """The three models of a process; one without a use case has two."""
    about = f"process:{process.id}"
    if process.use_case:
        yield Diagram(
            f"use-case-{process.id}",
            names.word("title.usecase", name=process.name),
            use_case_text([process], names),
            alternative.use_case_alternative([process], names),
            about,
        )
    yield Diagram(
        f"process-{process.id}",
        names.word("title.process", name=process.name),
        process_text(process, names),
        alternative.process_alternative(process, names),
        about,
    )
    yield Diagram(
        f"activity-{process.id}",
        names.word("title.activity", name=process.name),
        activity_text(process, names),
        alternative.activity_alternative(process, names),
        about,
    )


def _organisation(names: Names) -> Iterator[Diagram]:
    """What spans all processes; nothing is drawn of what the handbook does not have."""
    processes = names.handbook.processes.values()
    if any(process.use_case for process in processes):
        title = names.word("title.organisation", name=names.handbook.organisation.name)
        words = alternative.use_case_alternative(processes, names)
        yield Diagram("use-case", title, use_case_text(processes, names), words, "organisation")
    if processes:
        title, words = names.word("title.landscape"), alternative.landscape_alternative(names)
        yield Diagram("landscape", title, landscape_text(names), words, "organisation")


def _objects(names: Names) -> Iterator[Diagram]:
    for key, item in objects_of(names.handbook).items():
        if item.states:
            title = names.word("title.states", name=item.name)
            words = alternative.states_alternative(item, names)
            yield Diagram(f"states-{key}", title, states_text(item, names), words, f"object:{key}")
