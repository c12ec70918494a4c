"""Files made to be slow: each is read, checked and reported in a moment."""

import time
from pathlib import Path

import pytest

from generator.language import language
from generator.reports import text_report
from small_handbook import FILES, PROCESS, examine, write

BASE = FILES[PROCESS]
STEPS = "name: x\ndocument: {version: '0.1'}\nsteps:\n"

CASES = {
    "unknown keys": BASE + "".join(f"key-{number}:\n" for number in range(24_000)),
    "values": "a: [" + "b," * 490_000 + "]",
    "unknown roles and steps": STEPS
    + "".join(f"- {{id: s{n}, name: n, roles: [bakr{n}], next: t{n}}}\n" for n in range(4500)),
    "origins of nothing": BASE
    + "origins:\n"
    + "".join(f"  steps.bake.x{number}: proposal\n" for number in range(15_000)),
    "origins of steps": STEPS
    + "".join(f"- {{id: s{number}, name: n}}\n" for number in range(5000))
    + "origins:\n"
    + "".join(f"  steps.s{number}.roles: open\n" for number in range(5000)),
    "blanks in an object": BASE.replace("dough [mixed]", "a" + " " * 200_000 + "["),
    "one long word": BASE.replace("Bread on the shelf", "x" * 900_000),
    "long identifier": BASE.replace("id: mix", "id: " + "a-" * 100_000 + "!"),
    "tabs": "a: b\n" + "\t\t\tx: y\n" * 100_000,
    "control characters": "\x01" * 900_000,
    "escaped control characters": '"' + "\\x00" * 200_000 + '": x',
    "anchors": "".join(f"- &a{number} x\n" for number in range(20_000)),
    "braces": "{" * 900_000,
    "tags": "!a " * 300_000,
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_reading_takes_no_more_than_a_moment(tmp_path: Path, text: str) -> None:
    root = write(tmp_path, {PROCESS: text})
    before = time.process_time()
    found = examine(root)
    assert text_report(found, language("nl"))
    assert time.process_time() - before < 5
