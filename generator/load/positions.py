"""Answers where a value of the model stands in the files."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.load.node import Node
from generator.model.finding import FieldPath, Position


@dataclass(frozen=True)
class FilePositions:
    """The places of everything that was read.

    ``trees`` are the files; ``places`` gives for a reference to an entity its file and
    the way to it inside that file.
    """

    trees: Mapping[str, Node]
    places: Mapping[str, tuple[str, FieldPath]]

    def at(self, subject: str, path: FieldPath = ()) -> Position:
        """The spot of a value in what ``subject`` names: a reference, or a file.

        What the file does not hold is found at the nearest thing around it; a file that
        was not read, at its start.
        """
        reference, _, step = subject.partition("#")
        file, prefix = self.places.get(reference, (subject, ()))
        tree = self.trees.get(file)
        if tree is None:
            return Position(file)
        if step:
            prefix = (*prefix, "steps", *_index_of(tree, step))
        return Position(file, *tree.at((*prefix, *path)))


def _index_of(process: Node, step: str) -> tuple[int, ...]:
    steps = process.value.get("steps") if isinstance(process.value, dict) else None
    listed = steps if isinstance(steps, list) else []
    for index, item in enumerate(listed):
        if isinstance(item, dict) and item.get("id") == step:
            return (index,)
    return ()
