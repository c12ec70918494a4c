"""What is compared with what, loaded: two versions of the handbook, or one with what was issued."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from generator.control.issued import Issued
from generator.control.raising import lack_of
from generator.diff import Change, compare
from generator.diff.by_thing import by_thing, earlier_subject
from generator.examination import Examined, examine
from generator.load import Loaded, load
from generator.load.git import NoVersionError, version
from generator.model.control import ChangeKind
from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.organisation import Organisation
from generator.model.process import Process
from generator.model.usage import UsageError
from generator.reports.changes.compared import Compared, Demand, Side


def compared_with_issued(root: Path) -> Compared:
    """Every process of the files at hand compared with the version of it that was issued.

    What git does not know of is not compared: without git nothing is.
    """
    examined = examine(root)
    issued = {f"process:{name}": found for name, found in examined.history.issued.items()}
    changes = tuple(change for reference in sorted(issued) for change in issued[reference].changes)
    return Compared(
        side_of(examined),
        changes=changes,
        demands=_demands(changes, examined.loaded.readable, issued),
        issued={reference: found.version for reference, found in issued.items()},
    )


def compared_between(root: Path, base: str, head: str = "") -> Compared:
    """Two versions of the handbook compared.

    Args:
        root: the handbook at hand; its repository has the commits.
        base: a branch, tag, commit or folder. A folder of the same name as a branch is
            written with a dot in front: ``./main``.
        head: the same; the files at hand when it is empty.

    Raises:
        UsageError: when there is no such commit or folder, or no handbook in it.
    """
    with _folder(root, base) as before:
        earlier = _side(load(before), base)
    with _folder(root, head) as after:
        return between(earlier, _side(load(after), head))


def between(before: Side, after: Side) -> Compared:
    """Two sides compared, with what the later one's version policy asks."""
    changes = compare(before.handbook, after.handbook)
    issued = {
        f"process:{name}": Issued(process.document.version, process.changes)
        for name, process in before.handbook.processes.items()
    }
    demands = _demands(changes, after.handbook, issued)
    return Compared(after, before=before, changes=changes, demands=demands)


def side_of(examined: Examined, name: str = "") -> Side:
    """What was examined as one of two sides."""
    return _side(examined.loaded, name)


def _demands(
    changes: Iterable[Change], handbook: Handbook, issued: Mapping[str, Issued]
) -> Mapping[str, Demand]:
    """What the version policy asks, by the reference of each process that changed.

    ``issued`` is what each process was before, by its reference then.
    """
    demands: dict[str, Demand] = {}
    for subject, listed in by_thing(changes).items():
        before = issued.get(earlier_subject(subject, listed)) or issued.get(subject)
        now = handbook.find(subject)
        if before and isinstance(now, Process):
            demand = _demand(now, replace(before, changes=listed), handbook.organisation)
            demands |= {subject: demand} if demand else {}
    return demands


def _demand(process: Process, issued: Issued, organisation: Organisation) -> Demand | None:
    lack = lack_of(process, issued, organisation)
    if lack is None:
        return None
    if lack.case:
        return Demand(lack.case, lack.version, is_met=not lack.is_behind)
    kinds = (ChangeKind.LANGUAGE, ChangeKind.CONTENT)
    either = [lack_of(process, issued, organisation, kind=kind) or lack for kind in kinds]
    return Demand(None, either[0].version, either[1].version)


def _side(loaded: Loaded, name: str) -> Side:
    lost = loaded.findings if loaded.handbook is None else ()
    return Side(
        loaded.readable, name, tuple(item for item in lost if item.severity is Severity.ERROR)
    )


@contextmanager
def _folder(root: Path, given: str) -> Iterator[Path]:
    """The folder of a version of the handbook: one that is there, or one laid out for a while."""
    with ExitStack() as stack:
        yield _handbook(_found(root, given, stack), given)


def _found(root: Path, given: str, stack: ExitStack) -> Path:
    path = Path(given)
    if not given:
        return root
    if given.startswith(".") or path.is_absolute():  # no commit is called so
        return path
    try:
        return stack.enter_context(version(root, given))
    except NoVersionError:
        if path.is_dir():
            return path
        raise


def _handbook(folder: Path, given: str) -> Path:
    """The folder, when there is a handbook in it.

    Raises:
        UsageError: when there is none.
    """
    if not (folder / "organisation").is_dir():
        message = f"{given or folder}: there is no handbook (no folder organisation/)"
        raise UsageError(message)
    return folder
