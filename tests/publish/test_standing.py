"""What has become of a process of a release: every way in which it can have gone."""

from datetime import date

import pytest

from generator.control.policy import numbers
from generator.diff.change import Change, ChangeKind
from generator.history import Commit, History, IssuedVersion
from generator.history.known import Standing
from generator.model.control import Status
from generator.publish.facts import Facts, ProcessFacts
from generator.publish.standing import (
    KnownVersion,
    known_versions,
    present_names,
    standing,
)

COMMIT = Commit("a" * 40, date(2026, 1, 1))


def process(told: str) -> ProcessFacts:
    """``1.0 approved`` as the facts of a process."""
    version, status = told.split()
    approved = status in ("approved", "withdrawn")
    words = {"withdrawn": Status.OBSOLETE, "void": Status.APPROVED}
    return ProcessFacts("Bake", version, words.get(status) or Status(status), approved)


def known(told: str) -> frozenset[KnownVersion]:
    found = map(process, told.split(", "))
    return frozenset(KnownVersion(numbers(item.version), item.approved) for item in found)


@pytest.mark.parametrize(
    ("then", "now", "others", "expected"),
    [
        ("1.0 approved", "1.0 approved", "1.0 approved", Standing.IN_FORCE),
        ("1.0 approved", "1.1 draft", "1.0 approved, 1.1 draft", Standing.IN_FORCE),
        ("1.0 approved", "1.1 in-review", "1.1 in-review", Standing.IN_FORCE),
        ("1.0 approved", "2.0 approved", "2.0 approved", Standing.REPLACED),
        ("1.0 approved", "2.1 draft", "2.0 approved, 2.1 draft", Standing.REPLACED),
        ("1.9 approved", "1.10 approved", "1.10 approved", Standing.REPLACED),
        ("1.10 approved", "1.10 approved", "1.9 approved", Standing.IN_FORCE),
        ("1.0 approved", "1.0 withdrawn", "1.0 withdrawn", Standing.WITHDRAWN),
        ("1.0 approved", None, "1.0 approved", Standing.WITHDRAWN),
        ("1.0 withdrawn", "1.0 withdrawn", "1.0 withdrawn", Standing.WITHDRAWN),
        ("0.3 obsolete", "0.3 obsolete", "0.3 obsolete", Standing.OLD_CONCEPT),
        ("0.3 obsolete", "0.3 obsolete", "0.2 approved", Standing.WITHDRAWN),
        ("0.3 draft", "0.3 draft", "0.3 draft", Standing.CONCEPT),
        ("0.3 in-review", "0.3 draft", "0.3 draft", Standing.CONCEPT),
        ("0.3 draft", None, "0.3 draft", Standing.CONCEPT),
        ("0.3 draft", "0.4 draft", "0.4 draft", Standing.OLD_CONCEPT),
        ("0.9 draft", "0.10 draft", "0.10 draft", Standing.OLD_CONCEPT),
        ("0.3 draft", "1.0 approved", "1.0 approved", Standing.OLD_CONCEPT),
        ("0.3 draft", "0.3 approved", "0.3 approved", Standing.OLD_CONCEPT),
        ("0.3 draft", "0.3 obsolete", "0.3 obsolete", Standing.OLD_CONCEPT),
        ("1.0 void", "1.0 draft", "1.0 draft", Standing.CONCEPT),
        ("1.0 void", "1.1 draft", "1.1 draft", Standing.OLD_CONCEPT),
    ],
)
def test_what_became_of_it(then: str, now: str | None, others: str, expected: Standing) -> None:
    assert standing(process(then), process(now) if now else None, known(others)) is expected


@pytest.mark.parametrize("then", ["draft", "in-review", "void"])
@pytest.mark.parametrize("now", ["draft", "in-review", "approved", "withdrawn", None])
def test_what_was_never_approved_never_expires_nor_holds(then: str, now: str | None) -> None:
    for version in ("0.2", "0.3", "0.4"):
        today = process(f"{version} {now}") if now else None
        others = known(f"{version} {now or 'draft'}")
        found = standing(process(f"0.3 {then}"), today, others)
        assert found in (Standing.CONCEPT, Standing.OLD_CONCEPT)


def facts(**processes: str) -> Facts:
    found = {name.replace("_", "-"): process(told) for name, told in processes.items()}
    return Facts("Bakery", "en", None, found)


def test_versions_are_known_from_today_the_releases_and_git() -> None:
    issued = (
        IssuedVersion("0.1", Status.DRAFT, COMMIT),
        IssuedVersion("1.0", Status.APPROVED, COMMIT),
    )
    history = History(versions={"bake": issued})
    found = known_versions(facts(bake="2.1 draft"), [facts(bake="2.0 approved")], history)
    assert found == {"bake": known("0.1 draft, 1.0 approved, 2.0 approved, 2.1 draft")}


def test_a_process_is_found_by_its_earlier_names() -> None:
    renamed = Change(ChangeKind.RENAMED, "process:sell-loaves", "Sell", was="process:sell-bread")
    step = Change(ChangeKind.RENAMED, "process:sell-loaves#b", "B", was="process:sell-loaves#a")
    unknown = IssuedVersion("0.1", Status.DRAFT, COMMIT, None)
    issued = (unknown, IssuedVersion("0.2", Status.DRAFT, COMMIT, (renamed, step)))
    history = History(versions={"sell-loaves": issued})
    assert present_names(history) == {"sell-bread": "sell-loaves"}
    found = known_versions(facts(sell_loaves="0.2 draft"), [facts(sell_bread="0.1 draft")], history)
    assert found == {"sell-loaves": known("0.1 draft, 0.2 draft")}


def test_an_earlier_name_that_is_in_use_again_is_its_own() -> None:
    renamed = Change(ChangeKind.RENAMED, "process:b", "B", was="process:a")
    issued = (IssuedVersion("1.1", Status.APPROVED, COMMIT, (renamed,)),)
    again = (IssuedVersion("2.0", Status.APPROVED, COMMIT),)
    history = History(versions={"a": again, "b": issued})
    assert present_names(history) == {}
    found = known_versions(facts(a="2.0 approved", b="1.1 approved"), [], history)
    assert found == {"a": known("2.0 approved"), "b": known("1.1 approved")}
