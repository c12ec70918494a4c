"""``quality/baseline.json``: the counts of findings that may only go down."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from generator.model.base import Part
from generator.model.finding import Finding, Position
from generator.model.identifiers import RuleCode

FILE = "quality/baseline.json"

Count = Annotated[int, Field(ge=1)]


class Baseline(Part):
    """The file: for every rule, how many findings each process or file may have."""

    format: Literal["baseline/v1"] = "baseline/v1"
    rules: dict[RuleCode, dict[str, Count]]


def read_baseline(root: Path) -> tuple[Mapping[str, Mapping[str, int]] | None, list[Finding]]:
    """Reads the baseline; None when the repository has none.

    A file that cannot be read is a finding, and no baseline.
    """
    try:
        text = (root / FILE).read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, []
    except (OSError, UnicodeDecodeError):
        return None, [Finding("S404", Position(FILE))]
    try:
        return Baseline.model_validate_json(text).rules, []
    except ValidationError:
        return None, [Finding("S404", Position(FILE))]


def baseline_text(counts: Mapping[str, Mapping[str, int]]) -> str:
    """The text of the file, a line a count, so that a change reads well in a pull request."""
    written = Baseline(rules={code: dict(found) for code, found in counts.items()})
    return json.dumps(written.model_dump(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
