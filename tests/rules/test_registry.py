"""The list of rules, the folder, and the catalogues say the same."""

import re
from pathlib import Path

import pytest

import generator
from generator.language import LANGUAGES, language
from generator.model.finding import Severity
from generator.rules import RULES
from generator.rules.rule import Group, Rule

SOURCES = Path(generator.__file__).parent
CODE_IN_TEXT = re.compile(r'"([SRFDOMXCG][0-9]{3})"')


def test_every_module_of_a_rule_is_in_the_list() -> None:
    modules = {path.stem for path in (SOURCES / "rules").glob("[a-z][0-9][0-9][0-9]_*.py")}
    assert {vars(rule)["__name__"].rpartition(".")[2] for rule in RULES} == modules


def test_rules_stand_in_the_order_of_their_codes() -> None:
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_is_described(rule: Rule) -> None:
    module = vars(rule)
    expected = f"{rule.CODE.lower()}_{rule.NAME.replace('-', '_')}"
    assert module["__name__"].rpartition(".")[2] == expected
    assert isinstance(rule.SEVERITY, Severity)
    assert isinstance(rule.GROUP, Group)
    headings = re.findall(
        r"^(What it finds|Why it matters|How to fix): ", module["__doc__"], re.MULTILINE
    )
    assert headings == ["What it finds", "Why it matters", "How to fix"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_has_words_and_every_word_a_code(code: str) -> None:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SOURCES.rglob("*.py")))
    used = {found for text in texts for found in CODE_IN_TEXT.findall(text)}
    words = {key for key in language(code).messages if key not in {"words", "report"}}
    assert used == words


def test_both_languages_have_the_same_keys_and_blanks() -> None:
    dutch, english = (_shape(language(code).messages) for code in LANGUAGES)
    assert dutch == english


def _shape(value: object, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {line for key, item in value.items() for line in _shape(item, f"{path}/{key}")}
    blanks = sorted(set(re.findall(r"{\w+}", str(value))))
    return {f"{path} {blanks}"}
