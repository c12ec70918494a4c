"""The charts of the assessments: areas as bars, phases as a radar, shares as divided bars.

When there is an earlier assessment with the same method, its values are drawn beside those of
now, in another style of line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.charts.chart import (
    Bar,
    BarChart,
    Chart,
    Line,
    RadarChart,
    Shape,
    ShareChart,
)
from generator.evaluation.assessment import percent_of
from generator.language import Language
from generator.model.assessment import Area, Assessment, Share, predecessor
from generator.model.handbook import Handbook

_AXES = 3
"""With fewer areas a radar encloses nothing, and bars tell the same."""


def scores_key(assessment: str) -> str:
    """The key of the chart of what the scores of an assessment make of their maximum."""
    return f"chart-scores-{assessment}"


def phases_key(assessment: str) -> str:
    """The key of the chart of the phases of an assessment's areas."""
    return f"chart-phases-{assessment}"


def shares_key(assessment: str) -> str:
    """The key of the chart of how wholes divide over their parts."""
    return f"chart-shares-{assessment}"


def assessment_charts(handbook: Handbook, language: Language) -> Iterator[Chart]:
    """The charts of every assessment: of its scores, its phases and its shares, if any."""
    for assessment in handbook.assessments.values():
        before = predecessor(assessment, handbook.assessments.values())
        yield from _Measured(assessment, before, language).charts()


@dataclass(frozen=True)
class _Measured:
    """An assessment, the one before it if there is any, and the words of its charts."""

    now: Assessment
    before: Assessment | None
    language: Language

    def charts(self) -> Iterator[Chart]:
        """The charts that say something."""
        shapes = (
            ("scores", scores_key, self._scores()),
            ("phases", phases_key, self._phases()),
            ("shares", shares_key, self._shares()),
        )
        for name, key, shape in shapes:
            if shape is not None:
                title = self._label(f"chart.{name}", name=self.now.name)
                yield Chart(key(self.now.id), title, shape, f"assessment:{self.now.id}")

    def _label(self, path: str, **blanks: object) -> str:
        return self.language.label(f"assessments.{path}", **blanks)

    @cached_property
    def _earlier(self) -> dict[str, Area]:
        return {area.id: area for area in self.before.areas} if self.before else {}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """What the two styles stand for, when there are two."""
        if self.before is None:
            return ()
        return self._named("now", self.now), self._named("before", self.before)

    def _named(self, moment: str, assessment: Assessment) -> str:
        day = f", {assessment.date.isoformat()}" if assessment.date else ""
        return f"{self._label(moment)}: {assessment.name}{day}"

    def _scores(self) -> Shape | None:
        if not any(percent_of(area, self.now) is not None for area in self.now.areas):
            return None
        bars = tuple(self._score(area) for area in self.now.areas)
        return BarChart(bars, maximum=100, names=self._names)

    def _score(self, area: Area) -> Bar:
        percent = percent_of(area, self.now)
        if percent is None:
            words = "none_scored" if area.is_filled_in else "not_filled_in"
            return Bar(area.name, None, self._label(words), self._percent_before(area))
        blanks = {"total": area.total, "maximum": area.maximum(self.now.scale)}
        words = self._label("scored", percent=percent, **blanks)
        if area.stated not in (None, area.total):
            words = f"{words}; {self._label('chart.stated', stated=area.stated)}"
        return Bar(area.name, percent, words, self._percent_before(area))

    def _percent_before(self, area: Area) -> float | None:
        earlier = self._earlier.get(area.id)
        return percent_of(earlier, self.before) if earlier and self.before else None

    def _phases(self) -> Shape | None:
        phases = sorted(self.now.phases, key=lambda grade: grade.value)
        if not phases or all(area.phase is None for area in self.now.areas):
            return None
        if len(self.now.areas) < _AXES:
            bars = tuple(self._phase(area) for area in self.now.areas)
            return BarChart(bars, maximum=len(phases), names=self._names)
        rows = [tuple(self._ring(area) for area in self.now.areas)]
        if self.before:
            earlier = [self._earlier.get(area.id) for area in self.now.areas]
            rows.append(tuple(self._ring(area) for area in earlier))
        names = self._names or (self.now.name,)
        lines = tuple(Line(name, row) for name, row in zip(names, rows, strict=True))
        axes = tuple(area.name for area in self.now.areas)
        return RadarChart(axes, lines, tuple(grade.meaning for grade in phases))

    def _phase(self, area: Area) -> Bar:
        words = "not_filled_in" if area.phase is None else "in_phase"
        said = self._label(words, phase=area.phase)
        return Bar(area.name, self._ring(area), said, self._ring(self._earlier.get(area.id)))

    def _ring(self, area: Area | None) -> float | None:
        """Which of the phases an area is in, counted from the first; None without a known one."""
        values = sorted(grade.value for grade in self.now.phases)
        if area is None or area.phase not in values:
            return None
        return values.index(area.phase) + 1

    def _shares(self) -> Shape | None:
        if not any(share.slices for share in self.now.shares):
            return None
        old = {share.of: share for share in self.before.shares} if self.before else {}
        earlier_ones = (old[share.of] for share in self.now.shares if share.of in old)
        shown = (*self.now.shares, *earlier_ones)  # a part of earlier may be gone by now
        parts = tuple(dict.fromkeys(item.name for share in shown for item in share.slices))
        wholes: list[Line] = []
        for share in self.now.shares:
            wholes.append(_divided(share, parts, share.of))
            if earlier := old.get(share.of):
                name = self._label("chart.whole_before", whole=share.of)
                wholes.append(_divided(earlier, parts, name))
        return ShareChart(parts, tuple(wholes))


def _divided(share: Share, parts: tuple[str, ...], name: str) -> Line:
    percents = {item.name: item.percent for item in share.slices}
    return Line(name, tuple(percents.get(part) for part in parts))
