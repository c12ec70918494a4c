"""Who does a step, who decides, and who takes over."""

from generator.rules.responsibility import (
    p101_step_without_role,
    p102_unused_role,
    p103_empty_lane,
    p104_outsider_not_actor,
    p105_missing_owner,
    p109_responsible_does_nothing,
    p110_role_without_deputy,
    p111_same_role_approves,
    p112_customer_does_everything,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    p101_step_without_role,
    p102_unused_role,
    p103_empty_lane,
    p104_outsider_not_actor,
    p105_missing_owner,
    p109_responsible_does_nothing,
    p110_role_without_deputy,
    p111_same_role_approves,
    p112_customer_does_everything,
)
