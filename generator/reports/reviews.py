"""What is to be reviewed and confirmed, as text for a terminal and as JSON for programs."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.control.reviews import NextReview, Term
from generator.control.suspect import Suspect, by_owner, owners_of
from generator.diff import told
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.wording import visible

FORMAT = "reviews/v1"

_SHOWN = 5
"""How many changes of one thing the text tells before it only counts the others."""


@dataclass(frozen=True)
class ToReview:
    """What is to be done: links to confirm and processes to review, by how near the day is."""

    handbook: Handbook
    language: Language
    suspects: tuple[Suspect, ...]
    calendar: Mapping[Term, tuple[NextReview, ...]]
    is_known: bool = True
    """Whether there is a history to find suspect links in."""


def named(reference: str, handbook: Handbook, language: Language) -> str:
    """A thing in a sentence: ``the role 'customer'``, by its identifier when it is not there."""
    kind, _, rest = reference.partition(":")
    found = handbook.find(reference)
    words: Mapping[str, str] = language.messages["words"]["kind"]
    if found is None:
        return visible(f"{words.get(kind, words['other'])} '{rest or reference}'")
    name = next(
        (value for key in ("name", "title", "term") if (value := getattr(found, key, 0))), rest
    )
    return visible(f"{words[kind]} '{name}'")


def reviews_text(found: ToReview) -> str:
    """The links to confirm by owner with what changed, and then the calendar."""
    return "\n".join([*_suspects(found), "", *_calendar(found), ""])


def reviews_json(found: ToReview) -> str:
    """The same as data: references, identifiers and days; what changed also in words."""
    data = {
        "format": FORMAT,
        "history": found.is_known,
        "suspects": [_suspect_data(item, found) for item in found.suspects],
        "calendar": {term.value: _days(items) for term, items in found.calendar.items()},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _suspects(found: ToReview) -> Iterator[str]:
    label = found.language.label
    if not found.is_known:
        yield label("reviewing.no_history")
    elif not found.suspects:
        yield label("reviewing.no_suspects")
    else:
        yield label("reviewing.suspects", count=len(found.suspects))
    for owner, items in by_owner(found.suspects, found.handbook).items():
        reference = f"role:{owner}"
        who = named(reference, found.handbook, found.language) if owner else ""
        yield from ("", who or label("reviewing.no_owner"))
        for target in dict.fromkeys(item.target for item in items):
            yield from _change([item for item in items if item.target == target], owner, found)


def _change(items: list[Suspect], owner: RoleId | None, found: ToReview) -> Iterator[str]:
    """One thing that changed, what refers to it, and the command that confirms it all."""
    target, label = items[0].target, found.language.label
    yield "  " + label("reviewing.changed", target=named(target, found.handbook, found.language))
    told_of = dict.fromkeys(change for item in items for change in item.changes)
    for change in list(told_of)[:_SHOWN]:
        yield f"    - {visible(told(change, found.language))}"
    if len(told_of) > _SHOWN:
        yield f"    (+{len(told_of) - _SHOWN})"
    yield f"    {label('reviewing.refers')}"
    for item in items:
        yield f"    - {named(item.subject, found.handbook, found.language)}"
    subjects = " ".join(item.subject.removeprefix("process:") for item in items)
    reason = label("reviewing.reason_to_give")
    confirmed_by = f'--by {owner or "..."} --reason "{reason}"'
    yield f"    handbook review {subjects} --target {target} {confirmed_by}"


def _calendar(found: ToReview) -> Iterator[str]:
    label = found.language.label
    yield label("reviewing.calendar" if any(found.calendar.values()) else "reviewing.nothing")
    for term, items in found.calendar.items():
        if items:
            yield f"{label(f'reviewing.terms.{term}')} ({len(items)})"
        for item in items:
            name = visible(found.handbook.processes[item.process].name)
            yield f"  {item.date or '-'!s:<10}  {name} ({item.process})"


def _suspect_data(item: Suspect, found: ToReview) -> dict[str, Any]:
    return {
        "subject": item.subject,
        "target": item.target,
        "owners": list(owners_of(item.subject, found.handbook)),
        "meaning": item.meaning,
        "changes": [told(change, found.language) for change in item.changes],
    }


def _days(items: tuple[NextReview, ...]) -> list[dict[str, str | None]]:
    return [
        {"process": item.process, "date": item.date.isoformat() if item.date else None}
        for item in items
    ]
