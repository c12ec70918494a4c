"""The handbook as commands need it: sound, or with its errors told."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.console import say
from generator.examination import Examined, examine
from generator.model.finding import Severity
from generator.reports import text_report

if TYPE_CHECKING:
    from generator.pipeline import Prepared


def prepared(root: Path) -> "tuple[Prepared | None, Examined]":
    """Everything of a site but the building; None when errors stand in the way, which are told."""
    from generator.pipeline import prepare  # noqa: PLC0415 - a check makes no pages

    examined = examine(root)
    if not is_sound(examined):
        return None, examined
    say(examined.language, "preparing")
    return prepare(examined), examined


def is_sound(examined: Examined) -> bool:
    """Whether nothing stands in the way of publication; what does is told."""
    if not examined.sound:
        errors = tuple(item for item in examined.findings if item.severity is Severity.ERROR)
        print(text_report(errors, examined.language), end="", file=sys.stderr)
        say(examined.language, "failed")
    return examined.sound
