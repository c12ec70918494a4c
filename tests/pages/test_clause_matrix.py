from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.standard import Coverage
from generator.pages.clause_matrix import clause_matrix_pages
from generator.pages.page import Page, Site
from reading import read, rows_of, section_of

HEADING = "Coverage of ISO 9001:2015"


def page(site: Site) -> Page:
    (made,) = clause_matrix_pages(site)
    return made


def with_coverage(site: Site, *lines: dict[str, object]) -> Site:
    """The library with more lines of coverage."""
    more = {item.id: item for item in map(Coverage.model_validate, lines)}
    handbook: Handbook = replace(site.handbook, coverages=site.handbook.coverages | more)
    return replace(site, handbook=handbook)


def test_what_covers_each_clause_and_what_is_missing(site: Site) -> None:
    assert rows_of(page(site), HEADING) == [
        (
            *("4.1 The organisation and its surroundings", "stated"),
            *("Other evidence stated About the library", ""),
        ),
        (
            *("4.3 Scope", "missing", ""),
            "Which branches the system is about. About the library: Scope missing Stock plan",
        ),
        (
            *("4.4.1 Processes", "stated"),
            *("Processes and steps in force Lend a book Indicators stated Loans a week", ""),
        ),
        ("8.3 Design and development", "does not apply", "", ""),
    ]
    assert page(site).edit == "quality/coverage.yml"


def test_gaps_and_exclusions(site: Site) -> None:
    assert section_of(page(site), "Gaps: ISO 9001:2015") == [
        "Clauses that nothing covers: 1.",
        "4.3 Scope missing",
    ]
    assert section_of(page(site), "Not applicable: ISO 9001:2015")[1] == (
        "ISO 9001:2015 8.3 Design and development: The library designs nothing; publishers do."
    )


def test_an_exclusion_that_is_only_proposed_leaves_a_gap(site: Site) -> None:
    line: dict[str, object] = {
        "id": "design",
        "clause": "standard:iso-9001-2015#8.3",
        "excluded": "Perhaps.",
        "origins": {"excluded": "proposal"},
    }
    made = page(with_coverage(site, line))
    assert section_of(made, "Gaps: ISO 9001:2015") == [
        "Clauses that nothing covers: 2.",
        "4.3 Scope missing",
        "8.3 Design and development open",
    ]
    assert rows_of(made, HEADING)[-1][1:] == (
        *("open", "", "Not decided yet whether this does not apply: Perhaps. proposal"),
    )


def test_one_lettered_part_that_does_not_apply(site: Site) -> None:
    clause = "standard:iso-9001-2015#4.4.1"
    made = page(
        with_coverage(
            site,
            {"id": "processes", "clause": f"{clause}-a", "excluded": "Nothing goes in."},
        )
    )
    assert section_of(made, "Gaps: ISO 9001:2015")[0] == "Clauses that nothing covers: 2."
    assert rows_of(made, HEADING)[2] == (
        *("4.4.1 Processes", "missing", "", "Nothing said yet about: 4.4.1 b"),
    )
    assert section_of(made, "Not applicable: ISO 9001:2015")[1] == (
        "ISO 9001:2015 4.4.1 a Inputs and outputs: Nothing goes in."
    )


def test_no_exclusions(site: Site) -> None:
    bare = replace(site, handbook=replace(site.handbook, coverages={}))
    said = section_of(page(bare), "Not applicable: ISO 9001:2015")
    assert said[1] == "Of no clause it is said that it does not apply."


def test_a_gap_beside_what_covers_a_clause(site: Site) -> None:
    line = {"id": "more", "clause": "standard:iso-9001-2015#4.1", "missing": "The neighbours."}
    row = rows_of(page(with_coverage(site, line)), HEADING)[0]
    assert row[1] == "stated something is missing"
    assert row[-1] == "The neighbours."


def test_every_line_of_the_register_has_its_anchor_once(site: Site) -> None:
    made = page(
        with_coverage(
            site,
            {"id": "again", "clause": "standard:iso-9001-2015#4.4.1-a", "by": ["matrix"]},
            {"id": "thrice", "clause": "standard:iso-9001-2015#4.4.1", "missing": "X."},
            {"id": "lost", "clause": "standard:iso-9001-2015#9.9", "missing": "Lost words."},
            {"id": "above", "clause": "standard:iso-9001-2015#4", "excluded": "Not us."},
        )
    )
    ids = [name for name in read(made).ids if name.startswith("coverage-")]
    known = ("processes", "scope", "design", "again", "thrice", "lost", "above")
    assert sorted(ids) == sorted(f"coverage-{key}" for key in known)
    assert rows_of(made, "Coverage of an unknown clause")[0][-1] == "Lost words."


def test_many_things_fold_away_behind_their_number(site: Site) -> None:
    roles = [f"role:{role}" for role in site.handbook.roles]
    line = {"id": "more", "clause": "standard:iso-9001-2015#4.1", "by": roles}
    made = page(with_coverage(site, line))
    assert "<details><summary>" in made.content
    assert f"stated {len(roles) + 1}" in rows_of(made, HEADING)[0][2]


def test_a_proposal_never_looks_like_a_fact(site: Site) -> None:
    line: dict[str, object] = {
        "id": "more",
        "clause": "standard:iso-9001-2015#4.1",
        "by": ["process:lend-book"],
        "origins": {"*": "proposal"},
    }
    row = rows_of(page(with_coverage(site, line)), HEADING)[0]
    assert row[1] == "proposal"
    assert row[2].startswith("Processes and steps proposal Lend a book")


def test_an_old_edition_only_shows_what_names_it(site: Site) -> None:
    assert "Coverage of Rules of 1998" not in read(page(site)).text
    line = {"id": "old", "clause": "standard:old-rules#1", "by": ["process:lend-book"]}
    found = page(with_coverage(site, line))
    assert len(rows_of(found, "Coverage of Rules of 1998")) == 1
    assert section_of(found, "Gaps: Rules of 1998") == []


def test_without_standards(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, standards={}, coverages={}))
    assert "Nothing has been recorded here yet." in read(page(empty)).text


def test_in_dutch(dutch_site: Site) -> None:
    assert "niet van toepassing" in read(page(dutch_site)).text
