"""What a code means, as text."""

import re

import pytest

from generator.language import LANGUAGES, language
from generator.reports.explanation import UnknownCodeError, explanation
from generator.rules.registry import RULES


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_can_be_explained(code: str) -> None:
    words = language(code)
    for key in words.messages:
        if key not in {"words", "report"}:
            assert explanation(key, words).startswith(key)


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_that_is_explained_has_a_blank(code: str) -> None:
    words = language(code)
    for key in sorted(set(words.messages) - {"words", "report"}):
        assert not re.search(r"{\w*}", explanation(key, words)), key


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_no_rule_is_explained_with_what_and_fix(code: str) -> None:
    words = language(code)
    rules = {rule.CODE for rule in RULES}
    for key in sorted(set(words.messages) - {"words", "report"} - rules):
        entry = words.messages[key]
        told = " ".join(explanation(key, words).split())
        assert entry["what"] in told, key
        assert entry["fix"] in told, key


def test_the_explanation_of_a_file_that_cannot_be_read() -> None:
    assert explanation("S128", language("nl")) == (
        "S128 streepje zonder spatie\n"
        "\n"
        "  Een onderdeel van een lijst begint met een streepje en een spatie. Zonder de spatie is\n"
        "  het streepje een deel van de tekst.\n"
        "\n"
        "Wat u eraan doet\n"
        "  Zet een spatie achter het streepje.\n"
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_a_rule_is_explained_with_everything_on_its_page(rule: object, code: str) -> None:
    words = language(code)
    told = " ".join(explanation(rule.CODE, words).split())  # type: ignore[attr-defined]
    entry = words.messages[rule.CODE]  # type: ignore[attr-defined]
    for key in ("name", "what", "why", "fix"):
        assert " ".join(entry[key].split()) in told
    assert " -> " in told


def test_the_explanation_of_a_rule() -> None:
    told = explanation("F103", language("en")).splitlines()
    assert told[0] == "F103 unreachable-step: unreachable step (error; Flow)"
    assert told[2] == "What the rule sees"
    assert all(len(line) <= 100 for line in told)


@pytest.mark.parametrize(
    ("code", "said"), [("F199", "no code F199; did you mean F1"), ("", "no code "), ("words", "no")]
)
def test_a_code_that_is_not_there(code: str, said: str) -> None:
    with pytest.raises(UnknownCodeError) as raised:
        explanation(code, language("en"))
    assert str(raised.value).startswith(said)
