"""The strategy map: every objective in its lane, the lanes in order, the arrows upwards."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.addresses import Addresses
from generator.diagrams import Diagram, diagrams_of
from generator.language import Language
from generator.model.handbook import Handbook
from generator.model.scorecard import Scorecard

PROPOSED = {"*": {"origin": "proposal", "why": "Ours"}}


def drawn(library: Handbook, words: Language, *sides: Any, **fields: Any) -> Diagram | None:
    """The map of a scorecard, if it has one."""
    perspectives = [
        {"id": name, "name": name.title(), "objectives": objectives} for name, objectives in sides
    ]
    data = {"name": "Card", "perspectives": perspectives, **fields}
    handbook = replace(library, scorecard=Scorecard.model_validate(data))
    return diagrams_of(handbook, words, Addresses(handbook, words)).get("strategy-map")


def lines_of(diagram: Diagram | None) -> list[str]:
    """The lines of the picture behind the styles."""
    assert diagram
    return diagram.text.rpartition("</style>")[2].split("\n")[1:-2]


def goal(name: str, *supports: str) -> Mapping[str, Any]:
    return {"id": name, "name": name, "supports": supports}


def test_every_objective_stands_once_in_its_lane(library: Handbook, english: Language) -> None:
    found = lines_of(drawn(library, english, ("top", [goal("a"), goal("b")]), ("low", [goal("c")])))
    place = {
        line.split(" as ")[1].split()[0]: number
        for number, line in enumerate(found[:8])
        if " as " in line
    }
    names = ["lane0", "objective_a", "objective_b", "lane1", "objective_c"]
    assert list(place) == names
    assert found.count("}") == 2


def test_an_arrow_is_written_from_what_is_supported(library: Handbook, english: Language) -> None:
    found = lines_of(drawn(library, english, ("top", [goal("a")]), ("low", [goal("b", "a")])))
    assert "objective_a <-- objective_b" in found
    assert len([line for line in found if "<--" in line]) == 1


def test_a_lane_stands_wholly_below_the_one_before_it(library: Handbook, english: Language) -> None:
    sides = ("top", [goal("a"), goal("b", "a")]), ("low", [goal("c"), goal("d", "c")])
    found = lines_of(drawn(library, english, *sides))
    assert [line for line in found if "hidden" in line] == ["objective_b -[hidden]- objective_c"]


def test_what_cannot_be_drawn_is_left_out(library: Handbook, english: Language) -> None:
    sides = (
        ("top", [goal("a", "a", "gone")]),
        ("none", []),
        ("low", [goal("b", "c"), goal("c", "b")]),
    )
    found = lines_of(drawn(library, english, *sides))
    arrows = [line for line in found if "<--" in line]
    assert arrows == ["objective_c <-- objective_b", "objective_b <-- objective_c"]
    assert len([line for line in found if " as lane" in line]) == 2


def test_one_origin_of_all_is_said_once(library: Handbook, english: Language) -> None:
    mixed = {"perspectives.top.objectives.a": "proposal"}
    sides = ("top", [goal("a"), goal("b")])
    shared = "\n".join(lines_of(drawn(library, english, sides, origins=PROPOSED)))
    apart = "\n".join(lines_of(drawn(library, english, sides, origins=mixed)))
    assert "All objectives<U+003A> " in shared
    assert "<b><U+002A></b>" not in shared
    assert apart.count("<b><U+002A></b>") == 1
    assert "All objectives" not in apart


def test_without_objectives_there_is_no_map(library: Handbook, english: Language) -> None:
    assert drawn(library, english, ("top", [])) is None
    nothing = replace(library, scorecard=None)
    assert "strategy-map" not in diagrams_of(nothing, english, Addresses(nothing, english))
