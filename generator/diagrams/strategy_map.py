"""The strategy map: the objectives by perspective, and which objective helps to reach which.

Kaplan and Norton, "Strategy Maps" (2004): a lane for each perspective, the effect above and the
cause below.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.addresses import objective_anchor
from generator.diagrams.names import Names, shared_origin
from generator.diagrams.style import document
from generator.diagrams.syntax import aliases, label, target
from generator.model.base import OriginKind
from generator.model.scorecard import Objective, Perspective, Scorecard

_OBJECTIVE_WIDTH = 16
_LANE_WIDTH = 40
_TITLES = "<style>\nrectangle {\n  title {\n    HorizontalAlignment left\n  }\n}\n</style>"
"""An arrow upwards would run through a title in the middle of its lane."""


def strategy_map_text(scorecard: Scorecard, names: Names) -> str:
    """The strategy map as PlantUML; a perspective without objectives has no lane."""
    shared = shared_mark(scorecard)
    lanes = [side for side in scorecard.perspectives if side.objectives]
    known = aliases((item.id for item in scorecard.objectives), "objective")
    lines = [
        _TITLES,
        *(
            line
            for number, side in enumerate(lanes)
            for line in _lane(side, number, scorecard, names, known, marked=shared is None)
        ),
    ]
    lines += _one_below_the_other(lanes, known)
    for source, supported in supports(scorecard):
        # Written from above: PlantUML's layout puts where an arrow starts above where it ends.
        lines.append(f"{known[supported.id]} <-- {known[source.id]}")
    marks = {"objectives": shared} if shared else {}
    return document([*lines, *names.marks_explained("\n".join(lines), marks)])


def supports(scorecard: Scorecard) -> tuple[tuple[Objective, Objective], ...]:
    """Every objective with each that it helps to reach; what is not there is left out."""
    known = {item.id: item for item in reversed(scorecard.objectives)}
    return tuple(
        (item, known[name])
        for item in scorecard.objectives
        for name in dict.fromkeys(item.supports)
        if name in known and name != item.id
    )


def shared_mark(scorecard: Scorecard) -> OriginKind | None:
    """The origin of all objectives, when that is one and not the source."""
    return shared_origin(
        (scorecard.origin(objective_path(side, item)),)
        for side in scorecard.perspectives
        for item in side.objectives
    )


def _lane(
    side: Perspective,
    number: int,
    scorecard: Scorecard,
    names: Names,
    known: Mapping[str, str],
    *,
    marked: bool,
) -> Iterator[str]:
    yield f'rectangle "{label(side.name, _LANE_WIDTH)}" as lane{number} {{'
    for item in side.objectives:
        text = label(item.name, _OBJECTIVE_WIDTH)
        if marked:
            text = names.marked(text, scorecard.origin(objective_path(side, item)))
        url = f"{names.addresses.url('scorecard')}#{objective_anchor(item.id)}"
        yield f'rectangle "{text}" as {known[item.id]} <<goal>>{target(url, before=" ")}'
    yield "}"


def _one_below_the_other(lanes: list[Perspective], known: Mapping[str, str]) -> Iterator[str]:
    """Lines without ink that keep each lane wholly below the one before it."""
    for above, below in pairwise(lanes):
        helped = {name for item in above.objectives for name in item.supports}
        own = {item.id for item in below.objectives}
        lowest = [item for item in above.objectives if item.id not in helped] or above.objectives
        highest = [item for item in below.objectives if own.isdisjoint(item.supports)]
        for item in lowest:
            for other in highest or below.objectives:
                yield f"{known[item.id]} -[hidden]- {known[other.id]}"


def objective_path(side: Perspective, item: Objective) -> str:
    """The path of an objective's name inside the scorecard, as its origins have it."""
    return f"perspectives.{side.id}.objectives.{item.id}.name"
