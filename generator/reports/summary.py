"""The last lines of a report for people: how many there are of what."""

from collections.abc import Iterator

from generator.language import Language
from generator.model.finding import Severity
from generator.reports.outcome import Outcome, shown
from generator.wording import visible

_COUNTED = (
    (Severity.ERROR, "errors"),
    (Severity.WARNING, "warnings"),
    (Severity.INFO, "infos"),
)


def summary(outcome: Outcome, language: Language) -> str:
    """One line that counts what counts, and what is suppressed: ``2 errors, 1 warning.``"""
    return ", ".join(_counts(outcome, language)) + "."


def _counts(outcome: Outcome, language: Language) -> Iterator[str]:
    words = language.messages["report"]
    for severity, key in _COUNTED:
        count = sum(finding.severity is severity for finding in outcome.findings)
        if count:
            yield words[key]["one" if count == 1 else "other"].format(count=count)
        elif severity is Severity.ERROR:
            yield words["clean"]
    if outcome.suppressed:
        yield _counted(language, "suppressed", len(outcome.suppressed))


def known_line(outcome: Outcome, language: Language, *, everything: bool) -> str | None:
    """What counts how many findings were there already; None when that is none."""
    count = len(shown(outcome.known, everything=everything))
    if not count:
        return None
    if outcome.base is None:
        return _counted(language, "known", count)
    return _counted(language, "known_in", count, base=visible(outcome.base))


def _counted(language: Language, key: str, count: int, **blanks: str) -> str:
    form = "one" if count == 1 else "other"
    return language.label(f"reports.{key}.{form}", count=count, **blanks)
