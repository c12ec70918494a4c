"""A run -> workflow commands, which GitHub shows beside the changed lines.

GitHub keeps ten errors, ten warnings and ten notices of a step; the log keeps all.
"""

from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.reports.outcome import Outcome, Sources, shown
from generator.reports.summary import known_line, summary
from generator.wording import explain_command, visible, wording

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def report(
    outcome: Outcome,
    language: Language,
    *,
    sources: Sources,  # noqa: ARG001 - every report is called alike
    everything: bool,
) -> str:
    """Reports a run as workflow commands, one a line; what was known already is only counted.

    Returns:
        Lines such as ``::error file=roles.yml,line=4,col=3,title=...::...``, and lines for
        the log that say how many there are.
    """
    findings = shown(outcome.findings, everything=everything)
    lines = [_command(finding, language) for finding in findings]
    if known := known_line(outcome, language, everything=everything):
        lines.append(f"{known}.")
    return "\n".join([*lines, summary(outcome, language)]) + "\n"


def _command(finding: Finding, language: Language) -> str:
    place = finding.position
    said = wording(finding, language)
    see = f"{language.label('reports.see')}: {explain_command(finding)}"
    properties = {
        "file": visible(place.file, longest=None),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{finding.code} {said.name}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join([said.message, *said.hints, see])
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    """Escapes a message: ``escapeData`` in packages/core/src/command.ts of GitHub's toolkit."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escapes the value of a property: ``escapeProperty`` in the same file."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
