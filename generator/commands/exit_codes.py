"""What the commands end with."""

CLEAN, FINDINGS, USAGE, FAULT = 0, 1, 2, 3
"""All is well; something stops publication; wrong usage or settings; a fault of the generator."""
