"""The command ``handbook``: arguments -> a command -> exit code; no logic."""

import argparse
import gc
import io
import sys
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator import commands
from generator.commands import FAULT, FINDINGS, USAGE
from generator.model.settings import FailOn
from generator.model.usage import UsageError
from generator.reports import REPORTS


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
    gc.disable()  # values are frozen and a command is short: a collection finds next to nothing
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
    except UsageError as error:
        print(f"handbook: {error}", file=sys.stderr)
        return USAGE
    except Exception:  # the last resort: say whose fault it is
        print(
            "handbook: a fault of the generator, not of the handbook; please report it:",
            file=sys.stderr,
        )
        traceback.print_exc()
        return FAULT
    finally:
        gc.freeze()  # nor is there anything to collect at the end


def _root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a handbook."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "organisation").is_dir():
            return folder
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="handbook", description="A quality handbook as code.")
    parser.add_argument("--root", default=".", help="a folder of the repository (default: here)")
    added = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_check(added.add_parser("check", help="say what is wrong, where, and what to do"))
    explain = added.add_parser("explain", help="what a code means, with an example")
    explain.add_argument("code", metavar="CODE", help="such as F103")
    explain.set_defaults(run=commands.explain)
    generate = added.add_parser("generate", help="write the staging tree only")
    generate.set_defaults(run=commands.generate)
    build = added.add_parser("build", help="check, draw and publish the site")
    build.set_defaults(run=commands.build)
    serve = added.add_parser("serve", help="show the site and rebuild it on every save")
    serve.add_argument("--address", default="127.0.0.1:8000", help="host:port")
    serve.set_defaults(run=commands.serve)
    export = added.add_parser("export", help="the whole handbook as data")
    export.add_argument("kind", choices=("json", "schemas"))
    export.add_argument("--output", help="a file (schemas: a folder)")
    export.set_defaults(run=commands.export)
    new = added.add_parser("new", help="start a new process file")
    new.add_argument("what", choices=("process",))
    new.add_argument("identifier", metavar="ID")
    new.add_argument("--group", help="the group of the value chain: a folder of processes/")
    new.set_defaults(run=commands.new)
    return parser


def _add_check(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATHS", help="only these files and folders")
    check.add_argument("--format", choices=tuple(REPORTS), default="text")
    check.add_argument("--output", metavar="FILE", help="write the report to a file")
    check.add_argument("--base", metavar="REF", help="count only what this commit did not have")
    check.add_argument("--select", metavar="CODES", default="", help="only these: F103,N or F")
    check.add_argument("--ignore", metavar="CODES", default="", help="not these")
    check.add_argument("--fail-on", choices=tuple(item.value for item in FailOn))
    check.add_argument("--today", metavar="DATE", type=date.fromisoformat, help="default: today")
    check.add_argument(
        "--update-baseline", action="store_true", help="lower the counts in quality/baseline.json"
    )
    check.set_defaults(run=commands.check)


if __name__ == "__main__":
    sys.exit(main())
