"""A version raised: what a changed process still lacks, and the lines that give it that.

The same question is asked by the rules (what is missing), by ``handbook bump`` (write it)
and by the pull request (offer it), so it is answered here, once, without reading or writing::

    raising = raising_of(process, issued, organisation, on=day)
    new = edited(text, edits_of(process, raising), path=file)
    suggestions = lines_to_write(file, text, new)
"""

from dataclasses import dataclass
from datetime import date

from generator.control.approval import is_void
from generator.control.issued import Issued
from generator.control.log import declares, is_newest_first
from generator.control.policy import Need, declared, needed, next_versions, numbers, proposed_line
from generator.language import language
from generator.load.edit import Drop, Edit, Insert, Put
from generator.model.control import Change, ChangeKind, Status, VersionCase
from generator.model.identifiers import ImprovementId, Version
from generator.model.organisation import Organisation
from generator.model.process import Process
from generator.model.usage import UsageError

_KINDS = {VersionCase.LANGUAGE: ChangeKind.LANGUAGE}
"""What a line of the log is called in a case; of the content otherwise."""


class UndeclaredError(UsageError):
    """Only the text changed, and the author does not say what kind of change that is."""


class MoreThanLanguageError(UsageError):
    """The content changed, and the author says that only the language did."""

    def __init__(self, need: Need) -> None:
        """Takes what makes it content."""
        super().__init__("the content changed")
        self.need = need


@dataclass(frozen=True, slots=True)
class Lack:
    """What the changes of a process demand and the file does not carry."""

    need: Need
    case: VersionCase | None
    """None when the author has to say what kind of change it is."""
    version: Version
    """The version that the file has to carry, as far as that is known."""
    is_behind: bool
    """Whether the file carries a lower one."""


@dataclass(frozen=True, slots=True)
class Raising:
    """What is written into the file of a process."""

    version: Version
    line: Change | None
    """The new line of the change log; None when there is one that says enough."""
    need: Need | None
    voids: bool
    """Whether an approval goes, because it was of something else."""


def lack_of(
    process: Process,
    issued: Issued,
    organisation: Organisation,
    *,
    kind: ChangeKind | None = None,
) -> Lack | None:
    """What a process lacks by the version policy; None when its changes demand nothing.

    Args:
        process: as it is at hand.
        issued: what the main line has of it, and what changed since.
        organisation: whose policy counts.
        kind: what the author says of a change of text, besides what the log says.
    """
    policy = organisation.version_policy
    need = needed(issued.changes, policy)
    if need is None:
        return None
    case = declared(need, declares(issued.log, process.changes))
    if case is None and kind is not None:
        case = VersionCase.LANGUAGE if kind is ChangeKind.LANGUAGE else VersionCase.SMALL
    following = next_versions(issued.version, policy, case) if case else ()
    lowest = min(following, key=numbers, default=issued.version)
    carried = process.document.version
    is_behind = numbers(carried) < numbers(lowest)
    version = (following or (issued.version,))[0] if is_behind else carried
    return Lack(need, case, version, is_behind)


def raising_of(
    process: Process,
    issued: Issued,
    organisation: Organisation,
    *,
    on: date,
    kind: ChangeKind | None = None,
    what: str | None = None,
    improvement: ImprovementId | None = None,
) -> Raising | None:
    """What has to be written into the file of a process; None when nothing has.

    Args:
        process: as it is at hand.
        issued: what the main line has of it, and what changed since.
        organisation: whose policy and language count.
        on: the date of the new line.
        kind: what the author says of a change of text: of the content, or of the language.
        what: the text of the new line, instead of a proposed one.
        improvement: what the new line says that it was changed for.

    Raises:
        UndeclaredError: when ``kind`` is needed.
        MoreThanLanguageError: when ``kind`` says language, and more changed than that.
    """
    lack = lack_of(process, issued, organisation, kind=kind)
    voids = is_void(process) or (lack is not None and _is_unproven(process))
    if lack is None:
        version = process.document.version
        return Raising(version, None, None, voids) if voids else None
    if lack.case is None:
        message = "only the text changed"
        raise UndeclaredError(message)
    if lack.case is VersionCase.CONTENT and kind is ChangeKind.LANGUAGE:
        raise MoreThanLanguageError(lack.need)
    line = None
    if _needs_line(lack, process, issued):
        line = _line(lack, organisation, on=on, what=what, improvement=improvement)
    if line is None and not lack.is_behind and not voids:
        return None
    return Raising(lack.version, line, lack.need, voids)


def edits_of(process: Process, raising: Raising) -> tuple[Edit, ...]:
    """The edits that write a raising into the file of its process."""
    document, edits = process.document, list[Edit]()
    if raising.version != document.version:
        edits.append(Put(("document", "version"), raising.version))
    if raising.voids:
        if document.status in (Status.APPROVED, Status.OBSOLETE):
            edits.append(Put(("document", "status"), Status.DRAFT.value))
        edits.append(Drop(("document", "approved")))
        if document.effective:
            edits.append(Drop(("document", "effective")))
    if raising.line:
        line = line_of(raising.line)
        edits.append(Insert(("changes",), line, at_end=not is_newest_first(process.changes)))
    return tuple(edits)


def line_of(line: Change) -> dict[str, str | date]:
    """A line of the change log as it is written."""
    cause = {"improvement": line.improvement} if line.improvement else {}
    return {
        "version": line.version,
        "date": line.date,
        "kind": line.kind.value,
        "what": line.what,
        **cause,
    }


def _is_unproven(process: Process) -> bool:
    """Whether it is approved without a word of what exactly was, and so of something else now."""
    approved = process.document.approved
    return approved is not None and approved.fingerprint is None


def _needs_line(lack: Lack, process: Process, issued: Issued) -> bool:
    logged = {line.version for line in process.changes}
    return lack.version not in logged or not declares(issued.log, process.changes)


def _line(
    lack: Lack,
    organisation: Organisation,
    *,
    on: date,
    what: str | None,
    improvement: ImprovementId | None,
) -> Change:
    words = language(organisation.language)
    kind = _KINDS.get(lack.case, ChangeKind.CONTENT) if lack.case else ChangeKind.CONTENT
    text = what or proposed_line(lack.need.reasons, words)
    return Change(version=lack.version, date=on, kind=kind, what=text, improvement=improvement)
