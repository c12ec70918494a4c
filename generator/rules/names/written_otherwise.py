"""Names in running text that are written otherwise than where they are given."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.rules.names.spellings import Name, form, letters
from generator.rules.phrases import Word, words_of

_SHORTEST = 5
"""Shorter names coincide with other words too easily."""


class WrittenOtherwise:
    """Finds known names with other blanks, hyphens or accents, or other capitals inside."""

    def __init__(
        self, names: Mapping[str, Name], *, articles: Collection[str], particles: Collection[str]
    ) -> None:
        """Takes the names by their letters, and the small words that tell verbs from names."""
        self._names = names
        self._articles = frozenset(articles)
        self._particles = frozenset(particles)
        self._beginnings = {
            key[:length]
            for key in names
            if len(key) >= _SHORTEST
            for length in range(1, len(key) + 1)
        }
        self._letters: dict[str, str] = {}

    def found_in(self, text: str) -> Iterator[tuple[str, str]]:
        """What is written otherwise in a text, and how it should be written."""
        words = words_of(text)
        index = 0
        while index < len(words):
            end, key = self._longest(text, words, index)
            if key:
                written = text[words[index].start : words[end - 1].end]
                differs = self._differs(written, self._names[key])
                if differs and not self._is_verb(words, index, end):
                    yield written, self._names[key].right
            index = end

    def _longest(self, text: str, words: Sequence[Word], index: int) -> tuple[int, str]:
        """The longest name that begins at a word: where it ends, and its letters."""
        found = index + 1, ""
        joined, end = "", index
        while end < len(words):
            if end > index and not text[words[end - 1].end : words[end].start].isspace():
                break
            joined += self._letters_of(words[end].text)
            end += 1
            if joined not in self._beginnings:
                break
            if joined in self._names and len(joined) >= _SHORTEST:
                found = end, joined
        return found

    def _letters_of(self, word: str) -> str:
        if word not in self._letters:
            self._letters[word] = letters(word)
        return self._letters[word]

    def _differs(self, written: str, name: Name) -> bool:
        shape = form(written).rstrip(".")
        allowed = {other.rstrip(".") for other in name.allowed}
        if shape in allowed:
            return False
        if shape.lower() not in {other.lower() for other in allowed}:
            return True
        return any(other != other.lower() for other in allowed) and not written.isupper()

    def _is_verb(self, words: Sequence[Word], index: int, end: int) -> bool:
        """Whether two words are rather a verb: ``set up the server`` beside a ``setup``."""
        if end - index != 2 or words[end - 1].text not in self._particles:
            return False
        return index == 0 or words[index - 1].text not in self._articles
