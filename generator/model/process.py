"""A process: what it is for, its steps, the objects they take and give, and its document."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model.base import Entity, Line, Part, Tally, Text
from generator.model.control import Change, DocumentControl
from generator.model.identifiers import (
    DocumentId,
    GroupId,
    Lines,
    NoteId,
    ProcessId,
    RoleId,
    StepId,
    SystemId,
)
from generator.model.notation import object_state_from_text, one_or_many


class ObjectState(Part):
    """A business object in a state, ``ticket [opgelost]``: UML's object node notation."""

    object: Line
    state: Line | None = None

    def __str__(self) -> str:
        """``object [state]``, or the object alone."""
        return f"{self.object} [{self.state}]" if self.state else self.object


ObjectInState = Annotated[
    ObjectState, BeforeValidator(object_state_from_text, json_schema_input_type=str)
]


class Stereotype(StrEnum):
    """What kind of resource an object is (Eriksson and Penker, Business Modeling with UML)."""

    PEOPLE = "people"
    INFORMATION = "information"
    PHYSICAL = "physical"
    ABSTRACT = "abstract"
    GOAL = "goal"


class Place(StrEnum):
    """Where an object stands around the process in the business process diagram."""

    INPUT = "input"
    OUTPUT = "output"
    CONTROL = "control"
    SUPPLY = "supply"
    GOAL = "goal"


class UseCase(Part):
    """What the business use case diagram shows of the process."""

    name: Line
    area: Line | None = None
    actors: tuple[RoleId, ...] = ()


class Activity(Part):
    """Work on the way from one step to another that is no step of the procedure itself."""

    name: Line
    roles: tuple[RoleId, ...] = ()
    any_of: tuple[RoleId, ...] = ()
    uses: tuple[SystemId, ...] = ()
    inputs: tuple[ObjectInState, ...] = ()
    outputs: tuple[ObjectInState, ...] = ()
    explanation: Text | None = None
    lines: tuple[Lines, ...] = ()

    @property
    def performers(self) -> tuple[RoleId, ...]:
        """Everyone who does or may do the work."""
        return self.roles + self.any_of


class Outcome(Part):
    """One answer to a decision and where the work goes then: to a step, or to an end."""

    answer: Line
    activities: tuple[Activity, ...] = ()
    next: StepId | None = None
    end: Line | None = None


class Decision(Part):
    """A question that splits the flow, what the answer is judged by, and who judges."""

    question: Line
    criterion: Text | None = None
    decided_by: tuple[RoleId, ...] = ()
    outcomes: tuple[Outcome, ...]


class Recording(Part):
    """What is written down during a step, and in which system or document."""

    what: ObjectInState
    where: SystemId | None = None
    document: DocumentId | None = None


class Step(Part):
    """One step of the procedure.

    Steps follow each other in the order of the file unless ``decision``, ``next`` or
    ``end`` says otherwise. ``roles`` do it together, ``any_of`` means one of these does
    it, ``performed_by`` names the systems of a step that no person does.
    """

    id: StepId
    name: Line
    roles: tuple[RoleId, ...] = ()
    any_of: tuple[RoleId, ...] = ()
    performed_by: tuple[SystemId, ...] = ()
    decided_by: tuple[RoleId, ...] = ()
    consulted: tuple[RoleId, ...] = ()
    informed: tuple[RoleId, ...] = ()
    uses: tuple[SystemId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    inputs: tuple[ObjectInState, ...] = ()
    outputs: tuple[ObjectInState, ...] = ()
    explanation: Text | None = None
    records: tuple[Recording, ...] = ()
    remarks: tuple[Text, ...] = ()
    decision: Decision | None = None
    next: StepId | None = None
    end: Line | None = None
    lines: tuple[Lines, ...] = ()

    @property
    def performers(self) -> tuple[RoleId, ...]:
        """Everyone who does or may do the step."""
        return self.roles + self.any_of

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The answers of the decision; none without a decision."""
        return self.decision.outcomes if self.decision else ()

    @property
    def activities(self) -> tuple[Activity, ...]:
        """The work on the ways out of the step, answer after answer."""
        return tuple(item for outcome in self.outcomes for item in outcome.activities)


class BusinessObject(Part):
    """An object's stereotype and, when it crosses the boundary, where it stands and how.

    The same object may stand in several places, each with its own entry.
    """

    name: Line
    stereotype: Stereotype
    place: Annotated[
        tuple[Place, ...],
        BeforeValidator(one_or_many, json_schema_input_type=Place | tuple[Place, ...]),
    ] = ()
    states: tuple[Line, ...] = ()
    explanation: Text | None = None
    lines: tuple[Lines, ...] = ()


class Direction(StrEnum):
    """Which way an object crosses an interface, seen from this process."""

    IN = "in"
    OUT = "out"


class InterfaceKind(StrEnum):
    """What an interface does at the other side."""

    TRIGGERS = "triggers"
    DELIVERS = "delivers"
    INFORMS = "informs"
    ESCALATES = "escalates"


class Interface(Part):
    """An object that goes to or comes from another process or an outside party."""

    direction: Direction
    kind: InterfaceKind
    process: ProcessId | None = None
    party: Line | None = None
    object: ObjectInState
    step: StepId | None = None
    explanation: Text | None = None
    lines: tuple[Lines, ...] = ()


class TimeNorm(Part):
    """A time limit; ``norm`` stays empty while the note in ``decision`` is undecided."""

    what: Line
    norm: Line | None = None
    step: StepId | None = None
    decision: NoteId | None = None
    lines: tuple[Lines, ...] = ()


class Escalation(Part):
    """Who to turn to when a step, or the whole process, cannot be done as described."""

    when: Line
    to: tuple[RoleId, ...] = ()
    how: Text | None = None
    step: StepId | None = None
    decision: NoteId | None = None
    lines: tuple[Lines, ...] = ()


class Fact(Part):
    """Something known about the process that belongs to no single step."""

    text: Text
    step: StepId | None = None
    lines: tuple[Lines, ...] = ()


class Process(Entity):
    """A process as the handbook publishes it; ``id`` and ``group`` come from the file's path."""

    id: ProcessId
    group: GroupId
    name: Line
    summary: Text | None = None
    goal: Line | None = None
    owner: RoleId | None = None
    responsible: tuple[RoleId, ...] = ()
    triggers: tuple[Line, ...] = ()
    customers: tuple[RoleId, ...] = ()
    emergency_card: bool = False
    use_case: UseCase | None = None
    steps: tuple[Step, ...] = Field(min_length=1)
    objects: tuple[BusinessObject, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    time_norms: tuple[TimeNorm, ...] = ()
    escalations: tuple[Escalation, ...] = ()
    facts: tuple[Fact, ...] = ()
    tallies: tuple[Tally, ...] = ()
    document: DocumentControl
    changes: tuple[Change, ...] = ()
