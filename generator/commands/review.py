"""``handbook review``: what is to be confirmed and reviewed, and the record that it was."""

import argparse
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.reading import readable
from generator.control.reviews import (
    FILE,
    Term,
    calendar,
    confirmation,
    following_review,
    periodic_review,
    plain,
    review_lines,
)
from generator.control.suspect import Suspect, owners_of
from generator.examination import Examined
from generator.history import HistoryState
from generator.language import Language
from generator.load.in_place import CannotEditError, Insert, edited
from generator.load.yaml_source import read_yaml
from generator.model.control import Review
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.usage import UsageError
from generator.reports.reviews import ToReview, named, reviews_json, reviews_text

HELP = "what is to be confirmed and reviewed, or the record that it was"

_REPORTS = {"text": reviews_text, "json": reviews_json}
_RECORDING = ("by", "reason", "target", "next", "print")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "subjects", nargs="*", metavar="PROCESS", help="what was reviewed; without any, a list"
    )
    parser.add_argument("--by", metavar="ROLE", help="the role that reviewed it: its owner")
    parser.add_argument("--reason", metavar="TEXT", help="why nothing has to change")
    parser.add_argument("--target", metavar="REF", help="only what it says of this: role:customer")
    parser.add_argument(
        "--next", metavar="DATE", type=date.fromisoformat, help="default: by the review policy"
    )
    parser.add_argument("--print", action="store_true", help="print the lines, write nothing")
    parser.add_argument("--today", metavar="DATE", type=date.fromisoformat, help="default: today")
    parser.add_argument("--format", choices=tuple(_REPORTS), default="text")
    parser.add_argument("--output", metavar="FILE", help="write the list to a file")
    parser.add_argument(
        "--fail-on", action="append", choices=("overdue", "suspect"), default=[], help="exit code 1"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Lists, or records."""
    today = options.today or datetime.now(tz=UTC).date()
    handbook, examined = readable(root)
    if handbook is None:
        return FINDINGS
    if not options.subjects:
        return _list(handbook, examined, options, today)
    reviews = _Recording(handbook, examined, options, today).reviews()
    lines, language = "".join(map(review_lines, reviews)), examined.language
    if not options.print:
        _append(root, reviews, language)
    print(language.label(f"reviewing.{'not_' if options.print else ''}written", path=FILE))
    print(f"\n{lines}\n{language.label('reviewing.commit')}")
    return CLEAN


def _list(handbook: Handbook, examined: Examined, options: argparse.Namespace, today: date) -> int:
    language = examined.language
    if any(getattr(options, name) for name in _RECORDING):
        raise UsageError(language.label("reviewing.alone"))
    found = ToReview(
        handbook,
        language,
        examined.history.suspects,
        calendar(handbook, today),
        is_known=examined.history.state is not HistoryState.NONE,
    )
    write(_REPORTS[options.format](found), options.output)
    fails = {"overdue": bool(found.calendar[Term.OVERDUE]), "suspect": bool(found.suspects)}
    return FINDINGS if any(fails[kind] for kind in options.fail_on) else CLEAN


class _Recording:
    """The making of reviews: everything that is named has to be there."""

    def __init__(
        self, handbook: Handbook, examined: Examined, options: argparse.Namespace, today: date
    ) -> None:
        self._handbook, self._options, self._today = handbook, options, today
        self._suspects = examined.history.suspects
        self._language = examined.language

    def reviews(self) -> tuple[Review, ...]:
        """The reviews that were asked for, one for each thing that was reviewed.

        Raises:
            UsageError: when one of them cannot be recorded; its text says why.
        """
        made: list[Review] = []
        for given in dict.fromkeys(self._options.subjects):
            subject = given if ":" in given else f"process:{given}"
            found = self._known(subject)
            if not self._options.by or not self._options.reason:
                self._refuse("missing")
            self._may_review(subject)
            taken = (*self._handbook.reviews, *(review.id for review in made))
            make = self._confirmed if self._options.target else self._reviewed
            try:
                made.append(make(subject, found, taken))
            except ValueError as error:
                raise UsageError(self._language.label("reviewing.reason")) from error
        return tuple(made)

    def _confirmed(self, subject: str, _: object, taken: Iterable[str]) -> Review:
        if self._options.next:
            self._refuse("next_target")
        return confirmation(
            self._suspect(subject, self._options.target),
            by=self._options.by,
            reason=self._options.reason,
            day=self._today,
            taken=taken,
        )

    def _reviewed(self, _: str, process: object, taken: Iterable[str]) -> Review:
        if not isinstance(process, Process):
            self._refuse("whole")
        following = self._options.next or following_review(process, self._handbook, self._today)
        risk = process.document.risk
        word = "next" if following else "no_rule" if risk else "no_risk"
        self._tell(word, name=process.name, date=following, risk=risk)
        return periodic_review(
            process,
            by=self._options.by,
            reason=self._options.reason,
            day=self._today,
            following=following,
            taken=taken,
        )

    def _known(self, reference: str) -> object:
        """What a reference points at."""
        found = self._handbook.find(reference)
        if found is None:
            kind, _, identifier = reference.partition(":")
            guess = nearest(identifier, tuple(self._handbook.entities.get(kind, ())))
            self._refuse("guess" if guess else "unknown", reference=reference, **guess)
        return found

    def _may_review(self, reference: str) -> None:
        """The role has to be that of an owner, when the owner is known."""
        self._known(f"role:{self._options.by}")
        owners = owners_of(reference, self._handbook)
        subject = self._named(reference)
        if not owners:
            self._tell("any_role", subject=subject)
        elif self._options.by not in owners:
            role = self._named(f"role:{self._options.by}")
            owner = ", ".join(self._named(f"role:{name}") for name in owners)
            self._refuse("not_owner", role=role, subject=subject, owner=owner)

    def _suspect(self, subject: str, target: str) -> Suspect:
        self._known(target)
        link = (subject, target)
        found = next((it for it in self._suspects if (it.subject, it.target) == link), None)
        if found is None:
            names = {"subject": self._named(subject), "target": self._named(target)}
            self._refuse("not_suspect", **names)
        return found

    def _named(self, reference: str) -> str:
        return named(reference, self._handbook, self._language)

    def _tell(self, word: str, **blanks: object) -> None:
        print(self._language.label(f"reviewing.{word}", **blanks))

    def _refuse(self, word: str, **blanks: object) -> NoReturn:
        raise UsageError(self._language.label(f"reviewing.{word}", **blanks))


def _append(root: Path, reviews: Iterable[Review], language: Language) -> None:
    """Writes reviews at the end of the file, which keeps its layout."""
    path = root / FILE
    try:
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        for review in reviews:
            text = with_review(text, review)
    except (CannotEditError, UnicodeDecodeError) as error:
        lines = "".join(map(review_lines, reviews)).rstrip()
        raise UsageError(language.label("reviewing.by_hand", path=FILE, lines=lines)) from error
    path.parent.mkdir(exist_ok=True)
    write(text, path)


def with_review(text: str, review: Review) -> str:
    """The text of the file of reviews with one more at its end.

    Raises:
        CannotEditError: when its layout does not show where that is.
    """
    node, findings = read_yaml(text, FILE)
    if node is None or not node.value:
        start = text if not text or text.endswith("\n") else f"{text}\n"
        after = start + review_lines(review)
        if read_yaml(after, FILE)[1]:
            raise CannotEditError(FILE)
        return after
    if findings or not isinstance(node.value, list):
        raise CannotEditError(FILE)
    try:
        return edited(text, [Insert((), plain(review), at_end=True)], path=FILE)
    except IndexError as error:  # what cannot be edited is named by its key: this list has none
        raise CannotEditError(FILE) from error
