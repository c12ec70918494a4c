"""A step takes, gives or records a role as if it were an object.

In the business process diagram people are resources (Eriksson and Penker); what a step takes
or gives is an object in a state.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from generator.model.finding import Severity
from generator.model.handbook import Handbook, slug
from generator.rules.inspection import Inspection
from generator.rules.known_names import names_of
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes
from generator.rules.written_objects import objects_in, written_objects

CODE: Final = "B104"
NAME: Final = "role-as-object"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.OBJECTS
CLAUSES: Final = ("4.4.1", "5.3")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every role that stands among the objects of a step or an activity."""
    roles = frozenset(map(slug, _names(inspection.handbook))) - {""}
    is_role = cache(lambda name: slug(name) in roles)
    for subject, process in processes(inspection.handbook):
        if not any(is_role(name) for name, _ in objects_in(process)):
            continue
        for item, path, step in written_objects(process):
            if step and is_role(item.object):
                yield Fault(subject, path, {"role": item.object, "name": step.name})


def _names(handbook: Handbook) -> Iterator[str]:
    for role in handbook.roles.values():
        yield from names_of(role)
