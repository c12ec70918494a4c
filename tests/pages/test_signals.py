"""What the rules see, beside what people reported."""

from dataclasses import replace
from datetime import date

from generator.model.finding import Finding, Position, Severity
from generator.model.ignore import Ignore
from generator.pages.page import Page, Site
from generator.pages.signals import signal_pages
from reading import read, rows_of, section_of

FILE = "processes/lending/lend-book.yml"
STEP = Finding(
    "N106",
    Position(FILE, 12, 3),
    Severity.WARNING,
    {"word": "soon", "phrase": "soon", "text": "soon"},
    "process:lend-book#find-book",
)
OWNER = Finding("P105", Position(FILE, 1), Severity.WARNING, {"process": "x"}, "process:lend-book")
KPI = Finding(
    "K102",
    Position("kpis/lend-book.yml", 1),
    Severity.WARNING,
    {"name": "Refusals", "kpi": "Refusals", "fields": "'unit'", "missing": "'unit'"},
    "kpi:lb-refusals",
)
ROLE = Finding(
    "P102",
    Position("organisation/roles.yml", 3),
    Severity.WARNING,
    {"role": "board"},
    "role:librarian",
)
JOIN = Finding("F115", Position(FILE, 9), Severity.INFO, {"name": "x"}, "process:lend-book")


def page(site: Site, *findings: Finding, **more: object) -> Page:
    (made,) = signal_pages(replace(site, findings=findings, **more))  # type: ignore[arg-type]
    return made


def test_by_process_with_the_step_and_the_line(site: Site) -> None:
    made = page(site, OWNER, STEP, KPI)
    rows = rows_of(made, "Lend a book")
    assert [row[2] for row in rows[:3]] == ["P105", "N106", "K102"]
    assert rows[1][0].endswith(f"{FILE}:12")
    assert "../processes/lend-book.html#step-find-book" in read(made).links


def test_by_rule_with_the_number_in_each_process(site: Site) -> None:
    rows = rows_of(page(site, OWNER, KPI, KPI), "By rule")
    assert [row[1:] for row in rows] == [("1", "Lend a book (1)"), ("2", "Lend a book (2)")]


def test_what_is_no_process_stands_apart(site: Site) -> None:
    made = page(site, ROLE)
    assert len(rows_of(made, "Outside the processes")) == 1
    assert "../roles/librarian.html" in read(made).links


def test_what_is_only_for_information_is_no_signal(site: Site) -> None:
    made = page(site, JOIN)
    assert "F115" not in read(made).text
    assert "No signals." in section_of(made, "By rule")


def test_reported_problems_with_the_rules_that_see_them(site: Site) -> None:
    bottlenecks = {
        key: item.model_copy(update={"seen_by": ("P110", "Z999")})
        for key, item in site.handbook.bottlenecks.items()
    }
    assert bottlenecks
    made = page(replace(site, handbook=replace(site.handbook, bottlenecks=bottlenecks)))
    assert "P110 role without a deputy, Z999" in read(made).text
    assert "../rules/p110.html" in read(made).links
    assert "seen by no rule now" in read(page(site)).text


def test_what_was_suppressed_is_told_with_its_reason(site: Site) -> None:
    comment = Ignore(Position(FILE, 11), 12, ("N106",), "<b>said</b> so", date(2030, 1, 2))
    made = page(site, suppressed=((STEP, comment),))
    row = rows_of(made, "Suppressed")[0]
    assert row[2:] == ("N106", "<b>said</b> so", "2030-01-02")
