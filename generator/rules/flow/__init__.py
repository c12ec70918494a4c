"""The order of the steps: starts, ends, decisions, loops."""

from generator.rules.flow import (
    f101_two_ways_out,
    f102_no_way_out,
    f103_unreachable_step,
    f104_endless_loop,
    f105_missing_start,
    f106_missing_end,
    f107_dead_end,
    f108_single_outcome,
    f109_duplicate_outcome,
    f110_unlabelled_outcome,
    f111_outcome_to_itself,
    f112_many_defaults,
    f113_decision_without_criterion,
    f114_too_many_steps,
    f115_joining_decision,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    f101_two_ways_out,
    f102_no_way_out,
    f103_unreachable_step,
    f104_endless_loop,
    f105_missing_start,
    f106_missing_end,
    f107_dead_end,
    f108_single_outcome,
    f109_duplicate_outcome,
    f110_unlabelled_outcome,
    f111_outcome_to_itself,
    f112_many_defaults,
    f113_decision_without_criterion,
    f114_too_many_steps,
    f115_joining_decision,
)
