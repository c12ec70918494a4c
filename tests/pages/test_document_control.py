from dataclasses import replace

from generator.model.base import Origin, OriginKind
from generator.model.control import ApprovalRule
from generator.model.handbook import Handbook
from generator.model.identifiers import GroupId, RoleId
from generator.model.organisation import Organisation, Statement
from generator.pages.document_control import document_control_pages
from generator.pages.page import Page, Site
from reading import read, section_of

INDEX = "document-control/index.md"


def index(site: Site) -> Page:
    return next(page for page in document_control_pages(site) if page.path == INDEX)


def with_organisation(site: Site, **update: object) -> Site:
    organisation = site.handbook.organisation.model_copy(update=update)
    assert isinstance(organisation, Organisation)
    return replace(site, handbook=replace(site.handbook, organisation=organisation))


def test_how_many_documents_have_which_status(site: Site) -> None:
    assert section_of(index(site), "State of the documents") == [
        "draft: 1",
        "approved: 1",
        "obsolete: 1",
        "Of 2 of the 3 documents there is no approved version.",
        "All controlled documents with version, status and location: Controlled documents",
        "To check a print or copy: Is this the version in force?",
    ]
    assert {"controlled-documents.html", "is-this-the-current-version.html"} <= set(
        read(index(site)).links
    )


def test_without_processes_there_is_nothing_to_count(site: Site) -> None:
    empty = replace(site, handbook=replace(site.handbook, processes={}))
    assert section_of(index(empty), "State of the documents") == []


def test_version_policy_names_what_is_only_proposed(site: Site) -> None:
    assert section_of(index(site), "Version policy") == [
        "A step is added, moved or removed: the number after the point goes up by one",
        "Only the wording changes: no new version proposal",
        "The head librarian approves it: the next whole number",
    ]


def test_who_approves_what(site: Site) -> None:
    assert section_of(index(site), "Who approves") == ["Everything: head librarian"]
    rule = ApprovalRule(
        what="Loans",
        by=(RoleId("librarian"), RoleId("head-librarian")),
        groups=(GroupId("lending"),),
        origin="proposal",
    )
    page = index(with_organisation(site, approval_policy=(rule,)))
    assert section_of(page, "Who approves") == [
        "Loans (Lending): librarian or head librarian proposal"
    ]


def test_nobody_approves_until_the_organisation_says_who(site: Site) -> None:
    open_ = with_organisation(site, approval_policy=())
    assert section_of(index(open_), "Who approves") == ["to be determined"]
    why = Origin(origin=OriginKind.OPEN, why="The source does not say who.")
    told = with_organisation(site, approval_policy=(), origins={"approval_policy": why})
    assert section_of(index(told), "Who approves") == [
        "to be determined The source does not say who."
    ]


def test_rules_and_the_way_to_the_other_registers(site: Site, library: Handbook) -> None:
    rule = Statement(text="Every folder has a label.")
    page = index(with_organisation(site, document_rules=(rule,)))
    assert section_of(page, "Rules for documents") == [rule.text]
    without = index(replace(site, handbook=replace(library, source_map=None)))
    assert section_of(without, "See also") == [
        "Changes",
        "Reviews",
        "Releases",
        "Documents, forms and records",
        "To decide",
        "Contradictions in the source",
        "List of fields",
    ]
    assert "Account of the source" in section_of(index(site), "See also")
