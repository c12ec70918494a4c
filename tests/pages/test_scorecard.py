from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.model.scorecard import Scorecard
from generator.pages.page import Page, Site
from generator.pages.scorecard import scorecard_pages
from reading import Reading, lines_of, read, rows_of, section_of


def page(site: Site, scorecard: Scorecard | None = None) -> Page:
    """The page of the library's scorecard, or of another one."""
    handbook = site.handbook
    if scorecard:
        handbook = replace(handbook, scorecard=scorecard)
    (made,) = scorecard_pages(replace(site, handbook=handbook))
    return made


def card(*objectives: Mapping[str, Any], **fields: Any) -> Scorecard:
    """A scorecard of one perspective."""
    sides = [{"id": "one", "name": "Money", "objectives": objectives}]
    data = {"name": "What we want", "perspectives": sides, **fields}
    return Scorecard.model_validate(data)


def left(made: Page) -> list[str]:
    """The lines about what serves nothing, without the downloads at the end of the page."""
    lines = section_of(made, "What serves nothing")
    return [line for line in lines if "as a file" not in line]


def test_the_perspectives_in_their_order(site: Site) -> None:
    made = page(site)
    assert made.path == site.addresses.page("scorecard")
    assert made.edit == "kpis/scorecard.yml"
    headings = [line.removesuffix("#") for line in read(made).text.splitlines() if "#" in line]
    assert headings == [
        "What the library wants",
        "What this is",
        "Strategy map",
        "The reader",
        "Learning",
        "What serves nothing",
    ]


def test_an_objective_says_what_it_takes_and_who_works_on_it(site: Site) -> None:
    made = page(site)
    assert section_of(made, "The reader")[:7] == [
        "Question",
        "How do readers see us?",
        "Readers get what they ask for",
        "Is supported by",
        "A catalogue one can trust",
        "Processes with this goal",
        "Lend a book: Visitors read what they came for proposal",
    ]
    assert rows_of(made, "The reader") == [
        ("Books leave the building", "Loans a week target: 100", "a hundred a week")
    ]
    links = read(made).links
    for way in ("#objective-good-catalogue", "../processes/lend-book.html"):
        assert way in links
    assert any(link.endswith("lb-loans.html") for link in links)


def test_an_objective_without_anything_says_so(site: Site) -> None:
    assert section_of(page(site), "Learning") == [
        "A catalogue one can trust",
        "What is in it stands on the shelf.",
        "Supports",
        "Readers get what they ask for",
        "Processes with this goal",
        "No process has this as its goal.",
        "Nobody said yet what has to go well for this.",
    ]


def test_every_objective_has_the_anchor_that_the_map_leads_to(site: Site) -> None:
    assert site.handbook.scorecard
    ids = read(page(site)).ids
    text = site.diagrams["strategy-map"].text
    for item in site.handbook.scorecard.objectives:
        assert ids.count(f"objective-{item.id}") == 1
        assert f"scorecard.html#objective-{item.id}]]" in text


def test_what_serves_nothing(site: Site) -> None:
    assert left(page(site))[1:] == [
        "Goals of processes without an objective",
        "Buy a book: The shelves hold what visitors ask for",
        "Indicators without a success factor",
        "Refused requests (Lend a book)",
        "Objectives without a success factor",
        "A catalogue one can trust",
    ]


def test_a_factor_without_an_indicator_is_named(site: Site) -> None:
    factors = [{"id": "f", "name": "Nobody steals"}]
    made = page(site, card({"id": "a", "name": "Safe", "factors": factors}))
    assert rows_of(made, "Money") == [
        ("Nobody steals", "No indicator shows this.", "to be determined")
    ]
    assert left(made)[-2:] == [
        "Success factors without an indicator",
        "Nobody steals (Safe)",
    ]


def test_everything_has_a_place(site: Site) -> None:
    factors = [{"id": "f", "name": "All", "kpis": ["lb-loans", "lb-refusals"]}]
    processes = ["lend-book", "buy-book"]
    item = {"id": "a", "name": "A", "factors": factors, "processes": processes}
    assert left(page(site, card(item))) == [
        "Every goal and every indicator has a place in the scorecard."
    ]


def test_a_proposal_shows_at_everything_it_speaks_for(site: Site) -> None:
    factors = [{"id": "f", "name": "Few thefts", "kpis": ["lb-loans"], "target": "none"}]
    item = {
        "id": "a",
        "name": "Safe",
        "supports": ["b"],
        "processes": ["lend-book"],
        "factors": factors,
    }
    origins = {"perspectives.one.objectives.a": {"origin": "proposal", "why": "We think so."}}
    made = page(site, card(item, {"id": "b", "name": "Rich"}, origins=origins))
    assert "Safe proposal" in lines_of(made)
    assert "Rich proposal" in lines_of(made)  # as what is supported; not as a heading
    lines = section_of(made, "Money")
    assert lines[lines.index("Is supported by") + 1] == "Safe proposal"
    assert rows_of(made, "Money") == [
        ("Few thefts proposal", "Loans a week target: 100 proposal", "none proposal")
    ]
    path = "Perspectives › Money › Objectives › Safe"
    assert f"{path} proposal We think so." in " ".join(read(made).text.split())


def test_a_target_that_is_not_there_is_nobodys_proposal(site: Site) -> None:
    factors = [{"id": "f", "name": "Few thefts", "kpis": ["lb-loans"]}]
    item = {"id": "a", "name": "Safe", "factors": factors}
    made = page(site, card(item, origins={"*": {"origin": "proposal", "why": "Ours"}}))
    assert rows_of(made, "Money")[0][2] == "to be determined"


def test_what_the_handbook_lacks_is_named_by_its_identifier(site: Site) -> None:
    factors = [{"id": "f", "name": "F", "kpis": ["gone-kpi"]}]
    item = {"id": "a", "name": "A", "processes": ["gone"], "supports": ["x"], "factors": factors}
    made = page(site, card(item))
    text = read(made).text
    assert "gone-kpi" in text
    assert "gone" in section_of(made, "Money")
    assert "Supports" not in section_of(made, "Money")


def test_without_a_scorecard(site: Site) -> None:
    (made,) = scorecard_pages(replace(site, handbook=replace(site.handbook, scorecard=None)))
    assert made.title == "Balanced scorecard"
    assert "There is no scorecard yet." in read(made).text


def test_a_perspective_without_objectives(site: Site) -> None:
    assert section_of(page(site, card()), "Money") == [
        "There are no objectives from this perspective yet."
    ]


@pytest.mark.parametrize("word", ["Kritieke succesfactor", "Draagt bij aan", "Wat nergens"])
def test_in_dutch(dutch_site: Site, word: str) -> None:
    assert word in Reading(page(dutch_site).content).text
