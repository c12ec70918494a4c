"""What the odd handbooks found, each in its smallest form; all of it must hold."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from small_handbook import FILES, PROCESS, edited, write
from tests.fuzz.conditions import inspect

FOUND: Mapping[str, Mapping[str, str]] = {
    # load/settings.py: the TOML parser calls itself, and ran out of room
    "settings nested too deeply": {"pyproject.toml": f"[tool.handbook]\nx = {'[' * 3000}\n"},
    # load/settings.py: characters that end a line for Python but not for TOML were counted
    "line ends that are none": {
        "pyproject.toml": '[tool.handbook.options]\naccepted-words = ["'
        + "\u2028" * 9
        + '"]\n[tool.handbook]\nnone = 1\n'
    },
    # load/ignores.py: every comment was held against every value, and counted from the top
    "many comments that suppress": {
        PROCESS: FILES[PROCESS] + "facts:\n" + "- text: x  # handbook: ignore[F103]: y\n" * 4000
    },
    "many lines of comments that suppress": {
        PROCESS: "# handbook: ignore[F103]: x\n" * 8000 + FILES[PROCESS]
    },
    # rules/wording/durations.py: a pattern without regard to case takes a long s for an s
    "number in letters that only look right": edited(
        PROCESS,
        "goal: Bread on the shelf",
        "goal: x\nsummary: Done within ſeven days or ſix hours.",
    ),
}


@pytest.mark.parametrize("changes", FOUND.values(), ids=FOUND)
def test_found_before(changes: Mapping[str, str], tmp_path: Path) -> None:
    inspect(write(tmp_path, changes), None, seed=0)
