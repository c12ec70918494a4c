"""The account of the source that the handbook was made from."""

from generator.rules.rule import Rule
from generator.rules.source import (
    d201_decision_resolved,
    d202_unresolved_note,
    d203_source_gap,
    d204_source_overlap,
    d205_source_end,
    d206_unexplained_range,
)

RULES: tuple[Rule, ...] = (
    d201_decision_resolved,
    d202_unresolved_note,
    d203_source_gap,
    d204_source_overlap,
    d205_source_end,
    d206_unexplained_range,
)
