"""What a step does, by the verb in its name, and in which state it leaves an object."""

from collections.abc import Iterator, Mapping

from generator.model.handbook import slug
from generator.model.process import ObjectState, Process
from generator.rules.inspection import Inspection
from generator.rules.phrases import Word, words_of
from generator.rules.written_objects import objects_in


class VerbKind(dict[str, bool]):
    """Whether a name of a step has a verb of one kind: ``VerbKind(...)["Software testen"]``.

    With the word list ``verb_places: start`` a verb counts at the start of a name and behind a
    joining word; with ``anywhere`` it counts wherever it stands. A language chooses. Every
    name is read once.
    """

    def __init__(self, inspection: Inspection, name: str) -> None:
        """Takes a word list by its name."""
        super().__init__()
        self._verbs = frozenset(inspection.words(name))
        self._joining = frozenset(inspection.words("joining_words"))
        self._anywhere = "anywhere" in inspection.words("verb_places")

    def __missing__(self, name: str) -> bool:
        """Reads a name."""
        words = words_of(name)
        found = not self._verbs.isdisjoint([word.text for word in words])
        if found and not self._anywhere:
            found = not self._verbs.isdisjoint(self._at_a_start(words))
        self[name] = found
        return found

    def _at_a_start(self, words: tuple[Word, ...]) -> Iterator[str]:
        before = None
        for word in words:
            if before is None or before in self._joining:
                yield word.text
            before = word.text


class StateKind(dict[str | None, bool]):
    """Whether a state, or an answer put as one, is of one kind: ``StateKind(...)["akkoord"]``."""

    def __init__(self, inspection: Inspection, name: str) -> None:
        """Takes a word list by its name."""
        super().__init__({None: False})
        self._states = frozenset(map(slug, inspection.words(name)))

    def __missing__(self, state: str | None) -> bool:
        """Reads a state."""
        self[state] = slug(state or "") in self._states
        return self[state]

    def given_in(self, process: Process) -> Mapping[int, list[tuple[int, ObjectState]]]:
        """What steps give in one of the states: by step, with its place among the outputs."""
        if not any(self[state] for _, state in objects_in(process)):
            return {}
        found: dict[int, list[tuple[int, ObjectState]]] = {}
        for index, step in enumerate(process.steps):
            for number, item in enumerate(step.outputs):
                if self[item.state]:
                    found.setdefault(index, []).append((number, item))
        return found
