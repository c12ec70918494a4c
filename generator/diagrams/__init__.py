"""Diagrams: from the model to PlantUML text and to the same content as ordered text; pure."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.addresses import Addresses
from generator.diagrams import alternative
from generator.diagrams.activity import activity_text
from generator.diagrams.architecture import (
    architecture_legend,
    layer_diagram,
    process_architecture,
)
from generator.diagrams.architecture_parts import parts_of
from generator.diagrams.architecture_view import systems_of
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.examples import example_diagrams
from generator.diagrams.landscape import landscape_text
from generator.diagrams.legend import legends
from generator.diagrams.names import Names
from generator.diagrams.on_demand import OnDemand
from generator.diagrams.organisation_chart import chart_keys, organisation_chart
from generator.diagrams.process_diagram import process_text
from generator.diagrams.states import states_text
from generator.diagrams.strategy_map import strategy_map_text
from generator.diagrams.style import styled
from generator.diagrams.use_case import use_case_text
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.objects import ObjectInHandbook, objects_of
from generator.model.process import Process
from generator.model.scorecard import Scorecard

__all__ = ["Diagram", "Item", "diagrams_of", "example_diagrams", "styled"]

_Maker = tuple[str, Callable[[], Diagram]]
"""A diagram's key, and what makes it."""


def diagrams_of(
    handbook: Handbook, language: Language, addresses: Addresses
) -> Mapping[str, Diagram]:
    """Every diagram of a handbook by key, in the order in which pages show them.

    Each is made when it is first looked at: a check looks only at those in the chapters.
    """
    names = Names(handbook, language, addresses)
    found = [item for process in handbook.processes.values() for item in _process(process, names)]
    found += [*_organisation(names), *_objects(names)]
    explained = (*legends(names), architecture_legend(names))
    found += [(item.key, partial(_itself, item)) for item in explained]
    return OnDemand(dict(found))


def _itself(diagram: Diagram) -> Diagram:
    return diagram


def _process(process: Process, names: Names) -> Iterator[_Maker]:
    """The models of a process; only one with a use case or with systems has a picture of these."""
    if process.use_case:
        yield f"use-case-{process.id}", partial(_use_case_diagram, process, names)
    yield f"process-{process.id}", partial(_process_diagram, process, names)
    yield f"activity-{process.id}", partial(_activity_diagram, process, names)
    if systems_of(process):
        yield f"layers-{process.id}", partial(process_architecture, process, names)


def _use_case_diagram(process: Process, names: Names) -> Diagram:
    return Diagram(
        f"use-case-{process.id}",
        names.word("title.usecase", name=process.name),
        use_case_text([process], names),
        alternative.use_case_alternative([process], names),
        f"process:{process.id}",
    )


def _process_diagram(process: Process, names: Names) -> Diagram:
    return Diagram(
        f"process-{process.id}",
        names.word("title.process", name=process.name),
        process_text(process, names),
        alternative.process_alternative(process, names),
        f"process:{process.id}",
    )


def _activity_diagram(process: Process, names: Names) -> Diagram:
    return Diagram(
        f"activity-{process.id}",
        names.word("title.activity", name=process.name),
        activity_text(process, names),
        alternative.activity_alternative(process, names),
        f"process:{process.id}",
    )


def _organisation(names: Names) -> Iterator[_Maker]:
    """What spans all processes; nothing is drawn of what the handbook does not have."""
    processes = names.handbook.processes.values()
    if any(process.use_case for process in processes):
        yield "use-case", partial(_all_use_cases, names)
    if processes:
        yield "landscape", partial(_landscape, names)
    if (scorecard := names.handbook.scorecard) and scorecard.objectives:
        yield "strategy-map", partial(_strategy_map, scorecard, names)
    for part in parts_of(names.handbook):
        if part.is_drawn:
            yield part.key, partial(layer_diagram, part, names)
    for key in chart_keys(names.handbook):
        yield key, partial(organisation_chart, key, names)


def _all_use_cases(names: Names) -> Diagram:
    processes = names.handbook.processes.values()
    title = names.word("title.organisation", name=names.handbook.organisation.name)
    words = alternative.use_case_alternative(processes, names)
    return Diagram("use-case", title, use_case_text(processes, names), words, "organisation")


def _landscape(names: Names) -> Diagram:
    title, words = names.word("title.landscape"), alternative.landscape_alternative(names)
    return Diagram("landscape", title, landscape_text(names), words, "organisation")


def _strategy_map(scorecard: Scorecard, names: Names) -> Diagram:
    title = names.language.label("scorecard.map_title")
    words = alternative.strategy_map_alternative(scorecard, names)
    return Diagram("strategy-map", title, strategy_map_text(scorecard, names), words, "scorecard")


def _objects(names: Names) -> Iterator[_Maker]:
    for key, item in objects_of(names.handbook).items():
        if item.states:
            yield f"states-{key}", partial(_states, key, item, names)


def _states(key: str, item: ObjectInHandbook, names: Names) -> Diagram:
    title = names.word("title.states", name=item.name)
    words = alternative.states_alternative(item, names)
    return Diagram(f"states-{key}", title, states_text(item, names), words, f"object:{key}")
