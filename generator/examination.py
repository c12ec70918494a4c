"""The first stages composed: load and check; a page is made only when a chapter needs one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.history import History
from generator.language import Language, language
from generator.load import Loaded, load
from generator.load.baseline import read_baseline
from generator.load.chapters import ChapterText, read_chapters
from generator.load.git import is_below_git
from generator.load.ignores import read_ignores
from generator.load.settings import place_of_setting, read_settings
from generator.model.finding import Finding, Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.model.ignore import Ignore
from generator.model.settings import Level, Settings
from generator.rules import RULES, check
from generator.rules.inspection import Counts

if TYPE_CHECKING:
    from generator.pages.page import Site

SETTINGS_FAULTS = frozenset({"S401", "S402", "S403", "S405", "S406"})
"""Faults of pyproject.toml: a wrong use of the program rather than a wrong handbook."""


@dataclass(frozen=True)
class Examined:
    """What was read, what is wrong with it in order of place, and what was suppressed.

    ``site`` is what pages are made from, when a chapter already needed it for its check.
    ``history`` is what git knows of the past; nothing when the handbook could not be read.
    """

    root: Path
    loaded: Loaded
    chapters: tuple[ChapterText, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Ignore], ...] = ()
    settings: Settings = field(default_factory=Settings)
    baseline: Counts | None = None
    site: "Site | None" = None
    history: History = field(default_factory=History)

    @property
    def language(self) -> Language:
        """The organisation's language, as far as it could be read."""
        return language(self.loaded.readable.organisation.language)

    @property
    def sound(self) -> bool:
        """Whether nothing stands in the way of publication."""
        return self.loaded.handbook is not None and not _faults(self.findings)


def examine(
    root: Path,
    *,
    today: date | None = None,
    baseline_before: Counts | None = None,
    base: str | None = None,
) -> Examined:
    """Reads and checks the repository at ``root``; what is wrong is in the findings.

    Args:
        root: the repository.
        today: the day on which suppressions expire; without it none does, so that a build
            does not depend on the day.
        baseline_before: the baseline of the version compared with; to raise it is a finding.
        base: the commit that versions are compared with, instead of the main branch.
    """
    loaded = load(root)
    settings, wrong_settings = read_settings(root)
    baseline, wrong_baseline = read_baseline(root)
    chapters, wrong_chapters = read_chapters(root)
    history = _history(root, loaded, settings, base)
    checked = check(
        loaded.readable,
        loaded.positions,
        settings=settings,
        ignores=read_ignores(root, set(loaded.readable.files.values())),
        baseline=baseline,
        baseline_before=baseline_before,
        today=today,
        issued=history.issued,
        approvals=history.approvals,
    )
    found = [
        *loaded.findings,
        *wrong_settings,
        *_wrong_levels(root, settings),
        *wrong_baseline,
        *wrong_chapters,
        *checked.findings,
    ]
    site = None
    if loaded.handbook is not None and not _faults(found):
        site, wrong = _try_chapters(chapters, loaded.handbook, loaded)
        found += wrong
    return Examined(
        root,
        loaded,
        chapters,
        tuple(sorted(found, key=Finding.order)),
        checked.suppressed,
        settings,
        baseline,
        site,
        history,
    )


def _history(root: Path, loaded: Loaded, settings: Settings, base: str | None) -> History:
    if loaded.handbook is None or not is_below_git(root):
        return History()
    from generator.history.read import read_history  # noqa: PLC0415 - slow to import

    return read_history(
        root,
        loaded.handbook,
        main_branch=settings.main_branch,
        base=base,
        accounts=settings.accounts,
        cache=root / "build" / "history",
    )


def _try_chapters(
    chapters: tuple[ChapterText, ...], handbook: Handbook, loaded: Loaded
) -> "tuple[Site | None, list[Finding]]":
    """Fills in the chapters on trial; only then are pages and diagrams worth importing."""
    if not handbook.chapters and not any(chapter.has_macros for chapter in chapters):
        return None, []
    from generator.pages import site_of  # noqa: PLC0415 - slow to import
    from generator.pages.chapter_check import check_chapters  # noqa: PLC0415

    site = site_of(handbook)
    return site, list(check_chapters(chapters, site, loaded.positions))


def _wrong_levels(root: Path, settings: Settings) -> Iterable[Finding]:
    """The severities for rules that do not exist, or whose errors must not be published."""
    severities = {rule.CODE: rule.SEVERITY for rule in RULES}
    for code, level in settings.severity.items():
        if code not in severities:
            details = {"rule": code} | nearest(code, tuple(severities))
            yield Finding("S405", place_of_setting(root, code), details=details)
        elif severities[code] is Severity.ERROR and level is not Level.ERROR:
            yield Finding("S406", place_of_setting(root, code), details={"rule": code})


def _faults(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
