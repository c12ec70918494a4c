"""Which words speak of the same thing, for the rules about goals and indicators."""

import pytest

from generator.rules.measures.stems import lexicon_of, share_a_stem, stem_of

SAME = [
    ("nl", "fietsen", "fiets"),
    ("nl", "taken", "taak"),
    ("nl", "prijzen", "prijs"),
    ("nl", "herstelde", "hersteld"),
    ("nl", "productieorders", "order"),
    ("nl", "back-upcontroles", "back-up"),
    ("nl", "geëscaleerd", "geescaleerde"),
    ("en", "bicycles", "bicycle"),
    ("en", "repairing", "repaired"),
    ("en", "deliveries", "delivered"),
]
DIFFERENT = [
    ("nl", "verlengingen", "verlenen"),
    ("nl", "onderzoek", "onderhoud"),
    ("nl", "besteedbaar", "bestelling"),
    ("nl", "tak", "tas"),
    ("nl", "aantal", "aantal"),  # says how, not what
    ("en", "complaint", "completed"),
    ("en", "request", "requirement"),
]


@pytest.mark.parametrize(("code", "word", "other"), SAME)
def test_these_are_the_same(code: str, word: str, other: str) -> None:
    lexicon = lexicon_of(code)
    assert share_a_stem(lexicon.content(word), [f"x {other} y"], lexicon)
    assert share_a_stem(lexicon.content(other), [word], lexicon)


@pytest.mark.parametrize(("code", "word", "other"), DIFFERENT)
def test_these_are_not(code: str, word: str, other: str) -> None:
    lexicon = lexicon_of(code)
    assert not share_a_stem(lexicon.content(word), [other], lexicon)
    assert not share_a_stem(lexicon.content(other), [word], lexicon)


def test_a_stem_is_the_same_from_every_form() -> None:
    lexicon = lexicon_of("nl")
    assert stem_of("opgeloste", lexicon) == stem_of("opgelost", lexicon)
    assert stem_of("klanten", lexicon) == stem_of("klant", lexicon)
    assert stem_of("klassen", lexicon) != stem_of("klant", lexicon)


@pytest.mark.parametrize(
    ("word", "stem"), [("", ""), ("_", ""), ("___", ""), ("1", "1"), ("²", "2"), ("🙂", "")]
)
def test_odd_words_have_a_stem_too(word: str, stem: str) -> None:
    assert stem_of(word, lexicon_of("nl")) == stem
