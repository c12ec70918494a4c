"""``handbook codeowners``: whose approval a change needs, for the forge."""

import argparse
from pathlib import Path

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.reading import readable
from generator.exports.codeowners import codeowners
from generator.load.git import NoVersionError, place_in_git

HELP = "write CODEOWNERS from the approval policy"

_FILE = ".github/CODEOWNERS"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail when it differs")
    parser.add_argument("--output", metavar="FILE", help=f"default: {_FILE}; - is standard output")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes or compares the file."""
    handbook, examined = readable(root)
    if handbook is None:
        return FINDINGS
    top, folder = _repository(root)
    text = codeowners(handbook, examined.settings.accounts, examined.language, folder=folder)
    if options.output == "-":
        write(text, None)
        return CLEAN
    path = Path(options.output) if options.output else top / _FILE
    shown = options.output or _FILE
    there = path.read_text(encoding="utf-8") if path.is_file() else ""
    word = "same" if there == text else "differs" if options.check else "written"
    if word == "written":
        path.parent.mkdir(parents=True, exist_ok=True)
        write(text, path)
    nobody = not text and not there
    print(examined.language.label(f"codeowners.{'nobody' if nobody else word}", path=shown))
    return FINDINGS if word == "differs" else CLEAN


def _repository(root: Path) -> tuple[Path, str]:
    """The top of the repository, and where the handbook is in it; without git they are one."""
    try:
        return place_in_git(root)
    except NoVersionError:
        return root, ""
