"""What the handbook says of itself when it is held against a standard, a target or a goal; pure.

ISO 9001:2015, 9.1.3 (analysis and evaluation). Nothing here is written in a file: coverage of
clauses, the level of a risk, the trend of an indicator are computed from what is.
"""
