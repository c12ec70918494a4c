"""Numbers as they are written beside a chart, to the last digit that was measured."""

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal


def number(value: Decimal | float, decimal: str) -> str:
    """A number without needless digits, with the decimal sign of the language."""
    exact = Decimal(str(value)).normalize() + 0  # no minus before a zero
    return f"{exact:f}".replace(".", decimal).replace("-", "\u2212")


def ticks(low: Decimal, high: Decimal, count: int = 4) -> list[Decimal]:
    """Round numbers from below ``low`` to above ``high``, about ``count`` steps apart.

    The steps are 1, 2 or 5 times a power of ten, as people count. They differ, however close
    and large the values are: nothing is rounded to binary fractions.
    """
    span = (high - low) or abs(high) or Decimal(1)
    power = Decimal(1).scaleb((span / count).adjusted())
    step = next(power * size for size in (1, 2, 5, 10) if power * size * count >= span)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return [at * step for at in range(first, max(last, first + 1) + 1)]


def known(values: Iterable[Decimal | None]) -> list[Decimal]:
    """The values that are there.

    Raises:
        ValueError: when one is not a number that can be drawn.
    """
    found = [value for value in values if value is not None]
    if endless := [value for value in found if not value.is_finite()]:
        message = f"{endless[0]} cannot be drawn"
        raise ValueError(message)
    return found
