"""The versions of every process as one JSON document, ``versions/v1``, for other programs.

Another program asks it whether a copy is of the version in force, as readers ask the page
*Is this the version in force?*. What is unknown or not there is null.
"""

import json
from typing import Any

from generator.addresses import Addresses
from generator.history import History
from generator.history.known import (
    KnownVersion,
    in_force,
    is_certain,
    known_versions,
    newest_concept,
)
from generator.model.handbook import Handbook
from generator.model.process import Process

SCHEMA = "versions/v1"


def versions_json(handbook: Handbook, history: History, addresses: Addresses) -> str:
    """The known versions as JSON text, two spaces, one line end.

    ``url`` values are relative to the site's root.
    """
    data = {
        "schema": SCHEMA,
        "commit": history.head.sha if history.head else None,
        "changed_since_commit": history.is_changed,
        "history": history.state.value,
        "processes": [
            _process(process, history, addresses) for process in handbook.processes.values()
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _process(process: Process, history: History, addresses: Addresses) -> dict[str, Any]:
    versions = known_versions(process, history)
    force, concept = in_force(versions), newest_concept(versions)
    return {
        "id": process.id,
        "title": process.name,
        "url": addresses.url(f"process:{process.id}"),
        "version": process.document.version,
        "in_force": force.version if force else None,
        "is_certain": force is not None or is_certain(versions),
        "concept": concept.version if concept else None,
        "versions": [_version(item) for item in versions],
    }


def _version(item: KnownVersion) -> dict[str, Any]:
    return {
        "version": item.version,
        "status": item.status.value if item.status else None,
        "standing": item.standing.value,
        "date": item.day.isoformat() if item.day else None,
        "effective": item.effective.isoformat() if item.effective else None,
        "commit": item.commit.sha if item.commit else None,
    }
