"""The table of before and after: what changed, in which words, and where."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.diff import Change, ChangeKind, compare, told
from generator.language import language
from tests.diff.cases import cases, handbooks
from tests.diff.mirror import facts, mirrored

CASES = [pytest.param(case, id=name) for name, case in cases()]


def described(change: Change) -> dict[str, Any]:
    """A change as the table has it; what is empty is left out."""
    found = {
        "kind": change.kind.value,
        "subject": change.subject,
        "was": change.was,
        "path": "/".join(map(str, change.path)),
        "touches": sorted(touch.value for touch in change.touches),
        "nl": told(change, language("nl")),
        "en": told(change, language("en")),
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.parametrize("case", CASES)
def test_change_is_found_and_told(case: Mapping[str, Any]) -> None:
    assert [described(change) for change in compare(*handbooks(case))] == case["changes"]


@pytest.mark.parametrize("case", CASES)
def test_other_way_round_is_the_inverse(case: Mapping[str, Any]) -> None:
    before, after = handbooks(case)
    assert facts(compare(after, before)) == mirrored(compare(before, after))


def test_table_is_long_and_has_every_kind() -> None:
    found = [change["kind"] for _, case in cases() for change in case["changes"]]
    assert len(CASES) >= 60
    assert set(found) == set(ChangeKind)
    assert len({name for name, _ in cases()}) == len(CASES)
