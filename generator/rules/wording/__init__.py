"""The running text, held against the structure."""

from generator.rules.rule import Rule
from generator.rules.wording import (
    t101_unnamed_role,
    t102_unnamed_system,
    t103_other_process_named,
    t104_step_by_number,
    t105_two_time_norms,
)

RULES: tuple[Rule, ...] = (
    t101_unnamed_role,
    t102_unnamed_system,
    t103_other_process_named,
    t104_step_by_number,
    t105_two_time_norms,
)
