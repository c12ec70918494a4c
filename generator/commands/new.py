"""``handbook new``: a first process or assessment file."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from generator.commands.console import say, write
from generator.commands.exit_codes import CLEAN, USAGE
from generator.commands.named import named
from generator.examination import Examined, examine
from generator.model.assessment import Assessment
from generator.model.identifiers import is_identifier
from generator.model.usage import UsageError

HELP = "start a new process or assessment file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("what", choices=("process", "assessment"))
    parser.add_argument("identifier", metavar="ID")
    parser.add_argument("--group", help="of a process: the group of the value chain, its folder")
    parser.add_argument(
        "--like",
        metavar="OTHER",
        help="of an assessment: the earlier one to repeat; its questions, without its answers",
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Starts a file."""
    examined = examine(root)
    if not is_identifier(options.identifier):
        say(examined.language, "badid")
        return USAGE
    if options.what == "assessment":
        return _start_assessment(root, options, examined)
    if options.like is not None:
        raise UsageError(examined.language.label("scaffold_assessment.process"))
    return _start_process(root, options, examined)


def _start_process(root: Path, options: argparse.Namespace, examined: Examined) -> int:
    from generator.publish.scaffold import new_process  # noqa: PLC0415

    handbook = examined.loaded.handbook
    groups = sorted(handbook.groups) if handbook else []
    if options.group not in groups:
        say(examined.language, "nogroup", groups=", ".join(groups))
        return USAGE
    path = root / "processes" / options.group / f"{options.identifier}.yml"
    return _start(
        root, path, new_process(options.identifier, _today(), examined.language), examined
    )


def _start_assessment(root: Path, options: argparse.Namespace, examined: Examined) -> int:
    from generator.publish.scaffold_assessment import new_assessment  # noqa: PLC0415

    earlier = None if options.like is None else _assessment_named(options.like, examined)
    path = root / "quality" / "assessments" / f"{options.identifier}.yml"
    text = new_assessment(options.identifier, _today(), examined.language, like=earlier)
    return _start(root, path, text, examined)


def _assessment_named(identifier: str, examined: Examined) -> Assessment:
    """The assessment to repeat.

    Raises:
        UsageError: when there is none, naming the nearest one; or when the handbook cannot be
            read whole.
    """
    words, handbook = examined.language, examined.loaded.handbook
    if handbook is None:
        raise UsageError(words.label("process_file.unread"))
    return named(handbook.assessments, identifier, words, "scaffold_assessment")


def _start(root: Path, path: Path, text: str, examined: Examined) -> int:
    """Writes the file, unless it is there already."""
    if path.exists():
        say(examined.language, "exists", path=path.relative_to(root))
        return USAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    write(text, str(path))
    say(examined.language, "created", path=path.relative_to(root))
    return CLEAN


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()
