from datetime import date

from generator.pages.nonconformities import nonconformities_page
from generator.pages.page import Site
from made_registers import site_with_only
from reading import lines_of, read, rows_of, section_of

OPEN = "to be determined"
NONE = "There is none of these in the register yet."


def test_by_where_it_came_to_light(site: Site) -> None:
    made = nonconformities_page(site)
    assert made.edit == "quality/nonconformities.yml"
    assert rows_of(made, "Complaints") == [
        (
            "A school got its books a week late. late-answer",
            "2026-03-03",
            "Lend a book ISO 9001:2015 4.4.1",
            "Correction: The books were brought by bicycle. Cause: The list lay under a plant.",
            "head librarian",
            "closed 2026-03-10",
        )
    ]
    assert section_of(made, "Incidents") == [NONE]
    assert section_of(made, "Own observations")[0] == NONE
    assert read(made).ids.count("nonconformity-late-answer") == 1


def test_what_is_not_known_says_so_and_what_follows_is_named(site: Site) -> None:
    made = nonconformities_page(
        site_with_only(
            site,
            complaints=[{"id": "leak", "kind": "incident", "text": "It rained in."}],
            actions=[{"id": "roof", "because": ["nonconformity:leak"], "done": date(2026, 5, 1)}],
        )
    )
    assert rows_of(made, "Incidents")[0][1:] == (
        *(OPEN, OPEN),
        f"Correction: {OPEN} Cause: {OPEN}",
        OPEN,
        "effect to be checked action roof effect to be checked",
    )


def test_an_empty_register_says_so(site: Site) -> None:
    made = nonconformities_page(site_with_only(site))
    assert "There is nothing in this register yet." in lines_of(made)
    assert section_of(made, "Complaints") == []
