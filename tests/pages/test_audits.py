from dataclasses import replace
from datetime import date

import pytest

from generator.model.base import Origin, OriginKind
from generator.model.identifiers import RoleId
from generator.pages.audits import audits_page
from generator.pages.page import Site
from made_registers import site_with_only
from reading import facts_of, lines_of, read, rows_of, section_of

OPEN = "to be determined"
HELD = {"id": "a", "name": "Look around", "held": date(2026, 4, 2)}


def test_the_programme(site: Site) -> None:
    made = audits_page(site)
    assert made.edit == "quality/audits.yml"
    assert rows_of(made, "The programme") == [
        (
            "Audit of lending",
            "internal audit",
            "every year",
            "2026-04-01",
            "2026-04-02",
            "city auditor",
        ),
        ("Audit by the board", "external audit", OPEN, "2027-05-01", "not held yet", OPEN),
    ]
    assert rows_of(made, "Findings by grade") == [("Audit of lending", "0", "1", "0", "0", "0")]
    for anchor in ("audit-spring-2026", "audit-board-2027"):
        assert read(made).ids.count(anchor) == 1
        assert f"#{anchor}" in read(made).links


def test_an_audit_says_what_it_found_and_what_came_of_it(site: Site) -> None:
    facts = facts_of(audits_page(site), "Audit of lending")
    assert facts["What is audited"] == "Buy a book"
    assert facts["Clauses"] == "ISO 9001:2015 4.4.1"
    assert facts["Report"] == "Stock plan"
    assert facts["Conclusion"] == "One small nonconformity."
    assert facts["Findings"] == "finding spring-2026-1 open"


def test_what_an_audit_still_to_be_held_cannot_have_is_not_asked_for(site: Site) -> None:
    planned = facts_of(audits_page(site), "Audit by the board")
    assert not {"Report", "Conclusion"} & set(planned)
    held = facts_of(audits_page(site_with_only(site, audits=[HELD])), "Look around")
    assert (held["Report"], held["Conclusion"]) == (OPEN, OPEN)


@pytest.mark.parametrize(
    ("held", "marked"), [(date(2026, 4, 2), 0), (None, 2)], ids=["held", "not held"]
)
def test_only_a_day_still_to_come_is_marked_while_reading(
    site: Site, held: date | None, marked: int
) -> None:
    audit = {"id": "a", "name": "Look around", "planned": date(2026, 4, 1), "held": held}
    made = audits_page(site_with_only(site, audits=[audit]))
    assert made.content.count("data-due") == marked


def test_a_day_that_is_said_to_be_open_does_not_say_that_it_was_not_held(site: Site) -> None:
    audit = {"id": "a", "name": "Look around", "origins": {"held": "open"}}
    made = audits_page(site_with_only(site, audits=[audit]))
    assert facts_of(made, "Look around")["Held on"] == OPEN
    assert section_of(made, "Findings by grade") == [
        "This register names no audit that was held. So there are no findings either."
    ]


def test_who_has_a_part_in_what_they_audit(site: Site) -> None:
    assert "As far as is known: nobody." in section_of(audits_page(site), "Independence")
    organisation = site.handbook.organisation.model_copy(
        update={
            "authors": (RoleId("city-auditor"),),
            "origins": {"authors": Origin(origin=OriginKind.PROPOSAL, why="A guess.")},
        }
    )
    handbook = replace(site.handbook, organisation=organisation)
    made = audits_page(replace(site, handbook=handbook))
    said = "city auditor also writes what the handbook says about Buy a book proposal"
    assert section_of(made, "Independence")[1:] == [
        "This handbook is written by: city auditor proposal",
        f"Audit of lending: {said}",
    ]
    assert facts_of(made, "Audit of lending")["Not independent"] == said


def test_an_empty_register_says_so(site: Site) -> None:
    made = audits_page(site_with_only(site))
    assert made.edit is None
    assert lines_of(made)[2:6] == [
        "Still empty",
        "There is nothing in this register yet.",
        "What belongs in it: The audits that are planned or were held, internal and external.",
        "A new line goes into the file quality/audits.yml.",
    ]
