"""Both languages say the same things."""

from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from generator.language import LANGUAGES, language


def leaves(found: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, dict):
        for key, value in found.items():
            yield from leaves(value, f"{path}.{key}")
    else:
        yield path, str(found)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("subject", ["labels", "messages", "fields"])
def test_languages_have_the_same_keys_and_blanks(subject: str) -> None:
    one, other = (dict(leaves(getattr(language(code), subject))) for code in LANGUAGES)
    assert one, f"no {subject}"
    assert sorted(one) == sorted(other)
    if subject != "fields":
        assert {key: blanks(text) for key, text in one.items()} == {
            key: blanks(text) for key, text in other.items()
        }


def test_a_label_fills_its_blanks() -> None:
    assert language("nl").label("cli.created", path="x") == "Gemaakt: x"
