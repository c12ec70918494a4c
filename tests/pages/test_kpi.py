from dataclasses import replace

import pytest

from generator.model.handbook import Handbook
from generator.model.identifiers import KpiId
from generator.model.measurement import Series
from generator.model.quality import MEASURABLE, Kpi
from generator.pages.kpi import kpi_pages
from generator.pages.page import Page, Site
from golden import Golden
from reading import facts_of, read, rows_of, section_of


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in kpi_pages(site)}


def test_pages(site: Site) -> None:
    assert list(pages(site)) == [
        "measuring/index.md",
        "measuring/indicators/index.md",
        "measuring/indicators/lb-loans.md",
        "measuring/indicators/lb-refusals.md",
    ]


def test_what_can_be_measured_by_process(site: Site) -> None:
    page = pages(site)["measuring/index.md"]
    assert rows_of(page, "By process") == [
        ("Lend a book", "2", "1", "1", "1", "1"),
        ("Buy a book", *["0"] * 5),
        ("Weed the shelves", *["0"] * 5),
    ]
    named = ["Performance indicators", "Balanced scorecard", "FURP by process"]
    named += ["Assessments", "Bottlenecks", "Advice"]
    assert section_of(page, "See also") == named
    assert "bottlenecks.html#process-lend-book" in read(page).links


def test_index(site: Site) -> None:
    assert rows_of(pages(site)["measuring/indicators/index.md"], "All indicators") == [
        (
            *("Loans a week", "Lend a book", "books", "week", "100"),
            "120 books in 2026-W05; on target",
        ),
        ("Refused requests", "Lend a book", *["to be determined"] * 3, "not measured yet"),
    ]


def test_indicator_has_everything_a_measurement_needs(site: Site) -> None:
    page = pages(site)["measuring/indicators/lb-loans.md"]
    facts = facts_of(page, "How it is measured")
    assert facts == {
        "Process": "Lend a book",
        "Definition": "How many books left the building.",
        "Unit": "books",
        "Formula": "count of loan slips",
        "Direction": "higher is better",
        "Period": "week",
        "Source system": "catalogue",
        "Owner": "head librarian",
        "Target": "100",
        "Target in numbers": "95 or higher",
        "Period of a measurement": "week",
    }
    assert len(facts) == len(MEASURABLE) + 3
    assert page.edit == "kpis/lend-book.yml"


def test_a_proposed_target_says_so_everywhere(site: Site, library: Handbook) -> None:
    kpi = library.kpis[KpiId("lb-refusals")]
    found = kpi.model_dump() | {"target": "0", "origins": {"target": "proposal"}}
    proposed = type(kpi).model_validate(found)
    made = pages(replace(site, handbook=replace(library, kpis={proposed.id: proposed})))
    index = rows_of(made["measuring/indicators/index.md"], "All indicators")
    assert index[0][-2] == "0 proposal"
    page = made["measuring/indicators/lb-refusals.md"]
    assert facts_of(page, "How it is measured")["Target"] == "0 proposal"
    assert section_of(page, "Source and contradictions") == ["Target proposal"]


LOANS = KpiId("lb-loans")
PAGE = "measuring/indicators/lb-loans.md"


def measured(site: Site, *values: tuple[str, str], **fields: object) -> Site:
    """The site with other measurements of a changed indicator."""
    handbook = site.handbook
    kpi = Kpi.model_validate(handbook.kpis[LOANS].model_dump() | fields)
    rows = [{"period": period, "value": value} for period, value in values]
    series = Series.model_validate({"id": LOANS, "values": rows})
    kpis, measurements = {LOANS: kpi}, {LOANS: series}
    return replace(site, handbook=replace(handbook, kpis=kpis, measurements=measurements))


def test_measurements(site: Site) -> None:
    page = pages(site)[PAGE]
    assert section_of(page, "Measurements")[:8] == [
        *("Latest value", "120 books in 2026-W05"),
        *("Against the target", "on target: 95 or higher"),
        *("Since the value before", "higher than 88 in 2026-W03; that is better"),
        *("Next value to be expected from", "2026-02-09"),
    ]
    assert rows_of(page, "Measurements") == [
        ("2026-W05", "120", "count of slips", ""),
        ("2026-W04", "not measured", "", ""),
        ("2026-W03", "88", "count of slips", ""),
        ("2026-W02", "104", "count of slips", "a school came"),
        ("2026-W01", "96", "count of slips", ""),
    ]
    assert "../../api/v1/measurements/lb-loans.csv" in read(page).links
    assert 'data-diagram="chart-kpi-lb-loans"' in page.content
    hatched = "Loans a week from 2026-W01 to 2026-W05. The hatched area is the target."
    assert hatched in read(page).text
    assert "Performance indicator. The latest value is on target." in read(page).text


def test_the_script_can_tell_that_a_value_is_missing(site: Site) -> None:
    mark = '<time datetime="2026-02-09" data-due data-overdue="not measured yet" data-soon="">'
    assert mark in pages(site)[PAGE].content


def test_not_measured(site: Site) -> None:
    page = pages(site)["measuring/indicators/lb-refusals.md"]
    (line,) = section_of(page, "Measurements")
    assert line == (
        "This performance indicator has not been measured yet. "
        "The first value goes into the file kpis/measurements/lb-refusals.csv."
    )
    assert "Performance indicator. Not measured yet." in read(page).text


STANDINGS = {
    "one value": ([("2026-01", "4")], {"band": {"low": 5}}, "4 books in 2026-01; off target"),
    "no target in numbers": (
        [("2026-01", "4")],
        {"band": None, "unit": None},
        "4 in 2026-01; no target in numbers",
    ),
    "a proposed target": (
        [("2026-01", "4")],
        {"origins": {"band": "proposal"}},
        "4 books in 2026-01; off target proposal",
    ),
    "a proposed target that nothing is held against": (
        [("2026-01", "4")],
        {"band": None, "origins": {"band": "proposal"}},
        "4 books in 2026-01; no target in numbers",
    ),
    "an empty table": ([], {}, "not measured yet"),
}


@pytest.mark.parametrize(("values", "fields", "expected"), STANDINGS.values(), ids=STANDINGS)
def test_standing(
    site: Site, values: list[tuple[str, str]], fields: dict[str, object], expected: str
) -> None:
    made = pages(measured(site, *values, frequency=None, **fields))
    index = made["measuring/indicators/index.md"]
    assert rows_of(index, "All indicators")[0][-1] == expected


def test_in_dutch(dutch_site: Site) -> None:
    values = ("2026-Q1", "1234.50"), ("2026-Q2", "1234.5")
    fields: dict[str, object] = {"frequency": "quarter", "band": {"low": "0.5", "high": "9.5"}}
    made = pages(measured(dutch_site, *values, **fields))
    page = made["meten/prestatie-indicatoren/lb-loans.md"]
    assert section_of(page, "Meetwaarden")[:6] == [
        *("Laatste meetwaarde", "1234,5 books in 2026-Q2"),
        *("Tegenover de norm", "haalt de norm niet: van 0,5 tot en met 9,5"),
        *("Sinds de vorige meetwaarde", "gelijk aan 1234,5 in 2026-Q1"),
    ]
    facts = facts_of(page, "Zo wordt gemeten")
    assert facts["Norm in getallen"] == "van 0,5 tot en met 9,5"
    assert facts["Periode van een meetwaarde"] == "kwartaal"
    text = read(made["meten/index.md"]).text
    assert "Van de 1 prestatie-indicatoren is er 1 gemeten." in text


def test_when_nothing_is_measured_every_page_says_so(site: Site) -> None:
    made = pages(replace(site, handbook=replace(site.handbook, measurements={})))
    assert (
        "No performance indicator has been measured yet." in read(made["measuring/index.md"]).text
    )
    assert [row[3:5] for row in rows_of(made["measuring/index.md"], "By process")] == [
        ("0", "0")
    ] * 3
    index = rows_of(made["measuring/indicators/index.md"], "All indicators")
    assert [row[-1] for row in index] == ["not measured yet"] * 2
    assert "not been measured yet" in read(made[PAGE]).text
    assert "chart-" not in made[PAGE].content


def test_odd_periods_stand_in_the_table_too(site: Site) -> None:
    values = ("2026-02", "2"), ("2026-02-30", "3"), ("2026-01", "1")
    page = pages(measured(site, *values, frequency="month"))[PAGE]
    assert [row[:2] for row in rows_of(page, "Measurements")] == [
        ("2026-02", "2"),
        ("2026-01", "1"),
        ("2026-02-30", "3"),
    ]


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("kpi.md", pages(site)["measuring/indicators/lb-refusals.md"].content)
