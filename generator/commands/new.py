"""``handbook new``: a first process file."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from generator.commands.console import say, write
from generator.commands.exit_codes import CLEAN, USAGE
from generator.examination import examine
from generator.model.identifiers import is_identifier

HELP = "start a new process file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("what", choices=("process",))
    parser.add_argument("identifier", metavar="ID")
    parser.add_argument("--group", help="the group of the value chain: a folder of processes/")


def run(root: Path, options: argparse.Namespace) -> int:
    """Starts a file."""
    from generator.publish.scaffold import new_process  # noqa: PLC0415

    examined = examine(root)
    handbook = examined.loaded.handbook
    groups = sorted(handbook.groups) if handbook else []
    if not is_identifier(options.identifier):
        say(examined.language, "badid")
        return USAGE
    if options.group not in groups:
        say(examined.language, "nogroup", groups=", ".join(groups))
        return USAGE
    path = root / "processes" / options.group / f"{options.identifier}.yml"
    if path.exists():
        say(examined.language, "exists", path=path.relative_to(root))
        return USAGE
    today = datetime.now(tz=UTC).date().isoformat()
    path.parent.mkdir(parents=True, exist_ok=True)
    write(new_process(options.identifier, today, examined.language), str(path))
    say(examined.language, "created", path=path.relative_to(root))
    return CLEAN
