"""SARIF reports are what the standard says, and point at the right character."""

import copy
import json
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft4Validator

from generator.language import LANGUAGES, language
from generator.model.finding import Finding, Position
from generator.reports import REPORTS, Outcome

FILE = "organisation/roles.yml"


def log(outcome: Outcome, sources: Mapping[str, str], code: str = "nl") -> dict[str, Any]:
    report = REPORTS["sarif"](outcome, language(code), sources=sources, everything=False)
    found: dict[str, Any] = json.loads(report)
    return found


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_report_is_valid(
    code: str, outcome: Outcome, sources: Mapping[str, str], standard: Draft4Validator
) -> None:
    standard.validate(log(outcome, sources, code))
    standard.validate(log(Outcome(), {}, code))


def test_the_schema_refuses_what_is_wrong(outcome: Outcome, standard: Draft4Validator) -> None:
    right = log(outcome, {})
    assert standard.is_valid(right)
    for key, value in {"level": "fatal", "locations": {}, "ruleIndex": -2, "found": 1}.items():
        wrong = copy.deepcopy(right)
        wrong["runs"][0]["results"][0][key] = value
        assert not standard.is_valid(wrong), key


def test_every_result_names_its_rule(outcome: Outcome) -> None:
    run = log(outcome, {})["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({rule["id"] for rule in rules})
    for result in run["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["defaultConfiguration"]["level"] == result["level"]


def test_a_rule_with_a_page_is_explained() -> None:
    words = language("en")
    told = Outcome((Finding("F103", Position(FILE), details={"name": "Call"}),))
    rule = log(told, {}, "en")["runs"][0]["tool"]["driver"]["rules"][0]
    page = words.messages["F103"]
    assert rule["fullDescription"]["text"] == page["what"].strip()
    expected = [page["why"].strip(), page["fix"].strip(), "see: handbook explain F103"]
    assert rule["help"]["text"].split("\n") == expected


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        ("name: x", 7, 7),
        ("漢é: x", 3, 3),
        ("🙂: x", 2, 3),
        ("🙂🙂: x", 5, 7),
        ("🙂", 2, 3),
        ("🙂", 9, 10),
        ("", 1, 1),
    ],
)
def test_columns_count_utf_16_code_units(line: str, column: int, expected: int) -> None:
    told = Outcome((Finding("S208", Position(FILE, 2, column), details={"key": "x"}),))
    run = log(told, {FILE: f"a\n{line}\nb"})["runs"][0]
    assert run["columnKind"] == "utf16CodeUnits"
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 2, "startColumn": expected}


def test_a_column_that_cannot_be_known_is_left_out() -> None:
    told = Outcome(
        (
            Finding("S208", Position(FILE, 2, 1), details={"key": "x"}),
            Finding("S208", Position(FILE, 2, 5), details={"key": "x"}),
        )
    )
    first, second = log(told, {})["runs"][0]["results"]
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 1,
    }
    assert second["locations"][0]["physicalLocation"]["region"] == {"startLine": 2}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("docs/a b.md", "docs/a%20b.md"),
        ("docs/50%#?.md", "docs/50%25%23%3F.md"),
        ("a:b.yml", "a%3Ab.yml"),
        ("docs/één.md", "docs/%C3%A9%C3%A9n.md"),
        ("docs/\udc80.md", "docs/%80.md"),
    ],
)
def test_paths_are_relative_references(file: str, expected: str) -> None:
    result = log(Outcome((Finding("S110", Position(file)),)), {})["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": expected}
