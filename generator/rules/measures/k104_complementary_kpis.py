"""Two indicators that are each other's complement: who knows the one, knows the other.

ISO 9001:2015, 9.1.1: the organisation determines what needs to be measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.finding import Severity
from generator.model.quality import Kpi
from generator.rules.inspection import Inspection
from generator.rules.measures.process_words import texts_of
from generator.rules.measures.stems import Lexicon, lexicon_of, stem_of
from generator.rules.phrases import word_set, words_of
from generator.rules.rule import Fault, Group

CODE: Final = "K104"
NAME: Final = "complementary-kpis"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.MEASURES
CLAUSES: Final = ("9.1.1",)


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every share that is what is left of an earlier one of its process."""
    sides = _sides(inspection)
    shares = frozenset(inspection.words("words-of-a-share"))
    seen: dict[tuple[str, frozenset[str]], dict[bool, Kpi]] = {}
    for kpi in inspection.handbook.kpis.values():
        if not _is_share(kpi, shares):
            continue
        about, denied = sides.of(kpi.name)
        before = seen.setdefault((kpi.process, about), {})
        if about and (other := before.get(not denied)):
            yield Fault(f"kpi:{kpi.id}", ("name",), {"kpi": kpi.name, "other": other.name})
        before.setdefault(denied, kpi)


def _is_share(kpi: Kpi, shares: frozenset[str]) -> bool:
    """Only of shares of one whole does the one follow from the other."""
    if "%" in (kpi.unit or ""):
        return True
    texts = (*texts_of(kpi), *filter(None, (kpi.unit,)))
    return any(not shares.isdisjoint(word_set(text)) for text in texts)


@dataclass(frozen=True, slots=True)
class _Sides:
    """What turns a name into its opposite: words such as ``not``, pairs, and prefixes."""

    lexicon: Lexicon
    denials: frozenset[str]
    opposites: dict[str, tuple[str, bool]]
    prefixes: tuple[str, ...]

    def of(self, name: str) -> tuple[frozenset[str], bool]:
        """What a name is about, and whether it is about the other side of it."""
        about, denied = set(), False
        for word in _parts(name):
            if word in self.denials:
                denied = not denied
                continue
            subject, turned = self._plain(word)
            denied = denied != turned
            if subject:
                about.add(subject)
        return frozenset(about), denied

    def _plain(self, word: str) -> tuple[str, bool]:
        """The word as it counts, empty for one without content, and whether it is turned."""
        stem = stem_of(word, self.lexicon)
        if stem in self.opposites:
            return self.opposites[stem]
        if word in self.lexicon.empty:
            return "", False
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) > len(prefix) + 3:
                return stem_of(word[len(prefix) :], self.lexicon), True
        return stem, False


def _parts(name: str) -> Iterator[str]:
    """The words of a name, those with a hyphen in parts: ``niet-opgelost``."""
    for word in words_of(name):
        yield from word.text.split("-")


def _sides(inspection: Inspection) -> _Sides:
    lexicon = lexicon_of(inspection.language)
    opposites: dict[str, tuple[str, bool]] = {}
    for pair in inspection.words("opposites"):
        first, *others = (stem_of(word, lexicon) for word in pair.split())
        opposites.setdefault(first, (first, False))
        for other in others:
            opposites.setdefault(other, (first, True))
    return _Sides(
        lexicon,
        frozenset(inspection.words("denials")),
        opposites,
        inspection.words("negative-prefixes"),
    )
