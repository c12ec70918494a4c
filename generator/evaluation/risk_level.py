"""How high a risk is: chance times effect, its band, and its place among the others.

ISO 9001:2015, 6.1.1: the organisation determines the risks that need to be addressed. A level
is a product of two values of the scale, as in the table of risks that many handbooks use; a
band says from which level on it is called what (ISO 31000:2018, 6.4.4: against criteria).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.assessment import Grade
from generator.model.handbook import Handbook
from generator.model.improvement import Rating, Risk, RiskBand, RiskScale


@dataclass(frozen=True, slots=True)
class Level:
    """A rating on a scale: chance times effect, and the band that it falls in, if any."""

    rating: Rating
    band: RiskBand | None = None

    @property
    def value(self) -> int:
        """Chance times effect."""
        return self.rating.level


@dataclass(frozen=True, slots=True)
class Rated:
    """A risk with its number in the register and its levels, now and after the measure."""

    number: int
    risk: Risk
    before: Level | None
    after: Level | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in the grid: its level, how high its band is (-1 without one), and its risks."""

    level: Level
    heat: int
    risks: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Every pair of a chance and an effect: ``cells[chance][effect]``, both from low to high."""

    chances: tuple[Grade, ...]
    effects: tuple[Grade, ...]
    cells: tuple[tuple[Cell, ...], ...]

    @property
    def is_empty(self) -> bool:
        """Whether no risk stands anywhere in it."""
        return not any(cell.risks for row in self.cells for cell in row)


def band_of(level: int, scale: RiskScale | None) -> RiskBand | None:
    """The highest band that begins at or below a level; None without bands, or below the first."""
    below = [band for band in scale.bands if band.least <= level] if scale else []
    return max(below, key=lambda band: band.least, default=None)


def level_of(rating: Rating | None, scale: RiskScale | None) -> Level | None:
    """The level of a rating on a scale; None without a rating."""
    return Level(rating, band_of(rating.level, scale)) if rating else None


def rated(handbook: Handbook) -> tuple[Rated, ...]:
    """Every risk with its levels: the highest first, those without a rating last.

    A risk keeps the number of its line in the register, whatever its level becomes.
    """
    scale = handbook.risk_scale
    found = [
        Rated(number, risk, level_of(risk.rating, scale), level_of(risk.after, scale))
        for number, risk in enumerate(handbook.risks.values(), start=1)
    ]
    return tuple(sorted(found, key=_height))


def _height(item: Rated) -> tuple[bool, int, int]:
    """A place in the order; of two equal levels the one that was written first goes first."""
    return item.before is None, -item.before.value if item.before else 0, item.number


def grid_now(handbook: Handbook) -> Grid | None:
    """The grid with the risks as they are rated now; None without a scale."""
    return _grid(handbook, lambda item: item.before)


def grid_after(handbook: Handbook) -> Grid | None:
    """The grid with the ratings that are expected after the measures; None without a scale."""
    return _grid(handbook, lambda item: item.after)


def _grid(handbook: Handbook, level: Callable[[Rated], Level | None]) -> Grid | None:
    """Every cell of the scale; a rating that is not on the scale has no place in it."""
    scale = handbook.risk_scale
    if scale is None:
        return None
    placed: dict[tuple[int, int], list[Rated]] = {}
    for item in sorted(rated(handbook), key=lambda item: item.number):
        if found := level(item):
            placed.setdefault((found.rating.chance, found.rating.effect), []).append(item)
    chances, effects = _ascending(scale.chance), _ascending(scale.effect)
    cells = tuple(
        tuple(_cell(chance, effect, scale, placed) for effect in effects) for chance in chances
    )
    return Grid(chances, effects, cells)


def _cell(
    chance: Grade, effect: Grade, scale: RiskScale, placed: dict[tuple[int, int], list[Rated]]
) -> Cell:
    # Not validated: a scale may go beyond what a rating may have, and has its own rules.
    rating = Rating.model_construct(chance=chance.value, effect=effect.value)
    risks = tuple(placed.get((chance.value, effect.value), ()))
    return Cell(Level(rating, band_of(rating.level, scale)), _heat(rating.level, scale), risks)


def _heat(level: int, scale: RiskScale) -> int:
    """How many bands lie below that of a level; -1 when it has none."""
    return sum(least <= level for least in set(_thresholds(scale))) - 1


def _thresholds(scale: RiskScale) -> Iterator[int]:
    return (band.least for band in scale.bands)


def _ascending(grades: tuple[Grade, ...]) -> tuple[Grade, ...]:
    return tuple(sorted(grades, key=lambda grade: grade.value))


def bands_in_order(scale: RiskScale) -> tuple[RiskBand, ...]:
    """The bands from low to high."""
    return tuple(sorted(scale.bands, key=lambda band: band.least))


def lowest_level(scale: RiskScale) -> int:
    """The lowest level that the scale can give."""
    return min(grade.value for grade in scale.chance) * min(grade.value for grade in scale.effect)
