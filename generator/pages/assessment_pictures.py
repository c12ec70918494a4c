"""The charts of assessments on their pages, with what of them is not from the source."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.charts.assessments import phases_key, scores_key, shares_key
from generator.model.assessment import Assessment
from generator.pages.chart_figure import chart
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins


def scores_picture(assessment: Assessment, links: Links, *, numbers: object = None) -> Markup:
    """The chart of what the areas make of their maximum; empty without scores.

    ``numbers`` says where they are when they are not on this page.
    """
    paths = ["scale"]
    for area in assessment.areas:
        paths += [f"areas.{area.id}.name"]
        paths += [f"areas.{area.id}.questions.{item.id}.score" for item in area.questions]
    return _picture(scores_key(assessment.id), paths, assessment, links, numbers)


def phases_picture(assessment: Assessment, links: Links, *, numbers: object = None) -> Markup:
    """The chart of the phases of the areas; empty without phases."""
    paths = ["phases"]
    for area in assessment.areas:
        paths += [f"areas.{area.id}.name", f"areas.{area.id}.phase"]
    return _picture(phases_key(assessment.id), paths, assessment, links, numbers)


def shares_picture(assessment: Assessment, links: Links, *, numbers: object = None) -> Markup:
    """The chart of how wholes divide over their parts; empty without shares."""
    paths = [f"shares.{share.of}" for share in assessment.shares]
    return _picture(shares_key(assessment.id), paths, assessment, links, numbers)


def all_pictures(links: Links) -> Markup:
    """The charts of every assessment, each with the page on which its numbers are."""
    label = links.site.label
    found: list[Markup] = []
    for item in links.site.handbook.assessments.values():
        page = links.to(f"assessment:{item.id}")
        see = joined([label("assessments.chart.see"), page], " ")
        makers = (scores_picture, phases_picture, shares_picture)
        found += (make(item, links, numbers=see) for make in makers)
    return Markup("").join(found)


def _picture(
    key: str, paths: Iterable[str], assessment: Assessment, links: Links, numbers: object
) -> Markup:
    """A chart with its title, and a label for everything in it that is not from the source."""
    found = links.site.charts.get(key)
    if found is None:
        return Markup("")
    marks = list(dict.fromkeys(_marks(paths, assessment, links, listed=numbers is None)))
    aside = Markup(" ({})").format(joined(marks, "; ")) if marks else Markup("")
    caption = literal(found.title) + aside + "."
    return chart(key, links.site, caption=caption, numbers=numbers)


def _marks(
    paths: Iterable[str], assessment: Assessment, links: Links, *, listed: bool
) -> Iterator[Markup]:
    """What is not from the source, in words, with the label of its origin.

    Scores and phases are named by the area that they are of.
    """
    names = {str(area.id): area.name for area in assessment.areas}
    origins = Origins(assessment, links, listed=listed)
    for path in paths:
        if mark := origins.mark(path):
            kind, _, rest = path.partition(".")
            if kind == "areas":
                yield literal(names[rest.split(".")[0]]) + mark
            elif kind == "shares":
                yield literal(rest) + mark
            else:
                yield literal(links.site.label(f"assessments.{kind}")) + mark
