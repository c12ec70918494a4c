"""The organisation around the processes: companies, departments, roles, systems, registers."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Entity, Line, Part, Tally, Text
from generator.model.control import ApprovalRule, PolicyRule, ReviewRule
from generator.model.identifiers import (
    ChapterId,
    ClassificationId,
    CompanyId,
    DepartmentId,
    DocumentId,
    GroupId,
    Lines,
    NoteId,
    ProcessId,
    RoleId,
    SystemId,
    TermId,
)

Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$", max_length=500)]


class Service(Part):
    """A product or service the organisation offers."""

    name: Line
    text: Text | None = None
    processes: tuple[ProcessId, ...] = ()
    """The processes by which it is delivered."""
    lines: tuple[Lines, ...] = ()


class Statement(Part):
    """A fact about the organisation, in a sentence."""

    text: Text
    lines: tuple[Lines, ...] = ()
    notes: tuple[NoteId, ...] = ()


class Consultation(Part):
    """A recurring meeting or message: who, how often, about what."""

    name: Line
    frequency: Line | None = None
    participants: Line | None = None
    subject: Text | None = None
    lines: tuple[Lines, ...] = ()


class Site(Part):
    """How the published handbook presents itself."""

    title: Line
    edit_url: Url | None = None
    """Where a file is edited; ``{path}`` stands for its path in the repository."""


class Organisation(Entity):
    """Who the handbook is of, and what the source says about it as a whole."""

    name: Line
    full_name: Line | None = None
    language: Annotated[str, StringConstraints(pattern="^(nl|en)$")]
    site: Site
    description: Text | None = None
    mission: Text | None = None
    structure: tuple[Statement, ...] = ()
    services: tuple[Service, ...] = ()
    target_groups: tuple[Line, ...] = ()
    locations: tuple[Statement, ...] = ()
    quality_criteria: tuple[Service, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    training: tuple[Statement, ...] = ()
    audits: tuple[Statement, ...] = ()
    improvement: tuple[Statement, ...] = ()
    document_rules: tuple[Statement, ...] = ()
    authors: tuple[RoleId, ...] = ()
    """The roles that write the handbook; who wrote something does not audit it (9.2.2)."""
    version_policy: tuple[PolicyRule, ...] = ()
    approval_policy: tuple[ApprovalRule, ...] = ()
    review_policy: tuple[ReviewRule, ...] = ()
    tallies: tuple[Tally, ...] = ()


class Company(Entity):
    """A legal entity."""

    id: CompanyId
    name: Line
    parent: CompanyId | None = None
    description: Text | None = None


class Department(Entity):
    """A department of a company; headcounts stand apart because sources may differ on them."""

    id: DepartmentId
    name: Line
    company: CompanyId | None = None
    also_known_as: tuple[Line, ...] = ()
    description: Text | None = None
    headcount: tuple[Statement, ...] = ()
    tallies: tuple[Tally, ...] = ()


class RoleKind(StrEnum):
    """What a role is: a function, a group of functions, a grade of one, a board, a party."""

    FUNCTION = "function"
    GROUP = "group"
    GRADE = "grade"
    BOARD = "board"
    PARTY = "party"


class Role(Entity):
    """A role that does, decides or receives something; never a person."""

    id: RoleId
    name: Line
    kind: RoleKind = RoleKind.FUNCTION
    external: bool = False
    department: DepartmentId | None = None
    members: tuple[RoleId, ...] = ()
    also_known_as: tuple[Line, ...] = ()
    description: Text | None = None
    responsibilities: tuple[Statement, ...] = ()
    deputy: tuple[RoleId, ...] = ()


class SystemKind(StrEnum):
    """What a means of work is."""

    INFORMATION_SYSTEM = "information-system"
    SOFTWARE = "software"
    SERVER = "server"
    INFRASTRUCTURE = "infrastructure"
    COMMUNICATION = "communication"
    SOURCE = "source"


class System(Entity):
    """A system or other means of work: what it is for, who maintains it, where it runs."""

    id: SystemId
    name: Line
    kind: SystemKind
    purpose: Text | None = None
    maintained_by: tuple[RoleId | DepartmentId, ...] = ()
    developed_by: Line | None = None
    runs_on: SystemId | None = None
    also_known_as: tuple[Line, ...] = ()
    connected_to: tuple[SystemId, ...] = ()
    services: tuple[Service, ...] = ()
    """What it does for whoever uses it (ArchiMate 3.2: application and technology services)."""
    facts: tuple[Statement, ...] = ()


class GroupKind(StrEnum):
    """Primary or supporting (Porter's value chain)."""

    PRIMARY = "primary"
    SUPPORTING = "supporting"


class Group(Entity):
    """A link of the value chain (Porter), under which processes are filed."""

    id: GroupId
    name: Line
    kind: GroupKind
    description: Text | None = None


class DocumentKind(StrEnum):
    """What a registered document is."""

    WORK_INSTRUCTION = "work-instruction"
    FORM = "form"
    STANDARD = "standard"
    RECORD = "record"
    AGREEMENT = "agreement"
    POLICY = "policy"
    PLAN = "plan"
    REPORT = "report"
    SOURCE = "source"


class RegisteredDocument(Entity):
    """A document, form, external norm or record in the register (ISO 9001:2015, 7.5.3)."""

    id: DocumentId
    name: Line
    kind: DocumentKind
    external: bool = False
    location: SystemId | None = None
    owner: RoleId | None = None
    retention: Line | None = None
    exists: bool | None = None
    """False when the source says that it is missing; None when the source does not say."""
    obsolete: bool = False
    """Whether it may no longer be used (ISO 9001:2015, 7.5.3.2)."""
    replaced_by: DocumentId | None = None
    description: Text | None = None


class Term(Entity):
    """A word of the glossary."""

    id: TermId
    term: Line
    abbreviation_of: Line | None = None
    definition: Text | None = None
    also: tuple[Line, ...] = ()
    """Other forms under which the term is linked in the text, such as a plural."""


class ClassItem(Part):
    """One value of a classification."""

    name: Line
    meaning: Text | None = None
    lines: tuple[Lines, ...] = ()


class Classification(Entity):
    """A list of values the work sorts by: priorities, ticket types, checklist questions."""

    id: ClassificationId
    name: Line
    processes: tuple[ProcessId, ...] = ()
    explanation: Text | None = None
    items: tuple[ClassItem, ...] = Field(min_length=1)


class MatrixRow(Part):
    """A row of the matrix: a whole group, or one process; a missing cell is an empty cell."""

    group: GroupId
    process: ProcessId | None = None
    cells: dict[RoleId, Line] = Field(default_factory=dict)
    lines: tuple[Lines, ...] = ()


class Duty(StrEnum):
    """What a letter of the matrix says that a role does; ``none`` when nobody is responsible."""

    DECIDING = "deciding"
    DOING = "doing"
    ENABLING = "enabling"
    CONSULTED = "consulted"
    INFORMED = "informed"
    NONE = "none"


class MatrixCode(Part):
    """A letter of the legend: what it stands for, and the word shown in a cell.

    ``duty`` says the same for the rules, which cannot read ``meaning``.
    """

    meaning: Line
    word: Line
    duty: Duty | None = None


class Matrix(Entity):
    """A responsibility matrix as the source gives it, with its own legend."""

    name: Line
    codes: dict[str, MatrixCode]
    columns: tuple[RoleId, ...]
    rows: tuple[MatrixRow, ...]


class Topic(Part):
    """A subject of a handbook chapter: given by the source, or still missing."""

    topic: Line
    given: bool
    text: Text | None = None
    clauses: tuple[Line, ...] = ()
    lines: tuple[Lines, ...] = ()


class Chapter(Entity):
    """A part of the quality handbook, hand-written in ``docs/``, and what belongs in it."""

    id: ChapterId
    title: Line
    file: Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")]
    summary: Text | None = None
    topics: tuple[Topic, ...] = ()
