"""``handbook approve``: a role approves a process as it stands."""

import argparse
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from generator.commands.console import tell, write
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.named import named
from generator.commands.process_file import edit_file, file_of, process_named
from generator.control.approval import (
    FAULTS_OF_APPROVAL,
    approval_edits,
    approved_version,
    entitled,
    holds,
    is_entitled,
)
from generator.control.fingerprint import fingerprint
from generator.examination import Examined, examine
from generator.load import load
from generator.load.git import NoVersionError, version
from generator.model.control import Status
from generator.model.finding import Finding, Severity
from generator.model.identifiers import RoleId
from generator.model.process import Process
from generator.model.usage import UsageError
from generator.reports import text_report

HELP = "record that a role approves a process as it stands"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("process", metavar="PROCESS", help="its id: the name of its file")
    parser.add_argument("--by", metavar="ROLE", required=True, help="the role that approves")
    parser.add_argument(
        "--effective", metavar="DATE", type=date.fromisoformat, help="from when it holds"
    )
    parser.add_argument("--date", metavar="DATE", type=date.fromisoformat, help="default: today")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes the approval, or says why it cannot be given."""
    today = datetime.now(tz=UTC).date()
    examined = examine(root, today=today)
    process = process_named(examined, options.process)
    role = _role(examined, process, options.by)
    words = examined.language
    if errors := tuple(_errors(examined, process)):
        write(text_report(errors, words), None)
        tell(words.label("approve.errors", process=process.id))
        return FINDINGS
    if holds(process):
        tell(words.label("approve.same", process=process.id, version=process.document.version))
        return CLEAN
    _check_content(examined, process)
    handbook = examined.loaded.readable
    on = options.date or today
    edits = approval_edits(process, handbook, by=role, on=on, effective=options.effective)
    edit_file(examined, process, edits)
    number = approved_version(process, handbook.organisation)
    path, name = file_of(examined, process), handbook.roles[role].name
    tell(words.label("approve.written", path=path, version=number, role=name, date=on.isoformat()))
    tell(words.label("approve.next"))
    return CLEAN


def _role(examined: Examined, process: Process, identifier: str) -> RoleId:
    """The role that approves.

    Raises:
        UsageError: when there is no such role, or it may not approve this process.
    """
    words, handbook = examined.language, examined.loaded.readable
    found = named(handbook.roles, identifier, words, "approve.role").id
    if not is_entitled(found, process, handbook):
        roles = ", ".join(entitled(process, handbook.organisation))
        label = "approve.not_entitled" if roles else "approve.nobody_entitled"
        raise UsageError(words.label(label, role=found, roles=roles))
    return found


def _check_content(examined: Examined, process: Process) -> None:
    """Whether there is something settled to approve.

    Raises:
        UsageError: when the process is obsolete, or says otherwise than the last commit. What
            is in no commit nobody else has read, and approved together with it, the approver
            would be its author.
    """
    words = examined.language
    if process.document.status is Status.OBSOLETE:
        raise UsageError(words.label("approve.obsolete", process=process.id))
    try:
        with version(examined.root, "HEAD") as folder:
            committed = load(folder).readable.processes.get(process.id)
    except NoVersionError:
        return  # without git nothing can be told apart
    if committed is None or fingerprint(committed) != fingerprint(process):
        raise UsageError(words.label("approve.uncommitted", process=process.id))


def _errors(examined: Examined, process: Process) -> Iterator[Finding]:
    """What is wrong with the process, apart from what a new approval solves."""
    file = file_of(examined, process)
    for finding in examined.findings:
        is_its_own = finding.position.file == file
        is_solved = finding.code in FAULTS_OF_APPROVAL
        if finding.severity is Severity.ERROR and is_its_own and not is_solved:
            yield finding
