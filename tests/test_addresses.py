from dataclasses import replace

import pytest

from generator.addresses import Addresses, step_anchor
from generator.language import language
from generator.model.handbook import Handbook
from generator.model.identifiers import GroupId


@pytest.mark.parametrize(
    ("reference", "url"),
    [
        ("process:lend-book", "processes/lend-book.html"),
        ("process:lend-book#find-book", "processes/lend-book.html#step-find-book"),
        ("group:lending", "processes/lending.html"),
        ("role:librarian", "roles/librarian.html"),
        ("department:front-desk", "roles/departments/front-desk.html"),
        ("system:catalogue", "systems/catalogue.html"),
        ("kpi:lb-loans", "measuring/indicators/lb-loans.html"),
        ("assessment:growth", "measuring/assessments/growth.html"),
        ("chapter:about", "handbook/about.html"),
        ("company:foundation", "roles/departments/index.html#company-foundation"),
        ("bottleneck:lb-k1", "measuring/bottlenecks.html#bottleneck-lb-k1"),
        ("document:loan-slip", "document-control/documents.html#document-loan-slip"),
        ("term:isbn", "glossary.html#term-isbn"),
        ("classification:urgency", "processes/classifications.html#classification-urgency"),
        ("note:slip", "document-control/contradictions.html#note-slip"),
        ("matrix", "roles/responsibility-matrix.html"),
        ("organisation", "index.html"),
        ("object:book", "objects/book.html"),
        ("role:nobody", None),
        ("process:lend-book#gone", None),
        ("organisation:harbour", None),
        ("planet:mars", None),
        ("", None),
    ],
)
def test_url(library_addresses: Addresses, reference: str, url: str | None) -> None:
    assert library_addresses.url(reference) == url


def test_every_kind_of_thing_has_an_address(
    library: Handbook, library_addresses: Addresses
) -> None:
    for kind, entities in library.entities.items():
        for identifier in entities:
            assert library_addresses.url(f"{kind}:{identifier}"), kind


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("book", "objects/book.html"),
        ("Book [torn]", "objects/book-torn.html"),
        ("Head  Librarian", "roles/head-librarian.html"),
        ("Catalogue", "systems/catalogue.html"),
        ("***", None),
    ],
)
def test_what_a_diagram_names(library_addresses: Addresses, name: str, url: str | None) -> None:
    assert library_addresses.object_url(name) == url


@pytest.mark.parametrize("code", ["nl", "en"])
def test_no_two_things_share_an_address(library: Handbook, code: str) -> None:
    """Also when a process is named after its group, or after a page that stands by itself."""
    group = library.groups[GroupId("lending")]
    lend = next(iter(library.processes.values()))
    taken = ["lending", "index", "legend", "legenda", "landscape"]
    processes = {name: lend.model_copy(update={"id": name}) for name in taken}
    addresses = Addresses(
        replace(library, processes=processes, groups={group.id: group}), language(code)
    )
    found = [addresses.source(f"process:{name}") for name in taken]
    found += [addresses.source(f"group:{group.id}")]
    found += [addresses.page(name) for name in addresses.language.labels["pages"]]
    assert len(set(found)) == len(found)


def test_step_anchor() -> None:
    assert step_anchor("find-book") == "step-find-book"
