"""Periods in the texts of indicators: named (``per maand``), or promised (``per tijdseenheid``)."""

from dataclasses import dataclass
from functools import cache

from generator.language import language
from generator.rules.phrases import Mention, Phrases


@dataclass(frozen=True)
class Periods:
    """The phrases of one language for a period of measuring.

    ``named`` say which one it is, ``unnamed`` that there is one.
    """

    named: Phrases[bool]
    unnamed: Phrases[bool]

    def are_in(self, text: str) -> bool:
        """Whether a text speaks of a period, named or not."""
        return self.promised(text) is not None or any(self.named.mentions(text))

    def promised(self, text: str) -> Mention[bool] | None:
        """The first words that speak of a period without saying which."""
        return next(iter(self.unnamed.mentions(text)), None)


@cache
def periods_of(code: str) -> Periods:
    """The phrases of a language."""
    words = language(code).words
    return Periods(
        named=Phrases((phrase, True) for phrase in words["named-periods"]),
        unnamed=Phrases((phrase, True) for phrase in words["unnamed-periods"]),
    )
