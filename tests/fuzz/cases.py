"""From a seed to a case: the files of one odd handbook, and the day on which it is checked.

The same seed gives the same case, as long as the model, the word lists, the rules' cases
and this package stay the same.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.generated import handbook_files
from generator.rules import RULES
from tests.fuzz.material import Files, as_written, case_of_a_rule, library
from tests.fuzz.mutation import spoiled
from tests.fuzz.notation import written
from tests.fuzz.structure import Maker
from tests.fuzz.texts import Writer
from tests.fuzz.values import nested

_CHAPTER = """\
---
title: About
render_macros: true
---
# About

{{ text("mission") }} {{ link("process:process-0") }} {{ roles() }}

```plantuml
@startuml
a -> b
@enduml
```
"""
_STRAYS = (
    "processes/loose.yml",
    "processes/Group One/Process 1.yml",
    "processes/group-0/\udcff.yml",
    "processes/group-0/deeper/still.yml",
    "processes/group-0/.yml",
    "organisation/ro\nles.yml",
    "organisation/roles.yaml",
    "organisation/\x1b[31m<b>.yml",
    "organisation/.hidden.yml",
    "organisation/folder.yml/inside.yml",
    "kpis/İ.yml",
    "kpis/measurements/x.CSV",
    "kpis/measurements/2026/x.csv",
    "kpis/measurements/x.csv/inside.csv",
    "kpis/x.csv",
    "kpis/\u202ex.YML",
    "docs/handbook/other.md",
    "docs/\x1b[31m{{ x }}.md",
    "docs/folder.md/inside.md",
    "docs/\udcff.md",
)
_LEVELS = ("error", "warning", "info", "off", "fatal", "")


@dataclass(frozen=True)
class Case:
    """One odd handbook: what it was made of, its files by path, and the day of the check."""

    seed: int
    kind: str
    files: Files
    today: date | None

    def write(self, root: Path) -> None:
        """Writes the files below ``root``."""
        for file, content in self.files.items():
            path = root / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def case(seed: int) -> Case:
    """The case of a seed."""
    random = Random(seed)
    kind = random.choices(tuple(_KINDS), weights=[share for _, share in _KINDS.values()])[0]
    files = {file: text for file, text in _KINDS[kind][0](random).items() if _may_exist(file)}
    files |= dict(_settings(random))
    files = _strays(random, files) | files
    today = random.choice((None, date(2026, 11, 24), date(1970, 1, 1), date(9999, 12, 31)))
    return Case(seed, kind, files, today)


def _may_exist(file: str) -> bool:
    """Whether a disk takes the name of a file, which a made-up identifier may not be."""
    parts = file.split("/")
    return all(0 < len(os.fsencode(part)) < 250 and part not in {".", ".."} for part in parts)


def _strays(random: Random, files: Files) -> Files:
    """Sometimes files where none should be, with the content of others."""
    if random.random() < 0.9:
        return {}
    found = random.sample(_STRAYS, 2)
    return {file: files[random.choice(sorted(files))] for file in found}


def _orderly(random: Random) -> Files:
    """A handbook with nothing wrong in its shape, whatever its texts say."""
    return _made(random, faults=0.0)


def _faulty(random: Random) -> Files:
    """A handbook with a few things wrong."""
    return _made(random, faults=random.choice((0.005, 0.02, 0.1)))


def _wild(random: Random) -> Files:
    """A handbook with hardly anything right."""
    return _made(random, faults=0.4)


def _made(random: Random, *, faults: float) -> Files:
    strange = random.choice((0.0, 0.0, 0.02, 0.3))
    writer = Writer(random, random.choice(("nl", "en")), strange, allowed=not faults)
    maker = Maker(
        random,
        writer,
        faults=faults,
        fullness=random.choice((0.1, 0.3, 0.6, 0.9)),
        size=random.choice((1, 3, 6)),
    )
    files = {file: _bytes(written(random, tree, file)) for file, tree in maker.handbook().items()}
    if not faults or random.random() < 0.3:
        files["docs/handbook/about.md"] = _CHAPTER.encode()
    return files


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _broken(random: Random) -> Files:
    """A made-up handbook whose files are spoiled."""
    return _spoil_some(random, _made(random, faults=random.choice((0.0, 0.02))))


def _spoiled_library(random: Random) -> Files:
    return _spoil_some(random, library())


def _spoiled_source(random: Random) -> Files:
    return _spoil_some(random, as_written(random))


def _spoiled_case(random: Random) -> Files:
    """A handbook in which a rule sees, or just does not see, something; mostly spoiled."""
    files = case_of_a_rule(random)
    return files if random.random() < 0.1 else _spoil_some(random, files)


def _mixed(random: Random) -> Files:
    """Two handbooks over each other, so that much points at nothing."""
    one, other = case_of_a_rule(random), _made(random, faults=0.02)
    picked = {file: text for file, text in other.items() if random.random() < 0.5}
    return {**one, **picked}


def _crowded(random: Random) -> Files:
    """A handbook in which one file has very much of something."""
    files = dict(_made(random, faults=random.choice((0.0, 0.02))))
    file = random.choice(sorted(file for file in files if file.endswith(".yml")))
    lines = files[file].split(b"\n")
    start = random.randrange(len(lines))
    piece = lines[start : start + random.choice((1, 1, 3, 10, 40))]
    times = random.choice((100, 1000, 3000))
    files[file] = b"\n".join([*lines[:start], *piece * times, *lines[start:]])[:400_000]
    return files


def _many_files(random: Random) -> Files:
    """More files than one process reads, some of them spoiled."""
    files = {file: text.encode() for file, text in handbook_files(210).items()}
    return _spoil_some(random, files)


_KINDS = {
    "orderly": (_orderly, 20),
    "faulty": (_faulty, 20),
    "wild": (_wild, 5),
    "broken": (_broken, 12),
    "library": (_spoiled_library, 10),
    "source": (_spoiled_source, 8),
    "case": (_spoiled_case, 18),
    "mixed": (_mixed, 4),
    "crowded": (_crowded, 2.5),
    "many": (_many_files, 0.5),
}
"""How cases are made, and how many of a hundred are made so."""


def _spoil_some(random: Random, files: Files) -> Files:
    others = [files[file] for file in sorted(files)]
    changed = dict(files)
    for file in random.sample(sorted(files), min(len(files), random.choice((1, 1, 2, 5)))):
        changed[file] = spoiled(random, files[file], others)
    return changed


def _settings(random: Random) -> Iterator[tuple[str, bytes]]:
    """Sometimes a baseline and a pyproject.toml, some of them wrong."""
    for file, text in (
        ("quality/baseline.json", _baseline(random)),
        ("pyproject.toml", _pyproject(random)),
    ):
        if random.random() < 0.25:
            content = text.encode()
            yield file, spoiled(random, content, [content]) if random.random() < 0.4 else content


def _baseline(random: Random) -> str:
    subjects = ("process:process-0", "role:role-1", "organisation/roles.yml", "", "matrix")
    counts = (1, 1, 2, 3, 1000, 0, -1, 10**30, 1.5, "1", None, True)
    rules: dict[str, Any] = {
        random.choice(RULES).CODE: {random.choice(subjects): random.choice(counts[:most])}
        for most in random.choices((4, 4, 4, 12), k=random.randint(0, 5))
    }
    if random.random() < 0.1:
        rules["X999"] = nested(random.choice((3, 300)))
    return json.dumps({"format": "baseline/v1", "rules": rules})


def _pyproject(random: Random) -> str:
    levels = _LEVELS[:4] if random.random() < 0.8 else _LEVELS
    lines = ["[tool.handbook]"]
    if random.random() < 0.5:
        lines.append(f'fail-on = "{random.choice(("error", "warning", "never"))}"')
    lines.append("[tool.handbook.severity]")
    chosen = random.sample(RULES, min(len(RULES), 4))
    lines += [f'{rule.CODE} = "{random.choice(levels)}"' for rule in chosen]
    lines.append("[tool.handbook.options]")
    if random.random() < 0.5:
        lines.append(f"most-steps = {random.choice(('1', '12', '0', '-3', '9' * 40, '1.5'))}")
    if random.random() < 0.5:
        lines.append(
            'accepted-words = ["etc", "zo spoedig mogelijk", "", "ſ", "\\u0000", "\u2028\u0085"]'
        )
    if random.random() < 0.1:
        lines.append(f"accepted-verbs = {'[' * 3000}")
    return "\n".join(lines) + "\n"
