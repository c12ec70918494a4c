"""``handbook serve``: the site, rebuilt on every save."""

import argparse
import gc
from pathlib import Path

from generator.commands.exit_codes import CLEAN

HELP = "show the site and rebuild it on every save"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("--address", default="127.0.0.1:8000", help="host:port")


def run(root: Path, options: argparse.Namespace) -> int:
    """Serves the site until it is stopped."""
    from generator.builder import serve as serve_site  # noqa: PLC0415 - MkDocs is slow to import

    gc.enable()  # this command is not short
    serve_site(root, options.address)
    return CLEAN
