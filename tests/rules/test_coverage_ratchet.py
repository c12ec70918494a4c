"""Coverage of a standard may only go up: less of it is more findings than the baseline allows."""

import shutil
from pathlib import Path

import pytest

from generator.load import load
from generator.model.finding import Finding
from generator.rules import RULES, check
from generator.rules.counts import Counts, counts_of, lowered

CODES = [rule.CODE for rule in RULES if rule.CODE.startswith("Q")]
PROCESSES = """\
- id: processes
  clause: standard:iso-9001-2015#4.4.1
  by: ["process:lend-book", "kpi:lb-loans"]
  how: Every process is a page with its steps.
"""
SCOPE = "missing: Which branches the system is about."
MISSING = "- id: processes\n  clause: standard:iso-9001-2015#4.4.1\n  missing: All.\n"


@pytest.fixture
def root(library_root: Path, tmp_path: Path) -> Path:
    """A copy of the library to change its coverage in."""
    shutil.copytree(library_root, tmp_path, dirs_exist_ok=True)
    return tmp_path


def found(root: Path, baseline: Counts | None = None) -> tuple[Finding, ...]:
    loaded = load(root)
    return check(loaded.readable, loaded.positions, baseline=baseline).findings


def change(root: Path, before: str, after: str) -> None:
    path = root / "quality/coverage.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def raised(root: Path, baseline: Counts) -> list[str]:
    """The rules of which there is more than the baseline allows, and how it went up."""
    return [
        "{rule} {allowed} -> {count}".format(**item.details)
        for item in found(root, baseline)
        if item.code == "X105"
    ]


def test_the_library_has_one_gap_and_nothing_unsettled(root: Path) -> None:
    counts = counts_of(found(root), CODES)
    assert {code: sum(seen.values()) for code, seen in counts.items()} == {
        **dict.fromkeys(CODES, 0),
        "Q104": 1,
    }


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PROCESSES, "", ["Q103 0 -> 1"]),
        (PROCESSES, MISSING, ["Q104 1 -> 2"]),
        ('["process:lend-book", "kpi:lb-loans"]', '["kpi:lb-refusals"]', ["Q104 1 -> 2"]),
        ('["process:lend-book", "kpi:lb-loans"]', '["process:lend-book"]', []),
        (SCOPE, "how: There is a plan.", []),
    ],
)
def test_less_coverage_fails_against_the_baseline(
    root: Path, before: str, after: str, expected: list[str]
) -> None:
    baseline = counts_of(found(root), CODES)
    assert raised(root, baseline) == []
    change(root, before, after)
    assert raised(root, baseline) == expected


def test_a_gap_that_was_closed_may_not_come_back(root: Path) -> None:
    before = counts_of(found(root), CODES)
    gap = 'by: ["document:stock-plan"]'
    change(root, gap, 'by: ["process:lend-book"]')
    baseline = lowered(before, counts_of(found(root), CODES))
    assert baseline["Q104"] == {}
    change(root, 'by: ["process:lend-book"]\n  missing', f"{gap}\n  missing")
    assert raised(root, baseline) == ["Q104 0 -> 1"]
