"""``handbook suggest``: the version and change-log line that a proposal lacks, for one click."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from generator.commands.console import check_base, write
from generator.commands.exit_codes import CLEAN

HELP = "the lines that a pull request lacks, as suggestions"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("--base", metavar="REF", required=True, help="the branch that it is for")
    parser.add_argument("--format", choices=("github", "gitlab"), required=True)
    parser.add_argument("--output", metavar="FILE", help="write the suggestions to a file")
    parser.add_argument("--date", metavar="DATE", type=date.fromisoformat, help="default: today")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes what an API of GitHub or GitLab takes."""
    from generator.examination import examine  # noqa: PLC0415
    from generator.load.changed_lines import changed_files  # noqa: PLC0415
    from generator.proposing import writes_of  # noqa: PLC0415 - makes diagrams
    from generator.reports.changes import suggestions  # noqa: PLC0415

    check_base(options.base)
    day = options.date or datetime.now(tz=UTC).date()
    changed = changed_files(root, options.base)
    examined = examine(root, today=day, base=options.base)
    report = suggestions.github if options.format == "github" else suggestions.gitlab
    write(report(writes_of(examined, on=day), changed, examined.language), options.output)
    return CLEAN
