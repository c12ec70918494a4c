"""Who did what to which document, as CSV and JSON for an auditor. It names people."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.exports.csv_cells import csv_text
from generator.history.acts import Act
from generator.language import Language

FORMAT = "evidence/v1"
COLUMNS = (
    *("name", "address", "roles", "process", "title", "version"),
    *("deed", "when", "commit", "signature", "key"),
)
"""What is told of every act, in this order."""


def evidence_csv(acts: Iterable[Act], language: Language) -> str:
    """One line for every act, under the names of the columns."""
    head = [language.label(f"evidence.columns.{column}") for column in COLUMNS]
    return csv_text([head, *(_row(act, language) for act in acts)])


def evidence_json(acts: Iterable[Act], language: Language) -> str:
    """The same as data; the words for acts and signatures are those of the format."""
    found = [{**_values(act), "roles": list(act.roles)} for act in acts]
    data = {"format": FORMAT, "language": language.code, "acts": found}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _row(act: Act, language: Language) -> list[str]:
    values = dict(_values(act))
    values["deed"] = language.label(f"evidence.deed.{act.deed}")
    values["signature"] = language.label(f"evidence.signature.{act.signature}")
    return [str(values[column]) for column in COLUMNS]


def _values(act: Act) -> Mapping[str, Any]:
    return {
        "name": act.who.name,
        "address": act.who.address,
        "roles": ", ".join(act.roles),
        "process": act.document.process,
        "title": act.document.title,
        "version": act.document.version,
        "deed": act.deed.value,
        "when": act.when.isoformat(),
        "commit": act.commit,
        "signature": act.signature.value,
        "key": act.key,
    }
