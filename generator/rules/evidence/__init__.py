"""Records, plans, registered documents: what proves that the work was done."""

from generator.rules.evidence import (
    e101_test_without_plan,
    e102_unrecorded_work,
    e103_escalation_without_receiver,
    e104_approval_without_execution,
    e105_unregistered_document,
    e106_missing_document,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    e101_test_without_plan,
    e102_unrecorded_work,
    e103_escalation_without_receiver,
    e104_approval_without_execution,
    e105_unregistered_document,
    e106_missing_document,
)
