"""What a diagram calls things, where they lead, and how it marks what is not the source's."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.addresses import Addresses
from generator.diagrams.style import foot
from generator.diagrams.syntax import escaped
from generator.language import Language
from generator.model.base import Origin, OriginKind
from generator.model.handbook import Handbook, slug
from generator.model.identifiers import RoleId, SystemId
from generator.model.process import Process, Stereotype

_SEVERAL = 2
"""From how many elements with the same mark that mark is written once, below the diagram."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name to show and the address it leads to, if it has a page."""

    text: str
    url: str | None = None


@dataclass(frozen=True)
class Names:
    """The names, addresses and words that the diagrams of one handbook share."""

    handbook: Handbook
    language: Language
    addresses: Addresses

    def word(self, path: str, /, **blanks: object) -> str:
        """A word from the diagrams' own labels."""
        return self.language.label(f"diagrams.{path}", **blanks)

    def role(self, role: RoleId) -> Name:
        """A role by its name; an unknown one by its identifier."""
        found = self.handbook.roles.get(role)
        return Name(found.name if found else role, self.addresses.url(f"role:{role}"))

    def system(self, system: SystemId) -> Name:
        """A system by its name; an unknown one by its identifier."""
        found = self.handbook.systems.get(system)
        return Name(found.name if found else system, self.addresses.url(f"system:{system}"))

    def object(self, name: str) -> Name:
        """A business object, or the role or system that stands under that name."""
        return Name(name, self.addresses.object_url(name))

    def process(self, process: Process) -> Name:
        """A process by its name."""
        return Name(process.name, self.addresses.url(f"process:{process.id}"))

    def step(self, process: Process, step: str) -> str | None:
        """The address of a step."""
        return self.addresses.url(f"process:{process.id}#{step}")

    def stereotype(self, stereotype: Stereotype) -> str:
        """The word for a stereotype."""
        return self.language.label(f"stereotype.{stereotype.value}")

    def marks_explained(
        self, text: str, shared: Mapping[str, OriginKind] = MappingProxyType({})
    ) -> Iterator[str]:
        """A legend, as PlantUML lines, of the marks that a diagram's text holds.

        ``shared`` has the sorts of elements that all have one mark, which then stands here only.
        """
        found = [self.all_marked(sort, kind) for sort, kind in shared.items()]
        found += [
            f"{self._symbol(kind)} {self.word(f'marks.{kind.value}')}"
            for kind in OriginKind
            if self._symbol(kind) and self._mark(kind) in text
        ]
        if found:
            yield from foot(found)

    def all_marked(self, sort: str, kind: OriginKind) -> str:
        """That all elements of a sort have one origin, as a sentence."""
        return f"{self.word(f'every.{sort}')}: {self.word(f'marks.{kind.value}')}"

    def marked(self, text: str, *origins: Origin) -> str:
        """A finished label with the marks of its origins behind it."""
        return text + "".join(
            self._mark(kind)
            for kind in dict.fromkeys(origin.origin for origin in origins)
            if self._symbol(kind)
        )

    def _mark(self, kind: OriginKind) -> str:
        return f"<b>{escaped(self._symbol(kind))}</b>"

    def _symbol(self, kind: OriginKind) -> str:
        return "" if kind is OriginKind.SOURCE else self.word(f"symbols.{kind.value}")


def stereotypes_of(process: Process) -> dict[str, Stereotype]:
    """The stereotype of each object that a process declares, by the slug of its name."""
    return {slug(item.name): item.stereotype for item in reversed(process.objects)}


def shared_origin(elements: Iterable[tuple[Origin, ...]]) -> OriginKind | None:
    """The one origin that all of several elements have, if that is not the source."""
    found = [frozenset(origin.origin for origin in element) for element in elements]
    kinds = {kind - {OriginKind.SOURCE} for kind in found}
    if len(found) < _SEVERAL or len(kinds) != 1:
        return None
    (kind,) = kinds
    return next(iter(kind)) if len(kind) == 1 else None


def listing(words: Iterable[str], last: str) -> str:
    """Words as a sentence lists them: ``a, b en c``."""
    found = list(words)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {last} {found[-1]}"
