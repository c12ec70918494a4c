"""The macros of hand-written chapters: tables and diagrams from the model, by name.

A chapter that begins with ``render_macros: true`` may write ``{{ processes("service") }}``.
A name that the handbook does not know is an error with the names that it does know.
"""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from generator.model.organisation import DocumentKind
from generator.pages.handbook_parts import topics_table
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.matrix import given_table
from generator.pages.noted import statements as said
from generator.pages.noted import with_lines
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Site
from generator.pages.registers import classification_table
from generator.pages.sections import bullets
from generator.pages.tables import table
from generator.pages.terms import linked, running
from generator.pages.text_alternative import figure

Macro = Callable[..., Markup]


class UnknownNameError(Exception):
    """A macro was given a name that the handbook does not know."""

    def __init__(self, name: object, known: Iterable[str]) -> None:
        """``known`` are the names that would have been right."""
        self.name, self.known = str(name), tuple(sorted(known))
        super().__init__(f"{self.name} ({', '.join(self.known)})")


def macros_for(site: Site, here: str) -> Mapping[str, Macro]:
    """The macros by name, for the chapter at ``here`` in the staging tree."""
    links = Links(site, here)
    return {name: _bound(macro, links) for name, macro in MACROS.items()}


def _bound(macro: Macro, links: Links) -> Macro:
    def call(*arguments: str) -> Markup:
        shown = macro(links, *arguments)
        return shown or Markup("<em>{}</em>").format(literal(links.site.label("site.none")))

    return call


def _known(name: object, names: Iterable[str]) -> str:
    known = list(map(str, names))
    if not isinstance(name, str) or name not in known:
        raise UnknownNameError(name, known)
    return name


def _processes(links: Links, group: str | None = None) -> Markup:
    """The processes of a group of the value chain, or all of them."""
    site = links.site
    groups = site.handbook.groups
    chosen = list(groups) if group is None else [_known(group, groups)]
    rows = [
        (
            links.to(f"process:{item.id}"),
            Origins(item, links, listed=False).value("goal", item.goal),
            item.document.version,
            site.label(f"status.{item.document.status}"),
        )
        for item in site.handbook.processes.values()
        if item.group in chosen
    ]
    columns = site.labels("site", "process", "goal", "version", "status")
    return table(site, columns, rows, caption=site.label("site.processes")) if rows else Markup("")


_STATEMENTS = (
    "structure",
    "locations",
    "training",
    "audits",
    "improvement",
    "document_rules",
)


def _statements(links: Links, field: str) -> Markup:
    """What the source states about the organisation, by field, with its lines."""
    found = getattr(links.site.handbook.organisation, _known(field, _STATEMENTS))
    return said(found, links) + _origin(field, links)


def _services(links: Links, field: str = "services") -> Markup:
    """The services, or the quality criteria, with their explanation."""
    organisation = links.site.handbook.organisation
    found = getattr(organisation, _known(field, ("services", "quality_criteria")))
    items = bullets(
        Markup("<strong>{}</strong>: {}").format(
            literal(item.name),
            with_lines(item.text, item.lines, links)
            if item.text
            else joined([still_open(links.site), source_lines(item.lines, links.site)], " "),
        )
        for item in found
    )
    return items + _origin(field, links)


def _list(links: Links, field: str) -> Markup:
    """A plain list of the organisation's, such as its target groups."""
    organisation = links.site.handbook.organisation
    found = getattr(organisation, _known(field, ("target_groups",)))
    return bullets(map(literal, found)) + _origin(field, links)


def _origin(field: str, links: Links) -> Markup:
    """The label of where a list of the organisation's comes from; empty for the source."""
    mark = Origins(links.site.handbook.organisation, links, listed=False).mark(field)
    return Markup("<p>{}</p>").format(mark) if mark else Markup("")


def _consultations(links: Links) -> Markup:
    """The recurring meetings."""
    site = links.site
    rows = [
        (
            item.name,
            item.frequency or still_open(site),
            item.participants or still_open(site),
            with_lines(item.subject, item.lines, links),
        )
        for item in site.handbook.organisation.consultations
    ]
    keys = ("consultation", "frequency", "participants", "subject")
    columns = site.labels("site", *keys)
    found = table(site, columns, rows, caption=site.label("site.consultation"))
    return found + _origin("consultations", links) if rows else Markup("")


def _policy(links: Links) -> Markup:
    """The version policy, each rule with where it comes from."""
    site = links.site
    rows = [
        (rule.when, rule.step, site.label(f"origin.{rule.origin}"), source_lines(rule.lines, site))
        for rule in site.handbook.organisation.version_policy
    ]
    columns = site.labels("site", "when", "version", "origin", "lines")
    return table(site, columns, rows, caption=site.label("site.policy")) if rows else Markup("")


def _topics(links: Links, chapter: str) -> Markup:
    """The content list of a chapter: what the source gives and what is missing."""
    found = {str(key): value for key, value in links.site.handbook.chapters.items()}
    return topics_table(found[_known(chapter, found)], links)


def _documents(links: Links, kind: str | None = None) -> Markup:
    """The registered documents of one kind, or all."""
    chosen = list(DocumentKind) if kind is None else [_known(kind, DocumentKind)]
    return bullets(
        links.to(f"document:{document.id}")
        for document in links.site.handbook.documents.values()
        if document.kind in chosen
    )


def _diagram(links: Links, key: str) -> Markup:
    """A diagram by its key, with its text alternative."""
    return figure(_known(key, links.site.diagrams), links.site)


def _link(links: Links, reference: str) -> Markup:
    """A link to anything by its reference, ``role:klant``."""
    kind = str(reference).partition(":")[0]
    if not isinstance(reference, str) or links.address(reference) is None:
        known = links.site.handbook.entities.get(kind, {})
        raise UnknownNameError(reference, (f"{kind}:{name}" for name in known))
    return links.to(reference)


def _text(links: Links, field: str) -> Markup:
    """A text of the organisation's: its mission or description."""
    organisation = links.site.handbook.organisation
    known = ("name", "full_name", "description", "mission")
    found = getattr(organisation, _known(field, known)) or ""
    # One paragraph stands inside a sentence of the chapter.
    shown = running(found, links) if "\n" in found else linked(found, links)
    return Origins(organisation, links, listed=False).value(field, shown)


def _matrix(links: Links) -> Markup:
    """The responsibility matrix as the source gives it."""
    matrix = links.site.handbook.matrix
    return given_table(matrix, links) if matrix else still_open(links.site)


def _roles(links: Links, department: str | None = None) -> Markup:
    """Links to the roles inside the organisation, or of one department."""
    handbook = links.site.handbook
    if department is not None:
        _known(department, handbook.departments)
    return joined(
        links.to(f"role:{role.id}")
        for role in handbook.roles.values()
        if not role.external and department in (None, role.department)
    )


def _classification(links: Links, identifier: str) -> Markup:
    """The values of a classification and what they mean."""
    found = {str(key): value for key, value in links.site.handbook.classifications.items()}
    return classification_table(found[_known(identifier, found)], links)


MACROS: Mapping[str, Macro] = {
    "processes": _processes,
    "statements": _statements,
    "services": _services,
    "list": _list,
    "consultations": _consultations,
    "policy": _policy,
    "topics": _topics,
    "documents": _documents,
    "diagram": _diagram,
    "link": _link,
    "text": _text,
    "matrix": _matrix,
    "roles": _roles,
    "classification": _classification,
}
"""The macros by the name under which chapters call them."""
