"""A wrong use of the program, as opposed to a fault in a handbook or in the program itself."""


class UsageError(Exception):
    """What was asked for cannot be done; the text says why, in one line."""
