"""Values in words: the names of what identifiers point at, and the handbook's own labels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from generator.diff.fields import fields_of, title_of
from generator.language import Language, language
from generator.model.base import Part
from generator.model.handbook import Handbook
from generator.model.process import Interface, ObjectState

_JOINTS: Mapping[type[Part], str] = {Interface: " "}
"""What stands between the fields of a title, where that is no comma: ``ticket to customer``."""


@dataclass(frozen=True)
class Words:
    """How one of the two handbooks calls its things."""

    handbook: Handbook
    earlier: Mapping[str, str] = field(default_factory=dict)
    """What this handbook calls the things that values name by their newer references."""

    @property
    def language(self) -> Language:
        """The language of the handbook."""
        return language(self.handbook.organisation.language)

    def value(self, value: Any, names: tuple[str, ...] = (), process: str = "") -> str:
        """A value in words.

        Args:
            value: the value of a field; nothing gives an empty text.
            names: the kinds of thing that the field names.
            process: the process whose steps the value may name.
        """
        if value is None:
            return ""
        if isinstance(value, tuple):
            return ", ".join(self.value(item, names, process) for item in value)
        if isinstance(value, Part) and not isinstance(value, ObjectState):
            return self._part(value, process)
        if isinstance(value, bool):
            return self.language.label(f"diff.truth.{str(value).lower()}")
        if isinstance(value, Enum):
            return self._label(value)
        return self._name(value, names, process) if names else str(value)

    def title(self, part: Part | str, process: str = "") -> str:
        """What a reader calls a part: its name, else what identifies it; a text is its own."""
        if isinstance(part, str):
            return part
        specs = fields_of(type(part))
        found = (
            self.value(getattr(part, name), specs[name].names, process)
            for name in title_of(type(part))
        )
        return _JOINTS.get(type(part), ", ").join(word for word in found if word)

    def _label(self, value: Enum) -> str:
        labels, name = self.language.labels, type(value).__name__.lower()
        return str((labels.get(name) or labels[name.removesuffix("kind")])[value.value])

    def _part(self, part: Part, process: str) -> str:
        specs = fields_of(type(part)).values()
        held = ((getattr(part, spec.name), spec) for spec in specs)
        return " – ".join(self.value(value, spec.names, process) for value, spec in held if value)

    def _name(self, identifier: str, names: tuple[str, ...], process: str) -> str:
        for kind in names:
            reference = f"{kind}:{identifier}"
            if kind == "reference":
                reference = identifier
            elif kind == "step":
                reference = f"process:{process}#{identifier}"
            found = self.handbook.find(self.earlier_reference(reference))
            if found:
                return self.title(found)
        return identifier

    def earlier_reference(self, reference: str) -> str:
        """What this handbook calls what has a reference in a newer one."""
        thing, mark, step = reference.partition("#")
        return self.earlier.get(reference) or self.earlier.get(thing, thing) + mark + step
