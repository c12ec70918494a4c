"""What the page about keeping registers tells people to write is what the check accepts."""

import re
from collections import defaultdict
from pathlib import Path

from generator.load.discover import FILES as LAYOUTS
from small_handbook import examine, places, write

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/documentbeheer/registers-bijhouden.md").read_text(encoding="utf-8")
STANDARD = """\
name: ISO 9001:2015
clauses:
  - number: "8.5.1"
    title: Control of the work
"""


def _examples() -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for file, text in re.findall(r'```\w+ title="([^"]+)"\n(.*?)```', PAGE, re.DOTALL):
        found[file] += text
    return dict(found)


def test_every_example_is_read_without_an_error(tmp_path: Path) -> None:
    examples = _examples()
    assert len(examples) >= 8
    root = write(tmp_path, {"quality/standards/iso-9001-2015.yml": STANDARD, **examples})
    assert places(examine(root)) == []


def test_an_example_with_a_fault_would_be_seen(tmp_path: Path) -> None:
    wrong = _examples()["quality/risks.yml"].replace("process:bake-bread", "process:bake-bred")
    root = write(tmp_path, {"quality/risks.yml": wrong})
    assert [place.split()[-1] for place in places(examine(root))] == ["R101"]


def test_every_file_of_the_table_is_one_that_is_read() -> None:
    named = re.findall(r"^\| [^|]+ \| `([^`]+)` \|", PAGE, re.MULTILINE)
    read = {re.sub(r"\{\w+\}", "*", layout.pattern) for layout in LAYOUTS}
    assert len(named) == 11
    assert {re.sub(r"<\w+>", "*", file) for file in named} <= read
