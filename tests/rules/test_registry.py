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
MODULES = sorted((SOURCES / "rules").glob("*/[a-z][0-9][0-9][0-9]_*.py"))
CODE_IN_TEXT = re.compile(r'"([A-Z][0-9]{3})"')


def test_every_module_of_a_rule_is_in_the_list() -> None:
    listed = [vars(rule)["__name__"] for rule in RULES]
    assert sorted(listed) == [
        f"generator.rules.{path.parent.name}.{path.stem}"
        for path in sorted(MODULES, key=lambda path: (path.parent.name, path.stem))
    ]


def test_a_letter_belongs_to_one_group_and_codes_stand_in_order() -> None:
    for group in Group:
        codes = [rule.CODE for rule in RULES if rule.GROUP is group]
        assert codes, f"an empty group: {group}"
        assert codes == sorted(set(codes))
    assert len({rule.CODE for rule in RULES}) == len(RULES)
    assert len({rule.NAME for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_rule_is_described(rule: Rule) -> None:
    module = vars(rule)
    _, _, group, name = module["__name__"].split(".")
    assert name == f"{rule.CODE.lower()}_{rule.NAME.replace('-', '_')}"
    assert group == rule.GROUP.value
    assert isinstance(rule.SEVERITY, Severity)
    assert module["__doc__"].strip()
    assert all(re.fullmatch(r"[4-9]\.[0-9.]+|10\.[0-9.]+", clause) for clause in rule.CLAUSES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_rule_has_the_words_of_its_page(rule: Rule, code: str) -> None:
    entry = language(code).messages[rule.CODE]
    missing = {"name", "message", "hint", "what", "why", "fix"} - {k for k, v in entry.items() if v}
    assert not missing
    assert "TODO" not in str(entry)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_code_has_words_and_every_word_a_code(code: str) -> None:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SOURCES.rglob("*.py")))
    used = {found for text in texts for found in CODE_IN_TEXT.findall(text)}
    words = {key for key in language(code).messages if key not in {"words", "report"}}
    assert used == words


def test_both_languages_have_the_same_word_lists() -> None:
    dutch, english = (language(code).words for code in LANGUAGES)
    assert set(dutch) == set(english)
    for lists in (dutch, english):
        for name, words in lists.items():
            assert words, name
            assert len(set(words)) == len(words), name


def test_both_languages_have_the_same_keys_and_blanks() -> None:
    dutch, english = (_shape(language(code).messages) for code in LANGUAGES)
    assert dutch == english


def _shape(value: object, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {line for key, item in value.items() for line in _shape(item, f"{path}/{key}")}
    blanks = sorted(set(re.findall(r"{\w+}", str(value))))
    return {f"{path} {blanks}"}
