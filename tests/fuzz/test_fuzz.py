"""A few hundred of the cases, and that the running of them misses nothing."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from generator.model.finding import Position
from generator.rules import RULES
from generator.rules.rule import Fault
from small_handbook import write
from tests.fuzz import conditions, running
from tests.fuzz.cases import case
from tests.fuzz.conditions import BrokenError, Held, TooSlowError, inspect
from tests.fuzz.notation import written
from tests.fuzz.structure import Maker
from tests.fuzz.texts import Writer

ROOT = Path(__file__).parent.parent.parent
MANY = 50

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # tests have threads


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 1001, 2001, 3001])
def test_odd_handbooks_give_findings_and_never_fail(seed: int, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz", f"--seed={seed}", f"--count={MANY}", "--jobs=1"]
    done = subprocess.run(
        [*command, f"--folder={tmp_path}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    assert f"{MANY} cases" in done.stdout
    assert "0 do not hold" in done.stdout
    assert " 0 sound" not in done.stdout


def test_a_seed_is_a_case() -> None:
    for seed in range(30):
        assert case(seed) == case(seed)
    assert len({tuple(case(seed).files.items()) for seed in range(30)}) == 30


@pytest.mark.parametrize("seed", range(20))
def test_what_is_written_is_what_was_meant(seed: int) -> None:
    """Otherwise most files would only show how the parser takes nonsense."""
    maker = Maker(Random(seed), Writer(Random(seed), "nl", 0.3), faults=0.02)
    for file, tree in maker.handbook().items():
        text = written(Random(seed), tree)
        found = yaml.load(text, Loader=yaml.CBaseLoader) if _may_be_parsed(text) else tree
        assert _plain(found) == _plain(tree), (file, text)


def _may_be_parsed(text: str) -> bool:
    """PyYAML refuses some characters; the loader of the handbook reports them."""
    try:
        yaml.load(text, Loader=yaml.CBaseLoader)
    except yaml.reader.ReaderError:
        return False
    return True


def _plain(tree: Any) -> Any:
    """The tree with what several ways of writing have in common."""
    if isinstance(tree, dict):
        return {_plain(key): _plain(item) for key, item in tree.items()}
    if isinstance(tree, list):
        return [_plain(item) for item in tree]
    return None if tree in (None, "", "~", "null") else str(tree).rstrip("\n")


Rule = Callable[[object], Iterator[Fault]]


def _crash(_: object) -> Iterator[Fault]:
    message = "an invented crash"
    raise ZeroDivisionError(message)


def _hang(_: object) -> Iterator[Fault]:
    while True:
        pass


def _miss(_: object) -> Iterator[Fault]:
    yield Fault("x", position=Position("organisation/roles.yml", 1000))


def _say_nothing(_: object) -> Iterator[Fault]:
    yield Fault("organisation")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (_crash, r"X901 \w+ ZeroDivisionError: an invented crash\n(?s:.*)in _crash"),
        (_miss, "is outside its file of 6 lines"),
        (_say_nothing, "no words in"),
    ],
)
def test_a_rule_that_fails_is_noticed(
    rule: Rule, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path)
    inspect(root, None, seed=0)
    monkeypatch.setattr(RULES[0], "check", rule)
    with pytest.raises(BrokenError, match=told):
        inspect(root, None, seed=0)


def test_a_rule_that_hangs_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RULES[0], "check", _hang)
    monkeypatch.setattr(conditions, "MOST_SECONDS", 0.5)
    with pytest.raises(TooSlowError):
        inspect(write(tmp_path), None, seed=0)


def _die(*_: object, **__: object) -> Held:
    os._exit(7)


def _grow(*_: object, **__: object) -> Held:
    return Held(seconds=float(len(bytearray(b"x") * 300_000_000)))


@pytest.mark.parametrize(
    ("inspecting", "told"),
    [(_die, "the process died: exit code 7"), (_grow, "MB more than it started")],
)
def test_a_process_that_fails_is_noticed_and_the_rest_still_run(
    inspecting: Callable[..., Held], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "inspect", inspecting)
    tally = list(running.run(5, 3, jobs=2, folder=tmp_path))[-1]
    assert tally.seeds == 3
    assert [seed for seed, text in tally.broken.items() if told in text] == [5, 6, 7]
