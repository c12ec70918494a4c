"""Words such as ``if necessary`` leave open who decides, when, or how much (4.4.1 c: criteria)."""

from collections.abc import Collection, Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.passages import Passage
from generator.rules.phrases import Mention, Phrases, sentence_at, word_set
from generator.rules.rule import Fault, Group

CODE: Final = "N106"
NAME: Final = "vague-words"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.NAMES
CLAUSES: Final = ("4.4.1", "8.1")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every vague expression once a text.

    A summary repeats what the steps say: what is vague in both is shown at the step.
    """
    times = frozenset(inspection.words("vague-times"))
    units = frozenset(inspection.words("time-units"))
    known = *inspection.doubtful_words("vague-words"), *inspection.doubtful_words("vague-times")
    vague = Phrases((word, word) for word in known)
    seen = [
        (passage, mention)
        for passage in inspection.passages
        for mention in vague.mentions(passage.text)
        if mention.meaning not in times or not _has_quantity(passage.text, mention, units)
    ]
    elsewhere = {
        (passage.subject, mention.meaning) for passage, mention in seen if not _is_summary(passage)
    }
    told = set()
    for passage, mention in seen:
        key = passage.subject, passage.path, mention.meaning
        repeats = _is_summary(passage) and (passage.subject, mention.meaning) in elsewhere
        if key not in told and not repeats:
            told.add(key)
            yield Fault(passage.subject, passage.path, {"word": mention.text})


def _is_summary(passage: Passage) -> bool:
    return passage.field == "summary"


def _has_quantity(text: str, mention: Mention[str], units: Collection[str]) -> bool:
    """Whether the sentence holds a unit of time: ``regularly, every two weeks``."""
    return not word_set(sentence_at(text, mention.start)).isdisjoint(units)
