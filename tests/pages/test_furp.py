from dataclasses import replace

import pytest

from generator.model.identifiers import ProcessId
from generator.pages.furp import furp_pages
from generator.pages.page import Page, Site
from generator.pages.process import process_page
from reading import read, rows_of, section_of


def page(site: Site) -> Page:
    (made,) = furp_pages(site)
    return made


def value_of(made: Page, process: str, name: str) -> str:
    """What stands behind a name in the section of a process."""
    lines = section_of(made, process)
    return lines[lines.index(name) + 1]


def test_the_overview_counts_what_is_known(site: Site) -> None:
    assert rows_of(page(site), "All processes") == [
        (
            "Lend a book",
            "4 of 4 Proposed: goal",
            "2 of 3 Open: explanation of each step",
            "4 of 4",
            "1 of 4 Open: time limits, complete indicators, measurements",
        ),
        (
            "Buy a book",
            "4 of 4",
            "2 of 3 Open: explanation of each step",
            "0 of 4 Open: criterion for each decision, records, escalation, deputies",
            "0 of 2 Open: time limits, indicators",
        ),
        (
            "Weed the shelves",
            "0 of 4 Open: goal, customers, trigger, result",
            "1 of 3 Open: systems or documents, explanation of each step",
            "1 of 3 Open: records, escalation",
            "0 of 2 Open: time limits, indicators",
        ),
    ]


@pytest.mark.parametrize(
    ("process", "name", "expected"),
    [
        ("Lend a book", "Goal", "Visitors read what they came for proposal"),
        ("Lend a book", "Who", "librarian, head librarian, visitor"),
        ("Lend a book", "Systems", "catalogue"),
        ("Lend a book", "Explanation", "Without an explanation: step 3: Lend book"),
        ("Lend a book", "Emergency card", "There is an emergency card"),
        ("Lend a book", "Decisions", "1, each with a criterion"),
        ("Lend a book", "Records", "At 1 of the 3 steps: step 1: Take request"),
        ("Lend a book", "Hangs on one role", "Every role has a deputy or is not alone."),
        ("Lend a book", "System that is needed most", "catalogue: 3 of the 3 steps"),
        ("Lend a book", "Reported bottlenecks", "1"),
        ("Lend a book", "Indicators", "Loans a week can be measured as it stands; measured"),
        ("Buy a book", "Documents", "No step names a document."),
        ("Buy a book", "Decisions", "1, without a criterion: step 4: Check stock"),
        (
            "Buy a book",
            "Back to an earlier step",
            "from step 4: Check stock to step 1: Order book",
        ),
        ("Buy a book", "Records", "No step says what is recorded."),
        (
            "Buy a book",
            "Hangs on one role",
            "head librarian, without a deputy: step 1: Order book",
        ),
        ("Buy a book", "Indicators", "to be determined"),
        ("Weed the shelves", "Goal", "to be determined"),
        ("Weed the shelves", "Systems", "No step names a system."),
        ("Weed the shelves", "Emergency card", "There is no emergency card"),
        ("Weed the shelves", "Decisions", "There are no decisions."),
        ("Weed the shelves", "Back to an earlier step", "The work never goes back."),
    ],
)
def test_one_process(site: Site, process: str, name: str, expected: str) -> None:
    assert value_of(page(site), process, name) == expected


def test_what_is_open_stands_under_its_side(site: Site) -> None:
    lines = section_of(page(site), "Lend a book")
    end = lines.index("Usability: how is the process carried out?")
    assert lines[end - 2 : end] == ["Proposed: goal", "Nothing open"]
    assert lines[-1] == "Open: time limits, complete indicators, measurements"


def test_a_step_that_nobody_does_is_named(site: Site) -> None:
    process = site.handbook.processes[ProcessId("weed-shelves")]
    steps = (process.steps[0].model_copy(update={"roles": ()}),)
    changed = process.model_copy(update={"steps": steps})
    processes = {**site.handbook.processes, process.id: changed}
    made = page(replace(site, handbook=replace(site.handbook, processes=processes)))
    named = value_of(made, "Weed the shelves", "Steps that nobody does")
    assert named == "step 1: Pick old books"


def test_the_page_and_the_process_lead_to_each_other(site: Site) -> None:
    found = read(page(site))
    for process in site.handbook.processes.values():
        assert found.ids.count(f"process-{process.id}") == 1
        assert f"#process-{process.id}" in found.links
        assert f"../processes/{process.id}.html" in found.links
        own = read(process_page(process, site)).links
        assert f"../measuring/furp.html#process-{process.id}" in own


def test_without_processes(site: Site) -> None:
    made = page(replace(site, handbook=replace(site.handbook, processes={})))
    assert "Nothing has been recorded here yet." in read(made).text


def test_in_dutch(dutch_site: Site) -> None:
    made = page(dutch_site)
    assert value_of(made, "Buy a book", "Hangt aan één functie").startswith(
        "head librarian, zonder vervanger: stap 1"
    )
