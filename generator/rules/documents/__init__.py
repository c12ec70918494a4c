"""Document control: versions and change logs."""

from generator.rules.documents import (
    d101_version_differs,
    d102_approved_by_nobody,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    d101_version_differs,
    d102_approved_by_nobody,
)
