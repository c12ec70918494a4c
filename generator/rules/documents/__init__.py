"""Document control: versions, change logs and approvals."""

from generator.rules.documents import (
    d101_version_differs,
    d102_approved_by_nobody,
    d103_version_not_raised,
    d104_version_out_of_step,
    d105_change_not_declared,
    d106_approval_void,
    d107_approved_unseen,
    d108_approver_not_entitled,
    d109_approver_is_author,
    d110_obsolete_unapproved,
    d111_log_out_of_order,
    d112_review_overdue,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    d101_version_differs,
    d102_approved_by_nobody,
    d103_version_not_raised,
    d104_version_out_of_step,
    d105_change_not_declared,
    d106_approval_void,
    d107_approved_unseen,
    d108_approver_not_entitled,
    d109_approver_is_author,
    d110_obsolete_unapproved,
    d111_log_out_of_order,
    d112_review_overdue,
)
