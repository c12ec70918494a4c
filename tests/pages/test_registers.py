from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.identifiers import DocumentId, TermId
from generator.model.organisation import RegisteredDocument, Term
from generator.pages.page import Page, Site
from generator.pages.registers import register_pages
from golden import Golden
from reading import read, rows_of, section_of

DOCUMENTS = "document-control/documents.md"
CLASSIFICATIONS = "processes/classifications.md"
BOTTLENECKS = "measuring/bottlenecks.md"
GLOSSARY = "glossary.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in register_pages(site)}


def with_handbook(site: Site, **changed: object) -> Site:
    return replace(site, handbook=replace(site.handbook, **changed))  # type: ignore[arg-type]


def test_pages(site: Site) -> None:
    made = pages(site)
    assert list(made) == [DOCUMENTS, CLASSIFICATIONS, BOTTLENECKS, GLOSSARY]
    assert made[BOTTLENECKS].edit == "quality/bottlenecks.yml"


def test_documents_by_kind(site: Site) -> None:
    page = pages(site)[DOCUMENTS]
    open_ = "to be determined"
    assert rows_of(page, "Policy") == [
        ("Lending rules", open_, "catalogue", "head librarian", open_, "", "")
    ]
    assert rows_of(page, "Form") == [
        ("Loan slip", open_, open_, open_, "one year", "Lend a book: Lend book", "")
    ]
    assert rows_of(page, "Plan")[0][1] == "missing"
    assert {"document-loan-slip", "kind-form"} <= set(read(page).ids)


def test_a_document_with_everything(site: Site) -> None:
    document = RegisteredDocument.model_validate(
        {
            "id": "norm",
            "name": "The norm",
            "kind": "standard",
            "external": True,
            "exists": True,
            "description": "What a library needs.",
            "lines": ["L3"],
            "origins": {"owner": "proposal", "exists": {"origin": "derived", "why": "Seen."}},
            "owner": "librarian",
        }
    )
    page = pages(with_handbook(site, documents={document.id: document}))[DOCUMENTS]
    row = rows_of(page, "External standard")[0]
    assert row[0] == "The norm (from outside) What a library needs."
    assert row[1] == "yes derived"
    assert row[3] == "librarian proposal"
    assert row[6] == "line 3 Owner proposal Exists derived Seen."


def test_a_document_that_may_no_longer_be_used(site: Site, library: Handbook) -> None:
    found = {"exists": True, "obsolete": True, "replaced_by": "stock-plan"}
    old = library.documents[DocumentId("loan-slip")].model_copy(update=found)
    changed = {**library.documents, old.id: old}
    page = pages(with_handbook(site, documents=changed))[DOCUMENTS]
    assert rows_of(page, "Form")[0][1] == "yes; obsolete; replaced by Stock plan"
    assert read(page).links.count("#document-stock-plan") == 1


def test_a_record_is_a_use_of_its_document(site: Site, library: Handbook) -> None:
    lend = library.processes["lend-book"]
    first = lend.steps[0]
    record = first.records[0].model_copy(update={"document": DocumentId("stock-plan")})
    steps = (first.model_copy(update={"records": (record,)}), *lend.steps[1:])
    changed = lend.model_copy(update={"steps": steps})
    page = pages(with_handbook(site, processes={lend.id: changed}))[DOCUMENTS]
    assert rows_of(page, "Plan")[0][5] == "Lend a book: Take request"


def test_classifications(site: Site) -> None:
    page = pages(site)[CLASSIFICATIONS]
    assert section_of(page, "Urgency of a request")[0] == "Used in: Lend a book"
    assert rows_of(page, "Urgency of a request") == [
        ("today", "The visitor waits at the desk."),
        ("this week", "to be determined"),
    ]
    assert "classification-urgency" in read(page).ids


def test_glossary_in_the_order_of_the_alphabet(site: Site, library: Handbook) -> None:
    terms = [
        Term.model_validate({"id": "zebra", "term": "zebra"}),
        Term.model_validate(
            {
                "id": "ark",
                "term": "Ark",
                "abbreviation_of": "A Real Kind",
                "definition": "A <ship>.",
                "lines": ["L5"],
                "origins": {"definition": "proposal"},
            }
        ),
    ]
    known = {**library.terms, **{term.id: term for term in terms}}
    page = pages(with_handbook(site, terms=known))[GLOSSARY]
    assert rows_of(page, "All words") == [
        ("Ark", "A Real Kind. A <ship>. proposal line 5"),
        ("ISBN", "International Standard Book Number"),
        ("loan", "A book that a visitor has taken home."),
        ("zebra", "to be determined"),
    ]
    assert "term-ark" in read(page).ids


def test_terms_are_linked_in_registers(site: Site, library: Handbook) -> None:
    term = library.terms[TermId("loan")].model_copy(update={"also": ("reader",)})
    page = pages(with_handbook(site, terms={term.id: term}))[BOTTLENECKS]
    reading = read(page)
    assert set(reading.terms) == {"reader"}
    assert "../glossary.html#term-loan" in reading.links


def test_empty_registers_say_so(site: Site) -> None:
    empty = with_handbook(site, documents={}, classifications={}, bottlenecks={}, terms={})
    for page in pages(empty).values():
        assert "Nothing has been recorded here yet." in read(page).text


def test_golden(site: Site, golden: Golden) -> None:
    golden.check("glossary.md", pages(site)[GLOSSARY].content)
