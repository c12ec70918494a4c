"""A run -> text for people, with the line of the file under each message."""

from collections.abc import Iterable, Iterator

from generator.language import Language
from generator.model.finding import Finding
from generator.reports.excerpt import excerpt
from generator.reports.outcome import Outcome, Sources, shown
from generator.reports.summary import known_line, summary
from generator.reports.text import advice, headline


def report(outcome: Outcome, language: Language, *, sources: Sources, everything: bool) -> str:
    """Reports a run as text with the places; what was known already comes first, apart.

    Args:
        outcome: what the run has to tell.
        language: the language of the messages.
        sources: the texts of the files.
        everything: also show what is only for information, instead of counting it.

    Returns:
        A block a finding, with a caret under the spot, and a line that sums up.
    """
    findings = shown(outcome.findings, everything=everything)
    lines: list[str] = []
    if heading := known_line(outcome, language, everything=everything):
        known = shown(outcome.known, everything=everything)
        new = language.label("reports.new")
        lines += [f"{heading}:", "", *_blocks(known, language, sources), f"{new}:", ""]
    lines += _blocks(findings, language, sources)
    return "\n".join([*lines, summary(outcome, language)]) + "\n"


def _blocks(findings: Iterable[Finding], language: Language, sources: Sources) -> Iterator[str]:
    for finding in findings:
        yield headline(finding, language)
        yield from excerpt(finding.position, sources)
        yield from advice(finding, language)
        yield ""
