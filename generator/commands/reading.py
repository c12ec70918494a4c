"""The handbook as commands need it that look at its control, sound or not."""

import sys
from pathlib import Path

from generator.examination import Examined, examine
from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.reports import text_report


def readable(root: Path) -> tuple[Handbook | None, Examined]:
    """The handbook with all that was examined; None when part of it cannot be read, which is told.

    What rules find wrong does not matter here: an approval that is void, for instance, is no
    reason to keep an auditor from the evidence.
    """
    examined = examine(root)
    if examined.loaded.handbook is None:
        errors = (item for item in examined.loaded.findings if item.severity is Severity.ERROR)
        print(text_report(tuple(errors), examined.language), end="", file=sys.stderr)
    return examined.loaded.handbook, examined
