"""A goal that neither the results of the process nor its indicators speak of.

ISO 9001:2015, 4.4.1 a: the outputs expected of a process; 6.2.1: objectives are monitored.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.measures.process_words import kpis_by_process, made, texts_of
from generator.rules.measures.stems import lexicon_of, share_a_stem
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "K203"
NAME: Final = "goal-unserved"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("4.4.1", "6.2.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every goal of which no word is a word of an output, an end or an indicator."""
    lexicon = lexicon_of(inspection.language)
    general = frozenset(inspection.words("general-words-in-goals"))
    kpis = kpis_by_process(inspection.handbook)
    for subject, process in processes(inspection.handbook):
        if not process.goal:
            continue
        words = [word for word in lexicon.content(process.goal) if word not in general]
        measured = {text for kpi in kpis.get(process.id, ()) for text in texts_of(kpi)}
        if words and not share_a_stem(words, made(process) | measured, lexicon):
            yield Fault(subject, ("goal",), {"goal": process.goal})
