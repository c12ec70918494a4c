"""Runs the rules over a handbook, gives every fault its place, and applies the suppressions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.control.issued import Issued
from generator.control.separation import ApprovalInHistory
from generator.model.finding import Finding, Position, Positions, Severity
from generator.model.handbook import Handbook
from generator.model.ignore import Ignore
from generator.model.process import Process
from generator.model.settings import Level, Settings
from generator.rules.inspection import Counts, Inspection
from generator.rules.registry import ABOUT_THE_CHECK, ABOUT_THE_HANDBOOK, RULES
from generator.rules.rule import Fault, Rule

CRASHED = "X901"
"""The finding that stands for a rule that failed; the other rules still count."""

_HOME = "organisation/organisation.yml"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the rules saw: what counts, and what was suppressed and by which comment.

    Both are in order of path, line, column and code.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Ignore], ...] = ()


def check(  # noqa: PLR0913 - everything that rules look at
    handbook: Handbook,
    positions: Positions,
    rules: Sequence[Rule] = RULES,
    *,
    settings: Settings | None = None,
    ignores: Sequence[Ignore] = (),
    baseline: Counts | None = None,
    baseline_before: Counts | None = None,
    today: date | None = None,
    issued: Mapping[str, Issued] | None = None,
    approvals: Mapping[str, ApprovalInHistory] | None = None,
) -> Checked:
    """Checks a handbook.

    Args:
        handbook: what could be read of it.
        positions: where everything stands.
        rules: the rules to apply, all of them by default.
        settings: severities and options.
        ignores: the comments that suppress findings.
        baseline: the counts of findings that may only go down; None when there are none.
        baseline_before: what the baseline was in the version compared with.
        today: the day on which suppressions expire; without it none does.
        issued: what the main line has of each process, by identifier.
        approvals: what git knows of the approval of each process, by identifier.

    Returns:
        What is wrong, and what was suppressed.
    """
    chosen = settings or Settings()
    about_the_check = {rule.CODE for rule in ABOUT_THE_CHECK}
    inspection = Inspection(
        handbook,
        chosen.options,
        tuple(ignores),
        codes=tuple(rule.CODE for rule in ABOUT_THE_HANDBOOK),
        suppressible=frozenset(_suppressible(ABOUT_THE_HANDBOOK, chosen)),
        baseline=baseline,
        baseline_before=baseline_before,
        today=today,
        issued=issued or {},
        approvals=approvals or {},
    )
    first = [rule for rule in rules if rule.CODE not in about_the_check]
    last = [rule for rule in rules if rule.CODE in about_the_check]
    found = _found(first, inspection, positions, chosen)
    kept, suppressed = _suppressed(found, inspection)
    after = replace(inspection, found=tuple(kept), suppressed=tuple(suppressed))
    kept += _found(last, after, positions, chosen)
    return Checked(tuple(sorted(kept, key=Finding.order)), tuple(suppressed))


def _level(rule: Rule, settings: Settings) -> Level:
    return settings.severity.get(rule.CODE, Level(rule.SEVERITY.value))


def _suppressible(rules: Sequence[Rule], settings: Settings) -> Iterator[str]:
    """The rules whose findings may be let be: what is an error would be published all the same."""
    for rule in rules:
        if _level(rule, settings) is not Level.ERROR:
            yield rule.CODE


def _found(
    rules: Sequence[Rule], inspection: Inspection, positions: Positions, settings: Settings
) -> list[Finding]:
    found: list[Finding] = []
    for rule in rules:
        level = _level(rule, settings)
        if level is not Level.OFF:
            found += _apply(rule, Severity(level.value), inspection, positions)
    return sorted(found, key=Finding.order)


def _apply(
    rule: Rule, severity: Severity, inspection: Inspection, positions: Positions
) -> Iterator[Finding]:
    try:
        for fault in rule.check(inspection):
            position = fault.position or positions.at(fault.subject, fault.path)
            subject = _about(fault, inspection.handbook)
            yield Finding(rule.CODE, position, severity, fault.details, subject)
    except Exception as error:  # a fault of ours must not hide the faults of the handbook
        details = {"rule": rule.CODE, "error": f"{type(error).__name__}: {error}"}
        place = Position(_HOME)
        yield Finding(CRASHED, place, Severity.ERROR, details)


def _about(fault: Fault, handbook: Handbook) -> str:
    """The reference of what a fault is about: a step of a process when it lies in one."""
    match fault.path:
        case ("steps", int(index), *_):
            process = handbook.find(fault.subject)
            if isinstance(process, Process) and index < len(process.steps):
                return f"{fault.subject}#{process.steps[index].id}"
    return fault.subject


def _suppressed(
    found: Sequence[Finding], inspection: Inspection
) -> tuple[list[Finding], list[tuple[Finding, Ignore]]]:
    """Splits findings into what counts and what a comment suppresses."""
    comments: dict[tuple[str, int, str], Ignore] = {}
    for ignore in inspection.ignores:
        if ignore.has_reason and not ignore.is_expired(inspection.today):
            for code in inspection.suppressible.intersection(ignore.codes):
                comments[ignore.position.file, ignore.line, code] = ignore
    kept, suppressed = [], []
    for finding in found:
        key = finding.position.file, finding.position.line, finding.code
        if comment := comments.get(key):
            suppressed.append((finding, comment))
        else:
            kept.append(finding)
    return kept, suppressed
