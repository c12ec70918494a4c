"""What in a text changed that seldom changes without the meaning."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diff import Touch, touches
from generator.language import LANGUAGES, language
from generator.model.handbook import Handbook
from generator.model.organisation import Role, System

NUMBER, TIME, NEGATION, MODAL = Touch.NUMBER, Touch.TIME, Touch.NEGATION, Touch.MODAL
ROLE, SYSTEM, STATE = Touch.ROLE, Touch.SYSTEM, Touch.STATE


@pytest.fixture(scope="module")
def dutch(library: Handbook) -> Handbook:
    """The library in Dutch, with a role and a system that have a name of several words."""
    role = Role(id="engineer-jr", name="System Engineer jr.", also_known_as=("beheerder",))
    system = System(id="tickets", name="ticketsysteem", kind="software")
    return replace(
        library,
        organisation=library.organisation.model_copy(update={"language": "nl"}),
        roles={**library.roles, role.id: role},
        systems={**library.systems, system.id: system},
    )


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("Bel de klant.", "Bel de klant.", set()),
        ("Bel de klant.", "bel de klant", set()),
        ("Noteer de titel.", "Schrijf de titel op.", set()),
        ("Noteer de tittel.", "Noteer de titel.", set()),
        ("Bewaar dit 2 jaar.", "Bewaar dit 3 jaar.", {NUMBER}),
        ("Bewaar dit 2 jaar.", "Bewaar dit twee jaar.", set()),
        ("Bewaar dit twee jaar.", "Bewaar dit drie jaar.", {NUMBER}),
        ("Bewaar dit 2 jaar.", "Bewaar dit 2 maanden.", {TIME}),
        ("Betaal 95% ervan.", "Betaal 90% ervan.", {NUMBER}),
        ("Betaal 1.5 ervan.", "Betaal 15 ervan.", {NUMBER}),
        ("Open om 8:30.", "Open om 9:00.", {NUMBER, TIME}),
        ("Klaar op 2026-01-02.", "Klaar op 2026-01-03.", {NUMBER, TIME}),
        ("Doe dit wekelijks.", "Doe dit dagelijks.", {TIME}),
        ("Doe dit ’s nachts.", "Doe dit.", {TIME}),
        ("Minstens een keer.", "Een keer.", {NUMBER}),
        ("Open de deur.", "Open de deur niet.", {NEGATION}),
        ("Er is een norm.", "Er is geen norm.", {NEGATION}),
        ("Niet bellen maar mailen.", "Bellen maar niet mailen.", {NEGATION}),
        ("De klant mag bellen.", "De klant moet bellen.", {MODAL}),
        ("De klant kan bellen.", "De klant belt.", {MODAL}),
        ("Bellen is verplicht.", "Bellen is toegestaan.", {MODAL}),
        ("De System Engineer jr. belt.", "De collega belt.", {ROLE}),
        ("De system engineers jr. bellen.", "De System Engineer jr. belt.", set()),
        ("De beheerder belt.", "De System Engineer jr. belt.", set()),
        ("Kijk in het ticketsysteem.", "Kijk in de map.", {SYSTEM}),
        ("Het boek is found.", "Het boek is er.", {STATE}),
        ("", "Twee boeken mogen niet mee.", {NUMBER, MODAL, NEGATION}),
    ],
)
def test_touches_in_dutch(before: str, after: str, touched: set[Touch], dutch: Handbook) -> None:
    assert touches(before, after, dutch) == touched
    assert touches(after, before, dutch) == touched


@pytest.mark.parametrize(
    ("before", "after", "touched"),
    [
        ("Write down the title.", "Note the title.", set()),
        ("Keep it for 2 years.", "Keep it for two years.", set()),
        ("Keep it for 2 years.", "Keep it for 2 months.", {TIME}),
        ("Ask once.", "Ask twice.", {NUMBER}),
        ("Within a day.", "After a day.", {TIME}),
        ("Lend it.", "Don’t lend it.", {NEGATION}),
        ("You may lend it.", "You shall lend it.", {MODAL}),
        ("You can lend it.", "You cannot lend it.", {MODAL, NEGATION}),
        ("The librarian looks.", "The visitor looks.", {ROLE}),
        ("The librarians look.", "The librarian looks.", set()),
        ("Look in the catalogue.", "Look in the room.", {SYSTEM}),
        ("A book lent is gone.", "A book found is gone.", {STATE}),
    ],
)
def test_touches_in_english(
    before: str, after: str, touched: set[Touch], library: Handbook
) -> None:
    assert touches(before, after, library) == touched


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_any_text_can_be_read_and_order_does_not_matter(
    one: str, other: str, library: Handbook
) -> None:
    assert touches(one, one, library) == frozenset()
    assert touches(one, other, library) == touches(other, one, library)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_of_the_lists_touches_what_its_list_says(code: str, library: Handbook) -> None:
    organisation = library.organisation.model_copy(update={"language": code})
    handbook = replace(library, organisation=organisation)
    words = language(code).words
    for touch in (NUMBER, TIME, NEGATION, MODAL):
        for word in words[f"diff-{touch}-words"]:
            assert touch in touches("", word, handbook), word
    for pair in words["diff-numbers"]:
        assert touches("", pair.split()[0], handbook) >= {NUMBER}, pair
