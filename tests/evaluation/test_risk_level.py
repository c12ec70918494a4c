"""The level of a risk, its band and its place, in tables of cases."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluation.risk_level import (
    band_of,
    grid_after,
    grid_now,
    level_of,
    lowest_level,
    rated,
)
from generator.model.handbook import Handbook
from generator.model.improvement import Rating, Risk, RiskScale


def scale(*bands: tuple[str, int], least: int = 1, values: int = 3) -> RiskScale:
    """A scale with as many values for chance as for effect."""
    grades = [{"value": least + n, "meaning": f"m{n}"} for n in range(values)]
    return RiskScale.model_validate(
        {
            "name": "x",
            "chance": grades,
            "effect": grades,
            "bands": [{"name": name, "least": start} for name, start in bands],
        }
    )


def with_risks(
    library: Handbook, ratings: Mapping[str, tuple[int, int] | None], of: RiskScale | None
) -> Handbook:
    """The library with other risks: each by its chance and effect, None being not rated."""
    risks = {}
    for name, pair in ratings.items():
        rating = None if pair is None else {"chance": pair[0], "effect": pair[1]}
        risk = Risk.model_validate({"id": name, "name": name, "rating": rating})
        risks[risk.id] = risk
    return replace(library, risks=risks, risk_scale=of)


BANDS = (("low", 1), ("middle", 4), ("high", 6))


@pytest.mark.parametrize(
    ("level", "bands", "expected"),
    [
        (1, BANDS, "low"),
        (3, BANDS, "low"),
        (4, BANDS, "middle"),
        (6, BANDS, "high"),
        (25, BANDS, "high"),
        (5, tuple(reversed(BANDS)), "middle"),
        (0, BANDS, None),
        (9, (), None),
    ],
)
def test_the_band_is_the_highest_that_begins_at_or_below_a_level(
    level: int, bands: tuple[tuple[str, int], ...], expected: str | None
) -> None:
    found = band_of(level, scale(*bands))
    assert (found and found.name) == expected
    assert band_of(level, None) is None


def test_a_level_is_chance_times_effect() -> None:
    found = level_of(Rating(chance=2, effect=3), scale(*BANDS))
    assert found
    assert (found.value, found.band and found.band.name) == (6, "high")
    assert level_of(None, scale(*BANDS)) is None


def test_the_highest_goes_first_and_the_unrated_last_while_numbers_stay(library: Handbook) -> None:
    ratings = {"a": None, "b": (1, 2), "c": (3, 3), "d": (2, 1), "e": (1, 3), "f": None}
    found = rated(with_risks(library, ratings, None))
    assert [(item.number, str(item.risk.id)) for item in found] == [
        *((3, "c"), (5, "e"), (2, "b"), (4, "d")),
        *((1, "a"), (6, "f")),
    ]


def test_the_levels_of_the_library(library: Handbook) -> None:
    first, second = rated(library)
    assert first.before
    assert first.after
    assert (first.before.value, first.before.band and first.before.band.name) == (6, "high")
    assert (first.after.value, first.after.band and first.after.band.name) == (3, "low")
    assert (second.before, second.after) == (None, None)


def test_the_grid_has_every_pair_and_each_risk_once(library: Handbook) -> None:
    ratings = {"a": (2, 3), "b": (2, 3), "c": (1, 1), "d": None}
    grid = grid_now(with_risks(library, ratings, scale(*BANDS)))
    assert grid
    levels = [[cell.level.value for cell in row] for row in grid.cells]
    assert levels == [[1, 2, 3], [2, 4, 6], [3, 6, 9]]
    heats = [[cell.heat for cell in row] for row in grid.cells]
    assert heats == [[0, 0, 0], [0, 1, 2], [0, 2, 2]]
    placed = {
        (row, column): [str(item.risk.id) for item in cell.risks]
        for row, cells in enumerate(grid.cells)
        for column, cell in enumerate(cells)
        if cell.risks
    }
    assert placed == {(1, 2): ["a", "b"], (0, 0): ["c"]}


@pytest.mark.parametrize(
    ("bands", "expected"),
    [((), [-1, -1, -1]), ((("middle", 2),), [-1, 0, 0]), ((("x", 1), ("y", 1)), [0, 0, 0])],
)
def test_a_level_without_a_band_is_not_called_low(
    library: Handbook, bands: tuple[tuple[str, int], ...], expected: list[int]
) -> None:
    grid = grid_now(with_risks(library, {}, scale(*bands)))
    assert grid
    assert [cell.heat for cell in grid.cells[0]] == expected


def test_the_axes_go_from_low_to_high_however_the_file_has_them(library: Handbook) -> None:
    given_ = scale()
    turned = given_.model_copy(update={"chance": tuple(reversed(given_.chance))})
    grid = grid_now(with_risks(library, {}, turned))
    assert grid
    assert [grade.value for grade in grid.chances] == [1, 2, 3]
    assert grid.is_empty


def test_what_is_not_on_the_scale_has_no_place(library: Handbook) -> None:
    grid = grid_now(with_risks(library, {"a": (9, 1)}, scale()))
    assert grid
    assert grid.is_empty


def test_without_a_scale_there_is_no_grid(library: Handbook) -> None:
    handbook = with_risks(library, {"a": (1, 1)}, None)
    assert (grid_now(handbook), grid_after(handbook)) == (None, None)


def test_the_grid_of_later_holds_what_is_expected(library: Handbook) -> None:
    grid = grid_after(library)
    assert grid
    found = [
        (row, column)
        for row, cells in enumerate(grid.cells)
        for column, cell in enumerate(cells)
        if cell.risks
    ]
    assert found == [(0, 2)]


@pytest.mark.parametrize(("least", "expected"), [(0, 0), (1, 1), (2, 4)])
def test_the_lowest_level_is_the_product_of_the_lowest_values(least: int, expected: int) -> None:
    assert lowest_level(scale(least=least)) == expected


@given(
    chance=st.integers(1, 5),
    effect=st.integers(1, 5),
    starts=st.sets(st.integers(1, 25), max_size=5),
)
def test_the_band_of_a_level_is_the_nearest_below(
    chance: int, effect: int, starts: set[int]
) -> None:
    of = scale(*((str(start), start) for start in starts), values=5)
    found = level_of(Rating(chance=chance, effect=effect), of)
    assert found
    below = [start for start in starts if start <= chance * effect]
    assert (found.band.least if found.band else None) == (max(below) if below else None)
