"""Whatever is in the files, reading and checking them gives findings and never fails."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.generated import write_handbook
from generator.language import LANGUAGES, language
from generator.load import load
from generator.load.parse import parse
from generator.load.yaml_source import read_yaml
from generator.model.handbook import Handbook
from generator.reports import json_report, text_report
from small_handbook import FILES, examine, write

PLAIN = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cs", "Cc", "Zl", "Zp"],
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    max_size=20,
)
TREES = st.recursive(
    st.none() | PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(PLAIN.filter(bool), inner, max_size=4)
    ),
    max_leaves=20,
)
QUICK = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def dumped(tree: Any) -> str:
    """The tree as YAML with every text in quotes, which JSON's notation is."""
    return json.dumps(tree, ensure_ascii=False)


@given(TREES.filter(lambda tree: tree is not None))
def test_load_dump_load(tree: Any) -> None:
    node, findings = read_yaml(dumped(tree), "x.yml")
    assert findings == []
    assert node is not None
    assert node.value == tree
    again, _ = read_yaml(yaml.safe_dump(node.value, allow_unicode=True, default_style='"'), "x.yml")
    if "null" not in dumped(tree):  # safe_dump tags a null that it puts in quotes
        assert again is not None
        assert again.value == tree


def test_entities_survive_dumping(library: Handbook) -> None:
    for entities in library.entities.values():
        for entity in entities.values():
            node, _ = read_yaml(dumped(entity.model_dump(mode="json")), "x.yml")
            assert node is not None
            assert parse(type(entity), node, {}) == (entity, [])


@given(TREES.filter(lambda tree: tree is not None))
def test_every_value_has_a_place_inside_the_text(tree: Any) -> None:
    text = json.dumps(tree, ensure_ascii=False, indent=1)
    node, _ = read_yaml(text, "x.yml")
    lines = text.splitlines()

    def visit(inner: Any) -> None:
        line, column = inner.spot
        assert lines[line - 1][column - 1 :].strip(), (line, column)
        for child in inner.children.values():
            visit(child)

    visit(node)


@QUICK
@given(st.binary(max_size=300))
def test_random_bytes_never_raise(tmp_path: Path, content: bytes) -> None:
    root = write(tmp_path, {"organisation/roles.yml": content})
    _reported(root)


@QUICK
@given(st.sampled_from(sorted(FILES)), st.data())
def test_mutated_files_never_raise(tmp_path: Path, file: str, data: st.DataObject) -> None:
    content = bytearray(FILES[file].encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 6)))
        pieces = st.binary(max_size=6) | st.sampled_from(
            [b"\n", b"  ", b"- ", b": ", b"[", b"{", b"*a", b"&a ", b"!x ", b"|", b'"', b"null"]
        )
        content[start:end] = data.draw(pieces)
    _reported(write(tmp_path, {file: bytes(content)}))
    write(tmp_path)


@QUICK
@given(st.sampled_from(sorted(FILES)), TREES)
def test_trees_of_another_shape_never_raise(tmp_path: Path, file: str, tree: Any) -> None:
    _reported(write(tmp_path, {file: dumped(tree)}))
    write(tmp_path)


def _reported(root: Path) -> None:
    found = examine(root)
    assert all(item.position.line >= 1 and item.position.column >= 1 for item in found)
    assert "X901" not in {item.code for item in found}
    for code in LANGUAGES:
        report = text_report(found, language(code))
        assert all(character.isprintable() for line in report.split("\n") for character in line)
        json.loads(json_report(found, language(code)))


@pytest.mark.slow
def test_a_thousand_processes_are_read_in_a_moment(tmp_path: Path) -> None:
    """A guard against a slip of a factor; the benchmarks measure."""
    import time  # noqa: PLC0415

    write_handbook(tmp_path, processes=1000)
    before = time.process_time()
    loaded = load(tmp_path)
    assert time.process_time() - before < 3
    assert loaded.findings == ()
    assert len(loaded.readable.processes) == 1000
