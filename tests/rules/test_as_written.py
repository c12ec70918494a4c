"""What ``seen.yml`` says the rules see of the source as written is what they see now."""

import pytest

from generator.load import load
from generator.model.handbook import Handbook
from tests.as_written import PAGE, page
from tests.seen_as_written import (
    ROOT,
    SOURCE,
    Account,
    all_named,
    claims_of,
    counted,
    findings,
    named,
    read_account,
)


@pytest.fixture(scope="module")
def account() -> Account:
    return read_account()


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(ROOT).readable


def test_every_contradiction_and_problem_has_an_entry(account: Account, handbook: Handbook) -> None:
    assert set(account.notes) == set(handbook.notes)
    assert set(account.bottlenecks) == set(handbook.bottlenecks)


def test_every_entry_has_findings_or_a_reason_and_stands_under_a_process(account: Account) -> None:
    prefixes = [prefix for group in account.groups for prefix in group.prefixes]
    assert len(prefixes) == len(set(prefixes))
    for key, entry in account.entries.items():
        assert entry.findings or entry.reason, key
        assert len(entry.findings) == len(set(entry.findings)), key
        assert key.partition("-")[0] in prefixes, key


def test_every_reason_is_explained_and_used(account: Account) -> None:
    used = {entry.reason for entry in account.entries.values() if entry.reason}
    assert used == set(account.reasons)


def test_every_claimed_finding_is_there(account: Account) -> None:
    among = findings(SOURCE)
    judged = (*account.unnoticed, *account.false_alarms)
    claims = claims_of(account.entries.values()) + claims_of(judged)
    assert [claim for claim in claims if not named(claim, among)] == []


def test_every_finding_is_claimed_or_judged_and_not_both(account: Account) -> None:
    among = findings(SOURCE)
    claimed = all_named(claims_of(account.entries.values()), among)
    unnoticed = all_named(claims_of(account.unnoticed), among)
    false = all_named(claims_of(account.false_alarms), among)
    rest = set(range(len(among))) - claimed - unnoticed - false
    assert [among[number].identity for number in sorted(rest)] == []
    twice = (claimed & unnoticed) | (claimed & false) | (unnoticed & false)
    assert [among[number].identity for number in sorted(twice)] == []


def test_false_alarms_on_the_handbook_are_still_there(account: Account) -> None:
    claims = claims_of(account.handbook.false_alarms)
    assert [claim for claim in claims if not named(claim, findings(ROOT))] == []


def test_totals_are_those_that_are_stated(account: Account) -> None:
    assert account.counts == counted(account)


def test_the_page_is_the_one_that_the_program_writes(account: Account, handbook: Handbook) -> None:
    """``python -m tests.as_written`` writes it."""
    assert PAGE.read_text(encoding="utf-8") == page(account, handbook)
