"""What is wrong with a handbook that could be read: one rule, one module."""

from generator.rules.engine import Checked, check
from generator.rules.registry import RULES

__all__ = ["RULES", "Checked", "check"]
