"""What the scores of an assessment make of their maximum, in whole percents."""

from generator.model.assessment import Area, Assessment


def percent_of(area: Area, assessment: Assessment) -> int | None:
    """Which part of its maximum an area reaches; None where that means nothing."""
    return percentage(area.total, area.maximum(assessment.scale))


def percentage(total: int, maximum: int) -> int | None:
    """A total as a part of a maximum, in whole percents, a half upwards; None without a maximum."""
    return (200 * total + maximum) // (2 * maximum) if maximum > 0 else None
