"""What a changed process lacks, and the lines that give it that."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.control.fingerprint import fingerprint
from generator.control.issued import about, issued_of
from generator.control.raising import (
    MoreThanLanguageError,
    Raising,
    UndeclaredError,
    edits_of,
    lack_of,
    raising_of,
)
from generator.diff import compare
from generator.load import load_texts
from generator.load.in_place import edited
from generator.model.control import ChangeKind
from generator.model.handbook import Handbook
from generator.rules import check
from small_handbook import FILES, PROCESS

POLICY = """\
version_policy:
  - {when: first, step: "0.1", case: first, raises: minor}
  - {when: content, step: "+0.1", case: content, raises: minor}
  - {when: small, step: none, case: small, raises: none}
  - {when: language, step: none, case: language, raises: none}
"""
ON = date(2029, 3, 1)
PLAIN = FILES[PROCESS].replace("  approved: {by: baker, date: 2029-01-01}\n", "")
NAME = "bake-bread"
RAISED = ('version: "0.1"\n  next', 'version: "0.2"\n  next')
LINE = (
    "changes:\n",
    'changes:\n  - {version: "0.2", date: 2029-02-01, kind: content, what: x}\n',
)
SAME = (
    "changes:\n",
    'changes:\n  - {version: "0.1", date: 2029-02-01, kind: language, what: x}\n',
)
ROLE, WORDS = ("roles: [baker]", "roles: [customer]"), ("on the shelf", "in the shop")


def bakery(process: str, policy: str = POLICY) -> Handbook:
    files: Mapping[str, str] = {
        **FILES,
        PROCESS: process,
        "organisation/organisation.yml": FILES["organisation/organisation.yml"] + policy,
    }
    loaded = load_texts(files)
    assert loaded.handbook, loaded.findings
    return loaded.handbook


def changed(text: str, *edits: tuple[str, str]) -> str:
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def raising(
    *edits: tuple[str, str],
    before: str = PLAIN,
    policy: str = POLICY,
    kind: ChangeKind | None = None,
    what: str | None = None,
) -> tuple[Raising | None, str]:
    """What is written, and the text that comes of it."""
    text = changed(before, *edits)
    issued = issued_of(bakery(before, policy), handbook := bakery(text, policy))[NAME]
    process = handbook.processes[NAME]
    found = raising_of(process, issued, handbook.organisation, on=ON, kind=kind, what=what)
    return found, edited(text, edits_of(process, found), path=PROCESS) if found else text


def test_a_change_of_content_raises_the_version_and_proposes_a_line() -> None:
    found, text = raising(ROLE)
    assert found
    assert found.version == "0.2"
    assert found.line
    assert found.line.what == "Step 'Mix dough': role was 'baker', is 'customer'"
    process = bakery(text).processes[NAME]
    assert process.document.version == "0.2"
    assert process.changes[0] == found.line
    assert process.changes[0].date == ON


@pytest.mark.parametrize(
    "edits",
    [
        (),
        (("kind: first", "kind: first"),),
        (ROLE, RAISED, LINE),
        (WORDS, SAME),
        (("goal: Bread on the shelf", "goal: Bread on  the shelf"),),
    ],
    ids=["nothing", "same", "raised by hand", "declared by hand", "blanks"],
)
def test_nothing_is_written_when_nothing_lacks(edits: tuple[tuple[str, str], ...]) -> None:
    assert raising(*edits)[0] is None


def test_what_was_written_is_enough() -> None:
    for edits, kind in (((ROLE,), None), ((WORDS,), ChangeKind.LANGUAGE)):
        found, text = raising(*edits, kind=kind)
        assert found
        after = bakery(text)
        issued = issued_of(bakery(PLAIN), after)
        process = after.processes[NAME]
        assert raising_of(process, issued[NAME], after.organisation, on=ON) is None
        positions = load_texts({}).positions
        codes = {item.code for item in check(after, positions, issued=issued).findings}
        assert not codes & {"D101", "D103", "D104", "D105", "D106", "D111"}


def test_a_version_that_was_raised_by_hand_gets_its_line() -> None:
    found, _ = raising(ROLE, RAISED)
    assert found
    assert (found.version, found.line and found.line.version) == ("0.2", "0.2")


def test_a_line_that_was_written_by_hand_gets_its_version() -> None:
    found, text = raising(ROLE, LINE)
    assert found
    assert found.line is None
    assert bakery(text).processes[NAME].document.version == "0.2"


def test_the_author_has_to_say_what_a_change_of_text_is() -> None:
    with pytest.raises(UndeclaredError):
        raising(WORDS)
    for kind in (ChangeKind.LANGUAGE, ChangeKind.CONTENT):
        found, _ = raising(WORDS, kind=kind, what="Clearer")
        assert found
        assert found.line
        assert (found.version, found.line.kind, found.line.what) == ("0.1", kind, "Clearer")


def test_a_small_change_may_raise_the_version_by_policy() -> None:
    policy = POLICY.replace("case: small, raises: none", "case: small, raises: minor")
    found, _ = raising(WORDS, policy=policy, kind=ChangeKind.CONTENT)
    assert found
    assert found.version == "0.2"


def test_more_than_language_is_not_language() -> None:
    with pytest.raises(MoreThanLanguageError) as told:
        raising(ROLE, WORDS, kind=ChangeKind.LANGUAGE)
    assert [change.kind.value for change in told.value.need.reasons] == ["responsible"]


def test_without_a_policy_nothing_is_demanded() -> None:
    assert raising(ROLE, policy="")[0] is None


APPROVED = changed(
    PLAIN,
    (
        '  version: "0.1"\n',
        '  version: "0.1"\n  status: approved  # at last\n'
        "  approved: {by: baker, date: 2029-01-01, fingerprint: " + "0" * 64 + "}\n"
        "  effective: 2029-01-02\n",
    ),
)


def test_a_changed_process_loses_its_approval() -> None:
    found, text = raising(ROLE, before=APPROVED)
    assert found
    assert found.voids
    document = bakery(text).processes[NAME].document
    assert (document.status.value, document.approved, document.effective) == ("draft", None, None)
    assert "status: draft  # at last" in text


def test_a_void_approval_goes_also_where_the_policy_demands_nothing() -> None:
    found, text = raising(before=APPROVED, policy="")
    assert found
    assert (found.line, found.need) == (None, None)
    assert bakery(text, "").processes[NAME].document.approved is None


def test_an_approval_of_what_is_there_now_stays() -> None:
    now = fingerprint(bakery(changed(PLAIN, ROLE)).processes[NAME])
    found, text = raising(ROLE, before=APPROVED.replace("0" * 64, now))
    assert found
    assert not found.voids
    assert bakery(text).processes[NAME].document.approved


def test_an_approval_of_nobody_knows_what_goes_with_a_change() -> None:
    found, text = raising(ROLE, before=FILES[PROCESS])
    assert found
    assert found.voids
    assert bakery(text).processes[NAME].document.approved is None


@pytest.mark.parametrize(
    ("carried", "behind", "version"),
    [("0.1", True, "0.2"), ("0.2", False, "0.2"), ("1.0", False, "1.0"), ("0.0", True, "0.2")],
)
def test_what_lacks_is_the_lowest_version_that_will_do(
    carried: str, *, behind: bool, version: str
) -> None:
    text = changed(PLAIN, ROLE, ('version: "0.1"\n  next', f'version: "{carried}"\n  next'))
    before, after = bakery(PLAIN), bakery(text)
    lack = lack_of(after.processes[NAME], issued_of(before, after)[NAME], after.organisation)
    assert lack
    assert (lack.is_behind, lack.version) == (behind, version)


def test_what_is_issued_of_a_process_is_about_it_alone() -> None:
    before, after = bakery(PLAIN), bakery(changed(PLAIN, ROLE, WORDS))
    other = compare(before, after)
    assert about(NAME, other) == other
    assert about("bake", other) == ()
    assert issued_of(before, after)[NAME].changes == other
    assert set(issued_of(before, after)) == {NAME}
