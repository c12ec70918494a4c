"""An indicator about something that the process neither makes nor handles.

ISO 9001:2015, 4.4.1 c: indicators serve the control of the process itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook
from generator.model.process import Process
from generator.model.quality import Kpi
from generator.rules.inspection import Inspection
from generator.rules.measures.process_words import named, texts_of
from generator.rules.measures.stems import Lexicon, lexicon_of, share_a_stem, stem_of
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group

CODE: Final = "K103"
NAME: Final = "kpi-measures-nothing"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("4.4.1", "9.1.1")


@dataclass(frozen=True, slots=True)
class _Subjects:
    """What an indicator of a process can be about: what it names, and whom it serves."""

    texts: frozenset[str]
    customers: frozenset[str]


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every indicator of which no word is a word of its process."""
    handbook = inspection.handbook
    lexicon = lexicon_of(inspection.language)
    opinions = inspection.words("words-of-opinion")
    subjects: dict[str, _Subjects] = {}
    for kpi in handbook.kpis.values():
        process = handbook.processes.get(kpi.process)
        if process is None:
            continue
        if process.id not in subjects:
            subjects[process.id] = _subjects(process, handbook, lexicon)
        if not _is_served(kpi, subjects[process.id], lexicon, opinions):
            details = {"kpi": kpi.name, "process": process.name}
            yield Fault(f"kpi:{kpi.id}", ("name",), details)


def _subjects(process: Process, handbook: Handbook, lexicon: Lexicon) -> _Subjects:
    systems = {key for step in process.steps for key in (*step.uses, *step.performed_by)}
    names = [handbook.systems[key].name for key in sorted(systems) if key in handbook.systems]
    if group := handbook.groups.get(process.group):
        names.append(group.name)
    outside = (*process.customers, *(process.use_case.actors if process.use_case else ()))
    roles = [handbook.roles[key].name for key in outside if key in handbook.roles]
    return _Subjects(
        frozenset(named(process).union(names)),
        frozenset(stem_of(word.text, lexicon) for role in roles for word in words_of(role)),
    )


def _is_served(kpi: Kpi, subjects: _Subjects, lexicon: Lexicon, opinions: tuple[str, ...]) -> bool:
    """Whether the process names what the indicator is about, or it says too little to tell.

    What customers think of the work counts, and how many customers there are; what is only
    theirs (``income of the customer``) does not.
    """
    words = [word for text in texts_of(kpi) for word in lexicon.content(text)]
    about = [word for word in words if stem_of(word, lexicon) not in subjects.customers]
    if not words or words[0] not in about or any(word.startswith(opinions) for word in words):
        return True
    return bool(about) and share_a_stem(about, subjects.texts, lexicon)
