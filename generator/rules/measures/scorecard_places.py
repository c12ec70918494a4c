"""Where the parts of the scorecard stand in its file, for the rules about it."""

from collections.abc import Iterator

from generator.model.finding import FieldPath
from generator.model.scorecard import Factor, Objective, Scorecard

SUBJECT = "scorecard"
"""The reference of the scorecard, of which there is one."""


def objectives_in(scorecard: Scorecard) -> Iterator[tuple[FieldPath, Objective]]:
    """Every objective and the way to it."""
    for number, side in enumerate(scorecard.perspectives):
        for place, objective in enumerate(side.objectives):
            yield ("perspectives", number, "objectives", place), objective


def factors_in(scorecard: Scorecard) -> Iterator[tuple[FieldPath, Objective, Factor]]:
    """Every critical success factor, the way to it and its objective."""
    for path, objective in objectives_in(scorecard):
        for number, factor in enumerate(objective.factors):
            yield (*path, "factors", number), objective, factor
