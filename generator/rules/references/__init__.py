"""What is named by an identifier, and whether it is there."""

from generator.rules.references import (
    r101_unknown_reference,
    r102_unknown_step,
    r103_unknown_group,
    r104_unknown_process_file,
    r201_duplicate_step,
    r202_circular_reference,
    r301_obsolete_target,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    r101_unknown_reference,
    r102_unknown_step,
    r103_unknown_group,
    r104_unknown_process_file,
    r201_duplicate_step,
    r202_circular_reference,
    r301_obsolete_target,
)
