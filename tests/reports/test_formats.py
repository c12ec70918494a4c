"""Every format, byte for byte, and what it leaves out."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version

import pytest

from generator.language import language
from generator.model.finding import Finding, Position, Severity
from generator.reports import REPORTS, Outcome
from golden import Golden

GOLDEN = {
    "text": "text.txt",
    "full": "full.txt",
    "json": "findings.json",
    "github": "github.txt",
    "gitlab": "gitlab.json",
    "sarif": "sarif.json",
}
DUTCH = language("nl")


def test_every_format_has_a_golden_file() -> None:
    assert set(GOLDEN) == set(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_format(name: str, outcome: Outcome, sources: Mapping[str, str], golden: Golden) -> None:
    report = REPORTS[name](outcome, DUTCH, sources=sources, everything=False)
    released = f'"version": "{version("handbook-generator")}"'
    golden.check(GOLDEN[name], report.replace(released, '"version": "VERSION"'))


@pytest.mark.parametrize("name", REPORTS)
def test_information_is_shown_when_asked(name: str, outcome: Outcome) -> None:
    few, all_ = (
        REPORTS[name](outcome, DUTCH, sources={}, everything=everything)
        for everything in (False, True)
    )
    assert "S207" in all_
    assert ("S207" in few) == (name in {"json", "sarif"})


@pytest.mark.parametrize("name", REPORTS)
def test_a_run_without_findings(name: str) -> None:
    report = REPORTS[name](Outcome(), language("en"), sources={}, everything=True)
    assert report.endswith("\n")
    assert report.count("No errors.") == (name in {"text", "full", "github"})


@pytest.mark.parametrize("name", ["text", "full", "github"])
def test_what_was_known_is_counted(name: str, outcome: Outcome) -> None:
    def shown(told: Outcome) -> str:
        return REPORTS[name](told, language("en"), sources={}, everything=True)

    assert "2 findings were in origin/main already" in shown(outcome)
    assert "2 findings were known already" in shown(replace(outcome, base=None))
    one = replace(outcome, known=outcome.known[:1])
    assert "1 finding was in origin/main already" in shown(one)
    assert "already" not in shown(replace(outcome, known=()))


def test_only_information_was_known() -> None:
    known = (Finding("S110", Position("x.yml"), Severity.INFO),)
    outcome = Outcome(known=known, base="main")
    assert REPORTS["full"](outcome, DUTCH, sources={}, everything=False) == "Geen fouten.\n"


def test_one_is_suppressed(outcome: Outcome) -> None:
    told = Outcome(suppressed=outcome.suppressed[:1])
    report = REPORTS["text"](told, DUTCH, sources={}, everything=False)
    assert report == "Geen fouten, 1 melding onderdrukt.\n"


def test_a_long_path_stays_whole() -> None:
    file = "processes/" + "long" * 100 + ".yml"
    told = Outcome((Finding("S110", Position(file)),))
    for name, report in REPORTS.items():
        assert file in report(told, DUTCH, sources={}, everything=False), name
