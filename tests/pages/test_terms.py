from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.organisation import Term
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.page import Site
from generator.pages.terms import linked, running
from reading import Reading

WORDS = st.sampled_from(["loan", "Loan", "loans", "ISBN", "the", "loan-slip", "lo", "ıSBN", "ſ"])
TEXTS = st.lists(WORDS | st.text(max_size=6), max_size=8).map(" ".join) | st.text(max_size=40)


def links(site: Site, *terms: tuple[str, ...]) -> Links:
    """Links on a page of a handbook whose glossary has a term for each row of forms."""
    found = [
        Term.model_validate({"id": f"t{number}", "term": forms[0], "also": forms[1:]})
        for number, forms in enumerate(terms)
    ]
    handbook = replace(site.handbook, terms={term.id: term for term in found})
    addresses = replace(site.addresses, handbook=handbook)
    return Links(Site(handbook, site.language, addresses, {}), "roles/librarian.md")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("A loan is a loan.", ["loan"]),
        ("Every LOAN counts", ["LOAN"]),
        ("Loans, and their ISBN", ["Loans", "ISBN"]),
        ("loans of a loan", ["loans"]),
        ("reloan loaned loan-slip my_loan", []),
        ("(loan)", ["loan"]),
        ("the term loan fund", ["term loan"]),
        ("the term  loan", ["term loan"]),
        ("ısbn", []),
        ("", []),
    ],
)
def test_whole_words_the_first_time(site: Site, text: str, terms: list[str]) -> None:
    found = linked(text, links(site, ("loan", "loans"), ("ISBN",), ("term loan",)))
    assert Reading(found).terms == terms


def test_where_a_term_leads(site: Site) -> None:
    found = Reading(linked("a loan", links(site, ("loan",))))
    assert found.links == ["../glossary.html#term-t0"]


@pytest.fixture(scope="module")
def with_terms(site: Site) -> Callable[..., Links]:
    """:func:`links` as a function alone, since Hypothesis prints in full what a test gets."""

    def made(*terms: tuple[str, ...]) -> Links:
        return links(site, *terms)

    return made


@given(TEXTS, st.lists(st.lists(WORDS | st.text(min_size=1, max_size=5), min_size=1), max_size=4))
def test_no_character_is_lost_and_only_terms_are_linked(
    with_terms: Callable[..., Links], text: str, forms: list[list[str]]
) -> None:
    written = [[form.strip() or "x" for form in row if "\n" not in form] or ["x"] for row in forms]
    try:
        given_links = with_terms(*map(tuple, written))
    except ValueError:  # what the model refuses is no form
        return
    found = Reading(linked(text, given_links))
    assert found.text == Reading(literal(text)).text
    known = {Reading(literal(form.lower())).text for row in written for form in row}
    assert {" ".join(term.lower().split()) for term in found.terms} <= known


def test_one_form_of_two_terms_leads_to_the_first(site: Site) -> None:
    found = Reading(linked("loan", links(site, ("loan",), ("Loan",))))
    assert found.links == ["../glossary.html#term-t0"]


def test_a_file_that_stands_alone_has_no_links(site: Site) -> None:
    alone = replace(links(site, ("loan",)), linked=False)
    assert linked("a loan", alone) == "a loan"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\nTwo\n\nthree.", "<p>One.</p><p>Two</p><p>three.</p>"),
        ("\n \n<b>\n\n\n", "<p>&#60;b&#62;</p>"),
        ("", ""),
        (None, ""),
    ],
)
def test_running_text(site: Site, text: str | None, html: str) -> None:
    assert running(text, links(site)) == html
