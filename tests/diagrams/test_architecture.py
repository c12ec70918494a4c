"""The pictures of the architecture: everything is in them, and nothing that nobody stated."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.addresses import Addresses
from generator.diagrams import Diagram, Item, diagrams_of
from generator.diagrams.architecture_elements import (
    ElementKind,
    Layer,
    RelationKind,
    in_technology,
    layer_of,
)
from generator.diagrams.architecture_parts import MOST_DRAWN, parts_of
from generator.diagrams.architecture_view import (
    application_view,
    business_view,
    process_view,
    technology_view,
)
from generator.diagrams.names import Names
from generator.diagrams.style import style
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.identifiers import GroupId, ProcessId
from generator.model.organisation import System, SystemKind
from golden import Golden


@pytest.fixture
def names(library: Handbook, english: Language, library_addresses: Addresses) -> Names:
    return Names(library, english, library_addresses)


def with_systems(names: Names, *found: dict[str, object]) -> Names:
    made = [System.model_validate({"kind": "software", **item}) for item in found]
    systems = {**names.handbook.systems, **{item.id: item for item in made}}
    return replace(names, handbook=replace(names.handbook, systems=systems))


def diagram(names: Names, key: str) -> Diagram:
    return diagrams_of(names.handbook, names.language, names.addresses)[key]


def told(items: tuple[Item, ...]) -> list[str]:
    return [text for item in items for text in (item.text, *told(item.children))]


def body(names: Names, key: str) -> str:
    return diagram(names, key).text.replace(style(), "")


@pytest.mark.parametrize(
    "key",
    [
        "architecture-business",
        "architecture-application",
        "architecture-technology",
        "layers-lend-book",
    ],
)
def test_golden(key: str, names: Names, golden: Golden) -> None:
    made = diagram(names, key)
    text = made.text.replace(style(), "<style/>\n")
    words = "\n".join(told(made.alternative))
    golden.check(f"{key}.puml", f"{text}\n{made.title}\n{words}\n")


def test_every_process_and_whoever_works_stands_in_the_business_layer(names: Names) -> None:
    elements = business_view(names).elements
    assert {f"process:{item}" for item in names.handbook.processes} <= set(elements)
    assert {f"role:{role}" for role in names.handbook.steps_by_role} <= set(elements)
    assert elements["role:visitor"].kind is ElementKind.ACTOR
    assert elements["role:librarian"].kind is ElementKind.ROLE
    assert elements["service:organisation:Lending"].kind is ElementKind.SERVICE


def test_every_system_stands_in_its_layer(names: Names) -> None:
    views = {Layer.APPLICATION: application_view, Layer.TECHNOLOGY: technology_view}
    for system in names.handbook.systems.values():
        assert f"system:{system.id}" in views[layer_of(system)](names).elements


@pytest.mark.parametrize("kind", SystemKind)
def test_every_kind_of_system_has_a_sign_and_a_word(names: Names, kind: SystemKind) -> None:
    changed = with_systems(names, {"id": "thing", "name": "old thing", "kind": kind})
    system = changed.handbook.systems["thing"]  # type: ignore[index]
    made = diagram(changed, f"architecture-{layer_of(system)}")
    assert any(item.text.startswith("old thing (") for item in made.alternative)
    assert "old thing" in made.text


def test_every_system_of_a_process_stands_in_its_picture(names: Names) -> None:
    process = names.handbook.processes[ProcessId("lend-book")]
    view = process_view(process, names)
    assert set(view.elements) == {
        "process:lend-book",
        "system:catalogue",
        "service:catalogue:finding books",
        "system:cellar-server",
    }
    found = {(item.source, item.kind, item.target) for item in view.relations}
    assert found == {
        ("system:catalogue", RelationKind.REALIZES, "service:catalogue:finding books"),
        ("service:catalogue:finding books", RelationKind.SERVES, "process:lend-book"),
        ("system:cellar-server", RelationKind.HOSTS, "system:catalogue"),
    }


def test_a_process_without_systems_has_no_picture(names: Names) -> None:
    made = diagrams_of(names.handbook, names.language, names.addresses)
    assert "layers-weed-shelves" not in made
    assert "layers-buy-book" in made


def test_an_unknown_host_is_said_and_not_drawn(names: Names) -> None:
    catalogue = next(iter(names.handbook.systems.values())).model_dump()
    changed = with_systems(names, {**catalogue, "runs_on": None})
    said = "It is not known what this runs on: catalogue."
    for key in ("layers-lend-book", "architecture-technology"):
        assert said in told(diagram(changed, key).alternative)
        assert "note " in body(changed, key)
        assert said not in told(diagram(names, key).alternative)
        assert "note " not in body(names, key)
    assert "cellar" not in body(changed, "layers-lend-book")


def test_hosts_of_hosts_and_a_circle(names: Names) -> None:
    changed = with_systems(
        names,
        {"id": "cellar-server", "name": "cellar server", "kind": "server", "runs_on": "rack"},
        {"id": "rack", "name": "rack", "kind": "infrastructure", "runs_on": "cellar-server"},
    )
    process = names.handbook.processes[ProcessId("lend-book")]
    view = process_view(process, changed)
    assert {"system:rack", "system:cellar-server"} <= set(view.elements)
    hosting = {item.source for item in view.relations if item.kind is RelationKind.HOSTS}
    assert hosting == {"system:rack", "system:cellar-server"}


def test_a_connection_is_drawn_once(names: Names) -> None:
    changed = with_systems(
        names,
        {"id": "one", "name": "one", "connected_to": ["two", "desk-phone"]},
        {"id": "two", "name": "two", "connected_to": ["one"]},
    )

    def connections(view: Callable[[Names], object]) -> list[set[str]]:
        relations = view(changed).relations  # type: ignore[attr-defined]
        return [
            {item.source, item.target} for item in relations if item.kind is RelationKind.CONNECTED
        ]

    assert connections(application_view) == [{"system:one", "system:two"}]
    assert connections(technology_view) == [{"system:one", "system:desk-phone"}]


def test_what_is_not_from_the_source_is_marked(names: Names) -> None:
    catalogue = next(iter(names.handbook.systems.values())).model_dump()
    origins = {"runs_on": "proposal", "services": "derived"}
    changed = with_systems(names, {**catalogue, "origins": origins})
    words = told(diagram(changed, "layers-lend-book").alternative)
    assert "finding books (service of an application) (derived)" in words
    assert "on this runs: catalogue (proposal)" in words
    assert "legend left" in body(changed, "layers-lend-book")


def test_layers_without_anything_are_not_drawn(names: Names) -> None:
    organisation = names.handbook.organisation.model_copy(update={"services": ()})
    empty = replace(names.handbook, systems={}, processes={}, organisation=organisation)
    made = diagrams_of(empty, names.language, names.addresses)
    assert [key for key in made if key.startswith("architecture")] == []


def with_processes(names: Names, **counts: int) -> Names:
    """As many processes as said in each group, with underscores for hyphens, as one of ours."""
    known = names.handbook.processes[ProcessId("lend-book")]
    made = {
        ProcessId(f"{group}-{number}"): known.model_copy(
            update={
                "id": f"{group}-{number}",
                "name": f"{group} {number}",
                "group": group.replace("_", "-"),
            }
        )
        for group, count in counts.items()
        for number in range(count)
    }
    return replace(names, handbook=replace(names.handbook, processes=made))


def parts(names: Names) -> list[tuple[str, int, bool]]:
    return [(part.key, part.count, part.is_drawn) for part in parts_of(names.handbook)]


def test_a_small_organisation_has_one_picture_a_layer(names: Names) -> None:
    assert parts(names) == [
        ("architecture-business", len(names.handbook.processes), True),
        ("architecture-application", 1, True),
        ("architecture-technology", 3, True),
    ]
    full = with_processes(names, desk=MOST_DRAWN)
    assert parts(full)[0] == ("architecture-business", MOST_DRAWN, True)


def test_many_processes_have_a_picture_for_each_group_that_is_not_too_full(names: Names) -> None:
    group, other = list(names.handbook.groups)[:2]
    counts = {"elsewhere": 1, other: 2, group: MOST_DRAWN + 1}
    many = with_processes(names, **counts)
    assert parts(many)[:3] == [
        (f"architecture-business-{group}", MOST_DRAWN + 1, False),
        (f"architecture-business-{other}", 2, True),
        ("architecture-business-elsewhere", 1, True),
    ]
    made = diagrams_of(many.handbook, many.language, many.addresses)
    assert "architecture-business" not in made
    assert f"architecture-business-{group}" not in made
    picture = made[f"architecture-business-{other}"]
    assert picture.title == f"Business layer: {many.handbook.groups[other].name}"
    told = {item.text for item in picture.alternative if item.text.endswith("(process)")}
    assert told == {f"{other} {number} (process)" for number in range(2)}


def test_the_picture_of_a_group_has_the_services_of_its_processes_only(names: Names) -> None:
    lend = names.handbook.processes[ProcessId("lend-book")]
    services = [
        {"name": "Lending", "processes": ["lend-book"]},
        {"name": "Buying", "processes": ["buy-book"]},
        {"name": "Tea"},
    ]
    organisation = type(names.handbook.organisation).model_validate(
        {**names.handbook.organisation.model_dump(), "services": services, "origins": {}}
    )
    alone = lend.model_copy(update={"group": "lending-only"})
    processes = {**names.handbook.processes, lend.id: alone}
    changed = replace(
        names, handbook=replace(names.handbook, organisation=organisation, processes=processes)
    )

    def offered(group: GroupId | None) -> set[str]:
        elements = business_view(changed, group).elements.values()
        return {item.name.text for item in elements if item.kind is ElementKind.SERVICE}

    assert offered(GroupId("lending-only")) == {"Lending"}
    assert offered(None) == {"Lending", "Buying", "Tea"}


def test_a_layer_of_very_many_systems_is_not_drawn(names: Names) -> None:
    found = [{"id": f"program-{number}", "name": "x"} for number in range(MOST_DRAWN)]
    changed = with_systems(names, *found)
    assert parts(changed)[1:] == [
        ("architecture-application", MOST_DRAWN + 1, False),
        ("architecture-technology", 3, True),
    ]
    made = diagrams_of(changed.handbook, changed.language, changed.addresses)
    assert "architecture-application" not in made
    assert "architecture-technology" in made


def test_what_the_technology_layer_counts_is_what_it_shows(names: Names) -> None:
    changed = with_systems(
        names,
        {"id": "one", "name": "one", "connected_to": ["two", "desk-phone"]},
        {"id": "two", "name": "two", "connected_to": ["one"]},
        {"id": "three", "name": "three", "runs_on": "two"},
        {"id": "rack", "name": "rack", "kind": "infrastructure", "connected_to": ["four"]},
        {"id": "four", "name": "four", "runs_on": "nowhere"},
        {"id": "five", "name": "five"},
    )
    shown = [key for key in technology_view(changed).elements if key.startswith("system:")]
    assert shown == [f"system:{item}" for item in in_technology(changed.handbook)]
    assert set(shown) >= {f"system:{item}" for item in ("one", "two", "three", "rack", "four")}
    assert "system:five" not in shown


def test_the_legend_shows_every_sign_in_use(names: Names) -> None:
    made = diagram(names, "legend-architecture")
    for kind in ElementKind:
        assert f"<<{kind}>>" in made.text
    text = body(names, "legend-architecture")
    for arrow in ("@-->", "..|>", "-->", "--"):
        assert f" {arrow} ar_" in text
    assert len(made.alternative) == len(RelationKind) + len(Layer)
