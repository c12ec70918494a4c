"""The engine: order, places, and a rule that fails."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

from generator.load import load
from generator.model.finding import Position, Severity
from generator.rules import check
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from small_handbook import PROCESS, edited, write


def rule(code: str, *faults: Fault, error: Exception | None = None) -> SimpleNamespace:
    def found(_: Inspection) -> Iterator[Fault]:
        yield from faults
        if error:
            raise error

    return SimpleNamespace(
        CODE=code, NAME="test", SEVERITY=Severity.WARNING, GROUP=Group.FLOW, check=found
    )


def test_findings_come_in_order_of_place(tmp_path: Path) -> None:
    loaded = load(write(tmp_path))
    late = Fault("process:bake-bread#bake", ("decision",))
    early = Fault("process:bake-bread#mix", ("id",))
    found = check(
        loaded.readable, loaded.positions, [rule("F2", late), rule("F1", early, late)]
    ).findings
    assert [(item.code, item.position.line, item.severity.value) for item in found] == [
        ("F1", 5, "warning"),
        ("F1", 17, "warning"),
        ("F2", 17, "warning"),
    ]


def test_a_rule_that_fails_is_a_finding_and_stops_no_other(tmp_path: Path) -> None:
    loaded = load(write(tmp_path))
    rules = [
        rule("F1", Fault("matrix"), error=ZeroDivisionError("oops")),
        rule("F2", Fault("matrix")),
    ]
    found = check(loaded.readable, loaded.positions, rules).findings
    assert [item.code for item in found] == ["F1", "F2", "X901"]
    assert found[2].severity is Severity.ERROR
    assert found[2].details == {"rule": "F1", "error": "ZeroDivisionError: oops"}


def test_what_is_nowhere_is_found_at_the_nearest_thing(tmp_path: Path) -> None:
    positions = load(write(tmp_path)).positions
    assert positions.at("process:bake-bread", ("steps", 9, "roles")) == Position(PROCESS, 5, 3)
    assert positions.at("process:bake-bread#cool", ("roles",)) == Position(PROCESS, 5, 3)
    assert positions.at("role:customer", ("members",)).line == 3
    assert positions.at("somewhere/else.yml", ("x",)) == Position("somewhere/else.yml", 1, 1)


def test_an_empty_value_is_found_at_its_key(tmp_path: Path) -> None:
    positions = load(write(tmp_path, edited(PROCESS, "owner: baker", "owner:"))).positions
    assert positions.at("process:bake-bread", ("owner",)) == Position(PROCESS, 3, 1)
