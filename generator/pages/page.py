"""What a page is, and what every page is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.addresses import Addresses
from generator.charts import Chart, charts_of
from generator.diagrams.diagram import Diagram
from generator.evaluation.named_by import Mention, named_by
from generator.history import History
from generator.language import Language
from generator.model.finding import Finding
from generator.model.handbook import Handbook
from generator.model.ignore import Ignore
from generator.model.objects import ObjectInHandbook, objects_of
from generator.pages.glossary import Glossary, glossary_of


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the staging tree.

    ``path`` ends in ``.md``, or in ``.html`` for a page that is copied as it is.
    ``content`` is the whole file, front matter included. ``edit`` is the file of the
    repository that made the page, which its edit link leads to; None when there is none.
    """

    path: str
    title: str
    content: str
    edit: str | None


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from: the model, the words, the addresses, the diagrams.

    ``findings`` is what the rules see now, ``suppressed`` what they see and somebody lets be,
    ``history`` what git knows of the past.
    """

    handbook: Handbook
    language: Language
    addresses: Addresses
    diagrams: Mapping[str, Diagram]
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[tuple[Finding, Ignore], ...] = ()
    history: History = field(default_factory=History)

    @cached_property
    def objects(self) -> Mapping[str, ObjectInHandbook]:
        """Every business object by its slug."""
        return objects_of(self.handbook)

    @cached_property
    def charts(self) -> Mapping[str, Chart]:
        """Every chart by its key."""
        return charts_of(self.handbook, self.language)

    @cached_property
    def named_by(self) -> Mapping[str, tuple[Mention, ...]]:
        """What of the quality side names each thing, by its reference."""
        return named_by(self.handbook)

    @cached_property
    def glossary(self) -> Glossary:
        """The words that texts link to."""
        return glossary_of(self.handbook.terms.values())

    def label(self, path: str, /, **blanks: object) -> str:
        """A word of the organisation's language."""
        return self.language.label(path, **blanks)

    def labels(self, area: str, *keys: str) -> list[str]:
        """Several words of one area of the labels, such as the columns of a table."""
        return [self.label(f"{area}.{key}") for key in keys]

    def file(self, reference: str) -> str | None:
        """The file of the repository in which something was written."""
        return self.handbook.files.get(reference)
