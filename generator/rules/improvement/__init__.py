"""Rules about audits, what comes of them, improvements and risks."""

from generator.rules.improvement import (
    a101_auditor_not_independent,
    a102_audit_without_auditor,
    a103_nonconformity_without_action,
    a104_incomplete_action,
    a105_effect_not_checked,
    a106_dates_out_of_order,
    a107_finding_of_unheld_audit,
    a108_closed_without_cause,
    a109_review_misses_subjects,
    a110_overdue_work,
    a201_rating_outside_scale,
    a202_levels_without_band,
    a203_risk_without_judgement,
    a204_measure_without_gain,
    a206_improvement_undecided,
    a208_improvement_without_cause,
    a209_duplicate_band,
    a210_duplicate_scale_value,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    a101_auditor_not_independent,
    a102_audit_without_auditor,
    a103_nonconformity_without_action,
    a104_incomplete_action,
    a105_effect_not_checked,
    a106_dates_out_of_order,
    a107_finding_of_unheld_audit,
    a108_closed_without_cause,
    a109_review_misses_subjects,
    a110_overdue_work,
    a201_rating_outside_scale,
    a202_levels_without_band,
    a203_risk_without_judgement,
    a204_measure_without_gain,
    a206_improvement_undecided,
    a208_improvement_without_cause,
    a209_duplicate_band,
    a210_duplicate_scale_value,
)
