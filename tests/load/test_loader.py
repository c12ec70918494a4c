"""What a repository becomes: order, identifiers, files, and no dependence on the disk."""

import os
from pathlib import Path

import pytest

from generator.load import load
from generator.load.discover import FILES as LAYOUTS
from generator.load.discover import discover
from small_handbook import FILES, PROCESS, write

THREE = {
    "organisation/groups.yml": "- {id: selling, name: S, kind: primary}\n"
    + FILES["organisation/groups.yml"],
    "processes/selling/sell-bread.yml": FILES[PROCESS],
    "processes/selling/buy-flour.yml": FILES[PROCESS],
    "kpis/sell-bread.yml": "- {id: b, name: B}\n- {id: a, name: A}\n",
}


def test_identifiers_come_from_the_path(tmp_path: Path) -> None:
    handbook = load(write(tmp_path)).readable
    process = handbook.processes["bake-bread"]
    assert (process.id, process.group) == ("bake-bread", "baking")
    assert handbook.kpis["loaves"].process == "bake-bread"


def test_order_is_that_of_the_groups_and_the_files(tmp_path: Path) -> None:
    handbook = load(write(tmp_path, THREE)).readable
    assert list(handbook.processes) == ["buy-flour", "sell-bread", "bake-bread"]
    assert list(handbook.kpis) == ["b", "a", "loaves"]


def test_order_does_not_depend_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, THREE)
    straight = load(root)
    scandir = os.scandir

    class Backwards:
        def __init__(self, path: object) -> None:
            self._entries = scandir(path)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return sorted(self._entries, key=lambda entry: entry.name, reverse=True)

        def __exit__(self, *_: object) -> None:
            self._entries.close()

    monkeypatch.setattr(os, "scandir", Backwards)
    turned = load(root)
    assert turned == straight
    assert list(turned.readable.processes) == list(straight.readable.processes)


def test_every_entity_has_its_file(tmp_path: Path) -> None:
    handbook = load(write(tmp_path)).readable
    assert handbook.files["process:bake-bread"] == PROCESS
    assert handbook.files["role:customer"] == "organisation/roles.yml"
    assert handbook.files["kpi:loaves"] == "kpis/bake-bread.yml"
    assert handbook.files["organisation"] == "organisation/organisation.yml"
    assert handbook.files["matrix"] == "organisation/matrix.yml"
    assert handbook.files["sourcemap"] == "quality/source-map.yml"
    for kind, entities in handbook.entities.items():
        assert all(f"{kind}:{identifier}" in handbook.files for identifier in entities)


def test_every_layout_is_read(tmp_path: Path) -> None:
    others = ("companies", "departments", "documents", "glossary", "classifications", "chapters")
    files = [*(f"organisation/{name}.yml" for name in (*others, "releases")), "quality/reviews.yml"]
    quality = ("coverage", "risk-scale", "risks", "improvements", "audits", "audit-findings")
    quality = (*quality, "nonconformities", "actions", "management-reviews")
    files += [f"quality/{name}.yml" for name in (*quality, "assessments/scan", "standards/iso")]
    files += ["kpis/scorecard.yml", "kpis/measurements/loaves.csv"]
    root = write(tmp_path, dict.fromkeys(files, "- {}\n"))
    assert {entry.layout for entry in discover(root).entries} == set(LAYOUTS)


def test_the_library_is_whole(library_root: Path) -> None:
    loaded = load(library_root)
    assert loaded.findings == ()
    assert loaded.handbook is loaded.readable


def test_a_folder_without_a_handbook(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.handbook is None
    assert [item.code for item in loaded.findings] == ["S118"]
