"""``handbook explain``: what a code means."""

import argparse
from pathlib import Path

from generator.commands.exit_codes import CLEAN
from generator.examination import examine
from generator.reports.explanation import explanation

HELP = "what a code means, with an example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("code", metavar="CODE", help="such as F103")


def run(root: Path, options: argparse.Namespace) -> int:
    """Explains one code."""
    print(explanation(options.code.upper(), examine(root).language), end="")
    return CLEAN
