"""A run -> GitLab's Code Quality report, which a merge request shows."""

import json

from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.reports.fingerprint import fingerprints
from generator.reports.outcome import Outcome, Sources, Status, shown
from generator.wording import visible, wording

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(
    outcome: Outcome,
    language: Language,
    *,
    sources: Sources,  # noqa: ARG001 - every report is called alike
    everything: bool,
) -> str:
    """Reports a run as Code Quality JSON, what was known already included.

    GitLab compares the fingerprints with those of the target branch itself, and would call
    a known finding resolved when it is left out.

    Returns:
        A list of violations with a line break at the end.
    """
    entries = outcome.entries()
    there = tuple(entry.finding for entry in entries if entry.status is not Status.SUPPRESSED)
    findings = shown(there, everything=everything)
    marked = zip(findings, fingerprints(findings), strict=True)
    violations = [_violation(finding, mark, language) for finding, mark in marked]
    return json.dumps(violations, ensure_ascii=False, indent=2) + "\n"


def _violation(finding: Finding, fingerprint: str, language: Language) -> dict[str, object]:
    said = wording(finding, language)
    return {
        "description": f"{said.message}. {' '.join(said.hints)}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible(finding.position.file, longest=None),
            "lines": {"begin": finding.position.line},
        },
    }
