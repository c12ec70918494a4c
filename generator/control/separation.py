"""Separation of duties: who approves a document is not who wrote it.

ISO 9001:2015, 7.5.2: documents are reviewed and approved for suitability and adequacy. The
people are compared here, and what comes out holds roles and yes or no: no person is published.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from generator.model.identifiers import RoleId

_FORGE_ADDRESS = re.compile(r"(?:\d+[+-])?(?P<account>[^@]+)@users\.noreply\.[^@]+", re.IGNORECASE)
"""The address that a forge gives to who keeps their own private; it holds the account."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who did something, as git knows them after its mailmap."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """What is the same for one person: the address however it is written, else the name."""
        return normalised(self.address) or normalised(self.name)

    @property
    def account(self) -> str | None:
        """The account on a forge, as ``@name``, when the address tells it."""
        found = _FORGE_ADDRESS.fullmatch(self.key)
        return f"@{found['account']}" if found else None


@dataclass(frozen=True, slots=True)
class ApprovalInHistory:
    """What git knows of the approval of a process; roles and booleans only."""

    by: RoleId
    """The role under which it was approved."""
    is_author: bool
    """Whether who approved also wrote part of what is new in it since the approval before."""
    has_role: bool | None = None
    """Whether who approved has that role by the settings; None when those do not tell."""


def separation(
    approver: Identity, authors: Iterable[Identity], by: RoleId, accounts: Collection[str]
) -> ApprovalInHistory:
    """Compares who approved with who wrote, and with who may.

    Args:
        approver: who approved.
        authors: who wrote what is new since the approval before.
        by: the role under which it was approved.
        accounts: the addresses, accounts and teams of that role in the settings.
    """
    is_author = approver.key in {author.key for author in authors}
    return ApprovalInHistory(by, is_author, has_role(approver, accounts))


def has_role(person: Identity, accounts: Collection[str]) -> bool | None:
    """Whether a person is one of the accounts of a role; None when that cannot be told.

    An address is compared with an address, an account with that of a forge's own address.
    Who is in a team is not known here, nor which account belongs to an address of one's own; but
    where a role has addresses and no team, the addresses say who has it, and the accounts beside
    them are for CODEOWNERS.
    """
    entries = {normalised(entry) for entry in accounts}
    if person.key in entries or person.account in entries:
        return True
    if any(not is_account(entry) for entry in entries) and not any("/" in e for e in entries):
        return False
    unknown = (entry for entry in entries if not _tells(person, entry))
    return None if not entries or any(unknown) else False


def is_account(entry: str) -> bool:
    """Whether an entry of the settings is an account or team of a forge: ``@name``."""
    return entry.startswith("@")


def normalised(text: str) -> str:
    """An address, account or name as it is compared: whatever the case and the blanks."""
    return "".join(text.split()).casefold()


def _tells(person: Identity, entry: str) -> bool:
    """Whether it is clear that a person is not behind an account that is not theirs."""
    return person.account is not None and "/" not in entry
