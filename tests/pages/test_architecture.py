from dataclasses import replace

import pytest

from generator.diagrams import diagrams_of
from generator.diagrams.architecture_parts import MOST_DRAWN
from generator.model.handbook import Handbook
from generator.model.identifiers import ProcessId, SystemId
from generator.model.organisation import Organisation, System
from generator.pages.architecture import architecture_pages, link_to_architecture, services
from generator.pages.links import Links
from generator.pages.page import Page, Site
from generator.pages.process import process_pages
from generator.pages.system import system_pages
from reading import Reading, read, rows_of, section_of


def page(site: Site) -> Page:
    return next(iter(architecture_pages(site)))


def with_system(site: Site, identifier: str, **values: object) -> Site:
    known = site.handbook.systems[SystemId(identifier)]
    changed = System.model_validate({**known.model_dump(), **values})
    systems = {**site.handbook.systems, changed.id: changed}
    return replace(site, handbook=replace(site.handbook, systems=systems))


def test_where_it_stands(site: Site) -> None:
    made = page(site)
    assert (made.path, made.title) == ("systems/architecture.md", "Architecture")
    assert made.edit == "organisation/systems.yml"


def test_every_layer_and_every_process_has_its_picture(site: Site, library: Handbook) -> None:
    content = page(site).content
    for key in ("architecture-business", "architecture-application", "architecture-technology"):
        assert f'data-diagram="{key}"' in content
    with_systems = ["lend-book", "buy-book"]
    for process in library.processes:
        assert (f'data-diagram="layers-{process}"' in content) is (process in with_systems)
    assert "The handbook names no systems for this process." in read(page(site)).text


@pytest.mark.parametrize(
    "row",
    [
        (
            "catalogue",
            "Applications",
            "information system",
            "cellar server",
            "finding books (Lend a book)",
            "Lend a book, Buy a book",
        ),
        ("cellar server", "Technology", "server", "", "", ""),
        ("desk phone", "Technology", "means of communication", "", "", "Buy a book"),
    ],
)
def test_every_system_with_its_layer(site: Site, row: tuple[str, ...]) -> None:
    assert row in rows_of(page(site), "All systems by layer")


def test_an_application_without_a_host_says_so(site: Site) -> None:
    rows = rows_of(page(with_system(site, "catalogue", runs_on=None)), "All systems by layer")
    assert rows[0][3] == "not known"
    derived = {"runs_on": "derived"}
    rows = rows_of(page(with_system(site, "catalogue", origins=derived)), "All systems by layer")
    assert rows[0][3] == "cellar server derived"


def test_services_and_the_processes_that_deliver_them(site: Site, library: Handbook) -> None:
    organisation = Organisation.model_validate(
        {
            **library.organisation.model_dump(),
            "services": [
                {"name": "Lending", "text": "Three weeks.", "lines": ["L4"]},
                {"name": "Buying", "processes": ["buy-book"]},
            ],
            "origins": {"services.buying.processes": {"origin": "proposal", "why": "It fits."}},
        }
    )
    changed = replace(site, handbook=replace(library, organisation=organisation))
    assert rows_of(page(changed), "Services") == [
        ("Lending", "Three weeks.", "to be determined", "line 4"),
        ("Buying", "", "Buy a book proposal", ""),
    ]


def test_a_service_in_one_line(site: Site) -> None:
    changed = with_system(
        site,
        "desk-phone",
        services=[
            {"name": "calling", "text": "Rings <b>.", "lines": ["L1"], "processes": ["buy-book"]}
        ],
        origins={"services": "derived"},
    )
    system = changed.handbook.systems[SystemId("desk-phone")]
    shown = Reading(services(system, Links(changed, "x.md"))).text
    assert shown == "calling derived: Rings <b>. (Buy a book) line 1"
    pages = {made.path: made for made in system_pages(changed)}
    assert section_of(pages["systems/desk-phone.md"], "What it does") == [shown]


def test_a_process_leads_to_its_picture(site: Site, library: Handbook) -> None:
    anchors = read(page(site)).ids
    for process in library.processes.values():
        shown = link_to_architecture(process, Links(site, "processes/x.md"))
        assert bool(shown) is (f"layers-{process.id}" in anchors)
    lend = library.processes[ProcessId("lend-book")]
    made = next(found for found in process_pages(site) if found.title == lend.name)
    assert "../systems/architecture.html#layers-lend-book" in read(made).links


def test_too_much_for_a_picture_is_said(site: Site, library: Handbook) -> None:
    known = library.processes[ProcessId("lend-book")]
    crowd = {
        ProcessId(f"lend-{number}"): known.model_copy(update={"id": f"lend-{number}"})
        for number in range(MOST_DRAWN + 1)
    }
    software = {
        SystemId(f"program-{number}"): System.model_validate(
            {"id": f"program-{number}", "name": "program", "kind": "software"}
        )
        for number in range(MOST_DRAWN + 1)
    }
    full = replace(library, processes=crowd, systems=software)
    diagrams = diagrams_of(full, site.language, site.addresses)
    made = page(replace(site, handbook=full, diagrams=diagrams))
    text = read(made).text
    group = library.groups[known.group].name
    assert f"{group}: 41 processes are too many for one picture that can be read." in text
    assert "41 systems are too many for one picture that can be read." in text
    assert {"#processes", "#systems"} <= set(read(made).links)
    assert {"processes", "systems"} <= set(read(made).ids)
    assert "architecture-business" not in made.content
    assert "architecture-application" not in made.content


def test_an_empty_handbook(site: Site, library: Handbook) -> None:
    organisation = library.organisation.model_copy(update={"services": ()})
    empty = replace(library, systems={}, processes={}, organisation=organisation)
    text = read(page(replace(site, handbook=empty, diagrams={}))).text
    assert "Services" not in text
    assert "All systems by layer" not in text
