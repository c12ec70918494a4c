"""The command ``handbook``: arguments -> pipeline -> report -> exit code; no logic."""

import argparse
import gc
import io
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from generator.exports.json_schema import editor_schemas
from generator.model.identifiers import is_identifier
from generator.pipeline import EXPORT, Examined, Prepared, examine, prepare
from generator.publish.engine import NoEngineError
from generator.publish.scaffold import new_process
from generator.publish.site import stage_site
from generator.reports.json_report import json_report
from generator.reports.text import text_report

CLEAN, FINDINGS, USAGE, FAULT = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command.

    Returns:
        0 when all is well, 1 with findings that stop publication, 2 for wrong usage,
        3 for a fault of the generator itself.
    """
    for stream in (sys.stdout, sys.stderr):  # not every terminal knows every character
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    gc.set_threshold(200_000, 20, 100)  # values are frozen: there is little to collect
    root = _root(Path(options.root))
    if root is None:
        print(
            f"handbook: no folder organisation/ in {options.root} or above it",
            file=sys.stderr,
        )
        return USAGE
    try:
        return int(options.run(root, options))
    except KeyboardInterrupt:
        return FINDINGS
    except NoEngineError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return USAGE
    except Exception:  # the last resort: say whose fault it is
        print(
            "handbook: a fault of the generator, not of the handbook; please report it:",
            file=sys.stderr,
        )
        traceback.print_exc()
        return FAULT


def _check(root: Path, options: argparse.Namespace) -> int:
    examined = examine(root)
    report = {"text": text_report, "json": json_report}[options.format]
    print(report(examined.findings, examined.language), end="")
    return CLEAN if examined.sound else FINDINGS


def _generate(root: Path, _: argparse.Namespace) -> int:
    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    _say(examined, "generated", path=stage_site(prepared).relative_to(root))
    return CLEAN


def _build(root: Path, _: argparse.Namespace) -> int:
    from generator.builder import BuildError, build  # noqa: PLC0415 - MkDocs is slow to import

    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    _say(examined, "building", pages=len(prepared.pages), diagrams=len(prepared.diagrams))
    try:
        site = build(prepared)
    except BuildError as error:
        print(error, file=sys.stderr)
        _say(examined, "failed")
        return FINDINGS
    _say(examined, "done", address=(site / "index.html").as_uri())
    return CLEAN


def _serve(root: Path, options: argparse.Namespace) -> int:
    from generator.builder import serve  # noqa: PLC0415 - MkDocs is slow to import

    serve(root, options.address)
    return CLEAN


def _export(root: Path, options: argparse.Namespace) -> int:
    prepared, examined = _prepared(root)
    if prepared is None:
        return FINDINGS
    if options.kind == "schemas":
        folder = Path(options.output or root / "schemas")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in editor_schemas(examined.language).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
        return CLEAN
    text = str(prepared.files[EXPORT])
    if options.output:
        Path(options.output).write_text(text, encoding="utf-8", newline="\n")
    else:
        sys.stdout.buffer.write(text.encode("utf-8"))
    return CLEAN


def _new(root: Path, options: argparse.Namespace) -> int:
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
    text = new_process(options.identifier, today, examined.language)
    path.write_text(text, encoding="utf-8", newline="\n")
    _say(examined, "created", path=path.relative_to(root))
    return CLEAN


def _prepared(root: Path) -> tuple[Prepared | None, Examined]:
    examined = examine(root)
    if not examined.sound:
        print(text_report(examined.findings, examined.language), end="", file=sys.stderr)
        _say(examined, "failed")
        return None, examined
    _say(examined, "preparing")
    return prepare(examined), examined


def _say(examined: Examined, label: str, **blanks: object) -> None:
    print(examined.language.label(f"cli.{label}", **blanks), file=sys.stderr, flush=True)


def _root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a handbook."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "organisation").is_dir():
            return folder
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="A quality handbook as code.")
    parser.add_argument("--root", default=".", help="a folder of the repository (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="say what is wrong, where, and what to do")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.set_defaults(run=_check)
    commands.add_parser("generate", help="write the staging tree only").set_defaults(run=_generate)
    commands.add_parser("build", help="check, draw and publish the site").set_defaults(run=_build)
    serve = commands.add_parser("serve", help="show the site and rebuild it on every save")
    serve.add_argument("--address", default="127.0.0.1:8000", help="host:port")
    serve.set_defaults(run=_serve)
    export = commands.add_parser("export", help="the whole handbook as data")
    export.add_argument("kind", choices=("json", "schemas"))
    export.add_argument("--output", help="a file (schemas: a folder)")
    export.set_defaults(run=_export)
    new = commands.add_parser("new", help="start a new process file")
    new.add_argument("what", choices=("process",))
    new.add_argument("identifier", metavar="ID")
    new.add_argument("--group", help="the group of the value chain: a folder of processes/")
    new.set_defaults(run=_new)
    return parser


if __name__ == "__main__":
    sys.exit(main())
