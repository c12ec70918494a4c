"""When a process is to be reviewed again, and the record that somebody did so."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.control.suspect import Suspect
from generator.load.yaml_writing import Plain, block
from generator.model.control import Review, Status
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId
from generator.model.process import Process

FILE = "quality/reviews.yml"
"""Where reviews are recorded."""

DUE, SOON = timedelta(days=30), timedelta(days=60)
"""How long before its day a review is due, and how long before that it is soon."""


class Term(StrEnum):
    """How near the next review of a process is."""

    OVERDUE = "overdue"
    """Its day has passed."""
    DUE = "due"
    SOON = "soon"
    LATER = "later"
    OPEN = "open"
    """It has no day."""


@dataclass(frozen=True, slots=True)
class NextReview:
    """The day on which a process is to be reviewed; None when that is open."""

    process: ProcessId
    date: date | None


def next_review(process: Process, handbook: Handbook) -> date | None:
    """The day on which a process is to be reviewed again; None when that is open.

    Its newest review as a whole says so. One that gives no day leaves it to the control
    record, unless the day there has come by then: that is the review that was done.
    """
    newest = newest_review(process.id, handbook)
    day = process.document.next_review
    if newest is None or (newest.next_review is None and day and day > newest.date):
        return day
    return newest.next_review


def newest_review(process: ProcessId, handbook: Handbook) -> Review | None:
    """The newest review of a process as a whole; of one day the last one written down."""
    subject = f"process:{process}"
    found = [
        item for item in handbook.reviews.values() if item.subject == subject and not item.target
    ]
    return max(reversed(found), key=lambda item: item.date, default=None)


def interval(process: Process, handbook: Handbook) -> int | None:
    """After how many months the review policy wants the process reviewed; None when open."""
    rules = handbook.organisation.review_policy
    return next((rule.months for rule in rules if rule.risk is process.document.risk), None)


def after_months(day: date, months: int) -> date:
    """The same day some months later; the last day of the month when it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_reviews(handbook: Handbook) -> tuple[NextReview, ...]:
    """Every process that is not obsolete with its next review, those without a day last."""
    found = (
        NextReview(process.id, next_review(process, handbook))
        for process in handbook.processes.values()
        if process.document.status is not Status.OBSOLETE
    )
    return tuple(
        sorted(found, key=lambda item: (item.date or date.max, not item.date, item.process))
    )


def term(day: date | None, today: date) -> Term:
    """How near a day is."""
    if day is None:
        return Term.OPEN
    if day < today:
        return Term.OVERDUE
    left = day - today
    return Term.DUE if left <= DUE else Term.SOON if left <= SOON else Term.LATER


def calendar(handbook: Handbook, today: date) -> Mapping[Term, tuple[NextReview, ...]]:
    """The next reviews by how near they are, every term in its place, also when it is empty."""
    found: dict[Term, list[NextReview]] = {item: [] for item in Term}
    for item in next_reviews(handbook):
        found[term(item.date, today)].append(item)
    return {near: tuple(items) for near, items in found.items()}


def review_identifier(subject: str, target: str | None, day: date, taken: Iterable[str]) -> str:
    """An identifier for a review that no other has: what was reviewed, for what, and when.

    Args:
        subject: what was reviewed, as a reference.
        target: the thing whose change was looked at, if any.
        day: the day of the review.
        taken: the identifiers that there are.
    """
    names = [_short(part) for part in (subject, target) if part]
    stem = "-".join([*names, day.isoformat()])
    known = set(taken)
    return next(name for name in _numbered(stem) if name not in known)


def confirmation(
    suspect: Suspect, *, by: str, reason: str, day: date, taken: Iterable[str] = ()
) -> Review:
    """A review that confirms a link: what refers still holds with what the other means now.

    Args:
        suspect: the link.
        by: the role that confirms it.
        reason: why nothing has to change.
        day: the day of the review.
        taken: the identifiers of the reviews that there are.

    Raises:
        ValueError: for a reason that is empty or endless.
    """
    subject, target = suspect.subject, suspect.target
    return Review.model_validate(
        {
            "id": review_identifier(subject, target, day, taken),
            "subject": subject,
            "target": target,
            "meaning": suspect.meaning,
            "by": by,
            "reason": reason,
            "date": day,
        }
    )


def periodic_review(
    process: Process,
    *,
    by: str,
    reason: str,
    day: date,
    following: date | None,
    taken: Iterable[str] = (),
) -> Review:
    """A review of a process as a whole.

    Args:
        process: the process.
        by: the role that reviewed it.
        reason: why nothing has to change.
        day: the day of the review.
        following: when the next one is due; None leaves it open.
        taken: the identifiers of the reviews that there are.

    Raises:
        ValueError: for a reason that is empty or endless.
    """
    subject = f"process:{process.id}"
    return Review.model_validate(
        {
            "id": review_identifier(subject, None, day, taken),
            "subject": subject,
            "by": by,
            "reason": reason,
            "next_review": following,
            "date": day,
        }
    )


def following_review(process: Process, handbook: Handbook, day: date) -> date | None:
    """When a process reviewed on a day is due again by the policy; None when that is open."""
    months = interval(process, handbook)
    return after_months(day, months) if months else None


def review_lines(review: Review) -> str:
    """The lines of a review as they stand in the file of reviews, an item of its list."""
    return block([plain(review)])


def lines_to_complete(suspect: Suspect, *, by: str, reason: str, day: str) -> str:
    """The lines of a review that confirms a link, for who has to write them by hand.

    Args:
        suspect: the link.
        by: the role that confirms it, or the words in its place.
        reason: the words in the place of the reason.
        day: the words in the place of the day.
    """
    stem = "-".join(_short(part) for part in (suspect.subject, suspect.target))
    written: Mapping[str, Plain] = {
        "id": f"{stem}-{day}",
        "subject": suspect.subject,
        "target": suspect.target,
        "meaning": suspect.meaning,
        "by": by,
        "reason": reason,
        "date": day,
    }
    return block([written])


def plain(review: Review) -> Mapping[str, Plain]:
    """A review as the file holds it: what was given, in the order of the type."""
    return review.model_dump(exclude_defaults=True)


def _short(reference: str) -> str:
    """The name of a thing, cut so that three of them are an identifier."""
    return reference.rpartition(":")[2].replace("#", "-")[:30].strip("-")


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
