"""The macros of hand-written chapters: tables and diagrams from the model, by name.

A chapter that begins with ``render_macros: true`` may write ``{{ processes("service") }}``.
A name that the handbook does not know is an error with the names that it does know.
"""

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from generator.pages.handbook_parts import topics_table
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.matrix import given_table
from generator.pages.noted import statements as said
from generator.pages.origins import source_lines, still_open
from generator.pages.page import Site
from generator.pages.sections import bullets
from generator.pages.tables import table
from generator.pages.text_alternative import figure

Macro = Callable[..., Markup]


class UnknownNameError(Exception):
    """A macro was given a name that the handbook does not know."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """``known`` are the names that would have been right."""
        self.name, self.known = name, tuple(sorted(known))
        super().__init__(f"{name} ({', '.join(self.known)})")


def macros_for(site: Site, here: str) -> Mapping[str, Macro]:
    """The macros by name, for the chapter at ``here`` in the staging tree."""
    links = Links(site, here)
    found: dict[str, Macro] = {}
    for macro in (_processes, _statements, _services, _list, _consultations, _policy):
        found[macro.__name__.removeprefix("_")] = _bound(macro, links)
    for macro in (_topics, _documents, _diagram, _link, _text, _matrix, _roles, _classification):
        found[macro.__name__.removeprefix("_")] = _bound(macro, links)
    return found


def _bound(macro: Macro, links: Links) -> Macro:
    def call(*arguments: str) -> Markup:
        return macro(links, *arguments)

    return call


def _known(name: str, names: Iterable[str]) -> str:
    known = list(names)
    if name not in known:
        raise UnknownNameError(name, known)
    return name


def _processes(links: Links, group: str | None = None) -> Markup:
    """The processes of a group of the value chain, or all of them."""
    handbook = links.site.handbook
    chosen = [_known(group, handbook.groups)] if group else list(handbook.groups)
    found = [process for process in handbook.processes.values() if process.group in chosen]
    site = links.site
    rows = [
        (links.to(f"process:{item.id}"), item.goal or still_open(site), item.document.version)
        for item in found
    ]
    columns = [site.label(f"site.{key}") for key in ("process", "goal", "version")]
    return table(site, columns, rows, caption=site.label("site.processes"))


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
    organisation = links.site.handbook.organisation
    return said(getattr(organisation, _known(field, _STATEMENTS)), links)


def _services(links: Links, field: str = "services") -> Markup:
    """The services, or the quality criteria, with their explanation."""
    organisation = links.site.handbook.organisation
    found = getattr(organisation, _known(field, ("services", "quality_criteria")))
    site = links.site
    return bullets(
        Markup("<strong>{}</strong>: {} {}").format(
            literal(item.name),
            literal(item.text) if item.text else still_open(site),
            source_lines(item.lines, site),
        )
        for item in found
    )


def _list(links: Links, field: str) -> Markup:
    """A plain list of the organisation's, such as its target groups."""
    organisation = links.site.handbook.organisation
    return bullets(map(literal, getattr(organisation, _known(field, ("target_groups",)))))


def _consultations(links: Links) -> Markup:
    """The recurring meetings."""
    site = links.site
    rows = [
        (
            item.name,
            item.frequency or still_open(site),
            item.participants or still_open(site),
            Markup("{} {}").format(literal(item.subject or ""), source_lines(item.lines, site)),
        )
        for item in site.handbook.organisation.consultations
    ]
    keys = ("consultation", "frequency", "participants", "subject")
    columns = [site.label(f"site.{key}") for key in keys]
    return table(site, columns, rows, caption=site.label("site.consultation"))


def _policy(links: Links) -> Markup:
    """The version policy, each rule with where it comes from."""
    site = links.site
    rows = [
        (rule.when, rule.step, site.label(f"origin.{rule.origin}"), source_lines(rule.lines, site))
        for rule in site.handbook.organisation.version_policy
    ]
    columns = [site.label(f"site.{key}") for key in ("when", "version", "origin", "lines")]
    return table(site, columns, rows, caption=site.label("site.policy"))


def _topics(links: Links, chapter: str) -> Markup:
    """The content list of a chapter: what the source gives and what is missing."""
    chapters = links.site.handbook.chapters
    found = {str(key): value for key, value in chapters.items()}
    return topics_table(found[_known(chapter, found)], links)


def _documents(links: Links, kind: str | None = None) -> Markup:
    """The registered documents of one kind, or all."""
    site = links.site
    documents = site.handbook.documents.values()
    if kind:
        _known(kind, {str(document.kind) for document in documents})
    return bullets(
        links.to(f"document:{document.id}")
        for document in documents
        if kind in (None, str(document.kind))
    )


def _diagram(links: Links, key: str) -> Markup:
    """A diagram by its key, with its text alternative."""
    return figure(_known(key, links.site.diagrams), links.site)


def _link(links: Links, reference: str) -> Markup:
    """A link to anything by its reference, ``role:klant``."""
    if links.address(reference) is None:
        kind, _, _ = reference.partition(":")
        known = links.site.handbook.entities.get(kind, {})
        raise UnknownNameError(reference, (f"{kind}:{name}" for name in known))
    return links.to(reference)


def _text(links: Links, field: str) -> Markup:
    """A text of the organisation's: its mission or description."""
    known = ("name", "full_name", "description", "mission")
    found = getattr(links.site.handbook.organisation, _known(field, known))
    return literal(found) if found else still_open(links.site)


def _matrix(links: Links) -> Markup:
    """The responsibility matrix as the source gives it."""
    matrix = links.site.handbook.matrix
    return given_table(matrix, links) if matrix else still_open(links.site)


def _roles(links: Links, department: str | None = None) -> Markup:
    """Links to the roles inside the organisation, or of one department."""
    handbook = links.site.handbook
    if department:
        _known(department, handbook.departments)
    return joined(
        links.to(f"role:{role.id}")
        for role in handbook.roles.values()
        if not role.external and department in (None, role.department)
    )


def _classification(links: Links, identifier: str) -> Markup:
    """The values of a classification and what they mean."""
    site = links.site
    found = {str(key): value for key, value in site.handbook.classifications.items()}
    item = found[_known(identifier, found)]
    rows = [(line.name, line.meaning) for line in item.items]
    columns = [site.label("site.value"), site.label("site.meaning")]
    return table(site, columns, rows, caption=item.name)
