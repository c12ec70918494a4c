"""A reported problem says that a rule sees it, and the rule does not.

Either the structure was mended and the problem with it, or the link was wrong.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.rules.control.sights import Sights
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group

CODE: Final = "X106"
NAME: Final = "signal-not-seen"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.CONTROL
CLAUSES: Final = ("9.1.3", "10.2.1", "10.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every rule that a problem names and that sees nothing of it.

    While a part of the handbook cannot be read nothing is reported.
    """
    if inspection.handbook.unread:
        return
    known = inspection.codes
    sights = Sights(inspection)
    for identifier, problem in inspection.handbook.bottlenecks.items():
        for number, code in enumerate(problem.seen_by):
            if not sights.is_seen(problem, code):
                details = {"rule": code} | ({} if code in known else nearest(code, known))
                yield Fault(f"bottleneck:{identifier}", ("seen_by", number), details)
