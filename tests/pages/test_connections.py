"""Connections are found from both sides and shown once."""

from generator.model.process import Direction
from generator.pages.connections import connections
from generator.pages.page import Site


def _found(site: Site, name: str) -> list[tuple[Direction, str, str | None, list[str]]]:
    process = next(item for item in site.handbook.processes.values() if item.id == name)
    return [
        (
            item.direction,
            str(item.interface.object),
            item.other.id if item.other else item.interface.party,
            [declarer.id for declarer in item.declared_by],
        )
        for item in connections(process, site)
    ]


def test_every_connection_is_known_at_both_ends(site: Site) -> None:
    for process in site.handbook.processes.values():
        for direction, thing, other, declared in _found(site, process.id):
            if other not in {item.id for item in site.handbook.processes.values()}:
                continue
            turned = Direction.IN if direction is Direction.OUT else Direction.OUT
            back = [item[:3] for item in _found(site, str(other))]
            assert (turned, thing, process.id) in back
            assert declared


def test_what_only_the_other_declares_is_turned(site: Site) -> None:
    lending = _found(site, "lend-book")
    buying = _found(site, "buy-book")
    assert [item[0] for item in lending if item[2] == "buy-book"] == [Direction.IN]
    assert [item[0] for item in buying if item[2] == "lend-book"] == [Direction.OUT]
