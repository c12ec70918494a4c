"""The whole handbook as one JSON document, ``handbook/v1``: what is unknown is null."""

import json
from typing import Any

from generator.addresses import Addresses
from generator.model.base import Entity
from generator.model.handbook import Handbook
from generator.model.objects import ObjectInHandbook, objects_of
from generator.model.process import (
    Activity,
    Decision,
    ObjectState,
    Outcome,
    Place,
    Process,
    Step,
    Stereotype,
)
from generator.model.work import work_in

SCHEMA = "handbook/v1"

_KINDS = {
    "roles": "role",
    "systems": "system",
    "kpis": "kpi",
    "bottlenecks": "bottleneck",
    "companies": "company",
    "departments": "department",
    "groups": "group",
    "documents": "document",
    "terms": "term",
    "classifications": "classification",
    "chapters": "chapter",
    "notes": "note",
    "releases": "release",
    "reviews": "review",
    "assessments": "assessment",
    "standards": "standard",
    "coverages": "coverage",
    "audits": "audit",
    "audit_findings": "auditfinding",
    "nonconformities": "nonconformity",
    "actions": "action",
    "management_reviews": "managementreview",
    "improvements": "improvement",
    "risks": "risk",
    "measurements": "measurement",
}
"""The lists of the document, and the kind of thing each holds."""


def handbook_json(handbook: Handbook, addresses: Addresses) -> str:
    """The handbook as JSON text: sorted by the handbook's own order, two spaces, one line end.

    ``url`` values are relative to the site's root and hold on ``file://`` too.
    """
    return json.dumps(as_data(handbook, addresses), ensure_ascii=False, indent=2) + "\n"


def as_data(handbook: Handbook, addresses: Addresses) -> dict[str, Any]:
    """The handbook as plain dictionaries and lists, ready for JSON."""
    objects = objects_of(handbook)
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "organisation": entity_data(handbook.organisation),
        "processes": [
            _process(handbook, addresses, process) for process in handbook.processes.values()
        ],
    }
    for name, kind in _KINDS.items():
        data[name] = [
            addressed(entity_data(entity), addresses.url(f"{kind}:{identifier}"))
            for identifier, entity in handbook.entities[kind].items()
        ]
    for kpi in data["kpis"]:
        kpi["source"] = kpi["measured_in"]
    data["objects"] = [_object(item, addresses) for item in objects.values()]
    data["matrix"] = _matrix(handbook)
    for name in ("risk_scale", "scorecard", "source_map"):
        single = getattr(handbook, name)
        data[name] = entity_data(single) if single else None
    return data


def entity_data(entity: Entity) -> dict[str, Any]:
    """An entity as data; ``origin`` names every field that does not simply come from the source."""
    data = entity.model_dump(mode="json", exclude={"origins"})
    return data | {"origin": _origins(entity)}


def addressed(data: dict[str, Any], address: str | None) -> dict[str, Any]:
    """The data of a thing with the address of its page; its own address elsewhere is ``link``."""
    own = {"link": data["url"]} if "url" in data else {}
    return data | own | {"url": address}


def _origins(entity: Entity) -> dict[str, Any]:
    """The origin of every field that does not simply come from the source."""
    named = {path: origin.origin.value for path, origin in entity.origins.items()}
    unknown = {name: "open" for name in type(entity).model_fields if getattr(entity, name) is None}
    return unknown | named


def _process(handbook: Handbook, addresses: Addresses, process: Process) -> dict[str, Any]:
    data = entity_data(process)
    group = handbook.groups.get(process.group)
    return data | {
        "kind": group.kind.value if group else None,
        "version": process.document.version,
        "status": process.document.status.value,
        "url": addresses.url(f"process:{process.id}"),
        "steps": [
            _step(process, number, step) for number, step in enumerate(process.steps, start=1)
        ],
        "objects": _objects(process),
        "kpis": [kpi.id for kpi in handbook.kpis_of(process.id)],
        "bottlenecks": [item.id for item in handbook.bottlenecks_of(process.id)],
        "origin": data["origin"],
    }


def _step(process: Process, number: int, step: Step) -> dict[str, Any]:
    data = step.model_dump(mode="json")
    return data | {
        "number": number,
        "roles": list(step.performers),
        "together": list(step.roles),
        "inputs": [_state(item) for item in step.inputs],
        "outputs": [_state(item) for item in step.outputs],
        "next": _next(process, number, step),
    }


def _next(process: Process, number: int, step: Step) -> list[dict[str, Any]]:
    """Where the work goes after a step: one entry for each way out."""
    if isinstance(step.decision, Decision):
        return [_way(outcome) for outcome in step.decision.outcomes]
    following = process.steps[number].id if number < len(process.steps) else None
    to = None if step.end else step.next or following
    return [{"to": to, "when": None, "end": step.end, "activities": []}]


def _way(outcome: Outcome) -> dict[str, Any]:
    activities = [_activity(activity) for activity in outcome.activities]
    return {
        "to": outcome.next,
        "when": outcome.answer,
        "end": outcome.end,
        "activities": activities,
    }


def _activity(activity: Activity) -> dict[str, Any]:
    data = activity.model_dump(mode="json")
    return data | {"roles": list(activity.performers)}


def _state(item: ObjectState) -> dict[str, Any]:
    return {"object": item.object, "state": item.state}


def _objects(process: Process) -> list[dict[str, Any]]:
    """The process's objects, an entry a name, with all their states and places in it."""
    found: dict[str, dict[str, Any]] = {}
    for item in process.objects:
        entry = _object_entry(found, item.name)
        entry["stereotype"] = entry["stereotype"] or item.stereotype.value
        entry["states"] |= dict.fromkeys(item.states)
        entry["place"] |= dict.fromkeys(place.value for place in item.place)
    for state in _states(process):
        entry = _object_entry(found, state.object)
        entry["states"] |= dict.fromkeys([state.state] if state.state else [])
    if process.goal:
        entry = _object_entry(found, process.goal)
        entry["stereotype"] = Stereotype.GOAL.value
        entry["place"] |= {Place.GOAL.value: None}
    return [
        item | {"states": list(item["states"]), "place": list(item["place"])}
        for item in found.values()
    ]


def _object_entry(found: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    return found.setdefault(name, {"name": name, "stereotype": None, "states": {}, "place": {}})


def _states(process: Process) -> list[ObjectState]:
    return [item for _, part, _ in work_in(process) for item in part.inputs + part.outputs]


def _object(item: ObjectInHandbook, addresses: Addresses) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "stereotypes": [stereotype.value for stereotype in item.stereotypes],
        "states": list(item.states),
        "places": [place.value for place in item.places],
        "uses": [
            {
                "process": use.process.id,
                "step": use.step.id,
                "activity": use.activity.name if use.activity else None,
                "state": use.state,
                "gives": use.gives,
            }
            for use in item.uses
        ],
        "url": addresses.url(f"object:{item.id}"),
    }


def _matrix(handbook: Handbook) -> dict[str, Any] | None:
    if handbook.matrix is None:
        return None
    data = entity_data(handbook.matrix)
    codes = {code: meaning.meaning for code, meaning in handbook.matrix.codes.items()}
    words = {code: meaning.word for code, meaning in handbook.matrix.codes.items()}
    duties = {code: meaning.duty for code, meaning in handbook.matrix.codes.items()}
    return data | {"codes": codes, "words": words, "duties": duties}
