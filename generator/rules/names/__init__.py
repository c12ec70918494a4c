"""The names of steps, states, objects and actors."""

from generator.rules.names import (
    n101_step_without_verb,
    n102_duplicate_step_name,
    n103_unproduced_state,
    n104_not_a_state,
    n105_two_spellings,
    n106_vague_words,
    n107_placeholder_text,
    n108_unregistered_actor,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    n101_step_without_verb,
    n102_duplicate_step_name,
    n103_unproduced_state,
    n104_not_a_state,
    n105_two_spellings,
    n106_vague_words,
    n107_placeholder_text,
    n108_unregistered_actor,
)
