"""Who approved is compared with who wrote and with who may, and nobody's name comes out."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.control.separation import (
    ApprovalInHistory,
    Identity,
    has_role,
    normalised,
    separation,
)

ANN = Identity("Ann", "ann@example.org")
BOB = Identity("Bob", "bob@example.org")
CAT = Identity("Cat", "12345+cat@users.noreply.github.com")


@pytest.mark.parametrize(
    ("approver", "authors", "is_author"),
    [
        (ANN, [BOB], False),
        (ANN, [BOB, ANN], True),
        (ANN, [], False),
        (Identity("A. Other", "ANN@Example.org "), [ANN], True),
        (Identity("Ann", ""), [Identity("ann", "")], True),
        (Identity("Ann", "ann@elsewhere.example"), [ANN], False),
    ],
)
def test_people_are_one_by_their_address(
    approver: Identity, authors: list[Identity], *, is_author: bool
) -> None:
    assert separation(approver, authors, "baker", ()).is_author is is_author  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("person", "accounts", "expected"),
    [
        pytest.param(ANN, (), None, id="nobody is said to have the role"),
        pytest.param(ANN, ("ann@example.org",), True, id="the address"),
        pytest.param(ANN, (" Ann@EXAMPLE.org",), True, id="the address, written otherwise"),
        pytest.param(BOB, ("ann@example.org",), False, id="another address"),
        pytest.param(BOB, ("ann@example.org", "@org/team"), None, id="a team may hold anybody"),
        pytest.param(BOB, ("ann@example.org", "@ann"), False, id="an account beside an address"),
        pytest.param(BOB, ("@bob",), None, id="whose account is not known"),
        pytest.param(CAT, ("@cat",), True, id="an account that the address tells"),
        pytest.param(CAT, ("@Cat",), True, id="an account has no capitals"),
        pytest.param(CAT, ("@bob",), False, id="another account"),
        pytest.param(CAT, ("@org/cats",), None, id="a team of whom nobody knows"),
    ],
)
def test_who_has_a_role(
    person: Identity, accounts: tuple[str, ...], *, expected: bool | None
) -> None:
    assert has_role(person, accounts) is expected


def test_only_roles_and_booleans_come_out() -> None:
    found = separation(ANN, [BOB], "baker", ("ann@example.org",))  # type: ignore[arg-type]
    assert found == ApprovalInHistory("baker", is_author=False, has_role=True)  # type: ignore[arg-type]
    assert [field.name for field in fields(found)] == ["by", "is_author", "has_role"]
    assert "ann" not in repr(found).lower()


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)
