"""The text of a step names a system that the step itself does not name (7.1.3)."""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.known_names import names_of
from generator.rules.rule import Fault, Group
from generator.rules.wording.named_at_a_step import NamedAtAStep, mentions_in_steps

CODE: Final = "T102"
NAME: Final = "unnamed-system"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.WORDING
CLAUSES: Final = ("4.4.1", "7.1.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every system in the text of a step that the step does not name, once a step.

    A name with a capital (``Word``) that stands in lower case is an ordinary word.
    """
    named = NamedAtAStep(inspection.handbook)
    capitals = _with_a_capital(inspection)
    told = set()
    for found in mentions_in_steps(inspection, "system"):
        system = found.mention.meaning.id
        key = found.passage.subject, found.step.id, system
        if key in told or found.mention.text in capitals:
            continue
        if system not in named.systems(found.process, found.step):
            told.add(key)
            details = {"system": found.mention.text, "name": found.step.name}
            yield Fault(found.passage.subject, found.passage.path, details)


def _with_a_capital(inspection: Inspection) -> set[str]:
    """The names of one word with a capital, in lower case."""
    systems = inspection.handbook.systems.values()
    names = {name for system in systems for name in names_of(system)}
    single = {name for name in names if " " not in name}
    return {name.lower() for name in single if name != name.lower()} - single
