"""The invented library and the smallest handbook, as what pages are made from."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.addresses import Addresses
from generator.control.issued import Issued
from generator.control.suspect import Suspect
from generator.diagrams import diagrams_of
from generator.diff import Change, compare
from generator.history import Commit, History, HistoryState, IssuedVersion
from generator.language import Language, language
from generator.load import load
from generator.model.control import Status
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, RoleId, StepId, Version
from generator.model.process import Process
from generator.pages.page import Site
from small_handbook import write


@pytest.fixture(scope="session")
def site(library: Handbook, english: Language, library_addresses: Addresses) -> Site:
    """What the library's pages are made from."""
    diagrams = diagrams_of(library, english, library_addresses)
    return Site(library, english, library_addresses, diagrams)


@pytest.fixture(scope="session")
def bakery_pages(tmp_path_factory: pytest.TempPathFactory, english: Language) -> Site:
    """What the bakery's pages are made from: two steps, one of everything, no diagrams."""
    root: Path = write(tmp_path_factory.mktemp("bakery"))
    handbook = load(root).handbook
    assert handbook is not None
    return Site(handbook, english, Addresses(handbook, english), {})


@pytest.fixture(scope="session")
def dutch_site(library: Handbook) -> Site:
    """The same library with everything around its own words in Dutch, without diagrams."""
    organisation = library.organisation.model_copy(update={"language": "nl"})
    handbook = replace(library, organisation=organisation)
    words = language("nl")
    return Site(handbook, words, Addresses(handbook, words), {})


def _commit(digit: str, day: date) -> Commit:
    return Commit(digit * 40, day)


def _of_process(found: Iterable[Change], process: str) -> tuple[Change, ...]:
    return tuple(item for item in found if item.subject.partition("#")[0] == f"process:{process}")


def _as_it_was(process: Process) -> Process:
    """Lend a book before version 1.1: the desk was asked by telephone, and answered later."""
    first, *others = process.steps
    earlier = first.model_copy(
        update={
            "roles": (RoleId("head-librarian"),),
            "explanation": "The head librarian may note the title.",
        }
    )
    steps = (earlier, *(step for step in others if step.id != StepId("lend")))
    return process.model_copy(update={"steps": steps, "goal": "Readers read"})


@pytest.fixture(scope="session")
def past(library: Handbook) -> History:
    """A whole history of the library, made by hand.

    Lend a book: 1.0 was approved, 1.1 too. Buy a book: 0.2 has no line in the change log, and
    its file was changed after 0.3. Weed the shelves is in the change log only.
    """
    lend = library.processes[ProcessId("lend-book")]
    buy = library.processes[ProcessId("buy-book")]
    before = replace(library, processes={**library.processes, lend.id: _as_it_was(lend)})
    lent = _of_process(compare(before, library), lend.id)
    dear = buy.model_copy(update={"goal": "Every shelf is full"})
    since = compare(replace(library, processes={**library.processes, buy.id: dear}), library)
    first, second, third = (
        _commit(digit, date(2026, 3, day)) for digit, day in (("a", 1), ("b", 2), ("c", 3))
    )
    return History(
        state=HistoryState.WHOLE,
        head=third,
        versions={
            lend.id: (
                IssuedVersion(Version("1.0"), Status.APPROVED, first),
                IssuedVersion(
                    Version("1.1"), Status.APPROVED, second, lent, (RoleId("librarian"),)
                ),
            ),
            buy.id: (
                IssuedVersion(Version("0.2"), Status.DRAFT, first),
                IssuedVersion(Version("0.3"), Status.DRAFT, second, None),
            ),
        },
        issued={
            lend.id: Issued(Version("1.1"), lend.changes),
            buy.id: Issued(Version("0.3"), buy.changes, _of_process(since, buy.id)),
        },
        suspects=(
            Suspect("kpi:lb-loans", "process:lend-book", "1" * 64, lent),
            Suspect("process:buy-book", "process:lend-book", "1" * 64, lent),
        ),
    )


@pytest.fixture(scope="session")
def site_with_past(site: Site, past: History) -> Site:
    """What the library's pages are made from, with a history."""
    return replace(site, history=past)
