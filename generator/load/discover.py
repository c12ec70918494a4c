"""Which files make a handbook, and which of them a folder holds.

The table is the layout: a file that is not in it is not read, and a data file that is not
in it but stands among them is a finding, because its author thinks that it is read.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.model.assessment import Assessment
from generator.model.audit import Action, Audit, AuditFinding, ManagementReview, Nonconformity
from generator.model.base import Entity
from generator.model.control import Release, Review
from generator.model.finding import Finding, Position
from generator.model.guess import nearest
from generator.model.improvement import Improvement, Risk, RiskScale
from generator.model.measurement import Series
from generator.model.organisation import (
    Chapter,
    Classification,
    Company,
    Department,
    Group,
    Matrix,
    Organisation,
    RegisteredDocument,
    Role,
    System,
    Term,
)
from generator.model.process import Process
from generator.model.quality import Bottleneck, Kpi, SourceMap, SourceNote
from generator.model.scorecard import Scorecard
from generator.model.standard import Coverage, Standard

FOLDERS = ("organisation", "processes", "kpis", "quality")
"""The folders that hold the data; every YAML file in them must be a known one."""

MEASUREMENTS = "kpis/measurements"
"""The folder of the tables of measurements."""


@dataclass(frozen=True)
class Layout:
    """One line of the table: files of one pattern, and what each of them holds.

    A name in braces in ``pattern`` gives every entity of the file a field of that name.
    """

    pattern: str
    kind: str
    model: type[Entity]
    many: bool = True
    required: bool = False

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The pattern as a regular expression with a group for each name."""
        return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(self.pattern)))


FILES: tuple[Layout, ...] = (
    Layout(
        "organisation/organisation.yml", "organisation", Organisation, many=False, required=True
    ),
    Layout("organisation/groups.yml", "group", Group),
    Layout("organisation/companies.yml", "company", Company),
    Layout("organisation/departments.yml", "department", Department),
    Layout("organisation/roles.yml", "role", Role),
    Layout("organisation/systems.yml", "system", System),
    Layout("organisation/documents.yml", "document", RegisteredDocument),
    Layout("organisation/glossary.yml", "term", Term),
    Layout("organisation/classifications.yml", "classification", Classification),
    Layout("organisation/chapters.yml", "chapter", Chapter),
    Layout("organisation/matrix.yml", "matrix", Matrix, many=False),
    Layout("organisation/releases.yml", "release", Release),
    Layout("processes/{group}/{id}.yml", "process", Process, many=False),
    Layout("kpis/scorecard.yml", "scorecard", Scorecard, many=False),
    Layout("kpis/{process}.yml", "kpi", Kpi),
    Layout("kpis/measurements/{id}.csv", "measurement", Series, many=False),
    Layout("quality/bottlenecks.yml", "bottleneck", Bottleneck),
    Layout("quality/reviews.yml", "review", Review),
    Layout("quality/assessments/{id}.yml", "assessment", Assessment, many=False),
    Layout("quality/standards/{id}.yml", "standard", Standard, many=False),
    Layout("quality/coverage.yml", "coverage", Coverage),
    Layout("quality/risk-scale.yml", "riskscale", RiskScale, many=False),
    Layout("quality/risks.yml", "risk", Risk),
    Layout("quality/improvements.yml", "improvement", Improvement),
    Layout("quality/audits.yml", "audit", Audit),
    Layout("quality/audit-findings.yml", "auditfinding", AuditFinding),
    Layout("quality/nonconformities.yml", "nonconformity", Nonconformity),
    Layout("quality/actions.yml", "action", Action),
    Layout("quality/management-reviews.yml", "managementreview", ManagementReview),
    Layout("quality/source-notes.yml", "note", SourceNote),
    Layout("quality/source-map.yml", "sourcemap", SourceMap, many=False),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to read, and the fields that its path gives to what it holds."""

    file: str
    layout: Layout
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of one repository in the order of the table and their names."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def discover(root: Path) -> Listing:
    """Lists the files to read below ``root``; what does not belong is a finding."""
    return listing_of(_files(root))


def listing_of(files: Iterable[str | Finding]) -> Listing:
    """Sorts out files by their names; what does not belong, or is a finding, is a finding."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for found in files:
        if isinstance(found, Finding):
            findings.append(found)
        elif entry := _entry(found):
            entries.append(entry)
        else:
            findings.append(_unknown(found))
    present = {entry.layout.pattern for entry in entries}
    failed = {finding.position.file for finding in findings}
    findings += [
        Finding("S118", Position(layout.pattern))
        for layout in FILES
        if layout.required and layout.pattern not in present | failed
    ]
    entries.sort(key=lambda entry: (FILES.index(entry.layout), entry.file))
    return Listing(tuple(entries), tuple(findings))


def lost_with(place: str) -> frozenset[str]:
    """What is missing from the handbook when a file or folder cannot be read.

    Returns:
        References (``process:x``), or whole kinds (``role``) where one file holds several.
    """
    if entry := _entry(_renamed(place)):
        identifier = entry.given.get("id")
        kind = entry.layout.kind
        return frozenset({f"{kind}:{identifier}" if identifier else kind})
    if _is_data(place):
        return frozenset()
    folder = place.partition("/")[0]
    return frozenset(item.kind for item in FILES if item.pattern.startswith(f"{folder}/"))


def _entry(file: str) -> Entry | None:
    for layout in FILES:
        if match := layout.expression.fullmatch(file):
            return Entry(file, layout, match.groupdict())
    return None


def _renamed(file: str) -> str:
    lower_case = re.sub(r"\.csv$", ".csv", file, flags=re.IGNORECASE)
    return re.sub(r"\.ya?ml$", ".yml", lower_case, flags=re.IGNORECASE)


def _unknown(file: str) -> Finding:
    renamed = _renamed(file)
    patterns = tuple(layout.pattern for layout in FILES if "{" not in layout.pattern)
    guess = {"guess": renamed} if _entry(renamed) else nearest(file, patterns)
    details = {"file": file, "known": ", ".join(_known(file.partition("/")[0]))}
    return Finding("S117", Position(file), details=details | guess)


def _known(folder: str) -> Iterator[str]:
    """What the files of a folder may be called, with a star for any name."""
    for layout in FILES:
        if layout.pattern.startswith(f"{folder}/"):
            yield re.sub(r"{\w+}", "*", layout.pattern.removeprefix(f"{folder}/"))


def _files(root: Path) -> Iterator[str | Finding]:
    """Every data file in the folders of a handbook, relative to ``root``, or why it is none."""
    real_root = os.path.realpath(root)
    pending = [folder for folder in FOLDERS if (root / folder).is_dir()]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError:
            yield Finding("S101", Position(folder))
            continue
        for entry in listed:
            file = f"{folder}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if code := _not_followed(entry, real_root, is_data=_is_data(file)):
                yield Finding(code, Position(file), details={"file": file})
            elif entry.is_dir(follow_symlinks=False):
                pending.append(file)
            elif _is_data(file):
                yield file


def _not_followed(entry: os.DirEntry[str], real_root: str, *, is_data: bool) -> str | None:
    """The code of what is wrong with an entry as a file, whatever stands in it."""
    if not entry.is_symlink():
        return "S102" if is_data and not entry.is_file() else None
    folder = os.path.isdir(entry.path)  # noqa: PTH112 - Path.is_dir raises for a circle of links
    inside = Path(os.path.realpath(entry.path)).is_relative_to(real_root)
    return "S103" if folder or (is_data and not inside) else None


def is_table(file: str) -> bool:
    """Whether a file is a table (CSV) rather than YAML, by its name."""
    return file.lower().endswith(".csv")


def _is_data(file: str) -> bool:
    """Whether a file is one that its author expects to be read: YAML, or a table of measurements.

    A table elsewhere is somebody's appendix.
    """
    if is_table(file):
        return file.startswith(f"{MEASUREMENTS}/")
    return file.lower().endswith((".yml", ".yaml"))
