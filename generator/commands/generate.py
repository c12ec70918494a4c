"""``handbook generate``: the staging tree."""

import argparse
from pathlib import Path

from generator.commands.console import say
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.preparation import prepared

HELP = "write the staging tree only"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    del parser


def run(root: Path, _: argparse.Namespace) -> int:
    """Writes the staging tree."""
    from generator.publish.site import stage_site  # noqa: PLC0415 - a check needs no publishing

    ready, examined = prepared(root)
    if ready is None:
        return FINDINGS
    say(examined.language, "generated", path=stage_site(ready).relative_to(root))
    return CLEAN
