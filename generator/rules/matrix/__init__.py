"""The responsibility matrix."""

from generator.rules.matrix import (
    m101_unknown_code,
    m102_unknown_column,
    m201_nobody_decides,
    m202_many_deciders,
    m203_matrix_differs,
    m204_missing_row,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    m101_unknown_code,
    m102_unknown_column,
    m201_nobody_decides,
    m202_many_deciders,
    m203_matrix_differs,
    m204_missing_row,
)
