"""Where values come from, and what is still open."""

from generator.rules.origins import (
    o101_unknown_field,
    o102_origin_without_why,
    o103_open_but_filled,
    o201_open_value,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    o101_unknown_field,
    o102_origin_without_why,
    o103_open_but_filled,
    o201_open_value,
)
