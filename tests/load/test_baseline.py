"""The baseline file: read, written, and broken."""

from pathlib import Path

import pytest

from generator.load.baseline import FILE, baseline_text, read_baseline

COUNTS = {"F103": {"process:b": 2, "process:a": 1}, "N106": {}}


def test_without_a_file_there_is_no_baseline(tmp_path: Path) -> None:
    assert read_baseline(tmp_path) == (None, [])


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "quality").mkdir()
    (tmp_path / FILE).write_text(baseline_text(COUNTS), encoding="utf-8")
    assert read_baseline(tmp_path) == (COUNTS, [])


def test_it_is_written_in_one_order() -> None:
    other = {"N106": {}, "F103": {"process:a": 1, "process:b": 2}}
    assert baseline_text(other) == baseline_text(COUNTS)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"rules": {"F103": {"x": 0}}}', b'{"rules": {"f": {}}}', b"\xff"],
)
def test_a_broken_file_is_a_finding(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "quality").mkdir()
    (tmp_path / FILE).write_bytes(content)
    found, findings = read_baseline(tmp_path)
    assert found is None
    assert [(item.code, item.position.file) for item in findings] == [("S404", FILE)]
