"""What the rules about versions say, beyond their cases."""

from collections.abc import Mapping

import pytest

from generator.control.issued import issued_of
from generator.diff import Change, ChangeKind
from generator.language import LANGUAGES, language
from generator.load import load_texts
from generator.model.finding import Finding
from generator.rules import check
from generator.rules.documents.d103_version_not_raised import reasons
from generator.wording import visible, wording
from small_handbook import FILES, PROCESS

POLICY = """\
version_policy:
  - {when: content, step: "+0.1", case: content, raises: minor}
  - {when: language, step: none, case: language, raises: none}
  - {when: approval, step: "1.0", case: approval, raises: major}
"""
ORGANISATION = "organisation/organisation.yml"
FIRST = FILES[PROCESS].replace("  approved: {by: baker, date: 2029-01-01}\n", "")


def findings(now: str, before: str = FIRST, policy: str = POLICY) -> list[Finding]:
    """What the rules about documents see in a process that was otherwise when it was issued."""
    files: Mapping[str, str] = {**FILES, ORGANISATION: FILES[ORGANISATION] + policy}
    loaded = load_texts({**files, PROCESS: now})
    issued = issued_of(load_texts({**files, PROCESS: before}).readable, loaded.readable)
    found = check(loaded.readable, loaded.positions, issued=issued).findings
    return [item for item in found if item.code.startswith("D1")]


def logged(version: str, kind: str) -> str:
    line = f'changes:\n  - {{version: "{version}", date: 2029-01-01, kind: {kind}, what: x}}\n'
    text = FIRST.replace('version: "0.1"\n  next', f'version: "{version}"\n  next')
    return text.replace("changes:\n", line)


@pytest.mark.parametrize(
    ("version", "kind", "following"),
    [
        ("0.3", "content", "0.2"),
        ("0.2", "language", "0.1"),
        ("0.2", "approval", "1.0"),
        ("2.0", "approval", "1.0"),
    ],
)
def test_the_hint_says_which_version_would_be_right(
    version: str, kind: str, following: str
) -> None:
    found = findings(logged(version, kind))
    assert [item.code for item in found] == ["D104"]
    assert found[0].details["following"] == following
    assert wording(found[0], language("en")).message == f"version {version} cannot follow on 0.1"


@pytest.mark.parametrize(("policy", "following"), [(POLICY, "0.3"), ("", "a higher version")])
def test_a_version_never_goes_back(policy: str, following: str) -> None:
    found = findings(FIRST, before=logged("0.2", "content"), policy=policy)
    assert [(item.code, item.details["following"]) for item in found] == [("D104", following)]


def test_what_went_back_is_not_also_said_to_be_too_low() -> None:
    changed = FIRST.replace("roles: [baker]", "roles: [customer]")
    found = findings(changed, before=logged("0.2", "content"))
    assert [item.code for item in found] == ["D104"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_hint_gives_the_very_lines(code: str) -> None:
    found = findings(FIRST.replace("roles: [baker]", "roles: [customer]"))
    assert [item.code for item in found] == ["D103"]
    (hint,) = wording(found[0], language(code)).hints
    assert 'version: "0.2"' in hint
    assert "'handbook bump bake-bread'" in hint
    found = findings(FIRST.replace("on the shelf", "in the shop"))
    assert [item.code for item in found] == ["D105"]
    (hint,) = wording(found[0], language(code)).hints
    assert "kind: language" in hint
    assert "kind: content" in hint
    assert "handbook bump bake-bread --kind language" in hint


def added(name: str) -> Change:
    return Change(ChangeKind.ADDED, "process:p#s", name, after=name)


def test_as_many_reasons_are_told_as_a_message_shows_whole() -> None:
    one = reasons([added("A")], "en")
    assert one == "Step 'A' is new, as the first"
    several = reasons([added(f"Step {number}") for number in range(30)], "en")
    assert several.count("; ") >= 2
    assert several.endswith(f" (+{30 - several.count('; ') - 1})")
    other = {"field": "Step.explanation", "before": "x" * 200, "after": "y" * 200}
    wide = Change(ChangeKind.REWORDED, "process:p#s", "z" * 200, ("explanation",), **other)
    long = reasons([wide, added("B")], "en")
    assert long.endswith("… (+1)")
    for text in (one, several, long):
        assert visible(text) == text
    assert reasons([added("A"), added("A")], "en") == one
