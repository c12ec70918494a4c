from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagrams.diagram import Diagram, Item
from generator.model.handbook import Handbook
from generator.model.organisation import Organisation
from generator.pages.chapter_macros import MACROS, UnknownNameError, macros_for
from generator.pages.page import Site
from hostile_texts import HOSTILE
from reading import Reading

HERE = "handbook/about.md"
NOTHING = "Nothing has been recorded here yet."
NAMES = st.sampled_from(HOSTILE) | st.text() | st.none() | st.integers() | st.lists(st.text())
NAMED = (
    "statements",
    "services",
    "list",
    "topics",
    "documents",
    "diagram",
    "link",
    "text",
    "classification",
    "processes",
    "roles",
)


def filled(site: Site, macro: str, *names: object) -> Reading:
    return Reading(macros_for(site, HERE)[macro](*names))


@pytest.fixture
def busy(site: Site, library: Handbook) -> Site:
    """The library with something in every field of its organisation that a macro shows."""
    said = [{"text": "Said.", "lines": ["L4"]}]
    found = library.organisation.model_dump() | {
        "structure": said,
        "training": said,
        "quality_criteria": [{"name": "Speed"}],
        "consultations": [{"name": "Monday talk", "frequency": "weekly", "lines": ["L2"]}],
        "origins": {"training": "proposal", "mission": {"origin": "derived", "why": "x"}},
    }
    organisation = Organisation.model_validate(found)
    drawing = Diagram("use-case", "Who does what", "@startuml", (Item("x"),), "organisation")
    handbook = replace(library, organisation=organisation)
    return replace(site, handbook=handbook, diagrams={drawing.key: drawing})


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (("statements", "structure"), "Said. line 4"),
        (("statements", "training"), "Said. line 4\nproposal"),
        (("statements", "audits"), NOTHING),
        (("services",), "Lending: Books go out for three weeks."),
        (("services", "quality_criteria"), "Speed: to be determined"),
        (("list", "target_groups"), "residents\nschools"),
        (("text", "name"), "Harbour Library"),
        (
            ("text", "mission"),
            "Every resident finds a book within a walk of ten minutes. derived",
        ),
        (("link", "process:lend-book#lend"), "Lend book"),
        (("link", "document:loan-slip"), "Loan slip"),
        (("link", "organisation"), "Harbour Library"),
        (("documents", "form"), "Loan slip"),
        (("documents",), "Lending rules\nLoan slip\nStock plan"),
        (("documents", "standard"), NOTHING),
        (("roles",), "librarian, head librarian, staff"),
        (("roles", "front-desk"), "librarian, head librarian"),
    ],
)
def test_what_a_macro_shows(busy: Site, call: tuple[str, ...], text: str) -> None:
    assert filled(busy, *call).text == text


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (("processes",), ["Lend a book", "Weed the shelves", "obsolete"]),
        (("processes", "lending"), ["Lend a book", "Visitors read what they came for proposal"]),
        (("consultations",), ["Monday talk", "weekly", "to be determined", "line 2"]),
        (("policy",), ["Only the wording changes", "proposal"]),
        (("topics", "about"), ["Mission", "given", "Scope", "lacking"]),
        (("matrix",), ["librarian", "answers for it"]),
        (("classification", "urgency"), ["today", "The visitor waits at the desk."]),
        (("diagram", "use-case"), ["Who does what", "x"]),
    ],
)
def test_what_stands_in_a_table(busy: Site, call: tuple[str, ...], words: list[str]) -> None:
    lines = filled(busy, *call).text.splitlines()
    assert [word for word in words if word not in lines] == []


def test_only_the_processes_of_the_group(busy: Site) -> None:
    assert "Buy a book" not in filled(busy, "processes", "lending").text


def test_links_fit_the_chapter(site: Site) -> None:
    assert filled(site, "link", "role:librarian").links == ["../roles/librarian.html"]
    assert filled(site, "link", "chapter:about").links == ["about.html"]


def test_several_paragraphs_stay_apart(site: Site, library: Handbook) -> None:
    organisation = library.organisation.model_copy(update={"description": "One.\nTwo."})
    other = replace(site, handbook=replace(library, organisation=organisation))
    assert filled(other, "text", "description").tags == ["p", "p"]
    assert filled(site, "text", "description").tags == []


def test_without_a_matrix_it_is_to_be_determined(site: Site, library: Handbook) -> None:
    other = replace(site, handbook=replace(library, matrix=None))
    assert filled(other, "matrix").text == "to be determined"


@pytest.mark.parametrize("macro", NAMED)
@settings(max_examples=50)
@given(name=NAMES)
def test_a_name_that_is_not_known_is_said_to_be_unknown(
    site: Site, macro: str, name: object
) -> None:
    call = macros_for(site, HERE)[macro]
    if name is None and macro in {"documents", "processes", "roles"}:
        assert call(name)  # the same as no name at all
        return
    with pytest.raises(UnknownNameError) as caught:
        call(name)
    assert isinstance(caught.value.name, str)
    assert caught.value.known == tuple(sorted(caught.value.known))


def test_the_names_that_would_have_been_right(site: Site) -> None:
    with pytest.raises(UnknownNameError) as caught:
        filled(site, "link", "role:librarain")
    assert caught.value.name == "role:librarain"
    assert "role:librarian" in caught.value.known


def test_every_macro_has_a_docstring_and_a_test() -> None:
    assert set(MACROS) - set(NAMED) == {"consultations", "policy", "matrix"}
    assert all(macro.__doc__ for macro in MACROS.values())
