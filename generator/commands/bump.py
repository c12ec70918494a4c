"""``handbook bump``: the version and the change-log line that a changed process lacks."""

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.commands.console import tell
from generator.commands.exit_codes import CLEAN
from generator.commands.named import named
from generator.commands.process_file import edit_file, file_of, process_named
from generator.control.issued import Issued
from generator.control.policy import Need
from generator.control.raising import (
    MoreThanLanguageError,
    Raising,
    UndeclaredError,
    edits_of,
    raising_of,
)
from generator.diff import told
from generator.examination import Examined, examine
from generator.history import HistoryState
from generator.language import Language
from generator.model.control import ChangeKind
from generator.model.identifiers import ImprovementId
from generator.model.process import Process
from generator.model.usage import UsageError

HELP = "raise the version of a changed process and propose its change-log line"

_TOLD = 5
"""How many changes are told."""
_LONGEST_LINE = 1000
"""How many characters a line of the change log may have on the command line."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    kinds = (ChangeKind.CONTENT.value, ChangeKind.LANGUAGE.value)
    parser.add_argument("process", metavar="PROCESS", help="its id: the name of its file")
    parser.add_argument("--kind", choices=kinds, help="what a change of text is")
    parser.add_argument("--what", metavar="TEXT", help="the line (default: what was found)")
    parser.add_argument("--improvement", metavar="ID", help="the improvement that it answers")
    parser.add_argument("--date", metavar="DATE", type=date.fromisoformat, help="default: today")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes what the version policy demands, or says that it demands nothing."""
    examined = examine(root)
    process = process_named(examined, options.process)
    issued = _issued(examined, process)
    words = examined.language
    raising = _raising(process, issued, examined, options) if issued else None
    if raising is None:
        label = "bump.same" if issued else "bump.new"
        tell(words.label(label, process=process.id, version=process.document.version))
        return CLEAN
    edit_file(examined, process, edits_of(process, raising))
    for line in _account(process, raising, examined):
        tell(line)
    return CLEAN


def _issued(examined: Examined, process: Process) -> Issued | None:
    """What the main line has of a process; None when it is new there.

    Raises:
        UsageError: when too little of the past is here to know.
    """
    history = examined.history
    found = history.issued.get(process.id)
    if found is None and history.state is not HistoryState.WHOLE:
        raise UsageError(examined.language.label(f"bump.history.{history.state.value}"))
    return found


def _raising(
    process: Process, issued: Issued, examined: Examined, options: argparse.Namespace
) -> Raising | None:
    words = examined.language
    try:
        return raising_of(
            process,
            issued,
            examined.loaded.readable.organisation,
            on=options.date or datetime.now(tz=UTC).date(),
            kind=ChangeKind(options.kind) if options.kind else None,
            what=_line(options.what, words),
            improvement=_improvement(options.improvement, examined),
        )
    except UndeclaredError as error:
        raise UsageError(words.label("bump.undeclared", process=process.id)) from error
    except MoreThanLanguageError as error:
        told_ones = "\n".join(_reasons(error.need, words))
        message = words.label("bump.more_than_language", process=process.id, reasons=told_ones)
        raise UsageError(message) from error


def _line(text: str | None, words: Language) -> str | None:
    """The text of the line on one line.

    Raises:
        UsageError: when there is nothing in it, or too much.
    """
    if text is None:
        return None
    line = " ".join(text.split())
    if not 0 < len(line) <= _LONGEST_LINE:
        raise UsageError(words.label("bump.what", limit=_LONGEST_LINE))
    return line


def _improvement(identifier: str | None, examined: Examined) -> ImprovementId | None:
    """The improvement of an identifier; None when none was given.

    Raises:
        UsageError: when the register has no such line.
    """
    if identifier is None:
        return None
    known = examined.loaded.readable.improvements
    return named(known, identifier, examined.language, "bump.improvement").id


def _account(process: Process, raising: Raising, examined: Examined) -> Iterator[str]:
    """What was written, why, and what to check."""
    words, before = examined.language, process.document
    yield words.label("bump.written", path=file_of(examined, process))
    if raising.version != before.version:
        yield words.label("bump.version", before=before.version, version=raising.version)
    if raising.line:
        kind = words.label(f"changekind.{raising.line.kind.value}")
        yield words.label("bump.line", kind=kind, what=raising.line.what)
    if raising.voids and before.approved:
        day = before.approved.date.isoformat()
        yield words.label("bump.void", date=day, role=before.approved.by)
    if raising.need:
        yield words.label(f"bump.because.{raising.need.case.value}")
        yield from _reasons(raising.need, words)
    yield words.label("bump.check")


def _reasons(need: Need, words: Language) -> Iterator[str]:
    sentences = list(dict.fromkeys(told(change, words) for change in need.reasons))
    yield from (f"  - {sentence}" for sentence in sentences[:_TOLD])
    if len(sentences) > _TOLD:
        yield words.label("bump.left", count=len(sentences) - _TOLD)
