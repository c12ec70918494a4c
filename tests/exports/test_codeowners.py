"""CODEOWNERS from the approval policy and the accounts of roles."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.exports.codeowners import codeowners
from generator.language import Language
from generator.model.control import ApprovalRule
from generator.model.handbook import Handbook

ACCOUNTS: Mapping[str, tuple[str, ...]] = {
    "head-librarian": ("@quay/heads", "head@library.example", "not an account"),
    "visitor": ("@desk",),
}
POLICY = "/organisation/organisation.yml"


def lines(handbook: Handbook, english: Language, **options: str) -> list[str]:
    text = codeowners(handbook, ACCOUNTS, english, **options)  # type: ignore[arg-type]
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def with_rules(handbook: Handbook, *rules: dict[str, object]) -> Handbook:
    policy = tuple(ApprovalRule.model_validate({"what": "x", **rule}) for rule in rules)
    organisation = handbook.organisation.model_copy(update={"approval_policy": policy})
    return replace(handbook, organisation=organisation)


def test_who_may_approve_everything_owns_everything(library: Handbook, english: Language) -> None:
    found = lines(library, english)
    assert f"{POLICY} @quay/heads head@library.example" in found
    assert "/processes/lending/lend-book.yml @quay/heads head@library.example" in found
    assert len(found) == 3 + len(library.processes)
    assert found[3:] == sorted(found[3:])


def test_a_rule_for_a_group_holds_for_that_group(library: Handbook, english: Language) -> None:
    handbook = with_rules(library, {"by": ["visitor"], "groups": ["lending"]})
    found = lines(handbook, english)
    assert "/processes/lending/lend-book.yml @desk" in found
    assert not [line for line in found if line.startswith(POLICY)]


def test_without_a_policy_the_owner_approves(library: Handbook, english: Language) -> None:
    process = library.processes["lend-book"]  # type: ignore[index]
    for owner, expected in (("visitor", "@desk"), (None, "")):
        changed = process.model_copy(update={"owner": owner})
        handbook = replace(with_rules(library), processes={changed.id: changed})
        assert lines(handbook, english) == (
            [f"/processes/lending/lend-book.yml {expected}"] if expected else []
        )


def test_without_accounts_there_is_no_text(library: Handbook, english: Language) -> None:
    assert codeowners(library, {}, english) == ""


@pytest.mark.parametrize(
    ("folder", "start"), [("", "/processes/"), ("our docs/#1/", "/our\\ docs/\\#1/processes/")]
)
def test_paths_are_those_of_the_repository(
    library: Handbook, english: Language, folder: str, start: str
) -> None:
    assert lines(library, english, folder=folder)[-1].startswith(start)
