"""The page of the risks, as its reader gets it."""

import re
from dataclasses import replace

import pytest

from generator.model.improvement import Rating, RiskScale, RiskTreatment
from generator.pages.page import Page, Site
from generator.pages.risks import risk_pages
from reading import Reading, read, rows_of, section_of

OPEN = "to be determined"
NO_SCALE = "No scale of chance and effect has been recorded yet."


def page(site: Site, **fields: object) -> Page:
    """The page of the library, with other things in its handbook."""
    (made,) = risk_pages(replace(site, handbook=replace(site.handbook, **fields)))
    return made


def changed(site: Site, **fields: object) -> Page:
    """The page with the library's rated risk changed, and without the other one."""
    item = next(iter(site.handbook.risks.values())).model_copy(update=fields)
    return page(site, risks={item.id: item})


def told(made: Page, identifier: str) -> dict[str, str]:
    """The names and values of one risk, an anchor being its place."""
    html = read(made).html.partition(f'id="risk-{identifier}"')[2]
    listed = html[html.index("<dl") : html.index("</dl>")]
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", listed, re.DOTALL)
    return {Reading(name).text: Reading(value).text.replace("\n", "; ") for name, value in pairs}


def test_the_overview_has_the_highest_first_and_says_how_many_are_not_rated(site: Site) -> None:
    made = page(site)
    assert made.edit == "quality/risks.yml"
    assert rows_of(made, "All risks") == [
        (
            *("R1 The catalogue is lost", "Lend a book", "6", "high", "reduce"),
            *("head librarian", "2026-09-01"),
        ),
        ("R2 One person knows the shelves proposal", "head librarian", OPEN, "", *[OPEN] * 3),
    ]
    assert "Of 1 of the 2 risks" in section_of(made, "All risks")[0]
    assert "Of 1 of the 2 risks the description is a proposal" in read(made).text


def test_one_risk_in_full(site: Site) -> None:
    assert told(page(site), "catalogue-lost") == {
        "Cause": "There is one copy.",
        "Consequence": "Nobody finds a book.",
        "Touches": "catalogue; Lend a book: Find book",
        "What is there already": "A print of last year.",
        "Level now": "2 (once a year) \u00d7 3 (a closed door) = 6",
        "Band": "high: A measure within a month.",
        "Rated by": "head librarian",
        "Rated on": "2026-02-10",
        "Treatment": "reduce",
        "Measure": "A copy outside the building.",
        "Level after the measure": "1 (hardly ever) \u00d7 3 (a closed door) = 3",
        "Owner": "head librarian",
        "Ready by": "2026-09-01",
    }


def test_what_is_not_rated_asks_for_a_rating_and_not_for_a_measure(site: Site) -> None:
    found = told(page(site), "key-person")
    assert found.pop("Touches") == "head librarian proposal"
    assert found.pop("Origin") == "the whole description proposal The notebook names one person."
    assert found == dict.fromkeys(
        ("Cause", "Consequence", "What is there already", "Level now", "Treatment", "Owner"), OPEN
    )


def test_what_is_accepted_needs_no_measure(site: Site) -> None:
    accepted = changed(site, treatment=RiskTreatment.ACCEPT, measure=None, after=None, due=None)
    found = told(accepted, "catalogue-lost")
    assert found["Treatment"] == "accept"
    assert not {"Measure", "Level after the measure", "Ready by"} & set(found)


@pytest.mark.parametrize("anchor", ["risk-catalogue-lost", "risk-key-person", "grid", "scale"])
def test_what_links_lead_to(site: Site, anchor: str) -> None:
    assert read(page(site)).ids.count(anchor) == 1


def test_links_between_the_parts(site: Site) -> None:
    links = read(page(site)).links
    assert links.count("#risk-catalogue-lost") == 3  # the overview, and both grids
    assert "../processes/lend-book.html#step-find-book" in links


def test_the_grid_mirrors_the_picture(site: Site) -> None:
    rows = rows_of(page(site), "Chance and effect")
    assert rows == [
        ("3. every month", "3, low", "6, high", "9, high"),
        ("2. once a year", "2, low", "4, low", "6, high R1"),
        ("1. hardly ever", "1, low", "2, low", "3, low"),
    ]


def test_without_a_rating_the_grid_only_says_what_each_pair_would_make(site: Site) -> None:
    made = changed(site, rating=None, after=None)
    said = section_of(made, "Chance and effect")
    assert "No risk has a place on the scale yet." in said[0]
    assert rows_of(made, "Chance and effect")[0] == (
        "3. every month",
        "3, low",
        "6, high",
        "9, high",
    )
    assert "chart-risks" not in made.content
    assert "Of no risk at all" in section_of(made, "All risks")[0]


def test_the_pictures_stand_beside_their_tables(site: Site) -> None:
    content = page(site).content
    assert content.index("chart-risks") < content.index("chart-risks-after")


def test_a_value_that_is_not_on_the_scale_stands_without_a_meaning(site: Site) -> None:
    made = changed(site, rating=Rating(chance=9, effect=3), after=None)
    assert told(made, "catalogue-lost")["Level now"] == "9 \u00d7 3 (a closed door) = 27"


def test_the_scale(site: Site) -> None:
    said = section_of(page(site), "The scale")
    assert said[0] == "Chance times effect. Level = chance \u00d7 effect."
    bands = said[said.index("Bands") :]
    assert bands[:9] == [
        *("Bands", "Band", "From level", "What has to be done"),
        *("low", "1", "high", "6", "A measure within a month."),
    ]
    for grade in ("hardly ever", "once a year", "every month", "a closed door"):
        assert grade in said


def test_bands_that_are_not_there_are_open(site: Site) -> None:
    scale = site.handbook.risk_scale
    assert scale
    made = page(site, risk_scale=scale.model_copy(update={"bands": ()}))
    said = section_of(made, "The scale")
    assert said[said.index("Bands") + 1] == OPEN
    assert rows_of(made, "All risks")[0][2:4] == ("6", "reduce")
    assert "Band" not in told(made, "catalogue-lost")


def test_a_proposed_band_is_marked_at_every_risk(site: Site) -> None:
    scale = RiskScale.model_validate(
        {
            **site.handbook.risk_scale.model_dump(),  # type: ignore[union-attr]
            "origins": {"bands": {"origin": "proposal", "why": "A guess."}},
        }
    )
    made = page(site, risk_scale=scale)
    assert rows_of(made, "All risks")[0][3] == "high proposal"
    assert "high: A measure within a month. proposal" in read(made).text


def test_risks_without_a_scale(site: Site) -> None:
    made = page(site, risk_scale=None)
    assert section_of(made, "The scale")[0] == NO_SCALE
    assert section_of(made, "Chance and effect") == []
    assert "2 \u00d7 3 = 6" in read(made).text


def test_an_empty_register_says_so_and_what_belongs_in_it(site: Site) -> None:
    made = page(site, risks={})
    assert made.edit is None
    (said, *_) = section_of(made, "All risks")
    assert said.startswith("There is nothing in this register yet. What may go wrong")
    assert section_of(made, "The scale") != []
    assert section_of(page(site, risks={}, risk_scale=None), "The scale") == []


def test_in_dutch(dutch_site: Site) -> None:
    text = read(page(dutch_site)).text
    for words in ("Hoogte nu", "verkleinen", "Nog niet ingeschat", "De schaal"):
        assert words in text
