"""What holds for the code as a whole: layers, sizes, names."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "generator").rglob("*.py"))
LIMIT = 300


def test_data_flows_one_way() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_stays_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LIMIT


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_has_a_name_of_the_field(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def test_generator_knows_nothing_of_the_organisation() -> None:
    words = ("amsio", "argeweb", "maassluis")
    for path in (ROOT / "generator").rglob("*"):
        if path.is_file() and path.suffix in {
            ".py",
            ".yml",
            ".j2",
            ".css",
            ".js",
            ".puml",
            ".html",
        }:
            text = path.read_text(encoding="utf-8").lower()
            assert not [word for word in words if word in text], path
