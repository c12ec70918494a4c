"""Rules about standards: whether every clause is settled, and what covers it is there."""

from generator.rules.rule import Rule
from generator.rules.standards import (
    q101_unknown_clause,
    q102_empty_coverage,
    q103_unsettled_clause,
    q104_uncovered_clause,
    q105_exclusion_without_reason,
    q106_contradicting_coverage,
    q107_letter_without_clause,
    q108_duplicate_clause,
)

RULES: tuple[Rule, ...] = (
    q101_unknown_clause,
    q102_empty_coverage,
    q103_unsettled_clause,
    q104_uncovered_clause,
    q105_exclusion_without_reason,
    q106_contradicting_coverage,
    q107_letter_without_clause,
    q108_duplicate_clause,
)
