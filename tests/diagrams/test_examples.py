"""The diagrams of the rules' examples, and diagrams made on asking."""

import pytest

from generator.diagrams import example_diagrams
from generator.diagrams.diagram import Diagram
from generator.diagrams.examples import example_key
from generator.diagrams.on_demand import OnDemand
from generator.language import LANGUAGES, language
from generator.rules.cases import example_of
from generator.rules.registry import RULES


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_example_that_names_a_diagram_has_one(code: str) -> None:
    made = {diagram.key: diagram for diagram in example_diagrams(language(code))}
    expected = [
        example_key(rule.CODE, bad=bad)
        for rule in RULES
        for bad in (True, False)
        if example_of(rule, code, bad=bad).diagram
    ]
    assert list(made) == expected
    assert len(made) > 80
    assert all(diagram.alternative for diagram in made.values())


def test_an_example_has_no_links() -> None:
    assert not any("[[" in diagram.text for diagram in example_diagrams(language("en")))


def test_a_loop_can_be_seen_in_its_diagram() -> None:
    made = {diagram.key: diagram for diagram in example_diagrams(language("en"))}
    assert "\nstop\n" not in made["rule-f104-bad"].text
    assert "\nstop\n" in made["rule-f104-good"].text


def test_a_diagram_is_made_once_and_only_on_asking() -> None:
    made = []

    def make(key: str) -> Diagram:
        made.append(key)
        return Diagram(key, key, "", (), "organisation")

    found = OnDemand({key: lambda key=key: make(key) for key in "ab"})  # type: ignore[misc]
    assert (list(found), len(found), made) == (["a", "b"], 2, [])
    assert found["b"] is found["b"]
    assert made == ["b"]
    assert found.get("c") is None
