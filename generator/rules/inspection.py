"""What a rule looks at: the handbook, the words of its language, and what was worked out once.

Everything here is computed on first use and shared by the rules, so that eighty rules read
a text once.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.control.issued import Issued
from generator.control.separation import ApprovalInHistory
from generator.language import language
from generator.model.finding import Finding
from generator.model.handbook import Handbook
from generator.model.ignore import Ignore
from generator.model.objects import ObjectInHandbook, objects_of
from generator.model.settings import Options
from generator.rules.known_names import Named, known_names
from generator.rules.passages import Passage, passages
from generator.rules.phrases import Mention, Phrases
from generator.rules.subjects import Naming, namings

Counts = Mapping[str, Mapping[str, int]]
"""How many findings there are, by code and by what they are about."""


@dataclass(frozen=True)
class Inspection:
    """One look at one handbook.

    ``ignores`` are the comments that suppress findings, ``found`` and ``suppressed`` what
    the rules about the handbook saw (for the rules about the checking itself). ``codes``
    are those of the rules about the handbook, ``suppressible`` those that a comment may
    suppress. ``baseline`` are the counts that may only go down, ``baseline_before`` what
    they were in the version compared with, ``today`` is the day on which comments expire.
    """

    handbook: Handbook
    options: Options = field(default_factory=Options)
    ignores: tuple[Ignore, ...] = ()
    found: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, Ignore], ...] = ()
    codes: tuple[str, ...] = ()
    suppressible: frozenset[str] = frozenset()
    baseline: Counts | None = None
    baseline_before: Counts | None = None
    today: date | None = None
    issued: Mapping[str, Issued] = field(default_factory=dict)
    """What the main line has of each process, by identifier; empty where there is no git."""
    approvals: Mapping[str, ApprovalInHistory] = field(default_factory=dict)
    """What git knows of the approval of each process, by identifier."""

    @property
    def language(self) -> str:
        """The code of the handbook's language."""
        return self.handbook.organisation.language

    def words(self, name: str) -> tuple[str, ...]:
        """A word list of the handbook's language: ``words("vague")``.

        Raises:
            KeyError: when the language has no such list, which a test rules out.
        """
        found: tuple[str, ...] = language(self.language).words[name]
        return found

    def doubtful_words(self, name: str) -> tuple[str, ...]:
        """A word list without the words that the organisation accepts.

        Raises:
            KeyError: when the language has no such list, which a test rules out.
        """
        accepted = self.accepted_words
        return tuple(word for word in self.words(name) if word not in accepted)

    @property
    def accepted_words(self) -> frozenset[str]:
        """The words that are clear here, however vague elsewhere, in lower case."""
        return frozenset(word.lower() for word in self.options.accepted_words)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every process and indicator, with its place."""
        return tuple(passages(self.handbook))

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Every entity with the identifiers that it names."""
        return tuple(namings(self.handbook))

    @cached_property
    def objects(self) -> dict[str, ObjectInHandbook]:
        """Every business object by the slug of its name."""
        return objects_of(self.handbook)

    @cached_property
    def names(self) -> Phrases[Named]:
        """The names of roles, systems, documents and processes, to find in a text."""
        return known_names(self.handbook)

    @cached_property
    def named(self) -> tuple[tuple[Passage, Mention[Named]], ...]:
        """Every such name in every passage, in their order."""
        return tuple(
            (passage, mention)
            for passage in self.passages
            for mention in self.names.mentions(passage.text)
        )
