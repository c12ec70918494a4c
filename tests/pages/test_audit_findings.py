from datetime import date

import pytest

from generator.pages.audit_findings import audit_findings_page
from generator.pages.page import Site
from made_registers import site_with_only
from reading import lines_of, read, rows_of

AUDITS = [{"id": "a", "name": "Look around", "held": date(2026, 4, 2)}]


def test_a_finding_under_its_audit_with_what_follows(site: Site) -> None:
    made = audit_findings_page(site)
    assert made.edit == "quality/audit-findings.yml"
    assert rows_of(made, "Audit of lending") == [
        (
            "Two invoices had no order. spring-2026-1",
            "minor nonconformity",
            "Buy a book ISO 9001:2015 4.4.1",
            "head librarian",
            "2026-06-01",
            "open action order-with-invoice open",
        )
    ]
    found = read(made)
    assert found.ids.count("auditfinding-spring-2026-1") == 1
    assert "corrective-actions.html#action-order-with-invoice" in found.links
    assert "../standards/iso-9001-2015/4-4-1.html" in found.links


@pytest.mark.parametrize(
    ("fields", "state", "marked"),
    [
        ({}, "open", True),
        ({"closed": date(2026, 5, 1)}, "closed 2026-05-01", False),
        ({"grade": "strength"}, "nothing to do", False),
    ],
)
def test_how_far_a_finding_is(
    site: Site, fields: dict[str, object], state: str, *, marked: bool
) -> None:
    finding = {"id": "f", "due": date(2026, 6, 1), **fields}
    made = audit_findings_page(site_with_only(site, audits=AUDITS, findings=[finding]))
    assert rows_of(made, "Look around")[0][5] == state
    assert ("data-due" in made.content) is marked


def test_a_strength_asks_for_nobody_and_no_day(site: Site) -> None:
    findings = [{"id": "f", "grade": "strength"}, {"id": "g", "grade": "opportunity"}]
    made = audit_findings_page(site_with_only(site, audits=AUDITS, findings=findings))
    strength, opportunity = rows_of(made, "Look around")
    assert strength[3:5] == ("", "")
    assert opportunity[3:5] == ("to be determined", "to be determined")


def test_an_empty_register_says_so(site: Site) -> None:
    made = audit_findings_page(site_with_only(site, audits=AUDITS))
    assert "There is nothing in this register yet." in lines_of(made)
    assert "A new line goes into the file quality/audit-findings.yml." in lines_of(made)
