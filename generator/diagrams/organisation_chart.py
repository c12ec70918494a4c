"""The organisation chart: companies with their departments, and departments with their roles.

A line organisation drawn as one tree is too wide for a telephone: the whole is one picture of
companies and departments, with a picture of the roles a company, and one of what stands beside
the departments. Each grows from left to right. Nothing is placed where no file places it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.diagrams.alternative import marked
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.names import Name, Names
from generator.diagrams.style import document
from generator.diagrams.syntax import aliases, bold, in_rows, label, target
from generator.model.base import Origin, OriginKind
from generator.model.handbook import Handbook
from generator.model.identifiers import CompanyId, RoleId
from generator.model.organisation import Company, Department, Role, RoleKind

_WIDTH = 16
_STATED = Origin(origin=OriginKind.SOURCE)


class Sort(StrEnum):
    """What stands in a box of the chart."""

    COMPANY = "company"
    DEPARTMENT = "department"
    BOARD = "board"
    GROUP = "group"
    ROLE = "role"


_LOOKS = {
    Sort.COMPANY: "<<abstract>>",
    Sort.DEPARTMENT: "<<information>>",
    Sort.BOARD: "<<goal>>",
    Sort.GROUP: "<<people>>",
    Sort.ROLE: "<<people>>",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the chart and what stands under it.

    ``named`` is the origin of the name, ``placed`` that of where the box stands.
    """

    key: str
    sort: Sort
    name: Name
    named: Origin = _STATED
    placed: Origin = _STATED
    under: tuple["Node", ...] = ()


def organisation_chart(key: str, names: Names) -> Diagram:
    """One of the charts, by its key: the whole, a company with its roles, or what is beside."""
    title, roots = _chart(key, names)
    words = tuple(_told(root, names) for root in roots)
    return Diagram(key, title, document(_drawn(roots, names)), words, "organisation")


def chart_keys(handbook: Handbook) -> tuple[str, ...]:
    """The keys of the charts that a handbook has, in their order."""
    departments = handbook.departments.values()
    found = ["orgchart"] if handbook.companies or handbook.departments else []
    worked_in = {role.department for role in handbook.roles.values()}
    staffed = {item.company for item in departments if item.id in worked_in}
    found += [f"orgchart-company-{item}" for item in handbook.companies if item in staffed]
    found += ["orgchart-departments"] if None in staffed else []
    return (*found, *(["orgchart-beside"] if beside(handbook) else []))


def beside(handbook: Handbook) -> tuple[Role, ...]:
    """The roles inside the organisation that no file places in a department.

    A group of functions is left out when its members are all placed: it stands there.
    """
    roles = handbook.roles
    return tuple(
        role
        for role in roles.values()
        if not (role.external or role.department or role.kind is RoleKind.PARTY)
        and not (role.kind is RoleKind.GROUP and _placed(role, roles))
    )


def _placed(group: Role, roles: Mapping[RoleId, Role]) -> bool:
    members = [roles[member] for member in group.members if member in roles]
    return bool(members) and all(member.department for member in members)


def _chart(key: str, names: Names) -> tuple[str, tuple[Node, ...]]:
    """The title of a chart and the boxes from which it grows."""
    handbook = names.handbook
    departments = handbook.departments.values()
    kind, _, identifier = key.removeprefix("orgchart").lstrip("-").partition("-")
    if kind == "company":
        company = handbook.companies[CompanyId(identifier)]
        under = tuple(_department(item, names) for item in _of(company.id, departments))
        return _word(names, "title.company", name=company.name), under
    if kind == "departments":
        under = tuple(_department(item, names) for item in _of(None, departments))
        return _word(names, "title.departments"), under
    if kind == "beside":
        return _word(names, "title.beside"), tuple(_beside(names))
    return _word(names, "title.whole", name=handbook.organisation.name), tuple(_whole(names))


def _word(names: Names, path: str, /, **blanks: object) -> str:
    return names.language.label(f"orgchart.{path}", **blanks)


def _of(company: CompanyId | None, departments: Iterable[Department]) -> list[Department]:
    return [item for item in departments if item.company == company]


def _whole(names: Names) -> Iterator[Node]:
    """Companies under their parents, departments under their companies; the rest beside them."""
    handbook = names.handbook
    shown: set[CompanyId] = set()
    for company in handbook.companies.values():
        if company.parent not in handbook.companies:
            yield _company(company, names, shown)
    for company in handbook.companies.values():
        if company.id not in shown:
            yield _company(company, names, shown)
    departments = handbook.departments.values()
    yield from (
        _plain_department(item, names)
        for item in departments
        if item.company not in handbook.companies
    )


def _company(company: Company, names: Names, shown: set[CompanyId]) -> Node:
    """A company; one that is its own parent, over others, stands once."""
    shown.add(company.id)
    handbook = names.handbook
    departments = _of(company.id, handbook.departments.values())
    under = [_plain_department(item, names) for item in departments]
    for other in handbook.companies.values():
        if other.parent == company.id and other.id not in shown:
            under += [_company(other, names, shown)]
    name = Name(company.name, names.addresses.url(f"company:{company.id}"))
    placed = company.origin("parent") if company.parent else _STATED
    key = f"company:{company.id}"
    return Node(key, Sort.COMPANY, name, company.origin("name"), placed, tuple(under))


def _plain_department(department: Department, names: Names) -> Node:
    reference = f"department:{department.id}"
    name = Name(department.name, names.addresses.url(reference))
    origins = department.origin("name"), department.origin("company")
    return Node(reference, Sort.DEPARTMENT, name, *origins)


def _department(department: Department, names: Names) -> Node:
    """A department with its roles, grades under the group of functions that they belong to."""
    roles = [item for item in names.handbook.roles.values() if item.department == department.id]
    here = {role.id for role in roles}
    groups = [item for item in names.handbook.roles.values() if item.kind is RoleKind.GROUP]
    under: list[Node] = []
    grouped: set[RoleId] = set()
    for group in groups:
        members = [member for member in group.members if member in here - grouped]
        if members:
            grouped |= {*members, group.id}
            nodes = (_role(names.handbook.roles[item], department.id, names) for item in members)
            under.append(_role(group, department.id, names, tuple(nodes)))
    under += [_role(role, department.id, names) for role in roles if role.id not in grouped]
    plain = _plain_department(department, names)
    return Node(plain.key, plain.sort, plain.name, plain.named, _STATED, tuple(under))


def _beside(names: Names) -> Iterator[Node]:
    """Boards and groups with their members, and the functions that no department has."""
    roles, found = names.handbook.roles, beside(names.handbook)
    shown = {member for role in found for member in role.members}
    for role in found:
        members = tuple(
            replace(_role(roles[member], role.id, names), placed=role.origin("members"))
            for member in role.members
            if member in roles
        )
        if members or role.id not in shown:
            yield _role(role, "", names, members)


def _role(role: Role, where: str, names: Names, under: tuple[Node, ...] = ()) -> Node:
    """A role as a box of its own wherever it stands, so that it may stand in several places."""
    sort = {RoleKind.BOARD: Sort.BOARD, RoleKind.GROUP: Sort.GROUP}.get(role.kind, Sort.ROLE)
    placed = role.origin("department") if role.department == where else _STATED
    key = f"role:{role.id}:{where}"
    return Node(key, sort, names.role(role.id), role.origin("name"), placed, under)


def _drawn(roots: tuple[Node, ...], names: Names) -> Iterator[str]:
    nodes = [node for root in roots for node in _all(root)]
    known = aliases((node.key for node in nodes), "oc")
    body = [_box(node, known[node.key], names) for node in nodes]
    body += [f"{known[node.key]} -- {known[other.key]}" for node in nodes for other in node.under]
    body += in_rows([known[root.key] for root in roots if not root.under])
    yield "left to right direction"
    yield from body
    yield from names.marks_explained("\n".join(body))


def _all(node: Node) -> Iterator[Node]:
    yield node
    for other in node.under:
        yield from _all(other)


def _box(node: Node, alias: str, names: Names) -> str:
    text = label(node.name.text, _WIDTH)
    shown = text if node.sort is Sort.ROLE else bold(text)
    name = names.marked(shown, node.named, node.placed)
    look, link = _LOOKS[node.sort], target(node.name.url, before=" ")
    return f'rectangle "{name}" as {alias} {look}{link}'


def _told(node: Node, names: Names) -> Item:
    text = _word(names, f"told.{node.sort}", name=node.name.text)
    origins = dict.fromkeys(item.origin for item in (node.named, node.placed))
    for kind in origins:
        text = marked(text, Origin(origin=kind), names)
    return Item(text, tuple(_told(other, names) for other in node.under))
