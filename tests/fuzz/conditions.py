"""What must hold for every handbook, however odd: see :func:`inspect`."""

import json
import re
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from unittest.mock import patch

from generator.examination import Examined, examine
from generator.language import LANGUAGES, language
from generator.load.source_texts import SourceTexts
from generator.model.finding import Finding
from generator.pipeline import prepare
from generator.reports import REPORTS, Outcome, Suppression
from generator.rules import engine
from generator.wording import wording

MOST_SECONDS = 2.0
"""The most CPU time for checking and reporting one case."""

MOST_MEMORY = 200 * 1024
"""The most memory in kB for a process that checks cases, above what it took when it started."""

_LINE_END = re.compile(rb"\r\n|\r|\n")


class BrokenError(Exception):
    """Something that must hold does not; the text says what."""


class TooSlowError(BaseException):
    """A case takes too long; no rule catches this."""


@dataclass
class Held:
    """What a case turned out to be: how many findings of each code, and what it took."""

    codes: Counter[str] = field(default_factory=Counter)
    sound: bool = False
    drawn: bool = False
    seconds: float = 0.0


def inspect(root: Path, today: date | None, *, seed: int) -> Held:
    """Checks, reports and, for a sample of sound ones, draws the handbook at ``root``.

    Raises:
        BrokenError: when something does not hold.
        TooSlowError: when it takes too long; the traceback tells where it was.
    """
    with _limited(MOST_SECONDS):
        start = time.process_time()
        examined = examine(root, today=today)
        _hold_findings(examined, root, today)
        _hold_reports(examined, root, everything=seed % 2 == 0)
        seconds = time.process_time() - start
    drawn = examined.sound and seed % 10 == 0
    with _limited(5 * MOST_SECONDS):
        if drawn:
            _hold_pages(examined)
        if seed % 20 == 0:
            _hold(examine(root, today=today).findings == examined.findings, "not the same twice")
    codes = Counter(finding.code for finding in examined.findings)
    return Held(codes, examined.sound, drawn, seconds)


def memory() -> int:
    """The most memory that this process has taken, in kB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _hold(condition: object, message: str) -> None:
    if not condition:
        raise BrokenError(message)


def _hold_findings(examined: Examined, root: Path, today: date | None) -> None:
    findings = examined.findings
    crashes = [item.details for item in findings if item.code == engine.CRASHED]
    if crashes:
        told = ", ".join(f"{crash['rule']} {crash['error']}" for crash in crashes)
        _hold(condition=False, message=f"X901 {told}\n{_traceback(root, today)}")
    _hold(list(findings) == sorted(findings, key=Finding.order), "findings are out of order")
    lines: dict[str, int] = {}
    for finding in (*findings, *(finding for finding, _ in examined.suppressed)):
        place = finding.position
        if place.file not in lines:
            lines[place.file] = _lines_of(root / place.file)
        inside = 1 <= place.line <= lines[place.file] + 1 and place.column >= 1
        _hold(inside, f"{finding} is outside its file of {lines[place.file]} lines")
        _hold_words(finding)


def _hold_words(finding: Finding) -> None:
    for code in LANGUAGES:
        try:
            said = wording(finding, language(code))
        except (KeyError, IndexError, ValueError) as error:
            told = f"no words in {code} for {finding.code}: {error!r}; {finding}"
            raise BrokenError(told) from error
        words = (said.name, said.message, *said.hints)
        _hold(all(words) and said.hints, f"empty words in {code} for {finding.code}")
        _hold(all(map(str.isprintable, words)), f"unprintable words in {code}: {words!r}")


def _lines_of(path: Path) -> int:
    """How many lines a file has; 0 for a folder and for what is not there."""
    return len(_LINE_END.split(path.read_bytes())) if path.is_file() else 0


def _traceback(root: Path, today: date | None) -> str:
    """Where a rule crashed: the engine catches it, unless it does not know what to catch."""
    try:
        with patch.object(engine, "Exception", (), create=True):
            examine(root, today=today)
    except Exception:  # this is what is looked for
        return traceback.format_exc(limit=-8)
    return "it does not crash again"


def _hold_reports(examined: Examined, root: Path, *, everything: bool) -> None:
    suppressed = tuple(
        (finding, Suppression(ignore.reason, ignore.until.isoformat() if ignore.until else None))
        for finding, ignore in examined.suppressed
    )
    half = len(examined.findings) // 3
    findings = examined.findings
    outcome = Outcome(findings[half:], findings[:half], suppressed, base="main")
    for name, report in REPORTS.items():
        sources = SourceTexts(root)
        made = report(outcome, examined.language, sources=sources, everything=everything)
        made.encode("utf-8")
        _hold(made.endswith("\n"), f"the report {name} has no last line")
        if name in {"json", "gitlab", "sarif"}:
            json.loads(made)


def _hold_pages(examined: Examined) -> None:
    prepared = prepare(examined)
    for path, page in prepared.pages.items():
        page.content.encode("utf-8")
        _hold(page.content, f"the page {path} is empty")
    for key, diagram in prepared.diagrams.items():
        diagram.text.encode("utf-8")
        _hold(diagram.text.startswith("@startuml"), f"the diagram {key} does not start")


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Lets a block take so much CPU time, with what it does in the system."""

    def stop(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
