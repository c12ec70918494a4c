"""``handbook build``: the site."""

import argparse
import sys
from pathlib import Path

from generator.commands.console import say
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.preparation import prepared

HELP = "check, draw and publish the site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    del parser


def run(root: Path, _: argparse.Namespace) -> int:
    """Builds and publishes the site."""
    from generator.builder import BuildError  # noqa: PLC0415 - MkDocs is slow to import
    from generator.builder import build as build_site  # noqa: PLC0415

    ready, examined = prepared(root)
    if ready is None:
        return FINDINGS
    say(examined.language, "building", pages=len(ready.pages), diagrams=len(ready.diagrams))
    try:
        site = build_site(ready)
    except BuildError as error:
        print(error, file=sys.stderr)
        say(examined.language, "failed")
        return FINDINGS
    say(examined.language, "done", address=(site / "index.html").as_uri())
    return CLEAN
