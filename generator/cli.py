"""The command ``handbook``: arguments -> a command -> exit code; no logic."""

import argparse
import gc
import io
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from generator.commands import (
    approve,
    build,
    bump,
    check,
    codeowners,
    comment,
    diff,
    evidence,
    explain,
    export,
    generate,
    new,
    release,
    review,
    serve,
    suggest,
    verify,
)
from generator.commands.exit_codes import FAULT, FINDINGS, USAGE
from generator.model.usage import UsageError


class Command(Protocol):
    """A module that is a command."""

    HELP: str
    """What it does, in a few words."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Adds its options."""

    def run(self, root: Path, options: argparse.Namespace) -> int:
        """Runs it and returns the exit code."""


COMMANDS: Mapping[str, Command] = {
    "check": check,
    "explain": explain,
    "generate": generate,
    "build": build,
    "serve": serve,
    "export": export,
    "new": new,
    "diff": diff,
    "comment": comment,
    "suggest": suggest,
    "bump": bump,
    "approve": approve,
    "release": release,
    "verify": verify,
    "review": review,
    "evidence": evidence,
    "codeowners": codeowners,
}
"""The commands, in the order in which the help and the README name them."""


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
    if root is None and not options.needs_handbook:
        root = Path(options.root).resolve()
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
    except BrokenPipeError:  # whoever reads has read enough, as head does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
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
    for name, command in COMMANDS.items():
        one = added.add_parser(name, help=command.HELP)
        command.add_arguments(one)
        needs_handbook = getattr(command, "NEEDS_HANDBOOK", True)
        one.set_defaults(run=command.run, needs_handbook=needs_handbook)
    return parser


if __name__ == "__main__":
    sys.exit(main())
