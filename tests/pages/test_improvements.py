"""The register of improvements, as its reader gets it."""

import re
from dataclasses import replace

from generator.model.improvement import Improvement
from generator.pages.changes import changes_page
from generator.pages.improvements import improvement_pages
from generator.pages.page import Page, Site
from generator.pages.process import process_pages
from reading import Reading, read, rows_of, section_of

OPEN = "to be determined"


def page(site: Site) -> Page:
    (made,) = improvement_pages(site)
    return made


def with_one(site: Site, **fields: object) -> Page:
    """The page with one improvement of these fields."""
    item = Improvement.model_validate({"id": "x", "name": "An idea", **fields})
    return page(replace(site, handbook=replace(site.handbook, improvements={item.id: item})))


def told(made: Page, identifier: str) -> dict[str, str]:
    """The names and values of one improvement, an anchor being its place."""
    html = read(made).html.partition(f'id="improvement-{identifier}"')[2]
    listed = html[html.index("<dl") : html.index("</dl>")]
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", listed, re.DOTALL)
    return {Reading(name).text: Reading(value).text for name, value in pairs}


def test_the_overview(site: Site) -> None:
    made = page(site)
    assert made.edit == "quality/improvements.yml"
    assert rows_of(made, "All improvements") == [
        (
            *("Count the days of waiting", "IMP-1", "bottleneck", "2026-01-05", "2026-01-12"),
            *("effect to be checked", "librarian", "2026-03-01"),
        ),
        (
            *("A corner with tea", OPEN, "suggestion of an employee", OPEN, OPEN),
            *("open", OPEN, OPEN),
        ),
    ]


def test_one_improvement_from_the_proposal_to_its_effect(site: Site) -> None:
    assert told(page(site), "count-days") == {
        "Number": "IMP-1",
        "Proposal": "Note the day of each request.",
        "Where it came from": "bottleneck",
        "Because of": "lb-k1: Nobody sees how long a reader waits.",
        "State": "effect to be checked",
        "Submitted on": "2026-01-05",
        "Decision": "Start with the front desk.",
        "Decided on": "2026-01-12",
        "Decided by": "head librarian",
        "What is done": "The slip gets a line for the date.",
        "Owner": "librarian",
        "Ready by": "2026-03-01",
        "Done on": "2026-02-20",
        "Effect to be checked on": "2026-06-01",
        "To be checked by": "head librarian",
        "Checked on": OPEN,
        "Did it help": OPEN,
        "What was seen": OPEN,
        "Changes because of this": "Lend a book 1.1: Reserving added.",
    }


def test_an_idea_asks_for_a_decision_and_for_nothing_later(site: Site) -> None:
    assert list(told(page(site), "tea-corner")) == [
        *("Number", "Proposal", "Where it came from", "State", "Submitted on"),
        *("Decision", "Decided on", "Decided by"),
    ]


def test_what_was_seen_of_the_effect(site: Site) -> None:
    effect = {"done": "2026-06-02", "effective": "false", "result": "Nothing changed."}
    found = told(with_one(site, done="2026-05-01", effect=effect), "x")
    assert found["State"] == "did not help"
    assert found["Did it help"] == "no"
    assert found["What was seen"] == "Nothing changed."


def test_a_rejected_improvement_says_so_and_asks_for_nothing_more(site: Site) -> None:
    made = with_one(site, decision="It costs too much.", accepted="false", due="2026-01-01")
    found = told(made, "x")
    assert (found["State"], found["Accepted"]) == ("rejected", "no")
    assert found["Decided on"] == OPEN
    assert not {"What is done", "Done on", "Did it help"} & set(found)
    assert "data-due" not in made.content


def test_an_accepted_improvement_asks_for_the_work(site: Site) -> None:
    found = told(with_one(site, accepted="true"), "x")
    assert (found["State"], found["Accepted"], found["Done on"]) == ("open", "yes", OPEN)


def test_the_number_leads_to_the_system_that_it_is_in(site: Site) -> None:
    assert read(page(site)).links.count("https://improvements.example.org/1") == 2
    made = with_one(site, number="7")
    assert told(made, "x")["Number"] == "7"
    assert not [link for link in read(made).links if link.startswith("https")]


def test_what_is_done_is_never_late(site: Site) -> None:
    assert "data-due" in with_one(site, due="2026-01-01").content
    assert "data-due" not in with_one(site, due="2026-01-01", done="2026-01-02").content


def test_a_proposed_value_is_marked_and_a_missing_one_is_open(site: Site) -> None:
    origins = {"*": {"origin": "proposal", "why": "A guess."}}
    found = told(with_one(site, text="More light.", origins=origins), "x")
    assert (found["Proposal"], found["Decision"]) == ("More light. proposal", OPEN)


def test_what_links_lead_to(site: Site) -> None:
    found = read(page(site))
    for anchor in ("improvement-count-days", "improvement-tea-corner"):
        assert found.ids.count(anchor) == 1
    assert "../processes/lend-book.html#version-1.1" in found.links


def test_the_change_log_names_the_improvement_here_and_there(site: Site) -> None:
    log = read(changes_page(site))
    assert log.text.count("Because of improvement: Count the days of waiting") == 1
    here = [link for link in log.links if link.endswith("#improvement-count-days")]
    assert here == ["../improving/improvements.html#improvement-count-days"]
    own = next(made for made in process_pages(site) if made.path.endswith("lend-book.md"))
    found = read(own)
    assert "Because of improvement: Count the days of waiting" in found.text
    assert "version-1.1" in found.ids


def test_an_empty_register_says_so_and_what_belongs_in_it(site: Site) -> None:
    made = page(replace(site, handbook=replace(site.handbook, improvements={})))
    assert made.edit is None
    said = section_of(made, "Still empty")
    assert said[0] == "There is nothing in this register yet."
    assert "the number and the address" in said[1]
    assert "quality/improvements.yml" in said[2]
    assert section_of(made, "All improvements") == section_of(made, "Each improvement") == []


def test_in_dutch(dutch_site: Site) -> None:
    text = read(page(dutch_site)).text
    for words in ("Verbeteringen (MtV)", "Waar het vandaan komt", "idee van een medewerker"):
        assert words in text
