"""The values that Hypothesis makes, for tests that need many of them at once."""

from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy

Value = TypeVar("Value")


def examples(strategy: SearchStrategy[Value], count: int) -> list[Value]:
    """So many values of a strategy, the same in every run."""
    found: list[Value] = []

    @settings(
        deadline=None,
        max_examples=count,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(value=strategy)
    def collect(value: Value) -> None:
        found.append(value)

    collect()
    return found
