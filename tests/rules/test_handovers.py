"""Which ends of a handover belong together."""

from pathlib import Path

from generator.load import load
from generator.rules.objects.handovers import End, handovers
from small_handbook import FILES


def pairs(root: Path, one: str, other: str) -> list[tuple[str | None, str | None]]:
    """The handovers between two bakery processes with these interfaces."""
    for file, text in FILES.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, interfaces in (("bake", one), ("sell", other)):
        text = (
            f"name: {name}\nsteps:\n  - {{id: s, name: S}}\ninterfaces: [{interfaces}]\n"
            'document: {version: "0.1"}\n'
        )
        (root / f"processes/baking/{name}.yml").write_text(text, encoding="utf-8")
    loaded = load(root)
    assert [item for item in loaded.findings if "bake.yml" in item.position.file] == []
    return [(shown(item.giving), shown(item.taking)) for item in handovers(loaded.readable)]


def shown(end: End | None) -> str | None:
    return f"{end.process.id}: {end.interface.object}" if end else None


def out(thing: str, process: str = "sell") -> str:
    return f"{{direction: out, kind: delivers, process: {process}, object: {thing!r}}}"


def into(thing: str, process: str = "bake") -> str:
    return f"{{direction: in, kind: delivers, process: {process}, object: {thing!r}}}"


def test_one_object_at_both_ends(tmp_path: Path) -> None:
    assert pairs(tmp_path, out("bread"), into("Bread")) == [("bake: bread", "sell: Bread")]


def test_equal_states_come_together_before_others(tmp_path: Path) -> None:
    found = pairs(
        tmp_path,
        f"{out('bread [hot]')}, {out('bread [cold]')}",
        f"{into('bread [cold]')}, {into('bread [stale]')}",
    )
    assert found == [("bake: bread [cold]", "sell: bread [cold]")]


def test_equal_names_come_together_and_the_rest_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = pairs(
        tmp_path,
        f"{out('bread')}, {out('bun')}, {out('pie')}",
        f"{into('roll')}, {into('bread')}",
    )
    assert found == [
        ("bake: bread", "sell: bread"),
        ("bake: bun", "sell: roll"),
        ("bake: pie", None),
    ]


def test_directions_are_apart(tmp_path: Path) -> None:
    found = pairs(tmp_path, out("bread"), out("bread", "bake"))
    assert found == [("bake: bread", None), ("sell: bread", None)]


def test_itself_a_party_and_an_unknown_process_are_no_handover(tmp_path: Path) -> None:
    party = "{direction: out, kind: delivers, party: Town, object: bread}"
    assert pairs(tmp_path, f"{out('bread', 'bake')}, {out('bread', 'nowhere')}", party) == []
