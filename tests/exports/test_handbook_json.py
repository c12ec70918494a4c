import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.addresses import Addresses
from generator.exports.handbook_json import as_data, handbook_json
from generator.exports.json_schema import handbook_schema
from generator.language import Language
from generator.model.handbook import Handbook


@pytest.fixture(scope="module")
def data(library: Handbook, library_addresses: Addresses) -> dict[str, Any]:
    return as_data(library, library_addresses)


def process(data: dict[str, Any], identifier: str) -> dict[str, Any]:
    return next(item for item in data["processes"] if item["id"] == identifier)


def test_holds_to_its_own_schema(
    library: Handbook, library_addresses: Addresses, english: Language
) -> None:
    validator = Draft202012Validator(json.loads(handbook_schema(english)))
    exported = json.loads(handbook_json(library, library_addresses))
    assert list(validator.iter_errors(exported)) == []
    del exported["processes"][0]["steps"][0]["next"]
    assert [error.message for error in validator.iter_errors(exported)] == [
        "'next' is a required property"
    ]


def test_process(data: dict[str, Any]) -> None:
    lend = process(data, "lend-book")
    kept = {key: lend[key] for key in ("group", "kind", "owner", "version", "status", "url")}
    assert kept == {
        "group": "lending",
        "kind": "primary",
        "owner": "head-librarian",
        "version": "1.1",
        "status": "approved",
        "url": "processes/lend-book.html",
    }
    assert lend["kpis"] == ["lb-loans", "lb-refusals"]
    assert lend["bottlenecks"] == ["lb-k1"]
    assert lend["origin"] == {"goal": "proposal", "steps.lend.documents": "derived"}


def test_unknown_is_null_and_open(data: dict[str, Any]) -> None:
    buy = process(data, "buy-book")
    assert buy["owner"] is None
    assert buy["origin"]["owner"] == "open"


@pytest.mark.parametrize(
    ("identifier", "number", "ways"),
    [
        ("lend-book", 1, [("find-book", None, None)]),
        (
            "lend-book",
            2,
            [
                ("lend", "yes", None),
                ("find-book", "it is out", None),
                (None, "no", "Request refused"),
            ],
        ),
        ("lend-book", 3, [(None, None, "Book lent")]),
        ("buy-book", 3, [("check-stock", None, None)]),
        ("weed-shelves", 1, [(None, None, None)]),
    ],
)
def test_ways_on(
    data: dict[str, Any], identifier: str, number: int, ways: list[tuple[str | None, ...]]
) -> None:
    step = process(data, identifier)["steps"][number - 1]
    assert step["number"] == number
    assert [(way["to"], way["when"], way["end"]) for way in step["next"]] == ways


def test_one_of_several_roles_is_listed_as_role(data: dict[str, Any]) -> None:
    find = process(data, "lend-book")["steps"][1]
    assert find["roles"] == ["librarian", "head-librarian"]
    assert find["any_of"] == ["librarian", "head-librarian"]


def test_objects_gather_places_and_states(data: dict[str, Any]) -> None:
    lend = {item["name"]: item for item in process(data, "lend-book")["objects"]}
    assert lend["request"] == {
        "name": "request",
        "stereotype": "information",
        "states": ["asked", "noted", "waiting"],
        "place": ["input"],
    }
    goal = lend["Visitors read what they came for"]
    assert (goal["stereotype"], goal["place"]) == ("goal", ["goal"])
    buy = {item["name"]: item for item in process(data, "buy-book")["objects"]}
    assert buy["head librarian"]["place"] == ["control", "supply"]


def test_matrix_keeps_letters_and_every_row(data: dict[str, Any]) -> None:
    matrix = data["matrix"]
    assert matrix["codes"]["A"] == "accountable"
    assert matrix["duties"] == {"A": "deciding", "D": "doing", "O": "none"}
    assert [(row["group"], row["process"]) for row in matrix["rows"]] == [
        ("lending", None),
        ("lending", "lend-book"),
        ("acquisition", "buy-book"),
    ]
    assert matrix["rows"][2]["cells"] == {"head-librarian": "D", "librarian": "O"}


@pytest.mark.parametrize(
    "name",
    [
        *("standards", "coverages", "audits", "audit_findings", "nonconformities", "actions"),
        *("management_reviews", "improvements", "risks", "measurements"),
    ],
)
def test_the_quality_side_is_in_the_export_and_its_schema(
    data: dict[str, Any], english: Language, name: str
) -> None:
    validator = Draft202012Validator(json.loads(handbook_schema(english)))
    assert data[name]
    for key in list(data[name][0]):
        item = {other: value for other, value in data[name][0].items() if other != key}
        errors = list(validator.iter_errors(data | {name: [item]}))
        assert bool(errors) is (key in _promised(json.loads(handbook_schema(english)), name))
    assert [error.json_path for error in validator.iter_errors(data | {name: [{}]})]


def _promised(schema: dict[str, Any], name: str) -> set[str]:
    return set(schema["properties"][name]["items"]["required"])


@pytest.mark.parametrize("name", ["risk_scale", "scorecard"])
def test_what_there_is_one_of_may_be_missing(
    data: dict[str, Any], english: Language, name: str
) -> None:
    validator = Draft202012Validator(json.loads(handbook_schema(english)))
    assert data[name]["name"]
    assert list(validator.iter_errors(data | {name: None})) == []
    assert list(validator.iter_errors(data | {name: {}}))


def test_an_address_elsewhere_does_not_hide_the_page(data: dict[str, Any]) -> None:
    one, other = data["improvements"]
    assert one["link"] == "https://improvements.example.org/1"
    assert one["url"] == "improving/improvements.html#improvement-count-days"
    assert (other["link"], other["url"]) == (
        *(None, "improving/improvements.html#improvement-tea-corner"),
    )


def test_same_input_same_bytes(library: Handbook, library_addresses: Addresses) -> None:
    one = handbook_json(library, library_addresses)
    assert one == handbook_json(library, library_addresses)
    assert one.endswith("}\n")
