"""A run -> text for people: place, code, message, hints, and a line that sums up."""

from collections.abc import Iterator, Sequence

from generator.language import Language
from generator.model.finding import Finding
from generator.reports.outcome import Outcome, Sources, shown
from generator.reports.summary import known_line, summary
from generator.wording import explain_command, visible, wording


def report(
    outcome: Outcome,
    language: Language,
    *,
    sources: Sources,  # noqa: ARG001 - every report is called alike
    everything: bool,
) -> str:
    """Reports a run as text; of what was known already only how many there are.

    Args:
        outcome: what the run has to tell.
        language: the language of the messages.
        sources: not used.
        everything: also show what is only for information, instead of counting it.

    Returns:
        Lines such as ``roles.yml:4:3: S201 error: ...``, with a line break at the end.
    """
    findings = shown(outcome.findings, everything=everything)
    lines = [line for finding in findings for line in _lines(finding, language)]
    if known := known_line(outcome, language, everything=everything):
        lines.append(f"{known}.")
    return "\n".join([*lines, summary(outcome, language)]) + "\n"


def text_report(
    findings: Sequence[Finding], language: Language, *, everything: bool = False
) -> str:
    """Reports findings of which none is known or suppressed as text."""
    return report(Outcome(tuple(findings)), language, sources={}, everything=everything)


def headline(finding: Finding, language: Language) -> str:
    """Where it is and what is wrong: ``roles.yml:4:3: S201 error: ...``."""
    place = finding.position
    severity = language.messages["report"][finding.severity.value]
    message = wording(finding, language).message
    file = visible(place.file, longest=None)
    return f"{file}:{place.line}:{place.column}: {finding.code} {severity}: {message}"


def advice(finding: Finding, language: Language) -> Iterator[str]:
    """What to do about it: a line for each hint, and how to read more."""
    for hint in wording(finding, language).hints:
        yield f"  {language.messages['report']['hint']}: {hint}"
    yield f"  {language.label('reports.see')}: {explain_command(finding)}"


def _lines(finding: Finding, language: Language) -> Iterator[str]:
    yield headline(finding, language)
    yield from advice(finding, language)
