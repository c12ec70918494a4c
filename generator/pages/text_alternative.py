"""A diagram on a page: the picture's place, its caption, and the same model as text."""

from markupsafe import Markup

from generator.diagrams.diagram import Diagram, Item
from generator.pages.markup import html, literal, macros
from generator.pages.page import Site


def figure(key: str, site: Site, *, caption: object = None) -> Markup:
    """The figure of a diagram with "read as text" below it; empty when it was not made.

    The marker inside is replaced by the picture after the site has been built.
    """
    diagram = site.diagrams.get(key)
    if diagram is None:
        return Markup("")
    make = macros("figure.md.j2", "figure")
    return make(
        diagram=diagram,
        caption=literal(caption or diagram.title),
        alternative=alternative(diagram),
        label=site.label,
    )


def alternative(diagram: Diagram) -> Markup:
    """The text alternative of a diagram as nested lists."""
    return _items(diagram.alternative, "ol")


def _items(items: tuple[Item, ...], tag: str) -> Markup:
    if not items:
        return Markup("")
    lines = (
        Markup("<li>{}{}</li>").format(literal(item.text), _items(item.children, "ul"))
        for item in items
    )
    return Markup("<{tag}>{lines}</{tag}>").format(tag=html(tag), lines=Markup("").join(lines))
