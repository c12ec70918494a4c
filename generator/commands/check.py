"""``handbook check``: a report of what is wrong."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from generator.checking import Request, fails
from generator.checking import run as run_check
from generator.commands.console import check_base, say, write
from generator.commands.exit_codes import CLEAN, FINDINGS, USAGE
from generator.examination import SETTINGS_FAULTS, Examined
from generator.load.baseline import FILE as BASELINE
from generator.load.baseline import baseline_text
from generator.load.source_texts import SourceTexts
from generator.model.settings import FailOn
from generator.model.usage import UsageError
from generator.reports import REPORTS
from generator.rules.counts import counts_of, lowered
from generator.rules.inspection import Counts
from generator.rules.registry import ABOUT_RECORDS, ABOUT_THE_HANDBOOK
from generator.wording import codes

HELP = "say what is wrong, where, and what to do"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("paths", nargs="*", metavar="PATHS", help="only these files and folders")
    parser.add_argument("--format", choices=tuple(REPORTS), default="text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file")
    parser.add_argument("--base", metavar="REF", help="count only what this commit did not have")
    parser.add_argument("--select", metavar="CODES", default="", help="only these: F103,N or F")
    parser.add_argument("--ignore", metavar="CODES", default="", help="not these")
    parser.add_argument("--fail-on", choices=tuple(item.value for item in FailOn))
    parser.add_argument("--today", metavar="DATE", type=date.fromisoformat, help="default: today")
    parser.add_argument(
        "--update-baseline", action="store_true", help="lower the counts in quality/baseline.json"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Checks the handbook and reports."""
    check_base(options.base)
    request = Request(
        paths=_paths(root, options.paths),
        select=_codes(options.select),
        ignore=_codes(options.ignore),
        base=options.base,
        today=options.today or datetime.now(tz=UTC).date(),
    )
    examined, outcome = run_check(root, request)
    report = REPORTS[options.format]
    write(
        report(
            outcome,
            examined.language,
            sources=SourceTexts(root),
            everything=bool(request.select),
        ),
        options.output,
    )
    if any(finding.code in SETTINGS_FAULTS for finding in examined.findings):
        return USAGE
    if options.update_baseline:
        _lower_baseline(root, examined)
    elif _can_be_lowered(examined):
        say(examined.language, "baseline_lower")
    fail_on = FailOn(options.fail_on) if options.fail_on else examined.settings.fail_on
    return FINDINGS if fails(outcome.findings, fail_on) else CLEAN


def _paths(root: Path, given: list[str]) -> tuple[PurePosixPath, ...]:
    """The paths of the command line relative to the repository.

    Raises:
        UsageError: for a path that is not there, or not in the repository.
    """
    found = []
    for text in given:
        path = Path(text).resolve()
        if not path.exists() or not path.is_relative_to(root):
            message = f"{text}: no such file or folder in the handbook"
            raise UsageError(message)
        found.append(PurePosixPath(path.relative_to(root).as_posix()))
    return tuple(found)


def _codes(text: str) -> tuple[str, ...]:
    """``F103, n`` -> codes or beginnings of codes, in capitals.

    Raises:
        UsageError: for one that no code begins with: it would switch the check off unseen.
    """
    found = tuple(part.strip().upper() for part in text.split(",") if part.strip())
    for beginning in found:
        if not any(code.startswith(beginning) for code in codes()):
            message = f"there is no code {beginning}"
            raise UsageError(message)
    return found


def _lower_baseline(root: Path, examined: Examined) -> None:
    """Writes the baseline anew, never higher than it was.

    Raises:
        UsageError: when part of the handbook or the baseline itself could not be read, so
            that the counts would be too low or would start again.
    """
    if examined.loaded.handbook is None or any(item.code == "S404" for item in examined.findings):
        message = f"{BASELINE}: not written, because part of the handbook cannot be read"
        raise UsageError(message)
    counts = _lowered(examined)
    if counts == examined.baseline:
        say(examined.language, "baseline_same", path=BASELINE)
        return
    write(baseline_text(counts), str(root / BASELINE))
    say(examined.language, "baseline", path=BASELINE)


def _can_be_lowered(examined: Examined) -> bool:
    """Whether the baseline is too high; of a handbook that is read in part that is not known."""
    has_both = examined.baseline is not None and examined.loaded.handbook is not None
    return has_both and _lowered(examined) != examined.baseline


def _lowered(examined: Examined) -> Counts:
    found = tuple(rule.CODE for rule in ABOUT_THE_HANDBOOK if rule not in ABOUT_RECORDS)
    return lowered(examined.baseline, counts_of(examined.findings, found))
