"""What a rule looks at: the handbook, the words of its language, and what was worked out once.

Everything here is computed on first use and shared by the rules, so that eighty rules read
a text once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.language import language
from generator.model.finding import Finding
from generator.model.handbook import Handbook
from generator.model.ignore import Ignore
from generator.model.objects import ObjectInHandbook, objects_of
from generator.model.settings import Options
from generator.rules.known_names import Named, known_names
from generator.rules.passages import Passage, passages
from generator.rules.phrases import Phrases

Counts = Mapping[str, Mapping[str, int]]
"""How many findings there are, by code and by what they are about."""


@dataclass(frozen=True)
class Inspection:
    """One look at one handbook.

    ``ignores`` are the comments that suppress findings, ``found`` and ``suppressed`` what
    the rules about the handbook saw (for the rules about the checking itself), ``baseline``
    the counts that may only go down, ``today`` the day on which comments expire.
    """

    handbook: Handbook
    options: Options = field(default_factory=Options)
    ignores: tuple[Ignore, ...] = ()
    found: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, Ignore], ...] = ()
    baseline: Counts | None = None
    today: date | None = None

    def words(self, name: str) -> tuple[str, ...]:
        """A word list of the handbook's language: ``words("vague")``.

        Raises:
            KeyError: when the language has no such list, which a test rules out.
        """
        found: tuple[str, ...] = language(self.handbook.organisation.language).words[name]
        return found

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every process and indicator, with its place."""
        return tuple(passages(self.handbook))

    @cached_property
    def objects(self) -> dict[str, ObjectInHandbook]:
        """Every business object by the slug of its name."""
        return objects_of(self.handbook)

    @cached_property
    def names(self) -> Phrases[Named]:
        """The names of roles, systems, processes, documents and objects, to find in a text."""
        return known_names(self.handbook)
