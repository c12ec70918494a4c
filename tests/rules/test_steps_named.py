"""The short way to the steps that are named finds what the long way finds."""

from pathlib import Path

from generator.load import load
from generator.rules.references.steps_named import steps_named_in
from generator.rules.subjects import names_in, subjects
from small_handbook import write

LIBRARY = Path(__file__).parents[1] / "data" / "harbour-library"


def test_no_step_and_no_reference_is_passed_over(tmp_path: Path) -> None:
    count = 0
    for root in (write(tmp_path), LIBRARY):
        for subject, entity in subjects(load(root).readable):
            every = [name for name in names_in(entity) if name[0] in {("step",), ("reference",)}]
            assert list(steps_named_in(entity)) == every, subject
            count += len(every)
    assert count > 10
