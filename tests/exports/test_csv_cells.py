"""No cell is taken for a formula, and every cell reads as what was put in."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.csv_cells import cell, csv_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
STARTS = st.sampled_from(["=", "+", "-", "@", "\t", "\r", "\n", "'", " =", "＝", "＠"])


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        '=HYPERLINK("https://evil.example")',
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ann", "a=1", "2026-01-01", "ann+b@example.org", "Zoë – x"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert cell(text) == text


@given(st.builds(str.__add__, STARTS, TEXTS) | TEXTS)
def test_no_cell_starts_as_a_formula_and_each_can_be_read_back(text: str) -> None:
    found = cell(text)
    assert not found.lstrip(" \u00a0").startswith(
        ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＠")
    )
    assert (found.removeprefix("'")) == text


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=3), max_size=3))
def test_rows_read_back_as_they_were(rows: list[list[str]]) -> None:
    found = list(csv.reader(io.StringIO(csv_text(rows), newline="")))
    assert found == [[cell(text) for text in row] for row in rows]


def test_a_number_stays_a_number() -> None:
    assert csv_text([["-1", Decimal("-1.50"), Decimal("1e3")]]) == "'-1,-1.50,1000\r\n"
