"""Pieces of the pages about assessments: grades in words, percents, what a low score touches."""

from collections.abc import Iterable

from markupsafe import Markup

from generator.model.assessment import Area, Assessment, Grade
from generator.model.quality import Bottleneck
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import thing, with_lines
from generator.pages.page import Site
from generator.pages.sections import bullets


def graded(value: int, grades: Iterable[Grade], site: Site) -> str:
    """A value with its meaning, ``3 (yes)``; the value alone when the scale lacks it."""
    meaning = next((grade.meaning for grade in grades if grade.value == value), None)
    if meaning is None:
        return str(value)
    return site.label("assessments.graded", value=value, meaning=meaning)


def signed(difference: int) -> str:
    """A difference with its sign, also when it is more: ``+3``."""
    return f"{difference:+d}".replace("-", "\u2212")


def percents(percent: int | None) -> Markup | None:
    """A percentage in digits, for in a table; None for None."""
    return None if percent is None else Markup('<span class="nowrap">{} %</span>').format(percent)


def not_filled_in(site: Site) -> Markup:
    """What stands where nobody gave an answer."""
    words = literal(site.label("assessments.not_filled_in"))
    return Markup('<span class="open">{}</span>').format(words)


def touched(area: Area, links: Links) -> Markup:
    """What a low score of an area is about; a bottleneck comes with its text."""
    return bullets(_touched(reference, links) for reference in area.touches)


def _touched(reference: str, links: Links) -> Markup:
    found = links.site.handbook.find(reference)
    if isinstance(found, Bottleneck):
        said = (links.to(reference), with_lines(found.text, (), links))
        return joined(said, ": ")
    return thing(reference, links)


def area_note(area: Area, assessment: Assessment, links: Links) -> Markup:
    """How the stated total and the computed one differ, and the notes about an area."""
    site = links.site
    notes = [links.to(f"note:{note}", note) for note in area.notes]
    return joined([*_difference(area, assessment, site), *notes], "; ")


def _difference(area: Area, assessment: Assessment, site: Site) -> Iterable[str]:
    if not area.is_filled_in:
        yield site.label("assessments.not_filled_in")
    if area.stated is None:
        if area.scores and states_totals(assessment):
            yield site.label("assessments.none_stated")
    elif area.stated != area.total:
        blanks = {"stated": area.stated, "total": area.total}
        difference = signed(area.stated - area.total)
        yield site.label("assessments.differs", difference=difference, **blanks)


def states_totals(assessment: Assessment) -> bool:
    """Whether the text states a total for any area."""
    return any(area.stated is not None for area in assessment.areas)
