"""A difference -> JSON for other programs, in a format that only grows."""

import json
from collections.abc import Mapping
from typing import Any

from generator.diff import Change, told
from generator.diff.data import to_data
from generator.language import Language
from generator.reports.changes.compared import Compared, Demand, Side, Thing, things
from generator.wording import wording

FORMAT = "diff/v1"


def report(compared: Compared) -> str:
    """Tells a difference as JSON, with every change as data and in words.

    Returns:
        What ``diff.schema.json`` beside this module describes, with a line break at the end.
    """
    language = compared.language
    log = {
        "format": FORMAT,
        "language": language.code,
        "before": _side(compared.before) if compared.before else None,
        "after": _side(compared.after),
        "things": [_thing(thing, language) for thing in things(compared)],
        "not_compared": [
            {
                "side": "after" if side is compared.after else "before",
                "file": finding.position.file,
                "line": finding.position.line,
                "code": finding.code,
                "message": wording(finding, language).message,
            }
            for side in compared.sides
            for finding in side.faults
        ],
    }
    return json.dumps(_writable(log), ensure_ascii=False, indent=2) + "\n"


def _side(side: Side) -> Mapping[str, Any]:
    return {"name": side.name or None}


def _thing(thing: Thing, language: Language) -> Mapping[str, Any]:
    before, after = thing.versions
    return {
        "subject": thing.subject,
        "name": thing.name,
        "file": thing.file,
        "version_before": before or None,
        "version_after": after or None,
        "policy": _demand(thing.demand) if thing.demand else None,
        "changes": [_change(change, language) for change in thing.changes],
    }


def _demand(demand: Demand) -> Mapping[str, Any]:
    return {
        "case": demand.case.value if demand.case else None,
        "version": demand.version,
        "other_version": demand.other_version,
        "met": demand.is_met,
    }


def _change(change: Change, language: Language) -> Mapping[str, Any]:
    nature = change.kind.nature.value
    return {**to_data(change), "nature": nature, "told": told(change, language)}


def _writable(value: Any) -> Any:
    """The value with halves of characters, which UTF-8 cannot hold, shown as unknown."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Mapping):
        return {key: _writable(item) for key, item in value.items()}
    return [_writable(item) for item in value] if isinstance(value, list) else value
