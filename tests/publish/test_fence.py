"""The command that plantuml-markdown calls: text in, SVG out, in UTF-8 whatever the locale."""

import io
from pathlib import Path

import pytest

from generator.publish import fence
from generator.publish.plantuml import DrawingError, Failure


class Piped(io.TextIOWrapper):
    """A standard stream of a machine whose locale is not UTF-8."""

    def __init__(self, content: bytes = b"") -> None:
        super().__init__(io.BytesIO(content), encoding="ascii")


def test_text_and_picture_are_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, str] = {}

    def drawn(texts: dict[str, str], cache: Path) -> dict[str, str]:
        assert cache == Path("pictures")
        asked.update(texts)
        return {"fence": '<svg viewBox="0 0 9 9"><text>café →</text></svg>'}

    out = Piped()
    monkeypatch.setenv(fence.CACHE, "pictures")
    monkeypatch.setattr(fence, "draw", drawn)
    monkeypatch.setattr("sys.stdin", Piped(":café →;".encode()))
    monkeypatch.setattr("sys.stdout", out)
    assert fence.main() == 0
    assert asked == {"fence": ":café →;"}
    assert "café →" in out.buffer.getvalue().decode()  # type: ignore[attr-defined]


def test_what_cannot_be_drawn_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> dict[str, str]:
        raise DrawingError((Failure("fence", "syntax error"),))

    monkeypatch.setattr(fence, "draw", fails)
    monkeypatch.setattr("sys.stdin", Piped())
    assert fence.main() == 1
    assert "syntax error" in capsys.readouterr().err


def test_a_machine_without_plantuml_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANTUML_JAR", str(tmp_path / "no.jar"))
    monkeypatch.setattr("sys.stdin", Piped(b":x;"))
    assert fence.main() == 1
    assert "no.jar" in capsys.readouterr().err
