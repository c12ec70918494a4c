"""The activity diagram says what the model says: the same ways, whatever the flow's shape."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from activity_reader import Edges, edges_of
from examples import examples
from generator.addresses import Addresses
from generator.diagrams.activity import activity_text
from generator.diagrams.flow import START, Action, Choice, End, Flow, flow_of
from generator.diagrams.names import Names
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.publish.plantuml import draw
from made_flows import processes

_MANY = settings(
    deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


Text = Callable[[Process], str]


@pytest.fixture(scope="session")
def text_of(library: Handbook, english: Language) -> Text:
    def text(process: Process) -> str:
        handbook = replace(library, processes={process.id: process})
        return activity_text(process, Names(handbook, english, Addresses(handbook, english)))

    return text


def _drawn_name(flow: Flow, node: str) -> str:
    found = flow.nodes[node]
    if isinstance(found, Action):
        return found.name
    if isinstance(found, Choice):
        return found.decision.question
    return f"end {found.name or ''}".strip() if isinstance(found, End) else START


def _model_edges(flow: Flow) -> Edges:
    """The edges that can be walked from the start, by name."""
    reached, waiting = {START}, [START]
    while waiting:
        for edge in flow.leaving[waiting.pop()]:
            if edge.target not in reached:
                reached.add(edge.target)
                waiting.append(edge.target)
    return {
        (_drawn_name(flow, edge.source), edge.guard, _drawn_name(flow, edge.target))
        for edge in flow.edges
        if edge.source in reached
    }


@_MANY
@given(process=processes())
def test_paths_drawn_are_the_paths_of_the_model(process: Process, text_of: Text) -> None:
    assert edges_of(text_of(process)) == _model_edges(flow_of(process))


@_MANY
@given(process=processes(objects=True))
def test_objects_change_no_path(process: Process, text_of: Text) -> None:
    assert edges_of(text_of(process)) == _model_edges(flow_of(process))


@pytest.mark.slow
def test_plantuml_draws_any_flow(text_of: Text, tmp_path: Path) -> None:
    made = examples(processes(objects=True), 80)
    texts = {f"flow-{number}": text_of(item) for number, item in enumerate(made)}
    assert set(draw(texts, tmp_path)) == set(texts)
