"""Verbs in the names of steps, and states, in both languages."""

from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.model.process import Process
from generator.rules.evidence.word_kinds import StateKind, VerbKind
from generator.rules.inspection import Inspection
from small_handbook import FILES, write

ORGANISATION = "organisation/organisation.yml"


@pytest.fixture
def inspections(tmp_path: Path) -> dict[str, Inspection]:
    """The same handbook in every language."""
    english = FILES[ORGANISATION]
    found = {}
    for code in LANGUAGES:
        text = english.replace("language: en", f"language: {code}")
        found[code] = Inspection(load(write(tmp_path / code, {ORGANISATION: text})).readable)
    return found


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("nl", "Software testen", "test"),
        ("nl", "TESTEN van software", "test"),
        ("nl", "Software testen en opleveren", "test"),
        ("nl", "Testplan maken", "other"),
        ("nl", "Software controleren", "other"),
        ("nl", "---", "other"),
        ("en", "Test software", "test"),
        ("en", "Install and test software", "test"),
        ("en", "Plan the test", "other"),
        ("en", "Archive test results", "other"),
        ("en", "", "other"),
    ],
)
def test_a_verb_counts_where_its_language_puts_it(
    inspections: dict[str, Inspection], code: str, name: str, kind: str
) -> None:
    verbs = VerbKind(inspections[code], "testing_verbs")
    assert verbs[name] is (kind == "test")
    assert verbs[name] is (kind == "test"), "the second look"


def test_states_are_the_same_however_they_are_written(inspections: dict[str, Inspection]) -> None:
    states = StateKind(inspections["nl"], "escalated_states")
    outputs = ["ticket", "ticket [GEESCALEERD]", "ticket [niet geëscaleerd]"]
    steps = [{"id": "r", "name": "R"}, {"id": "s", "name": "S", "outputs": outputs}]
    fields = {"id": "p", "group": "g", "name": "P", "steps": steps, "document": {"version": "0.1"}}
    given = states.given_in(Process.model_validate(fields))
    assert list(given) == [1]
    assert [(number, str(item)) for number, item in given[1]] == [(1, "ticket [GEESCALEERD]")]
    assert not states["--"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_kind_of_document_has_its_plural(code: str) -> None:
    words = language(code).words
    singles, plurals = words["document_words"], words["document_plurals"]
    assert len(singles) == len(plurals)
    assert all(one[:3] == many[:3] for one, many in zip(singles, plurals, strict=True))


@pytest.mark.parametrize("code", LANGUAGES)
def test_verb_lists_hold_what_reading_a_name_can_find(code: str) -> None:
    words = language(code).words
    for name in ("testing_verbs", "changing_verbs", "recording_verbs", "escalating_verbs"):
        assert all(word == word.lower() and " " not in word for word in words[name]), name
    assert len(words["changing_verbs"]) > 100
