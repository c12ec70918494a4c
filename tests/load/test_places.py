"""The place of every value and key, worked out on asking from the marks of the whole file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load import load
from generator.load.node import Node, Spot
from generator.load.yaml_source import MOST_VALUES, read_yaml
from generator.model.finding import Key
from small_handbook import FILES, PROCESS, edited, examine, places, write

WORDS = st.sampled_from(["a", "b", "c d", "no", "1.10", "", "~", "x:y", "é"])
BLOCKS = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(WORDS.filter(bool), inner, max_size=3)
    ),
    max_leaves=12,
)


def read(text: str) -> Node:
    node, _ = read_yaml(text, "x.yml")
    assert node is not None
    return node


def ours(node: Node) -> Iterator[Spot]:
    yield node.spot
    for part, child in node.children.items():
        if part in node.keys:
            yield node.keys[str(part)]
        yield from ours(child)


def composed(node: yaml.Node) -> Iterator[Spot]:
    yield node.start_mark.line + 1, node.start_mark.column + 1
    for item in node.value if not isinstance(node, yaml.ScalarNode) else ():
        for part in item if isinstance(item, tuple) else (item,):
            yield from composed(part)


def in_pure_python(text: str) -> list[Spot]:
    """The places as another reader gives them, in the order of the file."""
    return list(composed(yaml.compose(text, Loader=yaml.BaseLoader)))


@pytest.mark.parametrize("file", FILES)
def test_places_are_those_of_another_reader(file: str) -> None:
    assert list(ours(read(FILES[file]))) == in_pure_python(FILES[file])


@given(BLOCKS.filter(lambda tree: isinstance(tree, list | dict)), st.booleans())
def test_places_of_any_tree(tree: object, flow: bool) -> None:  # noqa: FBT001 - drawn
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True, width=20)
    assert list(ours(read(text))) == in_pure_python(text)


@pytest.mark.parametrize(
    "left_out",
    ["a: [x, {y: z}]", "[k, l]: {m: n}", "? {k: [l]}\n: - m\n  - n", "~: [x, y]", "*b : x"],
)
def test_what_is_left_out_moves_nothing(left_out: str) -> None:
    node = read(f"a: {{b: c}}\n{left_out}\nlast:\n  - d\n  - e: f\n")
    line = 3 + left_out.count("\n")
    assert node.value == {"a": {"b": "c"}, "last": ["d", {"e": "f"}]}
    assert node.keys == {"a": (1, 1), "last": (line, 1)}
    assert node.at(("last", 1, "e")) == (line + 2, 8)
    assert node.at(("last", 1, Key("e"))) == (line + 2, 5)
    assert node.at(("a", "b")) == (1, 8)


def test_what_is_left_out_counts_as_read() -> None:
    half = MOST_VALUES // 2  # with the mapping itself one value too many
    node, findings = read_yaml("a: b\n" * (half - 1), "x.yml")
    assert node is not None
    assert {item.code for item in findings} == {"S112"}
    node, findings = read_yaml("a: b\n" * half, "x.yml")
    assert node is None
    assert (findings[-1].code, findings[-1].position.line) == ("S121", half)


def test_fault_behind_a_key_given_twice(tmp_path: Path) -> None:
    changes = edited(PROCESS, "owner: baker", "owner: baker\nowner: [a, b]")
    changes[PROCESS] = changes[PROCESS].replace("roles: [baker]\n    uses", "rolls: [x]\n    uses")
    assert places(examine(write(tmp_path, changes))) == [
        f"{PROCESS}:4:1 S112",
        f"{PROCESS}:13:5 S201",
    ]


def test_places_do_not_depend_on_what_was_asked_before(tmp_path: Path) -> None:
    root = write(tmp_path)
    paths = [("steps", 1, "decision", "question"), ("goal",), ("steps", 0), ("changes", 0, "date")]
    asked = load(root).positions
    for path in paths:
        assert asked.at("process:bake-bread", path) == load(root).positions.at(
            "process:bake-bread", path
        )
