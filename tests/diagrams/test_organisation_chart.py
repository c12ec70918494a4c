"""The organisation chart: everybody is in it once, where a file says, and nowhere else."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.addresses import Addresses
from generator.diagrams import Diagram, Item, diagrams_of
from generator.diagrams.names import Names
from generator.diagrams.organisation_chart import beside, chart_keys
from generator.diagrams.style import style
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.organisation import Company, Department, Role
from golden import Golden


@pytest.fixture
def names(library: Handbook, english: Language, library_addresses: Addresses) -> Names:
    return Names(library, english, library_addresses)


def changed(names: Names, **parts: Iterable[dict[str, object]]) -> Names:
    types = {"companies": Company, "departments": Department, "roles": Role}
    made = {
        name: {str(item["id"]): types[name].model_validate(item) for item in found}
        for name, found in parts.items()
    }
    return replace(names, handbook=replace(names.handbook, **made))  # type: ignore[arg-type]


def diagram(names: Names, key: str) -> Diagram:
    return diagrams_of(names.handbook, names.language, names.addresses)[key]


def tree(items: tuple[Item, ...], depth: int = 0) -> list[str]:
    return [
        line
        for item in items
        for line in ("  " * depth + item.text, *tree(item.children, depth + 1))
    ]


def chart(names: Names, key: str) -> list[str]:
    return tree(diagram(names, key).alternative)


@pytest.mark.parametrize("key", ["orgchart", "orgchart-company-foundation"])
def test_golden(key: str, names: Names, golden: Golden) -> None:
    made = diagram(names, key)
    text = made.text.replace(style(), "<style/>\n")
    words = "\n".join(tree(made.alternative))
    golden.check(f"{key}.puml", f"{text}\n{made.title}\n{words}\n")


def test_every_role_inside_stands_in_a_chart(names: Names) -> None:
    roles = [{"id": "caretaker", "name": "caretaker"}, {"id": "board", "name": "board"}]
    known = [role.model_dump() for role in names.handbook.roles.values()]
    made = changed(names, roles=[*known, *roles])
    lines = [line.strip() for key in chart_keys(made.handbook) for line in chart(made, key)]
    for role in made.handbook.roles.values():
        there = any(line.endswith(role.name) for line in lines)
        assert there is not role.external, role.name


def test_companies_and_departments_as_a_tree(names: Names) -> None:
    made = changed(
        names,
        companies=[
            {"id": "quay", "name": "Quay", "parent": "holding"},
            {"id": "holding", "name": "Holding"},
            {"id": "lost", "name": "Lost", "parent": "nobody"},
        ],
        departments=[
            {"id": "desk", "name": "Desk", "company": "quay"},
            {"id": "money", "name": "Money", "company": "holding", "origins": {"name": "derived"}},
            {"id": "alone", "name": "Alone"},
        ],
    )
    assert chart(made, "orgchart") == [
        "company Holding",
        "  department Money (derived)",
        "  company Quay",
        "    department Desk",
        "company Lost",
        "department Alone",
    ]


def test_companies_over_each_other_stand_once(names: Names) -> None:
    made = changed(
        names,
        companies=[
            {"id": "one", "name": "One", "parent": "two"},
            {"id": "two", "name": "Two", "parent": "one"},
        ],
        departments=[],
    )
    assert chart(made, "orgchart") == ["company One", "  company Two"]


def test_grades_stand_under_their_group_in_each_department(names: Names) -> None:
    grades = [
        {"id": "junior", "name": "junior", "kind": "grade", "department": "desk"},
        {"id": "senior", "name": "senior", "kind": "grade", "department": "shop"},
    ]
    made = changed(
        names,
        departments=[
            {"id": "desk", "name": "Desk", "company": "foundation"},
            {"id": "shop", "name": "Shop", "company": "foundation"},
        ],
        roles=[
            {"id": "clerk", "name": "clerk", "kind": "group", "members": ["junior", "senior"]},
            *grades,
            {"id": "porter", "name": "porter", "department": "shop"},
        ],
    )
    assert chart(made, "orgchart-company-foundation") == [
        "department Desk",
        "  group of functions clerk",
        "    junior",
        "department Shop",
        "  group of functions clerk",
        "    senior",
        "  porter",
    ]
    assert beside(made.handbook) == ()


def test_what_stands_beside_the_departments(names: Names) -> None:
    made = changed(
        names,
        roles=[
            {"id": "board", "name": "board", "kind": "board", "members": ["chair", "clerk"]},
            {"id": "chair", "name": "chair"},
            {"id": "clerk", "name": "clerk", "department": "front-desk"},
            {"id": "porter", "name": "porter"},
            {"id": "guest", "name": "guest", "external": True},
        ],
    )
    assert [role.id for role in beside(made.handbook)] == ["board", "chair", "porter"]
    assert chart(made, "orgchart-beside") == ["board board", "  chair", "  clerk", "porter"]


def test_only_charts_that_show_something(names: Names) -> None:
    empty = changed(names, companies=[], departments=[], roles=[])
    assert chart_keys(empty.handbook) == ()
    unstaffed = changed(names, roles=[])
    assert chart_keys(unstaffed.handbook) == ("orgchart",)
    loose = changed(
        names,
        departments=[{"id": "desk", "name": "Desk"}],
        roles=[{"id": "clerk", "name": "clerk", "department": "desk"}],
    )
    assert chart_keys(loose.handbook) == ("orgchart", "orgchart-departments")
    assert chart(loose, "orgchart-departments") == ["department Desk", "  clerk"]
