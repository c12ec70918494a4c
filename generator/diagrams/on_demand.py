"""Diagrams by key, each made when it is first looked at."""

from collections.abc import Callable, Iterator, Mapping

from generator.diagrams.diagram import Diagram


class OnDemand(Mapping[str, Diagram]):
    """A mapping that knows its keys at once and makes a diagram once, on asking."""

    def __init__(self, makers: Mapping[str, Callable[[], Diagram]]) -> None:
        """Takes what makes each diagram, in the order of the keys."""
        self._makers = makers
        self._made: dict[str, Diagram] = {}

    def __getitem__(self, key: str) -> Diagram:
        """The diagram of a key."""
        if key not in self._made:
            self._made[key] = self._makers[key]()
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        """The keys in order."""
        return iter(self._makers)

    def __len__(self) -> int:
        """How many diagrams there are."""
        return len(self._makers)
