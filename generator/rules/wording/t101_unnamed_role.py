"""In the text of a step somebody takes part whom the step itself does not name (5.3)."""

from collections.abc import Collection, Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.phrases import words_of
from generator.rules.rule import Fault, Group
from generator.rules.wording.named_at_a_step import InAStep, NamedAtAStep, mentions_in_steps

CODE: Final = "T101"
NAME: Final = "unnamed-role"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.WORDING
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role in the text of a step that the step does not name, once a step.

    What is only *of* somebody (``the wishes of the customer``) tells nothing about who acts.
    """
    named = NamedAtAStep(inspection.handbook)
    belonging = frozenset(inspection.words("words-of-belonging"))
    articles = frozenset(inspection.words("articles"))
    told = set()
    for found in mentions_in_steps(inspection, "role"):
        role = found.mention.meaning.id
        key = found.passage.subject, found.step.id, role
        if key in told or _is_owner(found, belonging, articles):
            continue
        if role not in named.roles(found.process, found.step):
            told.add(key)
            details = {"role": found.mention.text, "name": found.step.name}
            yield Fault(found.passage.subject, found.passage.path, details)


def _is_owner(found: InAStep, belonging: Collection[str], articles: Collection[str]) -> bool:
    before = words_of(found.passage.text[: found.mention.start])[-2:]
    words = [word.text for word in before]
    if words and words[-1] in articles:
        words.pop()
    return bool(words) and words[-1] in belonging
