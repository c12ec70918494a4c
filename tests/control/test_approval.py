"""Approval: who may give it, what it holds for, and what it writes."""

from dataclasses import replace
from datetime import date

import pytest

from generator.control.approval import (
    approval_edits,
    approved_version,
    entitled,
    holds,
    is_entitled,
    is_void,
)
from generator.control.fingerprint import fingerprint
from generator.load import load_texts
from generator.load.in_place import edited
from generator.model.handbook import Handbook
from generator.model.process import Process
from small_handbook import FILES, PROCESS

POLICY = """\
version_policy:
  - {when: content, step: "+0.1", case: content, raises: minor}
  - {when: approval, step: "1.0", case: approval, raises: major}
"""


def bakery(policy: str = POLICY, process: str = FILES[PROCESS]) -> Handbook:
    files = {**FILES, PROCESS: process}
    given = files["organisation/organisation.yml"]
    if "approval_policy" in policy:
        given = given.partition("approval_policy:")[0]
    files["organisation/organisation.yml"] = given + policy
    files["organisation/roles.yml"] += "- {id: boss, name: boss}\n"
    files["organisation/roles.yml"] += "- {id: board, name: board, kind: group, members: [boss]}\n"
    loaded = load_texts(files)
    assert loaded.handbook, loaded.findings
    return loaded.handbook


def bread(handbook: Handbook) -> Process:
    return next(iter(handbook.processes.values()))


def approved(handbook: Handbook, text: str, **more: date) -> str:
    edits = approval_edits(bread(handbook), handbook, by="baker", on=date(2030, 2, 3), **more)
    return edited(text, edits, path=PROCESS)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("[]", ()),
        ("[{what: all, by: [boss]}]", ("boss",)),
        ("[{what: all, by: [boss, baker]}, {what: more, by: [boss]}]", ("boss", "baker")),
        ("[{what: some, by: [boss], groups: [baking]}]", ("boss",)),
        ("[{what: others, by: [boss], groups: [selling]}]", ()),
        (
            "[{what: all, by: [boss]}, {what: some, by: [baker], groups: [baking]}]",
            ("boss", "baker"),
        ),
    ],
)
def test_who_may_approve(rules: str, expected: tuple[str, ...]) -> None:
    handbook = bakery(f"approval_policy: {rules}\n")
    assert entitled(bread(handbook), handbook.organisation) == expected
    assert is_entitled("boss", bread(handbook), handbook) is bool(expected)
    assert not is_entitled("customer", bread(handbook), handbook)  # nobody may when none is named


def test_who_belongs_to_a_role_that_may_may_too() -> None:
    handbook = bakery("approval_policy: [{what: all, by: [board]}]\n")
    assert is_entitled("boss", bread(handbook), handbook)
    assert not is_entitled("baker", bread(handbook), handbook)


def test_roles_that_hold_each_other_end() -> None:
    handbook = bakery("approval_policy: [{what: all, by: [board]}]\n")
    boss = handbook.roles["boss"].model_copy(update={"members": ("board",)})
    circular = replace(handbook, roles={**handbook.roles, "boss": boss})
    assert not is_entitled("baker", bread(circular), circular)


@pytest.mark.parametrize(
    ("version", "expected"),
    [("0.1", "1.0"), ("0.9", "1.0"), ("1.0", "1.0"), ("1.4", "1.4"), ("2.0", "2.0")],
)
def test_the_first_approval_raises_the_version(version: str, expected: str) -> None:
    handbook = bakery(process=FILES[PROCESS].replace('"0.1"', f'"{version}"'))
    assert approved_version(bread(handbook), handbook.organisation) == expected


def test_without_a_rule_an_approval_keeps_the_version() -> None:
    handbook = bakery("")
    assert approved_version(bread(handbook), handbook.organisation) == "0.1"


def test_what_was_approved_before_keeps_its_version() -> None:
    line = 'changes:\n  - {version: "0.1", date: 2028-12-02, kind: approval, what: x}\n'
    handbook = bakery(process=FILES[PROCESS].replace("changes:\n", line))
    assert approved_version(bread(handbook), handbook.organisation) == "0.1"


def test_an_approval_is_written_and_holds() -> None:
    before = bakery()
    text = approved(before, FILES[PROCESS], effective=date(2030, 3, 1))
    after = bread(bakery(process=text))
    assert after.document.version == "1.0"
    assert after.document.status.value == "approved"
    assert after.document.approved
    assert after.document.approved.by == "baker"
    assert after.document.approved.date == date(2030, 2, 3)
    assert after.document.approved.fingerprint == fingerprint(bread(before))
    assert after.document.effective == date(2030, 3, 1)
    assert after.document.next_review == date(2030, 1, 1)
    newest = after.changes[0]
    assert (newest.version, newest.kind.value) == ("1.0", "approval")
    assert newest.what == "Approved by the role baker."
    assert holds(after)
    assert not is_void(after)


def test_without_a_day_nothing_is_said_of_when_it_holds() -> None:
    after = bread(bakery(process=approved(bakery(), FILES[PROCESS])))
    assert after.document.effective is None


@pytest.mark.parametrize(
    ("old", "new", "void"),
    [
        ("roles: [baker]", "roles: [boss]", True),
        ("Is it brown?", "Is it dark?", True),
        ("goal: Bread on the shelf", "goal: Bread   on the shelf", False),
        ("what: First version", "what: The very first version", False),
        ("next_review: 2030-01-01", "next_review: 2031-01-01", False),
        ('version: "1.0"', 'version: "1.1"', False),
    ],
)
def test_a_change_of_meaning_voids_an_approval(old: str, new: str, *, void: bool) -> None:
    text = approved(bakery(), FILES[PROCESS]).replace(old, new)
    process = bread(bakery(process=text))
    assert is_void(process) is void
    assert holds(process) is not void


def test_an_approval_without_a_fingerprint_is_neither_void_nor_proven() -> None:
    process = bread(bakery())
    assert process.document.approved
    assert not is_void(process)
    assert not holds(process)


def test_a_log_with_the_newest_line_last_gets_its_line_there() -> None:
    text = FILES[PROCESS] + '  - {version: "0.2", date: 2028-12-09, kind: content, what: y}\n'
    handbook = bakery(process=text.replace('version: "0.1"\n  next', 'version: "0.2"\n  next'))
    after = approved(handbook, text)
    assert bread(bakery(process=after)).changes[-1].kind.value == "approval"
