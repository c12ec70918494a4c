"""Reading and checking together: settings, baseline, suppressions, chapters."""

from datetime import date
from pathlib import Path

import pytest

from generator.examination import Examined, examine
from small_handbook import PROCESS, edited, write

NO_OWNER = edited(PROCESS, "owner: baker", "owner: null")
BASELINE = '{"format": "baseline/v1", "rules": {"P105": {}}}'


def codes(examined: Examined, *wanted: str) -> list[str]:
    return [item.code for item in examined.findings if item.code in wanted]


def test_settings_change_how_bad_a_fault_is(tmp_path: Path) -> None:
    settings = '[tool.handbook.severity]\nP105 = "error"\n'
    root = write(tmp_path, {**NO_OWNER, "pyproject.toml": settings})
    assert not examine(root).sound
    (root / "pyproject.toml").write_text(settings.replace("error", "off"), encoding="utf-8")
    assert codes(examine(root), "P105") == []


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('[tool.handbook.severity]\nP195 = "off"\n', ["S405"]),
        ("[tool.handbook]\nfail = 1\n", ["S402"]),
        ("[tool.other]\nfail = 1\n", []),
    ],
)
def test_settings_that_are_wrong(tmp_path: Path, settings: str, expected: list[str]) -> None:
    examined = examine(write(tmp_path, {"pyproject.toml": settings}))
    found = [item for item in examined.findings if item.code.startswith("S")]
    assert [item.code for item in found] == expected
    assert [item.position.line for item in found] == [2] * len(expected)


def test_more_than_the_baseline_is_an_error(tmp_path: Path) -> None:
    root = write(tmp_path, {**NO_OWNER, "quality/baseline.json": BASELINE})
    assert codes(examine(root), "P105", "X105") == ["P105", "X105"]
    before = {"N106": {}, "P105": {}}
    assert codes(examine(root, baseline_before=before), "X108") == ["X108"]


def test_a_build_does_not_ask_what_day_it_is(tmp_path: Path) -> None:
    comment = "owner: null  # handbook: ignore[P105] until 2020-01-01: so it is"
    root = write(tmp_path, edited(PROCESS, "owner: baker", comment))
    assert codes(examine(root), "P105", "X102") == []
    assert codes(examine(root, today=date(2026, 1, 1)), "P105", "X102") == ["P105", "X102"]


def test_diagrams_are_made_only_for_a_chapter(tmp_path: Path) -> None:
    assert examine(write(tmp_path)).site is None
    chapter = "---\nrender_macros: true\n---\n# Title\n"
    assert examine(write(tmp_path, {"docs/a.md": chapter})).site is not None
