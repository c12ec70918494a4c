"""Runs the rules over a handbook and gives every fault its place."""

from collections.abc import Iterator, Sequence

from generator.model.finding import Finding, Position, Positions, Severity
from generator.model.handbook import Handbook
from generator.rules.registry import RULES
from generator.rules.rule import Rule

CRASHED = "X901"
"""The finding that stands for a rule that failed; the other rules still count."""

_HOME = "organisation/organisation.yml"


def check(
    handbook: Handbook, positions: Positions, rules: Sequence[Rule] = RULES
) -> tuple[Finding, ...]:
    """Checks a handbook.

    Args:
        handbook: what could be read of it.
        positions: where everything stands.
        rules: the rules to apply, all of them by default.

    Returns:
        What is wrong, in order of path, line, column and code.
    """
    found = [finding for rule in rules for finding in _apply(rule, handbook, positions)]
    return tuple(sorted(found, key=Finding.order))


def _apply(rule: Rule, handbook: Handbook, positions: Positions) -> Iterator[Finding]:
    try:
        for fault in rule.check(handbook):
            position = positions.at(fault.subject, fault.path)
            yield Finding(rule.CODE, position, rule.SEVERITY, fault.details)
    except Exception as error:  # a fault of ours must not hide the faults of the handbook
        details = {"rule": rule.CODE, "error": f"{type(error).__name__}: {error}"}
        place = Position(_HOME)
        yield Finding(CRASHED, place, Severity.ERROR, details)
