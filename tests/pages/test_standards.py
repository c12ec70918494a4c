from dataclasses import replace

import pytest

from generator.model.identifiers import StandardId
from generator.model.standard import Standard
from generator.pages.page import Page, Site
from generator.pages.standards import standard_pages
from reading import facts_of, read, rows_of, section_of

INDEX, ISO, OLD = "standards/index.md", "standards/iso-9001-2015.md", "standards/old-rules.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in standard_pages(site)}


def changed(site: Site, **fields: object) -> Site:
    """The library with other values in its standard."""
    key = StandardId("iso-9001-2015")
    item = site.handbook.standards[key]
    made = Standard.model_validate({**item.model_dump(exclude_unset=True), **fields})
    return replace(
        site, handbook=replace(site.handbook, standards={**site.handbook.standards, key: made})
    )


def test_the_list_counts_what_is_covered_and_lets_old_editions_be(site: Site) -> None:
    assert rows_of(pages(site)[INDEX], "All standards") == [
        ("ISO 9001:2015", "yes", "4", "0", "2", "0", "0", "1", "1"),
        ("Rules of 1998", "no", "1", "earlier edition", "", "", "", "", ""),
    ]


def test_ways_on(site: Site) -> None:
    links = read(pages(site)[INDEX]).links
    assert {"clause-matrix.html", "process-approach.html", "iso-9001-2015.html"} <= set(links)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"applies": None}, "to be determined"),
        ({"applies": False}, "no"),
        ({"applies": True, "origins": {"applies": "proposal"}}, "yes proposal"),
    ],
)
def test_whether_it_applies_is_never_guessed(
    site: Site, fields: dict[str, object], said: str
) -> None:
    made = pages(changed(site, **fields))
    assert rows_of(made[INDEX], "All standards")[0][1] == said
    assert facts_of(made[ISO], "About this standard")["Applies"] == said


def test_how_the_clauses_stand(site: Site) -> None:
    rows = rows_of(pages(site)[ISO], "How the clauses stand")
    assert {row[0]: row[2] for row in rows if row[2] != "0"} == {
        "stated": "2",
        "missing": "1",
        "does not apply": "1",
    }


def test_every_clause_has_a_line_with_its_equivalents(site: Site) -> None:
    rows = {row[0]: row[1:] for row in rows_of(pages(site)[ISO], "Clauses")}
    assert rows["4"] == ("Context", "see its parts", "")
    assert rows["4.1"] == ("The organisation and its surroundings", "stated", "")
    assert rows["4.4.1 a"] == ("Inputs and outputs", "see the whole clause", "")
    assert rows["4.4.1"][2] == "Rules of 1998 1 Write down what you do"
    assert "iso-9001-2015/4-4-1.html#clause-a" in read(pages(site)[ISO]).links


def test_an_old_edition_says_what_replaced_it(site: Site) -> None:
    made = pages(site)[OLD]
    assert "The rules of the foundation" in " ".join(section_of(made, "About this standard"))
    assert "ISO 9001:2015" in " ".join(section_of(made, "About this standard"))
    assert section_of(made, "How the clauses stand") == []
    assert rows_of(made, "Clauses")[0][2] == "earlier edition"


def test_titles_of_our_own_say_so(site: Site) -> None:
    origins = {"clauses": {"origin": "derived", "why": "Our own words."}}
    made = pages(changed(site, origins=origins))[ISO]
    assert "derived" in section_of(made, "Clauses")[-1]
    assert "Our own words." in read(made).text


def test_without_standards(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, standards={}))
    assert list(pages(empty)) == [INDEX]
    assert "Nothing has been recorded here yet." in read(pages(empty)[INDEX]).text


def test_in_dutch(dutch_site: Site) -> None:
    text = read(pages(dutch_site)["normen/iso-9001-2015.md"]).text
    assert "zie de onderdelen" in text
    assert "vermeld" in text
