"""Links are relative, work from any folder, and are plain text where there is no page."""

import pytest

from generator.model.process import ObjectState
from generator.pages.links import Links, relative
from generator.pages.page import Site

HERE = "processes/lend-book.md"


@pytest.mark.parametrize(
    ("address", "here", "expected"),
    [
        ("processes/a.html", "processes/b.md", "a.html"),
        ("processes/a.html#step-x", "index.md", "processes/a.html#step-x"),
        ("roles/r.html", "measuring/indicators/k.md", "../../roles/r.html"),
        ("index.html", "roles/r.md", "../index.html"),
        ("processes/b.html#x", "processes/b.md", "#x"),
        ("processes/b.html", "processes/b.md", "b.html"),
        ("cards/a-separate.html#x", "cards/a-separate.html", "#x"),
    ],
)
def test_relative(address: str, here: str, expected: str) -> None:
    assert relative(address, here) == expected


def test_link_has_the_name_of_its_target(site: Site) -> None:
    links = Links(site, HERE)
    assert links.to("role:librarian") == '<a href="../roles/librarian.html">librarian</a>'
    assert links.to("process:lend-book#lend") == '<a href="#step-lend">Lend book</a>'
    assert links.to("role:librarian", "<x>").endswith(">&#60;x&#62;</a>")


def test_unknown_target_is_text(site: Site) -> None:
    links = Links(site, HERE)
    assert links.to("role:nobody") == "nobody"
    assert links.named("something new") == "something new"


def test_links_can_be_left_out(site: Site) -> None:
    links = Links(site, "cards/x.html", linked=False)
    assert links.roles(("librarian", "visitor"), "and") == "librarian and visitor"


def test_several_roles_get_their_word(site: Site) -> None:
    links = Links(site, HERE, linked=False)
    assert links.roles(("librarian",), "or") == "librarian"
    assert links.roles(("a", "b", "c"), "or") == "a, b or c"
    assert links.roles(("a", "b")) == "a, b"


def test_object_with_its_state(site: Site) -> None:
    links = Links(site, HERE)
    shown = links.object_in_state(ObjectState(object="book", state="lent"))
    assert shown == '<a href="../objects/book.html">book</a> <span class="state">[lent]</span>'
    system = links.object_in_state(ObjectState(object="catalogue"))
    assert system == '<a href="../systems/catalogue.html">catalogue</a>'
