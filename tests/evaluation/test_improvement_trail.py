"""The changes that an improvement caused."""

from generator.evaluation.improvement_trail import changes_by_improvement
from generator.model.handbook import Handbook


def test_the_changes_that_name_an_improvement(library: Handbook) -> None:
    (found,) = changes_by_improvement(library).items()
    name, ((process, line),) = found
    assert (name, process.id, line.version) == ("count-days", "lend-book", "1.1")
