"""How an indicator stands by its measurements."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.evaluation.indicator import (
    MOST_SHOWN,
    Attainment,
    Evaluation,
    Timeline,
    Trend,
    counts,
    evaluate,
    frequency_in,
    timeline,
)
from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.measurement import Frequency, Series
from generator.model.quality import Kpi

LOANS = KpiId("lb-loans")


def made(library: Handbook, rows: str, **fields: object) -> tuple[Kpi, Handbook]:
    """The library with other measurements (``2026-01 4, 2026-02 5``) of a changed indicator."""
    plain: dict[str, object] = {"band": None, "frequency": None, "direction": None}
    data = library.kpis[LOANS].model_dump() | plain | fields
    kpi = Kpi.model_validate(data)
    pairs = [row.split() for row in rows.split(", ") if row]
    values = [{"period": period, "value": value} for period, value in pairs]
    series = Series.model_validate({"id": LOANS, "values": values})
    return kpi, replace(library, kpis={LOANS: kpi}, measurements={LOANS: series})


def test_the_library(library: Handbook) -> None:
    kpi = library.kpis[LOANS]
    found = evaluate(kpi, library)
    assert found.attainment is Attainment.ON_TARGET
    assert found.latest is not None
    assert found.previous is not None
    assert (found.latest.period, found.latest.value) == ("2026-W05", Decimal(120))
    assert found.previous.period == "2026-W03"
    assert (found.trend, found.is_better) == (Trend.UP, True)
    values = (Decimal(96), Decimal(104), Decimal(88), None, Decimal(120))
    weeks = tuple(f"2026-W0{week}" for week in range(1, 6))
    assert timeline(kpi, library) == Timeline(weeks, values)


ATTAINMENTS = {
    "no band": ("2026-01 4", {}, Attainment.NO_TARGET),
    "an empty band": ("2026-01 4", {"band": {}}, Attainment.NO_TARGET),
    "at the lower bound": ("2026-01 4", {"band": {"low": 4}}, Attainment.ON_TARGET),
    "below it": ("2026-01 3.999", {"band": {"low": 4}}, Attainment.OFF_TARGET),
    "at the upper bound": ("2026-01 4.0", {"band": {"high": 4}}, Attainment.ON_TARGET),
    "above it": ("2026-01 4.000001", {"band": {"high": 4}}, Attainment.OFF_TARGET),
    "between": ("2026-01 -1", {"band": {"low": -2, "high": 0}}, Attainment.ON_TARGET),
    "nothing": ("", {"band": {"low": 4}}, Attainment.NOT_MEASURED),
    "the latest counts, wherever it stands": (
        "2026-03 9, 2026-01 1, 2026-02 1",
        {"band": {"low": 4}},
        Attainment.ON_TARGET,
    ),
    "of one period the last counts": (
        "2026-01 1, 2026-01 9",
        {"band": {"low": 4}},
        Attainment.ON_TARGET,
    ),
    "other lengths do not count": (
        "2026-01 9, 2026-02 9, 2026-Q4 1, 2027 1",
        {"band": {"low": 4}},
        Attainment.ON_TARGET,
    ),
    "the indicator says which length counts": (
        "2026-01 9, 2026-02 9, 2026-Q4 1",
        {"band": {"low": 4}, "frequency": "quarter"},
        Attainment.OFF_TARGET,
    ),
    "what is not on the calendar does not count": ("2026-02-30 9", {}, Attainment.NOT_MEASURED),
}


@pytest.mark.parametrize(("rows", "fields", "expected"), ATTAINMENTS.values(), ids=ATTAINMENTS)
def test_attainment(
    library: Handbook, rows: str, fields: dict[str, object], expected: Attainment
) -> None:
    assert evaluate(*made(library, rows, **fields)).attainment is expected


BAND = {"low": 4, "high": 6}
TRENDS = {
    "one value": ("2026-01 4", {"direction": "up"}, (None, None)),
    "up and that is good": ("2026-01 4, 2026-02 5", {"direction": "up"}, (Trend.UP, True)),
    "down and that is bad": ("2026-01 5, 2026-02 4", {"direction": "up"}, (Trend.DOWN, False)),
    "up and that is bad": ("2026-01 4, 2026-02 5", {"direction": "down"}, (Trend.UP, False)),
    "down and that is good": ("2026-01 5, 2026-02 4", {"direction": "down"}, (Trend.DOWN, True)),
    "flat": ("2026-01 4, 2026-02 4.0", {"direction": "up"}, (Trend.FLAT, None)),
    "nobody said what is good": ("2026-01 4, 2026-02 5", {}, (Trend.UP, None)),
    "towards the target": (
        "2026-01 1, 2026-02 3",
        {"direction": "target", "band": BAND},
        (Trend.UP, True),
    ),
    "away from the target": (
        "2026-01 7, 2026-02 9",
        {"direction": "target", "band": BAND},
        (Trend.UP, False),
    ),
    "over the target to the other side": (
        "2026-01 1, 2026-02 7",
        {"direction": "target", "band": BAND},
        (Trend.UP, True),
    ),
    "within the target": (
        "2026-01 4, 2026-02 6",
        {"direction": "target", "band": BAND},
        (Trend.UP, None),
    ),
    "a target without numbers": ("2026-01 4, 2026-02 6", {"direction": "target"}, (Trend.UP, None)),
}


@pytest.mark.parametrize(("rows", "fields", "expected"), TRENDS.values(), ids=TRENDS)
def test_trend(
    library: Handbook,
    rows: str,
    fields: dict[str, object],
    expected: tuple[Trend | None, bool | None],
) -> None:
    found = evaluate(*made(library, rows, **fields))
    assert (found.trend, found.is_better) == expected


def test_not_measured(library: Handbook) -> None:
    kpi = library.kpis[KpiId("lb-refusals")]
    assert evaluate(kpi, library) == Evaluation(Attainment.NOT_MEASURED)
    assert timeline(kpi, library) == Timeline()


def test_a_row_of_values_is_bounded(library: Handbook) -> None:
    kpi, handbook = made(library, "1026-01 1, 2026-01 2")
    found = timeline(kpi, handbook)
    assert len(found.periods) == len(found.values) == MOST_SHOWN
    assert (found.periods[0], found.periods[-1]) == ("2021-02", "2026-01")
    assert found.values == (None,) * (MOST_SHOWN - 1) + (Decimal(2),)
    assert timeline(kpi, handbook, most=1).periods == ("2026-01",)


LENGTHS = {
    "none": ("", {}, None),
    "most of them": ("2026 1, 2026-01 1, 2026-02 1", {}, Frequency.MONTH),
    "as the indicator says": ("2026-01 1", {"frequency": "day"}, Frequency.DAY),
}


@pytest.mark.parametrize(("rows", "fields", "expected"), LENGTHS.values(), ids=LENGTHS)
def test_how_long_a_period_is(
    library: Handbook, rows: str, fields: dict[str, object], expected: Frequency | None
) -> None:
    kpi, handbook = made(library, rows, **fields)
    assert frequency_in(kpi, handbook.measurements[LOANS]) is expected


def test_counts(library: Handbook) -> None:
    assert counts(library.kpis.values(), library) == {
        Attainment.ON_TARGET: 1,
        Attainment.OFF_TARGET: 0,
        Attainment.NO_TARGET: 0,
        Attainment.NOT_MEASURED: 1,
    }
