"""What every part of the handbook shares: frozen values, text, and where a value comes from."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from generator.model.identifiers import Lines, NoteId

Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300, strip_whitespace=True, pattern=r"^[^\n\r]+$"),
]
"""One line of text: a name, a label, a state."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=8000, strip_whitespace=True)]
"""Running text, several paragraphs at most; always shown literally, never as markup."""


class Part(BaseModel):
    """A frozen piece of the handbook; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OriginKind(StrEnum):
    """Where a value comes from."""

    SOURCE = "source"
    DERIVED = "derived"
    PROPOSAL = "proposal"
    OPEN = "open"


def _origin_from_word(value: Any) -> Any:
    return {"origin": value} if isinstance(value, str) else value


class Origin(Part):
    """Where one field's value comes from and, when it is derived or proposed, why."""

    origin: OriginKind
    why: Text | None = None
    lines: tuple[Lines, ...] = ()
    notes: tuple[NoteId, ...] = ()


OriginEntry = Annotated[
    Origin, BeforeValidator(_origin_from_word, json_schema_input_type=OriginKind | Origin)
]


class Entity(Part):
    """Something the handbook describes, with its place in the source and its origins.

    ``origins`` names fields by their path inside the entity (``goal``,
    ``steps.taak-aanmaken.roles``); a field that is not named comes from the source.
    ``origins["*"]`` speaks for the whole entity.
    """

    lines: tuple[Lines, ...] = ()
    origins: Mapping[str, OriginEntry] = Field(default_factory=dict)

    def origin(self, path: str) -> Origin:
        """The origin of the field at ``path``; the nearest enclosing entry counts."""
        parts = path.split(".")
        for end in range(len(parts), 0, -1):
            if found := self.origins.get(".".join(parts[:end])):
                return found
        return self.origins.get("*", Origin(origin=OriginKind.SOURCE))


class Counted(Part):
    """One of the parts of a total, and how many it counts for."""

    name: Line
    count: int = Field(1, ge=0)


class Tally(Part):
    """A total that the text states, and the parts that it names or counts."""

    what: Line
    stated: int = Field(ge=0)
    parts: tuple[Counted, ...] = ()
    lines: tuple[Lines, ...] = ()

    @property
    def sum(self) -> int:
        """What the parts make together."""
        return sum(part.count for part in self.parts)
