"""A process is filed under a group that does not exist.

What it finds: a folder of `processes/` that is no group in `organisation/groups.yml`.

Why it matters: the process has no place in the process landscape.

How to fix: move the file to the folder of a group, or add the group.
"""

from collections.abc import Iterator
from typing import Final

from generator.model.finding import Severity
from generator.model.guess import nearest
from generator.model.handbook import Handbook
from generator.rules.r101_unknown_reference import known
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "R103"
NAME: Final = "unknown-group"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.REFERENCES


def check(handbook: Handbook) -> Iterator[Fault]:
    """Yields every process in a folder that is no group."""
    for subject, process in processes(handbook):
        if not known(handbook, ("group",), process.group):
            details = {"id": str(process.group)} | nearest(process.group, tuple(handbook.groups))
            yield Fault(subject, (), details)
