"""Registers: documents and records, classifications, bottlenecks, the glossary."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.identifiers import DocumentId
from generator.model.organisation import RegisteredDocument, Term
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table


def register_pages(site: Site) -> Iterator[Page]:
    """One page for each register that the handbook has lines for."""
    yield _documents(site)
    yield _classifications(site)
    yield _bottlenecks(site)
    yield _glossary(site)


def _page(site: Site, name: str, sections: list[Section], edit: str) -> Page:
    lead = literal(site.label(f"site.{name}_lead"))
    path, title = site.addresses.page(name), site.label(f"site.{name}")
    return sections_page(site, path, title, lead=lead, sections=sections, edit=edit)


def _columns(site: Site, *keys: str) -> list[str]:
    return [site.label(f"site.{key}") for key in keys]


def _documents(site: Site) -> Page:
    links = Links(site, site.addresses.page("documents"))
    kinds = dict.fromkeys(document.kind for document in site.handbook.documents.values())
    sections = [
        Section(
            site.label(f"documentkind.{kind}").capitalize(),
            table(
                site,
                _columns(site, "document", "exists", "location", "owner", "retention", "usedin"),
                [
                    _document_row(document, links)
                    for document in site.handbook.documents.values()
                    if document.kind is kind
                ],
                caption=site.label(f"documentkind.{kind}"),
                sortable=True,
            ),
            f"kind-{kind}",
        )
        for kind in kinds
    ]
    return _page(site, "documents", sections, "organisation/documents.yml")


def _document_row(document: RegisteredDocument, links: Links) -> Row:
    site = links.site
    origins = Origins(document, links, listed=False)
    known = {True: "yes", False: "missing", None: None}[document.exists]
    name = Markup("<strong>{}</strong>{}<br>{} {}").format(
        literal(document.name),
        origins.mark("name"),
        literal(document.description or ""),
        source_lines(document.lines, site),
    )
    location = links.to(f"system:{document.location}") if document.location else None
    owner = links.to(f"role:{document.owner}") if document.owner else None
    return Row(
        (
            name,
            site.label(f"site.exists_{known}") if known else still_open(site),
            origins.value("location", location),
            origins.value("owner", owner),
            origins.value("retention", document.retention),
            _used_in(document.id, links),
        ),
        id=f"document-{document.id}",
    )


def _used_in(document: DocumentId, links: Links) -> Markup:
    found = (
        links.step(process, step)
        for process in links.site.handbook.processes.values()
        for step in process.steps
        if document in step.documents or document in {record.document for record in step.records}
    )
    return joined(found, "; ")


def _classifications(site: Site) -> Page:
    links = Links(site, site.addresses.page("classifications"))
    sections = []
    for item in site.handbook.classifications.values():
        rows = [
            (
                Markup("{} {}").format(literal(line.name), source_lines(line.lines, site)),
                line.meaning,
            )
            for line in item.items
        ]
        intro = Markup("<p>{} {}</p><p>{}</p>").format(
            literal(item.explanation or ""),
            source_lines(item.lines, site),
            joined(links.to(f"process:{process}") for process in item.processes),
        )
        body = table(site, _columns(site, "value", "meaning"), rows, caption=item.name)
        sections.append(Section(item.name, intro + body, f"classification-{item.id}"))
    return _page(site, "classifications", sections, "organisation/classifications.yml")


def _bottlenecks(site: Site) -> Page:
    links = Links(site, site.addresses.page("bottlenecks"))
    sections = []
    for process in site.handbook.processes.values():
        found = site.handbook.bottlenecks_of(process.id)
        steps = {step.id: step for step in process.steps}
        rows = [
            Row(
                (
                    item.id,
                    Markup("{} {}").format(literal(item.text), source_lines(item.lines, site)),
                    joined(
                        (
                            *(links.step(process, steps[s]) for s in item.steps if s in steps),
                            *(links.to(f"system:{system}") for system in item.systems),
                            *(links.to(f"role:{role}") for role in item.roles),
                        ),
                        "; ",
                    ),
                ),
                id=f"bottleneck-{item.id}",
            )
            for item in found
        ]
        columns = _columns(site, "number", "bottleneck", "touches")
        body = table(site, columns, rows, caption=process.name) if rows else Markup("")
        sections.append(Section(process.name, body, f"process-{process.id}"))
    return _page(site, "bottlenecks", sections, "quality/bottlenecks.yml")


def _glossary(site: Site) -> Page:
    terms = sorted(site.handbook.terms.values(), key=lambda term: term.term.casefold())
    rows = [_term_row(site, term) for term in terms]
    columns = _columns(site, "term", "meaning")
    title = site.label("site.glossary")
    body = table(site, columns, rows, caption=title)
    return _page(
        site, "glossary", [Section(site.label("site.allterms"), body)], "organisation/glossary.yml"
    )


def _term_row(site: Site, term: Term) -> Row:
    links = Links(site, site.addresses.page("glossary"))
    origins = Origins(term, links, listed=False)
    stands_for = term.abbreviation_of
    short = Markup("<em>{}</em>. ").format(literal(stands_for)) if stands_for else Markup("")
    meaning = (
        short
        if stands_for and not term.definition
        else origins.value("definition", term.definition)
    )
    shown = short + meaning if term.definition else meaning
    return Row(
        (literal(term.term), Markup("{} {}").format(shown, source_lines(term.lines, site))),
        id=f"term-{term.id}",
    )
