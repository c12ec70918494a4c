"""Findings -> JSON for other programs."""

import json
from collections.abc import Sequence

from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.reports.wording import visible, wording


def json_report(findings: Sequence[Finding], language: Language) -> str:
    """Reports findings as JSON, those for information included.

    Returns:
        ``{"schema": "findings/v1", "counts": {...}, "findings": [...]}`` with a line break
        at the end.
    """
    report = {
        "schema": "findings/v1",
        "counts": {
            severity.value: sum(finding.severity is severity for finding in findings)
            for severity in Severity
        },
        "findings": [_entry(finding, language) for finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, language: Language) -> dict[str, object]:
    said = wording(finding, language)
    return {
        "file": visible(finding.position.file),
        "line": finding.position.line,
        "column": finding.position.column,
        "code": finding.code,
        "name": said.name,
        "severity": finding.severity.value,
        "message": said.message,
        "hints": list(said.hints),
    }
