from dataclasses import replace

import pytest

from generator.evaluation.citations import cited, lacking
from generator.model.handbook import Handbook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.1", "standard:iso-9001-2015#4.1"),
        ("4.4.1 b", "standard:iso-9001-2015#4.4.1-b"),
        ("4.4.1-b", "standard:iso-9001-2015#4.4.1-b"),
        ("1998: 1", "standard:old-rules#1"),
        ("1998:1", "standard:old-rules#1"),
        ("1", None),
        ("4.4.1 z", None),
        ("2000: 4.1", None),
        ("clause 4.1", None),
        ("", None),
    ],
)
def test_what_a_text_cites(library: Handbook, text: str, expected: str | None) -> None:
    assert cited(text, library) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("4.2", ["ISO 9001:2015"]),
        ("4.4.1 z", ["ISO 9001:2015"]),
        ("1998: 4.1", ["Rules of 1998"]),
        ("4.1", []),
        ("ISO 27001: 5.2", []),
        ("the whole of it", []),
    ],
)
def test_a_citation_of_nothing(library: Handbook, text: str, names: list[str]) -> None:
    assert [standard.name for standard in lacking(text, library)] == names


def test_without_standards_nothing_is_cited_and_nothing_is_lacking(library: Handbook) -> None:
    without = replace(library, standards={})
    assert cited("4.1", without) is None
    assert lacking("4.1", without) == ()
