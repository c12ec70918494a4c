"""Drawing: all diagrams of a build go through one JVM, and only those that are new.

The cache is a folder of finished pictures, named after everything that shapes them. A
picture of an error never enters it, and a build with nothing new starts no JVM.
"""

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.publish.engine import Engine, engine, environment, key
from generator.publish.pictures import DrawingError, Failure, finished, missing, place, store
from generator.publish.server import from_server

_PATIENCE = 600
_WRONG = re.compile(r"Error line (\d+) in file: ([^\n]*)")
_WHY = re.compile(r"lineNumber=(\d+)\nlabel=([^\n]*)")
_NAMED = re.compile(r"^(\s*@start[a-z]+)\b.*$", re.MULTILINE)
_TYPED = re.compile(r"<svg\b[^>]*\bdata-diagram-type=")
_BANNER = re.compile(
    r"<text\b[^>]*>((?:This syntax is deprecated|You must use stereotype|You should use a bracket"
    r"|Please define Direction|Please use '!option)[^<]*)"
)
_WORDS = re.compile(r"<text\b[^>]*>([^<]+)")


@dataclass(frozen=True, slots=True)
class _Work:
    """A running PlantUML and the folder it reads and writes."""

    folder: TemporaryDirectory[str]
    process: subprocess.Popen[bytes]


@dataclass(frozen=True)
class Drawing:
    """Diagrams on their way; :meth:`result` waits for them."""

    texts: Mapping[str, str]
    names: Mapping[str, str]
    cache: Path
    engine: Engine
    work: _Work | None

    def result(self) -> dict[str, str]:
        """Every picture by key, as PlantUML made it.

        Raises:
            DrawingError: when a diagram cannot be drawn; the others are in the cache by then.
        """
        return self._pictures

    @cached_property
    def _pictures(self) -> dict[str, str]:
        wanted = missing(self.names, self.cache)
        found = self._drawn(wanted) if wanted else {}
        failures = []
        for name, diagram in wanted.items():
            picture = found.get(name, Failure(diagram, "no picture"))
            failure = picture if isinstance(picture, Failure) else _fault(picture, diagram)
            if failure is None and isinstance(picture, str):
                failure = _banner(picture, diagram, self.texts[diagram])
            if failure is None:
                store(place(self.cache, name), str(picture))
            else:
                failures.append(_with_line(failure, diagram, self.texts[diagram]))
        if failures:
            raise DrawingError(tuple(failures))
        return finished(self.names, self.cache)

    def _drawn(self, wanted: Mapping[str, str]) -> dict[str, "str | Failure"]:
        if self.work is not None:
            return _from_process(self.work)
        found: dict[str, str | Failure] = {}
        for name, diagram in wanted.items():
            picture, fault = from_server(self.engine.server or "", self.texts[diagram])
            found[name] = Failure(diagram, *fault) if fault else picture
        return found


def start(texts: Mapping[str, str], cache: Path, *, using: Engine | None = None) -> Drawing:
    """Starts drawing what the cache does not hold, and returns at once.

    Args:
        texts: PlantUML texts by key.
        cache: the folder of finished pictures; it is made when needed.
        using: the PlantUML to use instead of the one that this machine offers.

    Raises:
        NoEngineError: when this machine has no PlantUML.
    """
    chosen = using or engine()
    plain = {name: _NAMED.sub(r"\1", text) for name, text in texts.items()}
    names = {diagram: key(text, chosen) for diagram, text in plain.items()}
    wanted = missing(names, cache)
    work = _launch(chosen, {name: plain[diagram] for name, diagram in wanted.items()})
    return Drawing(plain, names, cache, chosen, work)


def draw(texts: Mapping[str, str], cache: Path, *, using: Engine | None = None) -> dict[str, str]:
    """Every text drawn: pictures by key.

    Raises:
        DrawingError: when a diagram cannot be drawn.
    """
    return start(texts, cache, using=using).result()


def _launch(chosen: Engine, texts: Mapping[str, str]) -> _Work | None:
    if not texts or chosen.server is not None:
        return None
    folder = TemporaryDirectory(prefix="diagrams-")
    inside = Path(folder.name)
    for name, text in texts.items():
        (inside / f"{name}.puml").write_text(text, encoding="utf-8", newline="\n")
    with (inside / "report").open("wb") as report:
        process = subprocess.Popen(  # noqa: S603
            chosen.command(inside),
            stdin=subprocess.DEVNULL,
            stdout=report,
            stderr=subprocess.STDOUT,
            env=environment(),
        )
    return _Work(folder, process)


def _from_process(work: _Work) -> dict[str, str | Failure]:
    """What a PlantUML that has finished left behind; it reports faults, not by its exit code."""
    try:
        work.process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        work.process.kill()
        work.process.wait()
    inside = Path(work.folder.name)
    report = (inside / "report").read_text(encoding="utf-8", errors="replace")
    found: dict[str, str | Failure] = {}
    for path in inside.glob("*.puml"):
        empty = f"no image in {path}" in report
        words = "no diagram in this text" if empty else f"no picture: {report.strip()[-300:]}"
        found[path.stem] = Failure(path.stem, words)
    for path in inside.glob("*.svg"):
        found[path.stem] = path.read_text(encoding="utf-8")
    # PlantUML works in several threads, so why and where need not stand together.
    why = {match[1]: match[2] for match in _WHY.finditer(report)}
    for match in _WRONG.finditer(report):
        name = Path(match[2]).stem
        found[name] = Failure(name, why.get(match[1], "syntax error"), int(match[1]))
    work.folder.cleanup()
    return found


def _fault(picture: str, diagram: str) -> Failure | None:
    """PlantUML also draws its own crashes; only a picture of a diagram names its type."""
    if _TYPED.search(picture):
        return None
    words = _WORDS.search(picture)
    return Failure(diagram, unescape(words[1]) if words else "no picture")


def _banner(picture: str, diagram: str, text: str) -> Failure | None:
    """Outdated syntax gives a picture with a banner in it."""
    found = _BANNER.search(picture)
    words = unescape(found[1]) if found else ""
    return Failure(diagram, words) if words and words[:20] not in text else None


def _with_line(failure: Failure, diagram: str, text: str) -> Failure:
    lines = text.splitlines()
    at = failure.line
    return Failure(diagram, failure.message, at, lines[at - 1] if at and at <= len(lines) else "")
