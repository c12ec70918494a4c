from dataclasses import replace

from generator.diagrams.diagram import Diagram, Item
from generator.pages.legend import legend_pages
from generator.pages.page import Page, Site
from reading import read, section_of

STEP = Diagram("legend-step", "A step", "@startuml", (Item("a box"),), "legend")
OTHER = Diagram("activity-x", "Not a legend", "@startuml", (), "process:x")


def page(site: Site) -> Page:
    return next(iter(legend_pages(site)))


def test_every_legend_diagram_has_its_section(site: Site) -> None:
    made = page(replace(site, diagrams={item.key: item for item in (STEP, OTHER)}))
    assert made.path == "processes/legend.md"
    assert "a box" in section_of(made, "A step")
    assert 'data-diagram="legend-step"' in made.content
    assert "Not a legend" not in made.content


def test_anchors_are_not_given_twice(site: Site) -> None:
    ids = read(page(replace(site, diagrams={STEP.key: STEP}))).ids
    assert len(set(ids)) == len(ids)


def test_without_diagrams(site: Site) -> None:
    made = page(replace(site, diagrams={}))
    assert "Nothing has been recorded here yet." in read(made).text
