"""The version policy applied: what changes demand, and which version comes next.

A policy is data of the organisation (`PolicyRule`). What it has no rule for, it does not
demand. ISO 9001:2015, 7.5.3.2 c: changes of documents are controlled, by their version.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from generator.diff import Change, Nature, told
from generator.language import Language
from generator.model import control
from generator.model.control import ChangeKind, PolicyRule, Raise, VersionCase
from generator.model.identifiers import Version

BEFORE_THE_FIRST = "0.0"
"""What the first version of a document is raised from."""

_TOLD = 3
"""How many changes a proposed line of the change log tells."""
_VERSION: TypeAdapter[Version] = TypeAdapter(Version)
_DECLARED = (VersionCase.LANGUAGE, VersionCase.SMALL)
"""What a change of text is by the word of its author."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a set of changes demands of a document."""

    case: VersionCase
    """``CONTENT``, or ``LANGUAGE`` when the author has to say whether it is that or ``SMALL``."""
    reasons: tuple[Change, ...]
    """The changes that make it so, in the order in which they were found."""


def needed(changes: Iterable[Change], policy: Sequence[PolicyRule]) -> Need | None:
    """What changes demand: a raise for content, a word of the author for other text.

    Structure decides itself, and so does text that touches a number, a time, a negation, must
    or may, a role, a system or a state. A change of origin or of the control record demands
    nothing, and neither does one that the policy has no rule for.

    Args:
        changes: what was found between what was issued and what is at hand.
        policy: the organisation's rules.
    """
    found = tuple(changes)
    content = tuple(change for change in found if is_content(change))
    text = tuple(change for change in found if change.kind.nature is Nature.TEXT)
    if content and _rules(policy, VersionCase.CONTENT):
        return Need(VersionCase.CONTENT, content)
    plain = tuple(change for change in text if not change.touches)
    if plain and any(_rules(policy, case) for case in _DECLARED):
        return Need(VersionCase.LANGUAGE, plain)
    return None


def is_content(change: Change) -> bool:
    """Whether a change is of the content, whatever its author says of it."""
    nature = change.kind.nature
    return nature is Nature.STRUCTURE or (nature is Nature.TEXT and bool(change.touches))


def declared(need: Need, lines: Iterable[control.Change]) -> VersionCase | None:
    """Which case of the policy a need comes to, with what the author says in new lines of the log.

    Returns:
        None when the author has to say what kind of change it is and does not.
    """
    if need.case is VersionCase.CONTENT:
        return need.case
    kinds = {line.kind for line in lines}
    if ChangeKind.CONTENT in kinds:
        return VersionCase.SMALL
    return VersionCase.LANGUAGE if ChangeKind.LANGUAGE in kinds else None


def next_versions(
    version: Version, policy: Iterable[PolicyRule], case: VersionCase
) -> tuple[Version, ...]:
    """The versions that the policy lets follow on a version in some case.

    Args:
        version: what it is now, `BEFORE_THE_FIRST` for a document that is new.
        policy: the organisation's rules.
        case: what happens to the document.

    Returns:
        One for each way in which the rules of the case raise it, the one to propose first;
        none when there is no such rule.
    """
    found = (raised(version, rule.raises) for rule in _rules(policy, case) if rule.raises)
    return tuple(dict.fromkeys(found))


def raised(version: Version, by: Raise) -> Version:
    """A version raised: ``0.9`` by a minor step is ``0.10``, by a major one ``1.0``."""
    major, minor = numbers(version)
    match by:
        case Raise.NONE:
            return version
        case Raise.MINOR:
            return _VERSION.validate_python(f"{major}.{minor + 1}")
        case Raise.MAJOR:
            return _VERSION.validate_python(f"{major + 1}.0")


def first_versions(policy: Iterable[PolicyRule]) -> tuple[Version, ...]:
    """The versions with which a document may begin; none when the policy does not say."""
    start = _VERSION.validate_python(BEFORE_THE_FIRST)
    found = next_versions(start, policy, VersionCase.FIRST)
    return tuple(version for version in found if version != start)


def numbers(version: str) -> tuple[int, int]:
    """The two numbers of a version, by which versions are in order: 0.10 comes after 0.9."""
    major, _, minor = version.partition(".")
    return int(major), int(minor)


def proposed_line(changes: Collection[Change], language: Language) -> str:
    """What the change log can say about changes: the first ones in words, and how many more."""
    sentences = list(dict.fromkeys(told(change, language) for change in changes))
    text = "; ".join(sentences[:_TOLD])
    left = len(sentences) - _TOLD
    return text + (language.label("policy.more", count=left) if left > 0 else "")


def _rules(policy: Iterable[PolicyRule], case: VersionCase) -> tuple[PolicyRule, ...]:
    return tuple(rule for rule in policy if rule.case is case and rule.raises)
