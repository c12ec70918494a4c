"""What each command does: a stage or two, a report, an exit code."""

import argparse
import gc
import sys
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.checking import Request, fails, run
from generator.examination import SETTINGS_FAULTS, Examined, examine
from generator.load.baseline import FILE as BASELINE
from generator.load.baseline import baseline_text
from generator.load.source_texts import SourceTexts
from generator.model.finding import Severity
from generator.model.identifiers import is_identifier
from generator.model.settings import FailOn
from generator.model.usage import UsageError
from generator.reports import REPORTS, text_report
from generator.reports.explanation import explanation
from generator.rules.counts import counts_of, lowered
from generator.rules.inspection import Counts
from generator.rules.registry import ABOUT_THE_HANDBOOK
from generator.wording import codes

if TYPE_CHECKING:
    from generator.pipeline import Prepared

CLEAN, FINDINGS, USAGE, FAULT = 0, 1, 2, 3


def check(root: Path, options: argparse.Namespace) -> int:
    """``handbook check``: a report of what is wrong."""
    if options.base == "":
        message = "--base: no commit was named"
        raise UsageError(message)
    request = Request(
        paths=_paths(root, options.paths),
        select=_codes(options.select),
        ignore=_codes(options.ignore),
        base=options.base,
        today=options.today or datetime.now(tz=UTC).date(),
    )
    examined, outcome = run(root, request)
    report = REPORTS[options.format]
    _write(
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
        _say(examined, "baseline_lower")
    fail_on = FailOn(options.fail_on) if options.fail_on else examined.settings.fail_on
    return FINDINGS if fails(outcome.findings, fail_on) else CLEAN


def explain(root: Path, options: argparse.Namespace) -> int:
    """``handbook explain``: what a code means."""
    print(explanation(options.code.upper(), examine(root).language), end="")
    return CLEAN


def generate(root: Path, _: argparse.Namespace) -> int:
    """``handbook generate``: the staging tree."""
    from generator.publish.site import stage_site  # noqa: PLC0415 - a check needs no publishing

    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    _say(examined, "generated", path=stage_site(prepared).relative_to(root))
    return CLEAN


def build(root: Path, _: argparse.Namespace) -> int:
    """``handbook build``: the site."""
    from generator.builder import BuildError  # noqa: PLC0415 - MkDocs is slow to import
    from generator.builder import build as build_site  # noqa: PLC0415

    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    _say(examined, "building", pages=len(prepared.pages), diagrams=len(prepared.diagrams))
    try:
        site = build_site(prepared)
    except BuildError as error:
        print(error, file=sys.stderr)
        _say(examined, "failed")
        return FINDINGS
    _say(examined, "done", address=(site / "index.html").as_uri())
    return CLEAN


def serve(root: Path, options: argparse.Namespace) -> int:
    """``handbook serve``: the site, rebuilt on every save."""
    from generator.builder import serve as serve_site  # noqa: PLC0415 - MkDocs is slow to import

    gc.enable()  # this command is not short
    serve_site(root, options.address)
    return CLEAN


def export(root: Path, options: argparse.Namespace) -> int:
    """``handbook export``: the handbook as JSON, or the schemas for editors."""
    from generator.exports.json_schema import editor_schemas  # noqa: PLC0415 - slow to import
    from generator.pipeline import EXPORT  # noqa: PLC0415

    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    if options.kind == "schemas":
        folder = Path(options.output or root / "schemas")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in editor_schemas(examined.language).items():
            _write(text, str(folder / name))
        return CLEAN
    _write(str(prepared.files[EXPORT]), options.output)
    return CLEAN


def new(root: Path, options: argparse.Namespace) -> int:
    """``handbook new``: a first process file."""
    from generator.publish.scaffold import new_process  # noqa: PLC0415

    examined = examine(root)
    handbook = examined.loaded.handbook
    groups = sorted(handbook.groups) if handbook else []
    if not is_identifier(options.identifier):
        _say(examined, "badid")
        return USAGE
    if options.group not in groups:
        _say(examined, "nogroup", groups=", ".join(groups))
        return USAGE
    path = root / "processes" / options.group / f"{options.identifier}.yml"
    if path.exists():
        _say(examined, "exists", path=path.relative_to(root))
        return USAGE
    today = datetime.now(tz=UTC).date().isoformat()
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(new_process(options.identifier, today, examined.language), str(path))
    _say(examined, "created", path=path.relative_to(root))
    return CLEAN


def _prepared(root: Path) -> "tuple[Prepared | None, Examined]":
    from generator.pipeline import prepare  # noqa: PLC0415 - a check makes no pages

    examined = examine(root)
    if not examined.sound:
        errors = tuple(item for item in examined.findings if item.severity is Severity.ERROR)
        print(text_report(errors, examined.language), end="", file=sys.stderr)
        _say(examined, "failed")
        return None, examined
    _say(examined, "preparing")
    return prepare(examined), examined


def _say(examined: Examined, label: str, **blanks: object) -> None:
    print(examined.language.label(f"cli.{label}", **blanks), file=sys.stderr, flush=True)


def _write(text: str, output: str | None) -> None:
    if output:
        try:
            Path(output).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            message = f"{output} cannot be written: {error.strerror}"
            raise UsageError(message) from error
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.flush()


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
        _say(examined, "baseline_same", path=BASELINE)
        return
    _write(baseline_text(counts), str(root / BASELINE))
    _say(examined, "baseline", path=BASELINE)


def _can_be_lowered(examined: Examined) -> bool:
    """Whether the baseline is too high; of a handbook that is read in part that is not known."""
    has_both = examined.baseline is not None and examined.loaded.handbook is not None
    return has_both and _lowered(examined) != examined.baseline


def _lowered(examined: Examined) -> Counts:
    found = tuple(rule.CODE for rule in ABOUT_THE_HANDBOOK)
    return lowered(examined.baseline, counts_of(examined.findings, found))
