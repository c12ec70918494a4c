from dataclasses import replace

from generator.model.standard import Coverage
from generator.pages.clauses_of import clause_title, process_clauses, rule_clauses
from generator.pages.links import Links
from generator.pages.page import Site
from reading import Reading

HERE = "processes/lend-book.md"


def said(site: Site, process: str) -> Reading | None:
    found = next(one for one in site.handbook.processes.values() if one.id == process)
    made = process_clauses(found, Links(site, HERE))
    return Reading(made) if made is not None else None


def test_the_clauses_that_name_a_process_in_the_order_of_the_standard(site: Site) -> None:
    lines = (
        {"id": "z", "clause": "standard:iso-9001-2015#4.1", "by": ["process:lend-book#lend"]},
        {"id": "a", "clause": "standard:iso-9001-2015#8.3", "by": ["process:lend-book"]},
    )
    more = {item.id: item for item in map(Coverage.model_validate, lines)}
    handbook = replace(site.handbook, coverages=site.handbook.coverages | more)
    found = said(replace(site, handbook=handbook), "lend-book")
    assert found
    clauses = [line for line in found.text.splitlines() if line.startswith("ISO")]
    assert clauses == [
        "ISO 9001:2015 4.1 The organisation and its surroundings",
        "ISO 9001:2015 4.4.1 Processes: Every process is a page with its steps.",
        "ISO 9001:2015 8.3 Design and development",
    ]
    assert "../standards/process-approach.html#process-lend-book" in found.links


def test_a_process_that_no_clause_names(site: Site) -> None:
    found = said(site, "buy-book")
    assert found
    assert "No clause names this process." in found.text


def test_without_standards_there_is_nothing_to_say(site: Site) -> None:
    assert said(replace(site, handbook=replace(site.handbook, standards={})), "lend-book") is None


def test_the_clauses_of_a_rule_are_links_where_the_handbook_has_them(site: Site) -> None:
    links = Links(site, "rules/f104.md")
    made = Reading(rule_clauses(("4.4.1", "8.5.1"), links))
    assert made.text == "4.4.1, 8.5.1"
    assert made.links == ["../standards/iso-9001-2015/4-4-1.html"]
    bare = replace(site, handbook=replace(site.handbook, standards={}))
    assert Reading(rule_clauses(("4.4.1",), Links(bare, "rules/f104.md"))).links == []


def test_a_clause_that_is_not_there_is_named_all_the_same(site: Site) -> None:
    made = clause_title("standard:iso-9001-2015#9.9", Links(site, HERE))
    assert (Reading(made).text, Reading(made).links) == ("iso-9001-2015#9.9", [])
