"""Two handbooks compared, as one value that every format is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.diff.by_thing import by_thing, earlier_subject
from generator.diff.change import MEANING, Change, Nature
from generator.diff.words import Words
from generator.language import Language, language
from generator.model.control import VersionCase
from generator.model.finding import Finding
from generator.model.handbook import Handbook
from generator.model.identifiers import Version
from generator.model.process import Process


@dataclass(frozen=True)
class Side:
    """One of the two handbooks: as much of it as could be read, and what is wrong with the rest.

    ``name`` is what it was asked for by: a branch, tag, commit or folder. It is empty for the
    files at hand, and for a base that is another commit for each process.
    """

    handbook: Handbook
    name: str = ""
    faults: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """What the version policy asks of a process for its changes.

    ``case`` is ``CONTENT`` when the changes decide it, else what the author declares, and
    None while the author declares nothing.
    """

    case: VersionCase | None
    version: Version
    """What it should carry; without a case, when its author says that only the language changed."""
    other_version: Version | None = None
    """Without a case: what it should carry when its author says that the content changed."""
    is_met: bool = False
    """Whether it carries that version, or a later one."""


@dataclass(frozen=True)
class Compared:
    """Two handbooks and what changed from the one to the other.

    ``demands`` are by reference (``process:x``), ``issued`` has the version that each process
    was compared with.

    Without ``before`` every process was compared with the version of it that was issued.
    """

    after: Side
    before: Side | None = None
    changes: tuple[Change, ...] = ()
    demands: Mapping[str, Demand] = field(default_factory=dict)
    issued: Mapping[str, Version] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of the handbook afterwards."""
        return language(self.after.handbook.organisation.language)

    @property
    def sides(self) -> tuple[Side, ...]:
        """The handbooks that were read, the earlier one first."""
        return (self.before, self.after) if self.before else (self.after,)


@dataclass(frozen=True)
class Thing:
    """A thing of the handbook with everything that changed in it."""

    subject: str
    """Its reference, as it is now."""
    name: str
    file: str | None
    """Where it is written, or was."""
    changes: tuple[Change, ...]
    versions: tuple[str, str] = ("", "")
    """The version that it carried and the one that it carries; empty for what carries none."""
    demand: Demand | None = None

    @property
    def kind(self) -> str:
        """The kind of thing, as references name it."""
        return self.subject.partition(":")[0]

    @property
    def identifier(self) -> str:
        """What identifies it among its kind."""
        return self.subject.partition(":")[2]

    @property
    def meant(self) -> tuple[Change, ...]:
        """The changes of what is said and how."""
        return tuple(change for change in self.changes if change.kind.nature in MEANING)

    @property
    def is_about_the_source(self) -> bool:
        """Whether nothing changed but the account of the source."""
        return all(change.kind.nature is Nature.ORIGIN for change in self.changes)


def things(compared: Compared) -> tuple[Thing, ...]:
    """What changed, thing by thing; the steps of a process are with their process."""
    found = by_thing(compared.changes).items()
    return tuple(_thing(subject, changes, compared) for subject, changes in found)


def _thing(subject: str, changes: tuple[Change, ...], compared: Compared) -> Thing:
    was = earlier_subject(subject, changes)
    places = [(compared.after.handbook, subject)]
    if compared.before:
        places.append((compared.before.handbook, was))
    there = [(handbook, reference) for handbook, reference in places if _has(handbook, reference)]
    names = (_name(handbook, reference) for handbook, reference in there)
    files = (handbook.files.get(reference) for handbook, reference in there)
    return Thing(
        subject,
        next(names, subject),
        next(files, None),
        changes,
        versions=_versions(subject, was, compared),
        demand=compared.demands.get(subject),
    )


def _versions(subject: str, was: str, compared: Compared) -> tuple[str, str]:
    before = compared.before.handbook.find(was) if compared.before else None
    earlier = _version(before) or compared.issued.get(subject, "")
    return earlier, _version(compared.after.handbook.find(subject))


def _version(thing: object) -> str:
    return thing.document.version if isinstance(thing, Process) else ""


def _has(handbook: Handbook, reference: str) -> bool:
    return handbook.find(reference) is not None or reference in handbook.files


def _name(handbook: Handbook, reference: str) -> str:
    found = handbook.find(reference)
    return Words(handbook).title(found) if found else reference
