"""Which pictures the architecture needs: one a layer, or more or none where one would be too full.

What a picture holds grows with the organisation; what somebody can read of it does not, and
drawing takes longer than the number of things in it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagrams.architecture_elements import Layer, in_layer, in_technology, layers_of
from generator.model.handbook import Handbook
from generator.model.identifiers import GroupId

MOST_DRAWN = 40
"""So many processes or systems fit in a picture that can still be read."""


@dataclass(frozen=True, slots=True)
class LayerPart:
    """A layer, or what one group of the value chain has in it, and how many things that are."""

    layer: Layer
    count: int
    group: GroupId | None = None

    @property
    def key(self) -> str:
        """The key of its picture."""
        return "-".join(("architecture", self.layer, *([self.group] if self.group else [])))

    @property
    def is_drawn(self) -> bool:
        """Whether a picture of it can be read."""
        return self.count <= MOST_DRAWN


def parts_of(handbook: Handbook) -> Iterator[LayerPart]:
    """The parts of every layer in which a handbook has something."""
    for layer in layers_of(handbook):
        if layer is Layer.BUSINESS:
            yield from _business(handbook)
        elif layer is Layer.TECHNOLOGY:
            yield LayerPart(layer, len(in_technology(handbook)))
        else:
            yield LayerPart(layer, len(in_layer(layer, handbook)))


def _business(handbook: Handbook) -> Iterator[LayerPart]:
    """The whole layer, or else a part for each group of the value chain that has processes."""
    whole = LayerPart(Layer.BUSINESS, len(handbook.processes))
    if whole.is_drawn:
        yield whole
        return
    counts = Counter(process.group for process in handbook.processes.values())
    in_order = dict.fromkeys((*handbook.groups, *counts))
    yield from (LayerPart(Layer.BUSINESS, counts[item], item) for item in in_order if counts[item])
