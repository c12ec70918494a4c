"""``[tool.handbook]``: what it may hold, and where it is wrong."""

from pathlib import Path

import pytest

from generator.load.settings import read_settings
from generator.model.settings import FailOn, Level, Settings


def settings(root: Path, text: str) -> tuple[Settings, list[str]]:
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    found, findings = read_settings(root)
    return found, [f"{item.position.line} {item.code} {item.details['key']}" for item in findings]


def test_without_a_file_everything_is_at_its_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == (Settings(), [])


def test_what_is_given_counts(tmp_path: Path) -> None:
    text = """\
[tool.handbook]
fail-on = "warning"
[tool.handbook.severity]
F114 = "off"
[tool.handbook.options]
most-steps = 20
accepted-words = ["zo nodig"]
"""
    found, wrong = settings(tmp_path, text)
    assert wrong == []
    assert found.fail_on is FailOn.WARNING
    assert found.severity == {"F114": Level.OFF}
    assert (found.options.most_steps, found.options.accepted_words) == (20, ("zo nodig",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[tool.handbook]\nfail-an = "error"\n', "2 S402 tool.handbook.fail-an"),
        ('[tool.handbook]\nfail-on = "never"\n', "2 S403 tool.handbook.fail-on"),
        ('[a]\nF1 = 1\n[tool.handbook.severity]\nF1 = "off"\n', "4 S403 tool.handbook.severity.F1"),
        (
            '[tool.handbook.severity]\nF114 = "loud"\n',
            "2 S403 tool.handbook.severity.F114",
        ),
        (
            '[tool.handbook.options]\n"most-step" = 1\n',
            "2 S402 tool.handbook.options.most-step",
        ),
        ("[tool.handbook.options]\nmost-steps = 0\n", "2 S403 tool.handbook.options.most-steps"),
        ("tool.handbook = 3\n", "1 S403 tool.handbook"),
    ],
)
def test_what_is_wrong_has_a_place(tmp_path: Path, text: str, expected: str) -> None:
    found, wrong = settings(tmp_path, text)
    assert wrong == [expected]
    assert found == Settings()


@pytest.mark.parametrize("content", [b"[tool", b"\xff\xfe", b"a = 1\na = 2"])
def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pyproject.toml").write_bytes(content)
    found, findings = read_settings(tmp_path)
    assert found == Settings()
    assert [item.code for item in findings] == ["S401"]
