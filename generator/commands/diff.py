"""``handbook diff``: what changed between two versions of the handbook, in its own words."""

import argparse
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN
from generator.model.usage import UsageError

if TYPE_CHECKING:
    from generator.reports.changes.compared import Compared

HELP = "what changed between two versions, in words"

_FORMATS: Mapping[str, str] = MappingProxyType(
    {"text": "text", "markdown": "markdown", "html": "html", "json": "json_report"}
)
"""The formats and the module of each, which is imported when it is asked for."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "base",
        nargs="?",
        metavar="BASE",
        help="a commit, branch, tag or folder (./name for a folder called as a branch); "
        "without it, each process is compared with the version of it that was issued",
    )
    parser.add_argument(
        "head", nargs="?", metavar="HEAD", help="the same; without it, the files at hand"
    )
    parser.add_argument("--format", choices=tuple(_FORMATS), default="text")
    parser.add_argument("--output", metavar="FILE", help="write the report to a file")


def run(root: Path, options: argparse.Namespace) -> int:
    """Compares and reports; a difference is no fault."""
    from generator.comparison import compared_between, compared_with_issued  # noqa: PLC0415

    for given in (options.base, options.head):
        if given == "":
            message = "an empty name is no commit and no folder"
            raise UsageError(message)
    if options.base is None:
        compared = compared_with_issued(root)
    else:
        compared = compared_between(root, options.base, options.head or "")
    write(_report(options.format)(compared), options.output)
    return CLEAN


def _report(name: str) -> "Callable[[Compared], str]":
    module = import_module(f"generator.reports.changes.{_FORMATS[name]}")
    report: Callable[[Compared], str] = module.report
    return report
