"""Every rule against its own cases: what it sees, where, and in which words."""

from datetime import date
from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.load.ignores import read_ignores
from generator.model.finding import Finding
from generator.model.settings import Settings
from generator.rules import RULES, check
from generator.rules.cases import Case, base, cases_of
from generator.rules.rule import Rule
from generator.wording import wording

CASES = [
    pytest.param(rule, case, id=f"{rule.CODE}-{case.language}-{case.name}")
    for rule in RULES
    for case in cases_of(rule)
]


def seen(rule: Rule | None, case: Case, root: Path) -> list[Finding]:
    """What all rules, or all without one, see in a case."""
    for file, text in case.all_files.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    loaded = load(root)
    found = check(
        loaded.readable,
        loaded.positions,
        [item for item in RULES if item is not rule],
        settings=Settings.model_validate(case.settings or {}),
        ignores=read_ignores(root, set(loaded.readable.files.values())),
        baseline=case.baseline,
        baseline_before=case.baseline_before,
        today=date.fromisoformat(case.today) if case.today else None,
        issued=case.issued_processes,
        approvals=case.approvals,
    ).findings
    return [*loaded.findings, *found]


def places(findings: list[Finding], code: str) -> tuple[str, ...]:
    found = [item.position for item in findings if item.code == code]
    return tuple(f"{place.file}:{place.line}:{place.column}" for place in found)


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_a_case_has_the_findings_it_names(rule: Rule, case: Case, tmp_path: Path) -> None:
    found = seen(None, case, tmp_path)
    assert places(found, rule.CODE) == case.expect
    if case.says:
        first = next(item for item in found if item.code == rule.CODE)
        assert wording(first, language(case.language)).message == case.says


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_rule_has_a_bad_and_a_good_case_and_words_for_one(rule: Rule, code: str) -> None:
    cases = [case for case in cases_of(rule) if case.language == code]
    assert [case for case in cases if case.expect], "no failing case"
    assert [case for case in cases if not case.expect], "no passing case"
    assert [case for case in cases if case.says], "no case asserts the words"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_without_the_rule_its_cases_fail(rule: Rule, tmp_path: Path) -> None:
    case = next(case for case in cases_of(rule) if case.expect)
    assert places(seen(rule, case, tmp_path), rule.CODE) != case.expect


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_rule_sees_anything_in_the_example_company(code: str, tmp_path: Path) -> None:
    plain = Case(name="-", language=code, files={})
    assert seen(None, plain, tmp_path) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_example_company_is_small(code: str) -> None:
    assert sum(len(text.splitlines()) for text in base(code).values()) < 150
