"""The checking itself: suppressed findings and the baseline."""

from generator.rules.control import (
    x101_unused_ignore,
    x102_expired_ignore,
    x103_ignore_without_reason,
    x104_unknown_ignored_code,
    x105_more_than_baseline,
    x106_signal_not_seen,
    x107_unreadable_ignore,
    x108_raised_baseline,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    x101_unused_ignore,
    x102_expired_ignore,
    x103_ignore_without_reason,
    x104_unknown_ignored_code,
    x105_more_than_baseline,
    x106_signal_not_seen,
    x107_unreadable_ignore,
    x108_raised_baseline,
)
