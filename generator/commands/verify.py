"""``handbook verify``: whether a built site is still as it was built."""

import argparse
import sys
from pathlib import Path

from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.language import LANGUAGES, language
from generator.wording import visible

HELP = "say which files of a built site were changed, are missing or were added"
NEEDS_HANDBOOK = False
"""A copy of the site can be looked at anywhere, as from a USB stick."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("folder", metavar="DIR", help="the folder of a site, or of a release in it")


def run(_: Path, options: argparse.Namespace) -> int:
    """Compares a folder with its manifest; wrong use when it has none."""
    from generator.publish.manifest import differences, read_manifest  # noqa: PLC0415

    folder = Path(options.folder)
    manifest = read_manifest(folder)
    words = language(manifest.language if manifest.language in LANGUAGES else LANGUAGES[0])
    found = differences(folder, manifest)
    if not found:
        told = words.label("verify.whole", count=len(manifest.files), title=visible(manifest.title))
        print(told)
        return CLEAN
    for kind in ("changed", "missing", "added"):
        for path in getattr(found, kind):
            print(words.label(f"verify.{kind}", path=visible(path, longest=None)))
    counts = {kind: len(getattr(found, kind)) for kind in ("changed", "missing", "added")}
    print(words.label("verify.differs", **counts), file=sys.stderr)
    return FINDINGS
