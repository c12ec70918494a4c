"""Whatever is not from the source says so; what is not established says that."""

from markupsafe import Markup

from generator.model.organisation import Role
from generator.pages.links import Links
from generator.pages.origins import Origins, source_lines
from generator.pages.page import Site

ROLE = Role.model_validate(
    {
        "id": "baker",
        "name": "baker",
        "description": "Bakes",
        "origins": {
            "description": {"origin": "derived", "why": "It <says> so", "lines": ["L3-4"]},
            "deputy": "open",
            "department": {"origin": "proposal", "why": "Ours"},
        },
    }
)


def test_label_leads_to_the_reason(bakery_pages: Site) -> None:
    origins = Origins(ROLE, Links(bakery_pages, "roles/baker.md"))
    shown = origins.value("description", "Bakes & more")
    assert shown.startswith("Bakes &#38; more <a ")
    assert 'href="#origin-description"' in shown
    assert 'title="It &#60;says&#62; so"' in shown
    assert ">derived</a>" in shown
    assert [line.anchor for line in origins.lines()] == [
        "origin-description",
        "origin-deputy",
        "origin-department",
    ]


def test_label_without_a_list_is_no_link(bakery_pages: Site) -> None:
    origins = Origins(ROLE, Links(bakery_pages, "roles/index.md"), listed=False)
    assert "href" not in origins.mark("description")
    assert "origin--derived" in origins.mark("description")


def test_the_source_needs_no_label(bakery_pages: Site) -> None:
    origins = Origins(ROLE, Links(bakery_pages, "roles/baker.md"))
    assert origins.mark("name") == ""
    assert origins.value("name", Markup("<b>x</b>")) == "<b>x</b>"


def test_nothing_is_still_open(bakery_pages: Site) -> None:
    origins = Origins(ROLE, Links(bakery_pages, "roles/baker.md"))
    open_ = '<span class="open">to be determined</span>'
    assert origins.value("deputy", None) == open_
    assert origins.value("members", ()) == open_
    assert origins.value("department", None).startswith(open_ + " <a ")


def test_lines_of_the_source(bakery_pages: Site) -> None:
    assert source_lines((), bakery_pages) == ""
    assert source_lines(("L5",), bakery_pages) == '<span class="lines nowrap">line 5</span>'
    assert "lines 5\u20137, 9" in source_lines(("L5-7", "L9"), bakery_pages)
