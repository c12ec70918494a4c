"""The smallest handbook that has one of everything, and what tests do with it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.load import load
from generator.model.finding import Finding, Severity
from generator.rules import check

PROCESS = "processes/baking/bake-bread.yml"

FILES: Mapping[str, str] = {
    "organisation/organisation.yml": """\
name: Corner Bakery
language: en
site:
  title: Bakery handbook
approval_policy:
  - {what: Every process, by: [baker]}
""",
    "organisation/groups.yml": """\
- id: baking
  name: Baking
  kind: primary
""",
    "organisation/roles.yml": """\
- id: baker
  name: baker
- id: customer
  name: customer
  external: true
""",
    "organisation/systems.yml": """\
- id: oven
  name: oven
  kind: infrastructure
  purpose: Heat
  maintained_by: [baker]
""",
    "organisation/matrix.yml": """\
name: Who does what
codes:
  D: {meaning: decides, word: decides}
columns: [baker]
rows:
  - group: baking
    process: bake-bread
    cells:
      baker: D
""",
    PROCESS: """\
name: Bake bread
goal: Bread on the shelf
owner: baker
steps:
  - id: mix
    name: Mix dough
    roles: [baker]
    outputs:
      - dough [mixed]
  - id: bake
    name: Bake dough
    roles: [baker]
    uses: [oven]
    inputs:
      - dough [mixed]
    decision:
      question: Is it brown?
      outcomes:
        - answer: "yes"
          end: Bread baked
        - answer: "no"
          next: bake
document:
  version: "0.1"
  next_review: 2030-01-01
  approved: {by: baker, date: 2029-01-01}
changes:
  - version: "0.1"
    date: 2028-12-01
    kind: first
    what: First version
    notes: [heat]
""",
    "kpis/bake-bread.yml": """\
- id: loaves
  name: Loaves a day
  definition: Loaves that left the oven
  unit: loaves
  formula: count
  direction: up
  period: day
  measured_in: oven
  owner: baker
  target: "100"
""",
    "quality/bottlenecks.yml": """\
- id: slow-oven
  text: The oven is slow
  process: bake-bread
  steps: [bake]
""",
    "quality/source-notes.yml": """\
- id: heat
  kind: decision
  what: Two temperatures
  touches: ["process:bake-bread#bake", "system:oven"]
- id: name
  kind: editorial
  what: Two spellings
  resolution: One spelling
""",
    "quality/source-map.yml": """\
document: Notebook
last_line: 20
ranges:
  - lines: L1-10
    what: Mixing
    items: ["process:bake-bread"]
  - lines: L11-20
    what: Drawings
    left_out: Not about the work
""",
}


def write(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Writes the handbook with some files changed, added, or (None) left out."""
    for file, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def edited(file: str, old: str, new: str) -> dict[str, str]:
    """One file with a piece of its text replaced."""
    assert FILES[file].count(old) >= 1, f"{old!r} is not in {file}"
    return {file: FILES[file].replace(old, new, 1)}


def examine(root: Path) -> list[Finding]:
    """Every error in a handbook; what is doubtful or open has tests of its own."""
    loaded = load(root)
    found = [*loaded.findings, *check(loaded.readable, loaded.positions).findings]
    return sorted((item for item in found if item.severity is Severity.ERROR), key=Finding.order)


def places(findings: Iterable[Finding]) -> list[str]:
    """Findings as ``file:line:column CODE``."""
    return [
        f"{item.position.file}:{item.position.line}:{item.position.column} {item.code}"
        for item in findings
    ]
