"""Where a process names an object, and the quick way to the same objects."""

from pathlib import Path

import pytest

from generator.load import load
from generator.model.finding import FieldPath
from generator.model.process import Process
from generator.model.work import work_in
from generator.rules.written_objects import objects_in, written_objects

DATA = Path(__file__).parents[1] / "data"
PROCESSES = [
    pytest.param(process, id=process.id)
    for name in ("harbour-library", "as-written")
    for process in load(DATA / name).readable.processes.values()
]


def at(value: object, path: FieldPath) -> object:
    """What stands at a path."""
    for key in path:
        value = value[key] if isinstance(key, int) else getattr(value, key)  # type: ignore[index]
    return value


@pytest.mark.parametrize("process", PROCESSES)
def test_work_stands_where_it_says(process: Process) -> None:
    found = work_in(process)
    assert all(at(process, work.path) is work.part for work in found)
    steps = [work.part for work in found if work.part is work.step]
    assert steps == list(process.steps)
    activities = [work.part for work in found if work.part is not work.step]
    assert activities == [item for step in process.steps for item in step.activities]


@pytest.mark.parametrize("process", PROCESSES)
def test_objects_stand_where_they_say_and_the_quick_way_misses_none(process: Process) -> None:
    found = list(written_objects(process))
    assert all(at(process, written.path) is written.item for written in found)
    assert objects_in(process) == {(item.object, item.state) for item, _, _ in found}
    assert [written.item for written in found if written.step is None] == [
        interface.object for interface in process.interfaces
    ]
