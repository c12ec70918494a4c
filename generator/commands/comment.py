"""``handbook comment``: what a proposal changes, as the comment on its pull request."""

import argparse
import re
from datetime import UTC, date, datetime
from pathlib import Path

from generator.commands.console import check_base, write
from generator.commands.exit_codes import CLEAN
from generator.model.usage import UsageError

HELP = "the comment on a pull request: what it changes and who must approve"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("--base", metavar="REF", required=True, help="the branch that it is for")
    parser.add_argument("--output", metavar="FILE", help="write the comment to a file")
    parser.add_argument("--preview", metavar="URL", default="", help="the built site of it")
    parser.add_argument(
        "--download", metavar="URL", default="", help="where that site can be downloaded"
    )
    parser.add_argument(
        "--branch", metavar="NAME", default="", help="the branch in which files are edited"
    )
    parser.add_argument(
        "--mention", action="store_true", help="call the accounts and teams that must approve"
    )
    parser.add_argument("--date", metavar="DATE", type=date.fromisoformat, help="default: today")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes the comment; what it tells is no fault."""
    from generator.proposing import main_branch_of, proposal_of  # noqa: PLC0415 - makes diagrams
    from generator.reports.changes.comment import Links, comment  # noqa: PLC0415

    check_base(options.base)
    links = Links(
        preview=_address("--preview", options.preview),
        download=_address("--download", options.download),
        branch=options.branch,
        main_branch=main_branch_of(root),
    )
    day = options.date or datetime.now(tz=UTC).date()
    proposal = proposal_of(root, options.base, on=day)
    write(comment(proposal, links, mention=options.mention), options.output)
    return CLEAN


def _address(option: str, given: str) -> str:
    """An address to lead to.

    Raises:
        UsageError: when it is not one of the web.
    """
    if given and not re.fullmatch(r"https?://[^\s<>]+", given):
        message = f"{option}: {given!r} is not an address that begins with https://"
        raise UsageError(message)
    return given
