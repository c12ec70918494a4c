"""Two texts set different limits to the time of one thing (8.2.3, 9.1.1)."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from generator.model.finding import FieldPath, Severity
from generator.model.handbook import slug
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.passages import Passage
from generator.rules.phrases import sentence_at, word_set
from generator.rules.rule import Fault, Group
from generator.rules.wording.durations import Durations, Norm, durations_of

CODE: Final = "T105"
NAME: Final = "two-time-norms"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.WORDING
CLAUSES: Final = ("8.2.3", "9.1.1")

_TEXTS = frozenset({"explanation", "remarks", "criterion", "text", "question", "when", "how"})
_FIELDS = _TEXTS | {"target"}
_STEM = 5
"""Words that begin with so many equal letters are taken for one word in two forms."""
_MOST = 50
"""The most limits of one step or process that are compared with each other."""


class Said(NamedTuple):
    """A limit and where it stands; ``about`` are the words and ``topics`` the kinds of time."""

    norm: Norm
    subject: str
    path: FieldPath
    step: str | None
    about: frozenset[str]
    topics: frozenset[int]
    what: str | None = None


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every limit that another one contradicts, once, at the later of the two."""
    said = _Limits(inspection)
    for process in inspection.handbook.processes.values():
        told = set()
        for one, other in combinations(said.of(process)[:_MOST], 2):
            place = other.subject, other.path
            if place not in told and _contradict(one, other):
                told.add(place)
                details = {"norm": other.norm.text, "other": one.norm.text}
                yield Fault(other.subject, other.path, details)


def _contradict(one: Said, other: Said) -> bool:
    if one.norm.kind != other.norm.kind or one.norm.amount == other.norm.amount:
        return False
    if one.what and other.what:
        return slug(one.what) == slug(other.what)
    same_topic = bool(one.topics & other.topics)
    if one.path == other.path and one.subject == other.subject:
        return same_topic
    if one.step and one.step == other.step:
        return same_topic or not (one.topics or other.topics)
    shared = len(one.about & other.about)
    if same_topic:
        return shared > 0
    return shared > 1 and not (one.topics and other.topics)


class _Limits:
    """The limits of every process, those of the register of norms first, then the texts."""

    def __init__(self, inspection: Inspection) -> None:
        code = inspection.language
        self._durations: Durations = durations_of(code)
        self._topics = [tuple(item.split()) for item in inspection.words("topics-of-a-limit")]
        kpis = inspection.handbook.kpis.values()
        self._indicators = {f"kpi:{kpi.id}": f"{kpi.name} {kpi.definition or ''}" for kpi in kpis}
        processes = inspection.handbook.processes.values()
        self._found = {process.id: list(self._in_register(process)) for process in processes}
        self._open = {
            (process.id, norm.step)
            for process in processes
            for norm in process.time_norms
            if norm.decision and norm.step
        }
        for passage in inspection.passages:
            if passage.process and passage.field in _FIELDS:
                self._found[passage.process.id] += self._in_passage(passage, passage.process)

    def of(self, process: Process) -> list[Said]:
        """The limits of a process."""
        return self._found[process.id]

    def _in_register(self, process: Process) -> Iterator[Said]:
        for index, item in enumerate(process.time_norms):
            norm = self._durations.norm(item.norm) if item.norm and not item.decision else None
            if norm:
                path = ("time_norms", index, "norm")
                subject = f"process:{process.id}"
                yield self._said(norm, subject, path, item.step, item.what)._replace(what=item.what)

    def _in_passage(self, passage: Passage, process: Process) -> Iterator[Said]:
        """The limits in a text, unless the step has a norm that is yet to be decided."""
        subject, path, text = passage.subject, passage.path, passage.text
        step = passage.step.id if passage.step else None
        if passage.field == "target":
            norm = self._durations.norm(text)
            if norm:
                yield self._said(norm, subject, path, None, self._indicators.get(subject, text))
        elif (process.id, step) not in self._open:
            for norm in self._durations.limits_in(text):
                yield self._said(norm, subject, path, step, sentence_at(text, norm.start))

    def _said(self, norm: Norm, subject: str, path: FieldPath, step: str | None, text: str) -> Said:
        words = word_set(text) - self._durations.all_units
        about = frozenset(word[:_STEM] for word in words if len(word) >= _STEM)
        topics = frozenset(
            number
            for number, stems in enumerate(self._topics)
            if any(word.startswith(stems) for word in words)
        )
        return Said(norm, subject, path, step, about, topics)
