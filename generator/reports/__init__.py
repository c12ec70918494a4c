"""What a run has to tell -> text, or data for other programs: one module a format."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from generator.language import Language
from generator.reports import full, github, gitlab, sarif, text
from generator.reports.json_report import json_report
from generator.reports.json_report import report as report_as_json
from generator.reports.outcome import Outcome, Sources, Suppression
from generator.reports.text import text_report

__all__ = [
    "REPORTS",
    "Outcome",
    "Report",
    "Sources",
    "Suppression",
    "json_report",
    "text_report",
]


class Report(Protocol):
    """One format."""

    def __call__(
        self, outcome: Outcome, language: Language, *, sources: Sources, everything: bool
    ) -> str:
        """Reports a run.

        Args:
            outcome: what the run has to tell.
            language: the language of the messages.
            sources: the texts of the files that findings are about.
            everything: also show what is only for information, where the format leaves it out.

        Returns:
            The report, with a line break at the end.
        """


REPORTS: Mapping[str, Report] = MappingProxyType(
    {
        "text": text.report,
        "full": full.report,
        "json": report_as_json,
        "github": github.report,
        "gitlab": gitlab.report,
        "sarif": sarif.report,
    }
)
"""The formats by name."""
