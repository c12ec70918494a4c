"""Which lines of the change logs an improvement caused.

ISO 9001:2015, 6.3: changes are planned; 10.3: the organisation improves continually.
"""

from collections.abc import Mapping

from generator.model.control import Change
from generator.model.handbook import Handbook
from generator.model.identifiers import ImprovementId
from generator.model.process import Process


def changes_by_improvement(
    handbook: Handbook,
) -> Mapping[ImprovementId, tuple[tuple[Process, Change], ...]]:
    """The lines of the change logs that name an improvement, in the order of the processes."""
    found: dict[ImprovementId, list[tuple[Process, Change]]] = {}
    for process in handbook.processes.values():
        for line in process.changes:
            if line.improvement:
                found.setdefault(line.improvement, []).append((process, line))
    return {key: tuple(lines) for key, lines in found.items()}
