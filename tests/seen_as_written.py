"""What the rules see of the source as written, held against what people found by hand.

``tests/data/as-written`` is the source encoded literally, contradictions and all; its
``seen.yml`` says of every contradiction and every reported problem which findings see it, or
why no rule can.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeAlias

import yaml
from pydantic import BaseModel, ConfigDict

from generator.load import load
from generator.load.ignores import read_ignores
from generator.load.settings import read_settings
from generator.model.finding import Finding
from generator.model.identifiers import BottleneckId, NoteId, ProcessId
from generator.rules import check

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "tests" / "data" / "as-written"
ACCOUNT = SOURCE / "seen.yml"

_EMPTY = ("O201", "K305")
"""The rules that see a field which only the organisation can fill in."""

Claim: TypeAlias = str
"""Findings by name: ``CODE SUBJECT | detail | detail``, or only a code."""

Counts: TypeAlias = Mapping[str, Mapping[str, int]]


class Sight(StrEnum):
    """How much of something the rules see."""

    SEEN = "seen"
    PARTLY = "partly"
    UNSEEN = "unseen"


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reason(_Value):
    """Why no rule sees something; ``a_rule_could`` when there only is no such rule yet."""

    label: str
    why: str
    a_rule_could: bool = False


class Entry(_Value):
    """What sees a contradiction or a problem: findings, a reason why not, or both in part."""

    findings: tuple[Claim, ...] = ()
    reason: str | None = None
    first_seen_by_a_rule: bool = False

    @property
    def sight(self) -> Sight:
        """How much of it is seen."""
        if not self.findings:
            return Sight.UNSEEN
        return Sight.PARTLY if self.reason else Sight.SEEN


class Judged(_Value):
    """Findings that were judged together, and what was said of them."""

    why: str
    findings: tuple[Claim, ...]


class Group(_Value):
    """The entries of one process, or under another name, by the first part of their id."""

    process: ProcessId | None = None
    name: str | None = None
    prefixes: tuple[str, ...]

    def holds(self, key: str) -> bool:
        """Whether a contradiction or a problem stands under this group."""
        return key.partition("-")[0] in self.prefixes


class RealHandbook(_Value):
    """The findings on the handbook itself that are not true."""

    false_alarms: tuple[Judged, ...] = ()


class Account(_Value):
    """The whole of ``seen.yml``."""

    groups: tuple[Group, ...]
    reasons: Mapping[str, Reason]
    notes: Mapping[NoteId, Entry]
    bottlenecks: Mapping[BottleneckId, Entry]
    unnoticed: tuple[Judged, ...]
    false_alarms: tuple[Judged, ...]
    handbook: RealHandbook
    counts: Counts

    @property
    def entries(self) -> Mapping[str, Entry]:
        """What was said of every contradiction and every problem."""
        return {str(key): entry for key, entry in (*self.notes.items(), *self.bottlenecks.items())}


def read_account() -> Account:
    """What ``seen.yml`` says."""
    return Account.model_validate(yaml.safe_load(ACCOUNT.read_text(encoding="utf-8")))


@cache
def findings(root: Path) -> tuple[Finding, ...]:
    """What the rules see in a handbook, suppressed or not; baseline and history play no part."""
    loaded, (settings, wrong) = load(root), read_settings(root)
    assert not wrong
    ignores = read_ignores(root, set(loaded.readable.files.values()))
    seen = check(loaded.readable, loaded.positions, settings=settings, ignores=ignores)
    found = (*loaded.findings, *seen.findings, *(finding for finding, _ in seen.suppressed))
    return tuple(sorted(found, key=Finding.order))


def named(claim: Claim, among: Sequence[Finding]) -> list[int]:
    """The numbers of the findings that a claim names."""
    head, *details = claim.split(" | ")
    code, _, subject = head.partition(" ")
    return [
        number
        for number, finding in enumerate(among)
        if finding.code == code
        and subject in ("", finding.subject)
        and all(any(piece in told for told in finding.details.values()) for piece in details)
    ]


def all_named(claims: Iterable[Claim], among: Sequence[Finding]) -> set[int]:
    """The numbers of the findings that any of these claims names."""
    return {number for claim in claims for number in named(claim, among)}


def claims_of(said: Iterable[Entry] | Iterable[Judged]) -> list[Claim]:
    """The claims of entries or judgements, in order."""
    return [claim for each in said for claim in each.findings]


def counted(account: Account) -> Counts:
    """The totals that ``seen.yml`` states."""
    among = findings(SOURCE)
    false = len(all_named(claims_of(account.false_alarms), among))
    unnoticed = all_named(claims_of(account.unnoticed), among)
    empty = sum(among[number].code in _EMPTY for number in unnoticed)
    by_people = [
        (key, note) for key, note in account.notes.items() if not note.first_seen_by_a_rule
    ]
    elsewhere = [group for group in account.groups if group.process is None]
    others = [note for key, note in by_people if any(group.holds(key) for group in elsewhere)]
    ours = [note for key, note in by_people if not any(group.holds(key) for group in elsewhere)]
    real = findings(ROOT)
    return {
        "processes": _by_sight(ours),
        "organisation": _by_sight(others),
        "bottlenecks": _by_sight(account.bottlenecks.values()),
        "findings": {
            "all": len(among),
            "claimed": len(all_named(claims_of(account.entries.values()), among)),
            "unnoticed": len(unnoticed) - empty,
            "empty_fields": empty,
            "false_alarms": false,
        },
        "handbook": {
            "false_alarms": len(all_named(claims_of(account.handbook.false_alarms), real))
        },
    }


def _by_sight(entries: Iterable[Entry]) -> Mapping[str, int]:
    found = Counter(entry.sight for entry in entries)
    return {str(sight): found[sight] for sight in Sight}
