"""Sentences: long texts are cut down, and every label is of something."""

from dataclasses import replace
from enum import Enum

import pytest

from generator.diff.excerpt import LONGEST, excerpts, shortened
from generator.diff.fields import _IN_ORDER, _SPECIAL, fields_of
from generator.diff.words import Words
from generator.language import LANGUAGES, language
from generator.load.discover import FILES
from generator.model import (
    assessment,
    audit,
    base,
    improvement,
    measurement,
    organisation,
    process,
    quality,
    scorecard,
    standard,
)
from generator.model.handbook import Handbook
from tests.diff.test_every_field import models_below

_MODULES = (
    *(assessment, audit, base, improvement, measurement),
    *(organisation, process, quality, scorecard, standard),
)
MODELS = models_below(*(layout.model for layout in FILES))
KEYS = {name for model in MODELS for name in model.model_fields}
FIELDS = {spec.full_name for model in MODELS for spec in fields_of(model).values()}
LONG = "The customer sends a request and the clerk writes it down in the register of requests."


def test_short_texts_are_shown_whole() -> None:
    assert excerpts("a  b\nc", "a c") == ("a b c", "a c")


def test_long_texts_are_cut_down_to_what_is_different() -> None:
    before, after = f"{LONG} Then wait one day. {LONG}", f"{LONG} Then wait two days. {LONG}"
    assert excerpts(before, after) == (
        "… of requests. Then wait one day. The customer sends a …",
        "… of requests. Then wait two days. The customer sends a …",
    )


def test_a_text_that_got_an_end_shows_the_end() -> None:
    assert excerpts(LONG, f"{LONG} Done.") == (
        "… the register of requests.",
        "… the register of requests. Done.",
    )


def test_what_is_still_long_is_cut_off() -> None:
    before, after = excerpts("", LONG * 3)
    assert (before, len(after)) == ("", LONGEST)
    assert after.endswith("…")
    assert shortened("word " * 50).endswith("…")


def test_special_fields_are_fields_of_the_model() -> None:
    special = {name for names in _SPECIAL.values() for name in names} | set(_IN_ORDER)
    assert special - KEYS - FIELDS == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_for_fields_are_of_fields_of_the_model(code: str) -> None:
    assert set(language(code).labels["diff"]["field"]) - KEYS - FIELDS == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_subject_has_a_word(code: str, library: Handbook) -> None:
    kinds = {*library.entities, "step", "organisation", "matrix"}
    kinds |= {"sourcemap", "riskscale", "scorecard"}
    assert set(language(code).labels["diff"]["subject"]) == kinds


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_value_of_an_enumeration_has_a_word(code: str, library: Handbook) -> None:
    changed = library.organisation.model_copy(update={"language": code})
    words = Words(replace(library, organisation=changed))
    values = [
        value
        for module in _MODULES
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Enum) and list(kind)
        for value in kind
    ]
    assert len(values) > 40
    assert all(words.value(value) for value in values)
