"""A chart on a page: the picture's place and its caption; its numbers stand in a table too."""

from markupsafe import Markup

from generator.pages.markup import macros
from generator.pages.page import Site


def chart(key: str, site: Site, *, caption: object = None, numbers: object = None) -> Markup:
    """The figure of a chart; empty when it was not made.

    The marker inside is replaced by the picture after the site has been built. The page shows
    the same numbers in a table, which the caption says.

    Args:
        key: the chart's key, ``chart-...``.
        site: gives the chart and the words around it.
        caption: what stands below it (text or ``Markup``); the chart's title when left out.
        numbers: where its numbers are, when that is not a table on the same page.
    """
    found = site.charts.get(key)
    if found is None:
        return Markup("")
    make = macros("chart.md.j2", "chart")
    beside = numbers or site.label("charts.numbers")
    return make(chart=found, caption=caption or found.title, numbers=beside)


def sparkline(key: str, site: Site) -> Markup:
    """A chart as small as a word, for in a cell of a table; empty when it was not made."""
    found = site.charts.get(key)
    if found is None:
        return Markup("")
    return macros("chart.md.j2", "sparkline")(chart=found)
