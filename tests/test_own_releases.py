"""The releases of the handbook in this repository: real states, with real changes between them."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from generator.diff import Change, Nature, compare
from generator.load import load
from generator.load.git import NoVersionError, version
from generator.model.control import Status
from generator.model.handbook import Handbook

ROOT = Path(__file__).parent.parent


def released() -> dict[str, Handbook]:
    """The handbook of every release, the oldest first."""
    found = {}
    for release in load(ROOT).handbook.releases.values():
        with version(ROOT, release.commit) as folder:
            loaded = load(folder)
        assert not loaded.handbook.unread, release.id
        assert loaded.findings == (), release.id
        found[str(release.id)] = loaded.handbook
    return found


@pytest.fixture(scope="module")
def releases() -> dict[str, Handbook]:
    try:
        return released()
    except NoVersionError as error:
        pytest.skip(f"the history of this repository is not here: {error}")


def numbers(handbook: Handbook) -> dict[str, tuple[int, ...]]:
    """The version of every process, as numbers that can be compared."""
    return {
        str(process.id): tuple(map(int, process.document.version.split(".")))
        for process in handbook.processes.values()
    }


def content(changes: tuple[Change, ...]) -> set[str]:
    """The processes of which more changed than the control record and the source."""
    return {
        change.subject.removeprefix("process:").partition("#")[0]
        for change in changes
        if change.subject.startswith("process:")
        and change.kind.nature in (Nature.STRUCTURE, Nature.TEXT)
    }


def test_the_first_release_has_the_first_version_of_every_process(
    releases: dict[str, Handbook],
) -> None:
    first, *_, last = releases.values()
    assert set(numbers(first).values()) == {(0, 1)}
    assert numbers(first).keys() == numbers(last).keys()


def test_every_process_with_a_new_version_changed_and_no_version_went_back(
    releases: dict[str, Handbook],
) -> None:
    for before, after in pairwise(releases.values()):
        earlier, later = numbers(before), numbers(after)
        raised = {name for name in earlier if later[name] > earlier[name]}
        assert raised
        assert all(later[name] == earlier[name] for name in earlier.keys() - raised)
        assert raised <= content(compare(before, after))


def test_every_version_up_to_the_last_release_is_in_one(releases: dict[str, Handbook]) -> None:
    *_, last = releases.values()
    for process in last.processes.values():
        shown = {handbook.processes[process.id].document.version for handbook in releases.values()}
        assert {change.version for change in process.changes} == shown, process.id


def test_nothing_in_a_release_was_ever_approved(releases: dict[str, Handbook]) -> None:
    states = {
        (process.document.status, process.document.approved)
        for handbook in releases.values()
        for process in handbook.processes.values()
    }
    assert states == {(Status.DRAFT, None)}


def test_a_release_is_a_commit_of_the_main_line_on_the_day_it_was_made(
    releases: dict[str, Handbook],
) -> None:
    log = ("git", "-C", str(ROOT), "log", "--first-parent", "--format=%H %cs")
    done = subprocess.run(log, capture_output=True, text=True, check=True)
    days = dict(line.split() for line in done.stdout.splitlines())
    listed = [item for item in load(ROOT).handbook.releases.values() if item.id in releases]
    assert [days.get(item.commit) for item in listed] == [item.date.isoformat() for item in listed]
    places = [list(days).index(item.commit) for item in listed]
    assert places == sorted(places, reverse=True)
