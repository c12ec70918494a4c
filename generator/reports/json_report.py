"""A run -> JSON for other programs."""

import json
from collections.abc import Sequence

from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.reports.outcome import Entry, Outcome, Sources
from generator.wording import explain_command, visible, wording


def report(
    outcome: Outcome,
    language: Language,
    *,
    sources: Sources,  # noqa: ARG001 - every report is called alike
    everything: bool,  # noqa: ARG001
) -> str:
    """Reports a run as JSON: every finding, also what is known, suppressed or information.

    Returns:
        ``{"schema": "findings/v1", "base": ..., "counts": {...}, "findings": [...]}`` with a
        line break at the end. The counts are of what counts against the run.
    """
    log = {
        "schema": "findings/v1",
        "base": None if outcome.base is None else visible(outcome.base, longest=None),
        "counts": {
            severity.value: sum(finding.severity is severity for finding in outcome.findings)
            for severity in Severity
        },
        "findings": [_entry(entry, language) for entry in outcome.entries()],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def json_report(findings: Sequence[Finding], language: Language) -> str:
    """Reports findings of which none is known or suppressed as JSON."""
    return report(Outcome(tuple(findings)), language, sources={}, everything=True)


def _entry(entry: Entry, language: Language) -> dict[str, object]:
    finding, suppression = entry.finding, entry.suppression
    said = wording(finding, language)
    shown: dict[str, object] = {
        "file": visible(finding.position.file, longest=None),
        "line": finding.position.line,
        "column": finding.position.column,
        "code": finding.code,
        "name": said.name,
        "severity": finding.severity.value,
        "message": said.message,
        "hints": list(said.hints),
        "subject": visible(finding.subject, longest=None),
        "see": explain_command(finding),
        "status": entry.status.value,
    }
    if suppression:
        shown |= {"reason": visible(suppression.reason), "until": suppression.until}
    return shown
