"""Where everything stands on the site: one function from a reference to an address.

Addresses are relative to the site's root (``processen/incident-beheren.html``); the
folders' names are words of the organisation's language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.language import Language
from generator.model.handbook import Handbook, slug

_FOLDERS = {
    "process": "processes",
    "group": "processes",
    "object": "objects",
    "card": "cards",
    "role": "roles",
    "department": "departments",
    "system": "systems",
    "kpi": "kpis",
    "assessment": "assessments",
    "standard": "standards",
    "measurement": "kpis",
}
"""The kinds that have a page each, and the label of their folder."""

_REGISTERS = {
    "company": "departments",
    "bottleneck": "bottlenecks",
    "document": "documents",
    "term": "glossary",
    "classification": "classifications",
    "note": "source",
    "release": "releases",
    "review": "reviews",
    "coverage": "normmatrix",
    "improvement": "improvements",
    "audit": "audits",
    "auditfinding": "auditfindings",
    "nonconformity": "nonconformities",
    "action": "actions",
    "managementreview": "managementreviews",
    "risk": "risks",
    "riskscale": "risks",
    "scorecard": "scorecard",
    "matrix": "matrix",
    "organisation": "home",
}
"""The kinds that are a line on a shared page, and the label of that page."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of one handbook's pages."""

    handbook: Handbook
    language: Language

    def folder(self, kind: str) -> str:
        """The folder of the pages of one kind, without a slash at its end."""
        return self.language.label(f"folders.{_FOLDERS[kind]}")

    def page(self, name: str) -> str:
        """The Markdown file of a page that stands by itself (``pages.<name>`` in the labels)."""
        return self.language.label(f"pages.{name}")

    def rule_file(self, code: str) -> str:
        """The Markdown file of the page of a rule of the check."""
        return f"{self.language.label('folders.rules')}/{code.lower()}.md"

    def rule(self, code: str, *, own_page: bool = True) -> str:
        """The address of a rule's page; without a page of its own, of its line on the index."""
        if own_page:
            return html_of(self.rule_file(code))
        return f"{self.page('rules').removesuffix('.md')}.html#code-{code.lower()}"

    def source(self, reference: str) -> str | None:
        """The Markdown file, in the staging tree, of the page that a reference leads to."""
        kind, _, rest = reference.partition(":")
        identifier, _, fragment = rest.partition("#")
        if kind == "standard" and fragment:
            return f"{self.folder(kind)}/{identifier}/{_clause_file(fragment)}.md"
        if kind == "chapter":
            chapter = self.handbook.find(reference)
            return getattr(chapter, "file", None)
        if kind in _FOLDERS:
            taken = self._is_taken(kind, identifier)
            # An identifier never holds an underscore, so this is nobody else's address.
            return f"{self.folder(kind)}/{identifier}{'_' if taken else ''}.md"
        if kind in _REGISTERS:
            return self.page(_REGISTERS[kind])
        return None

    def url(self, reference: str) -> str | None:
        """The address of what a reference points at, with its anchor; None when unknown."""
        kind, _, rest = reference.partition(":")
        identifier, _, fragment = rest.partition("#")
        if kind != "object" and self.handbook.find(reference) is None:
            return None
        source = self.source(reference)
        if source is None:
            return None
        address = html_of(source)
        if kind == "process" and fragment:
            return f"{address}#{step_anchor(fragment)}"
        if kind == "standard" and "-" in fragment:
            return f"{address}#{clause_anchor(fragment)}"
        if kind in _REGISTERS and identifier:
            return f"{address}#{kind}-{identifier}"
        return address

    def object_url(self, name: str) -> str | None:
        """The page of a business object, role or system that a diagram names."""
        key = slug(name)
        if not key:
            return None
        return self.url(self._named.get(key, f"object:{key}"))

    @cached_property
    def _named(self) -> Mapping[str, str]:
        """The roles and systems by the slug of their names; a role goes before a system."""
        roles = {slug(item.name): f"role:{item.id}" for item in self.handbook.roles.values()}
        systems = {slug(item.name): f"system:{item.id}" for item in self.handbook.systems.values()}
        return systems | roles

    def _is_taken(self, kind: str, identifier: str) -> bool:
        """Whether another page has the address that a thing would have by its identifier."""
        if kind == "group" and self.handbook.find(f"process:{identifier}"):
            return True
        return f"{self.folder(kind)}/{identifier}.md" in self._by_themselves

    @cached_property
    def _by_themselves(self) -> frozenset[str]:
        return frozenset(map(str, self.language.labels["pages"].values()))


def html_of(source: str) -> str:
    """The address of the page that a Markdown file of the staging tree becomes."""
    return source.removesuffix(".md") + ".html"


def register_files(name: str) -> Mapping[str, str]:
    """The addresses of the files of a register, by kind: ``csv``, ``json`` and ``schema``."""
    place = f"api/v1/registers/{name}"
    return {"csv": f"{place}.csv", "json": f"{place}.json", "schema": f"{place}.schema.json"}


def measurements_file(kpi: str) -> str:
    """The address of the measurements of an indicator as CSV."""
    return f"api/v1/measurements/{kpi}.csv"


def step_anchor(step: str) -> str:
    """The anchor of a step on its process's page."""
    return f"step-{step}"


def objective_anchor(objective: str) -> str:
    """The anchor of an objective on the page of the scorecard."""
    return f"objective-{objective}"


def clause_anchor(number: str) -> str:
    """The anchor of a lettered part of a clause (``4.4.1-a``) on the clause's page."""
    return f"clause-{number.rpartition('-')[2]}"


def _clause_file(number: str) -> str:
    """The file of a clause's page without its ending; a lettered part is on that of the whole."""
    return number.partition("-")[0].lower().replace(".", "-")
