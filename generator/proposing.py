"""A proposal compared with the branch that it is for: what it changes, brings and lacks."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from generator.addresses import html_of
from generator.checking import brought
from generator.comparison import between, side_of
from generator.control.issued import Issued
from generator.control.policy import is_content
from generator.control.raising import Raising, UndeclaredError, edits_of, raising_of
from generator.control.suspect import Suspect
from generator.diff import Change, compare
from generator.diff.by_thing import by_thing
from generator.examination import Examined, examine
from generator.load.git import common_ancestor, version
from generator.load.in_place import CannotEditError, LinesToWrite, edited, lines_to_write
from generator.load.settings import read_settings
from generator.model.control import ChangeKind
from generator.model.finding import Finding, Severity
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.pages import Page, site_of
from generator.pages.page import Site
from generator.pages.proposal import changed_diagrams, proposal_address, with_proposal
from generator.reports.changes.compared import Compared
from generator.reports.changes.proposal import PreviewPart, Proposal, Write

_UNDRAWABLE = ("F", "R", "S")
"""With errors of these codes a handbook has diagrams that cannot be made."""


def proposal_of(root: Path, base: str, *, on: date) -> Proposal:
    """The files at hand as a proposal for a branch.

    Args:
        root: the repository.
        base: the branch; the proposal is compared with the commit in which the two parted.
        on: the day of the proposal, for its line of the change log.

    Raises:
        NoVersionError: when git does not have ``base``.
    """
    with version(root, common_ancestor(root, base)) as folder:
        before = examine(folder, today=on)
    after = examine(root, today=on, baseline_before=before.baseline, base=base)
    compared = between(side_of(before, base), side_of(after))
    return Proposal(
        compared,
        writes=_of_changed(writes_of(after, on=on), compared.changes),
        new=_news(after.findings, before.findings),
        solved=_news(before.findings, after.findings),
        suspects=_suspects(after, compared.changes),
        diagrams=_diagrams(before, after, compared),
        page=html_of(proposal_address(after.language)),
        accounts=after.settings.accounts,
    )


def writes_of(examined: Examined, *, on: date) -> tuple[Write, ...]:
    """The lines that ``handbook bump`` would write, for each process that lacks them.

    A change of text of which the author does not say what it is gets a line that says
    language; the comment says what to do when it is more.

    Args:
        examined: the files at hand.
        on: the day of the new lines of the change log.
    """
    handbook, issued = examined.loaded.handbook, examined.history.issued
    if handbook is None:
        return ()
    found = (
        _write(process, issued[name], handbook, root=examined.root, on=on)
        for name, process in handbook.processes.items()
        if name in issued
    )
    return tuple(write for write in found if write)


def proposed_site(site: Site, root: Path, base: str) -> tuple[Site, Page]:
    """A site with the page of a proposal, and the earlier diagrams that the page shows.

    Args:
        site: the handbook at hand.
        root: its repository.
        base: the branch that it is a proposal for.

    Raises:
        NoVersionError: when git does not have ``base``.
    """
    with version(root, common_ancestor(root, base)) as folder:
        before = examine(folder)
    handbook = before.loaded.readable
    changes = compare(handbook, site.handbook)
    diagrams = changed_diagrams(handbook, site, changes) if _can_be_drawn(before) else None
    return with_proposal(site, changes, diagrams, base=base)


def main_branch_of(root: Path) -> str:
    """The branch that is published, by the settings."""
    settings, _ = read_settings(root)
    return settings.main_branch


def _write(
    process: Process, issued: Issued, handbook: Handbook, *, root: Path, on: date
) -> Write | None:
    reference = f"process:{process.id}"
    raising, is_declared = _raising(process, issued, handbook, on=on)
    if raising is None:
        return None
    lines = _lines(root, handbook.files[reference], process, raising)
    return Write(reference, lines, is_declared)


def _raising(
    process: Process, issued: Issued, handbook: Handbook, *, on: date
) -> tuple[Raising | None, bool]:
    organisation = handbook.organisation
    try:
        return raising_of(process, issued, organisation, on=on), True
    except UndeclaredError:
        kind = ChangeKind.LANGUAGE
        return raising_of(process, issued, organisation, on=on, kind=kind), False


def _lines(root: Path, file: str, process: Process, raising: Raising) -> tuple[LinesToWrite, ...]:
    text = (root / file).read_bytes().decode("utf-8")
    try:
        return lines_to_write(file, text, edited(text, edits_of(process, raising), path=file))
    except CannotEditError:
        return ()


def _news(findings: Sequence[Finding], others: Iterable[Finding]) -> tuple[Finding, ...]:
    """The errors and warnings that are on one side only."""
    known = {finding.identity for finding in others}
    only, _ = brought(findings, others)
    return tuple(
        finding
        for finding in only
        if finding.severity is not Severity.INFO and finding.identity not in known
    )


def _of_changed(writes: Iterable[Write], changes: Iterable[Change]) -> tuple[Write, ...]:
    """What has to be written because of these changes, and not because of earlier ones."""
    changed = by_thing(changes)
    return tuple(write for write in writes if write.subject in changed)


def _suspects(examined: Examined, changes: Iterable[Change]) -> tuple[Suspect, ...]:
    """The references to confirm to what the proposal changes the meaning of."""
    changed = by_thing(change for change in changes if is_content(change))
    return tuple(item for item in examined.history.suspects if item.target in changed)


def _diagrams(
    before: Examined, after: Examined, compared: Compared
) -> tuple[PreviewPart, ...] | None:
    if not (_can_be_drawn(before) and _can_be_drawn(after)):
        return None
    site = after.site or site_of(after.loaded.readable)
    found = changed_diagrams(before.loaded.readable, site, compared.changes)
    return tuple(PreviewPart(diagram.title, diagram.anchor) for diagram in found)


def _can_be_drawn(examined: Examined) -> bool:
    return examined.loaded.handbook is not None and not any(
        finding.severity is Severity.ERROR and finding.code.startswith(_UNDRAWABLE)
        for finding in examined.findings
    )
