from dataclasses import replace
from datetime import date

from generator.model.quality import BottleneckStatus
from generator.pages.improving import improving_pages
from generator.pages.page import Page, Site
from made_registers import site_with_only
from reading import read, rows_of, section_of

OPEN = "to be determined"


def way_in(site: Site) -> Page:
    return next(iter(improving_pages(site)))


def counts(made: Page) -> dict[str, tuple[str, str]]:
    return {row[0]: row[2:] for row in rows_of(made, "The registers")}


def test_how_full_each_register_is_and_what_is_left(site: Site) -> None:
    found = counts(way_in(site))
    assert found["Bottlenecks"] == ("1", "1")
    assert found["Audits"] == ("2", "1")
    assert found["Audit findings"] == ("1", "1")
    assert found["Complaints and nonconformities"] == ("1", "0")
    assert found["Corrective actions"] == ("1", "1")
    assert found["Management reviews"] == ("1", "")
    assert len(found) == 8


def test_a_bottleneck_that_is_solved_is_not_left(site: Site) -> None:
    found = {
        key: item.model_copy(update={"status": BottleneckStatus.SOLVED})
        for key, item in site.handbook.bottlenecks.items()
    }
    solved = replace(site, handbook=replace(site.handbook, bottlenecks=found))
    assert counts(way_in(solved))["Bottlenecks"] == ("1", "0")


def test_every_register_is_one_step_away(site: Site) -> None:
    links = read(way_in(site)).links
    for page in ("audits", "audit-findings", "corrective-actions", "risks", "improvements"):
        assert f"{page}.html" in links
    assert {"../measuring/advice.html", "../measuring/bottlenecks.html"} <= set(links)


def test_what_is_left_by_day_and_by_role(site: Site) -> None:
    made = way_in(
        site_with_only(
            site,
            audits=[{"id": "a", "name": "Look around"}],
            actions=[
                {"id": "roof", "text": "Mend it.", "owner": "librarian", "due": date(2026, 7, 1)}
            ],
        )
    )
    assert rows_of(made, "What is left to do, by date") == [
        ("action roof Mend it.", "librarian", "2026-07-01", "open"),
        ("audit Look around", OPEN, OPEN, "open"),
    ]
    assert rows_of(made, "What is left to do, by role") == [
        ("librarian", "1", "2026-07-01"),
        ("nobody yet", "1", OPEN),
    ]
    assert made.content.count("data-due") == 2


def test_nothing_left_says_so(site: Site) -> None:
    made = way_in(site_with_only(site))
    assert len(section_of(made, "What is left to do, by date")) == 1
    assert section_of(made, "What is left to do, by role") == []


def test_a_page_for_each_register_and_the_way_in(site: Site) -> None:
    names = ("improving", "audits", "auditfindings", "nonconformities", "actions")
    paths = [site.addresses.page(name) for name in (*names, "managementreviews")]
    assert [page.path for page in improving_pages(site)] == paths
