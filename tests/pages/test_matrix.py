from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.organisation import Matrix
from generator.pages.links import Links
from generator.pages.matrix import matrix_pages, task_table
from generator.pages.page import Page, Site
from golden import Golden
from reading import facts_of, read, rows_of, section_of

GIVEN, DERIVED = "roles/responsibility-matrix.md", "roles/task-matrix.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in matrix_pages(site)}


def test_given_matrix_has_words_in_its_cells_and_its_own_legend(site: Site) -> None:
    page = pages(site)[GIVEN]
    assert page.title == "Who answers for what"
    assert rows_of(page, "Responsibility matrix") == [
        ("Lending whole group", "answers for it", "does it"),
        ("Lend a book", "answers for it", "does it"),
        ("Buy a book", "does it", "not involved"),
    ]
    assert facts_of(page, "Legend") == {
        "answers for it": "A: accountable. In the check: decides",
        "does it": "D: does the work. In the check: does the work",
        "not involved": "O: outside this role. In the check: is not responsible",
    }
    assert page.edit == "organisation/matrix.yml"


def test_empty_cell_and_unknown_letter(site: Site, library: Handbook) -> None:
    assert library.matrix
    found = library.matrix.model_dump()
    found["rows"] = [{"group": "lending", "cells": {"librarian": "?"}}]
    matrix = Matrix.model_validate(found)
    page = pages(replace(site, handbook=replace(library, matrix=matrix)))[GIVEN]
    assert rows_of(page, "Responsibility matrix") == [("Lending whole group", "", "")]


def test_a_letter_without_a_duty_has_its_meaning_only(site: Site, library: Handbook) -> None:
    assert library.matrix
    found = library.matrix.model_dump()
    found["codes"]["A"]["duty"] = None
    matrix = Matrix.model_validate(found)
    page = pages(replace(site, handbook=replace(library, matrix=matrix)))[GIVEN]
    assert facts_of(page, "Legend")["answers for it"] == "A: accountable"


def test_without_a_matrix_only_the_derived_one(site: Site, library: Handbook) -> None:
    assert list(pages(replace(site, handbook=replace(library, matrix=None)))) == [DERIVED]


def test_derived_overview(site: Site) -> None:
    page = pages(site)[DERIVED]
    assert rows_of(page, "By process") == [
        ("Lend a book", "does", "", "does, decides", "does, accountable"),
        ("Buy a book", "", "does", "does", "does"),
        ("Weed the shelves", "", "", "does, accountable", ""),
    ]
    assert len(section_of(page, "Legend")) == 5


def test_derived_step_by_step(site: Site) -> None:
    page = pages(site)[DERIVED]
    assert rows_of(page, "Lend a book") == [
        ("step 1: Take request", "does", "accountable", ""),
        ("step 2: Find book", "does, decides", "does, accountable", ""),
        ("step 3: Lend book", "does", "accountable", "does"),
    ]
    assert "process-lend-book" in read(page).ids


def test_consulted_and_informed_only_where_recorded(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    step = weed.steps[0].model_copy(
        update={"consulted": ("visitor",), "informed": ("visitor", "librarian")}
    )
    changed = weed.model_copy(update={"steps": (step,)})
    text = task_table(changed, Links(site, DERIVED))
    assert "consulted, informed" in text
    assert "does, accountable, informed" in text


def test_a_process_that_no_role_does(site: Site, library: Handbook) -> None:
    weed = library.processes["weed-shelves"]
    step = weed.steps[0].model_copy(update={"roles": (), "performed_by": ("catalogue",)})
    changed = weed.model_copy(update={"steps": (step,), "owner": None})
    assert task_table(changed, Links(site, DERIVED)) == ""
    page = pages(replace(site, handbook=replace(library, processes={weed.id: changed})))[DERIVED]
    assert section_of(page, "By process") == []


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("matrix.md", pages(site)[GIVEN].content)
