"""The page of a process: its order, its anchors, and a small one byte for byte."""

import re

import pytest

from generator.addresses import step_anchor
from generator.pages.page import Site
from generator.pages.process import process_page, process_pages
from golden import Golden

ORDER = [
    "brief",
    "steps",
    "models",
    "responsible",
    "documents",
    "systems",
    "connections",
    "kpis",
    "bottlenecks",
    "decisions",
    "changes",
    "control",
]


def test_small_page(bakery_pages: Site, golden: Golden) -> None:
    """Purpose: the whole page of a process with a step, a loop, an open decision and an owner."""
    process = next(iter(bakery_pages.handbook.processes.values()))
    golden.check("bake-bread.md", process_page(process, bakery_pages).content)


def test_sections_stand_in_the_order_of_the_handbook(site: Site) -> None:
    for page in process_pages(site):
        headings = re.findall(r"^## (.+) \{#", page.content, re.MULTILINE)
        expected = [site.label(f"section.{key}") for key in ORDER]
        clauses, named = (
            site.label(f"{key}.title") for key in ("standards.process", "registers.named")
        )
        assert [heading for heading in headings if heading not in (clauses, named)] == expected
        assert headings.index(clauses) == expected.index(site.label("section.decisions"))


def test_every_step_has_its_anchor_once(site: Site) -> None:
    for process in site.handbook.processes.values():
        content = process_page(process, site).content
        for step in process.steps:
            assert content.count(f'id="{step_anchor(step.id)}"') == 1


def test_no_identifier_is_given_twice(site: Site) -> None:
    for page in process_pages(site):
        found = re.findall(r'\bid="([^"]+)"', page.content)
        assert len(found) == len(set(found))


def test_page_is_edited_where_it_was_written(site: Site) -> None:
    edits = {page.path: page.edit for page in process_pages(site)}
    assert edits["processes/lend-book.md"] == "processes/lending/lend-book.yml"


@pytest.mark.parametrize(
    "words",
    [
        "is it out",
        "back to <a",
        "end: Request refused",
        "first Reserve book",
        "Most loans are made on Saturday",
        "five minutes",
        "emergency-cards/lend-book.html",
        'data-diagram="activity-lend-book"',
        "origin--proposal",
        'href="#note-reserve-time"',
    ],
)
def test_lending_says_what_its_file_says(site: Site, words: str) -> None:
    process = next(p for p in site.handbook.processes.values() if p.id == "lend-book")
    content = process_page(process, site).content
    expected = "it is out" if words == "is it out" else words
    assert expected in content
