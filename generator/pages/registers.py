"""Registers: documents and records, classifications, bottlenecks, the glossary."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.model.identifiers import DocumentId
from generator.model.organisation import Classification, RegisteredDocument, Term
from generator.pages.bottlenecks import bottlenecks_page
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.mentions import links_to
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import Row, table
from generator.pages.terms import running


def register_pages(site: Site) -> Iterator[Page]:
    """One page for each register; an empty register says so."""
    yield _documents(site)
    yield _classifications(site)
    yield bottlenecks_page(site)
    yield _glossary(site)


def _page(site: Site, name: str, sections: Iterable[Section], edit: str) -> Page:
    lead = literal(site.label(f"site.{name}_lead"))
    path, title = site.addresses.page(name), site.label(f"site.{name}")
    return sections_page(site, path, title, lead=lead, sections=sections, edit=edit)


def _documents(site: Site) -> Page:
    links = Links(site, site.addresses.page("documents"))
    documents = list(site.handbook.documents.values())
    columns = site.labels(
        "site", "document", "exists", "location", "owner", "retention", "usedin", "noted"
    )
    sections = []
    for kind in dict.fromkeys(document.kind for document in documents):
        heading = site.label(f"documentkind.{kind}").capitalize()
        rows = [_document(document, links) for document in documents if document.kind is kind]
        body = table(site, columns, rows, caption=heading, sortable=True)
        sections.append(Section(heading, body, f"kind-{kind}"))
    return _page(site, "documents", sections, "organisation/documents.yml")


def _document(document: RegisteredDocument, links: Links) -> Row:
    origins = Origins(document, links, listed=False)
    location = links.to(f"system:{document.location}") if document.location else None
    owner = links.to(f"role:{document.owner}") if document.owner else None
    return Row(
        (
            _document_name(document, links),
            _existence(document, links),
            origins.value("location", location),
            origins.value("owner", owner),
            origins.value("retention", document.retention),
            _used_in(document.id, links),
            noted_briefly(f"document:{document.id}", document, links),
        ),
        id=f"document-{document.id}",
    )


def _existence(document: RegisteredDocument, links: Links) -> Markup:
    """Whether a document exists, and when it may no longer be used, what replaces it."""
    site = links.site
    origins = Origins(document, links, listed=False)
    known = {True: "yes", False: "missing", None: None}[document.exists]
    found = [origins.value("exists", site.label(f"site.exists_{known}") if known else None)]
    if document.obsolete:
        found.append(origins.value("obsolete", site.label("site.obsolete")))
    if document.replaced_by:
        other = links.to(f"document:{document.replaced_by}")
        words = joined((site.label("site.replacedby"), other), " ")
        found.append(origins.value("replaced_by", words))
    return joined(found, "; ")


def _document_name(document: RegisteredDocument, links: Links) -> Markup:
    site = links.site
    origins = Origins(document, links, listed=False)
    outside = literal(f" ({site.label('site.external')})") if document.external else ""
    name = Markup("<strong>{}</strong>{} {}").format(
        literal(document.name), origins.mark("name"), outside
    )
    described = running(document.description, links)
    return name + Markup('<div class="aside">{}</div>').format(described) if described else name


def _used_in(document: DocumentId, links: Links) -> Markup:
    found = (
        links.step(process, step, f"{process.name}: {step.name}")
        for process in links.site.handbook.processes.values()
        for step in process.steps
        if document in step.documents or document in {record.document for record in step.records}
    )
    return joined(found, "; ")


def _classifications(site: Site) -> Page:
    links = Links(site, site.addresses.page("classifications"))
    found = site.handbook.classifications.values()
    sections = (
        Section(item.name, _classification(item, links), f"classification-{item.id}")
        for item in found
    )
    return _page(site, "classifications", sections, "organisation/classifications.yml")


def _classification(item: Classification, links: Links) -> Markup:
    processes = links_to("process", item.processes, links)
    intro = running(item.explanation, links) + (
        Markup("<p>{}: {}</p>").format(literal(links.site.label("site.usedin")), processes)
        if processes
        else Markup("")
    )
    said = noted_briefly(f"classification:{item.id}", item, links)
    return intro + classification_table(item, links) + Markup("<p>{}</p>").format(said)


def classification_table(item: Classification, links: Links) -> Markup:
    """The values of a classification and what each means."""
    rows = [
        (
            joined([line.name, source_lines(line.lines, links.site)], " "),
            running(line.meaning, links) or still_open(links.site),
        )
        for line in item.items
    ]
    return table(links.site, links.site.labels("site", "value", "meaning"), rows, caption=item.name)


def _glossary(site: Site) -> Page:
    links = Links(site, site.addresses.page("glossary"))
    terms = sorted(site.handbook.terms.values(), key=lambda term: (term.term.casefold(), term.id))
    rows = [_term(term, links) for term in terms]
    title = site.label("site.glossary")
    body = table(site, site.labels("site", "term", "meaning"), rows, caption=title)
    section = Section(site.label("site.allterms"), body if rows else Markup(""))
    return _page(site, "glossary", [section], "organisation/glossary.yml")


def _term(term: Term, links: Links) -> Row:
    origins = Origins(term, links, listed=False)
    short = Markup("")
    if term.abbreviation_of:
        stop = "." if term.definition else ""
        short = Markup("<em>{}</em>{}{}").format(
            literal(term.abbreviation_of), stop, origins.mark("abbreviation_of")
        )
    meaning = Markup("")
    if term.definition or not term.abbreviation_of:
        meaning = origins.value("definition", term.definition)
    said = [short, meaning, source_lines(term.lines, links.site)]
    name = literal(term.term) + origins.mark("term")
    return Row((name, joined([part for part in said if part], " ")), id=f"term-{term.id}")
