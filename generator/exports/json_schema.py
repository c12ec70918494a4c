"""JSON Schemas: of the export for machines, of the YAML files for editors.

Both come from the model. The schemas for editors carry the field texts of the
organisation's language, so that hovering over a key explains it.
"""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.language import Language
from generator.model import organisation, quality
from generator.model.process import Process

SINGLE: Mapping[str, type[BaseModel]] = {
    "process": Process,
    "organisation": organisation.Organisation,
    "matrix": organisation.Matrix,
    "source-map": quality.SourceMap,
}
"""The files that hold one thing."""

LISTS: Mapping[str, type[BaseModel]] = {
    "kpis": quality.Kpi,
    "bottlenecks": quality.Bottleneck,
    "source-notes": quality.SourceNote,
    "companies": organisation.Company,
    "departments": organisation.Department,
    "roles": organisation.Role,
    "systems": organisation.System,
    "groups": organisation.Group,
    "documents": organisation.RegisteredDocument,
    "glossary": organisation.Term,
    "classifications": organisation.Classification,
    "chapters": organisation.Chapter,
}
"""The files that hold a list of things."""

_FROM_PATH = {"Process": ("id", "group"), "Kpi": ("process",)}
"""The keys that are not written in a file, because its path says them."""


def editor_schemas(language: Language) -> dict[str, str]:
    """A JSON Schema for every kind of YAML file, by file name, as JSON text."""
    schemas = {name: TypeAdapter(model).json_schema() for name, model in SINGLE.items()}
    for name, model in LISTS.items():
        schemas[name] = TypeAdapter(list[model]).json_schema()  # type: ignore[valid-type]
    models = {**SINGLE, **LISTS}
    return {
        f"{name}.json": _text(_editor_schema(schema, models[name].__name__, language))
        for name, schema in schemas.items()
    }


def _editor_schema(schema: dict[str, Any], name: str, language: Language) -> dict[str, Any]:
    definitions = schema.setdefault("$defs", {})
    top = definitions.get(name, schema)
    from_path = _FROM_PATH.get(name, ())
    for key in from_path:
        top["properties"].pop(key, None)
    top["required"] = [key for key in top.get("required", []) if key not in from_path]
    for part in (top, *definitions.values()):
        _describe(part, language)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | schema


def _describe(part: dict[str, Any], language: Language) -> None:
    """Puts the field texts of the language at the properties; texts for developers go."""
    part.pop("description", None)
    for key, schema in part.get("properties", {}).items():
        schema.pop("title", None)
        if isinstance(part.get("title"), str):
            schema["description"] = language.field(part["title"], key)["meaning"]


def handbook_schema(language: Language) -> str:
    """The JSON Schema of the export ``handbook/v1``, as JSON text."""
    item = {"type": "object", "required": ["id", "name"], "properties": {"id": {"type": "string"}}}
    text, unknown = {"type": "string"}, {"type": ["string", "null"]}
    texts = {"type": "array", "items": text}
    state = _object({"object": text, "state": unknown})
    way = _object({"to": unknown, "when": unknown, "end": unknown})
    step = _object(
        {
            "id": text,
            "number": {"type": "integer", "minimum": 1},
            "name": text,
            "roles": texts,
            "uses": texts,
            "inputs": _list(state),
            "outputs": _list(state),
            "explanation": unknown,
            "next": _list(way),
        }
    )
    place = {"enum": ["input", "output", "control", "supply", "goal"]}
    business_object = _object(
        {"name": text, "stereotype": unknown, "states": texts, "place": _list(place)}
    )
    process = _object(
        {
            **dict.fromkeys(("id", "name", "group", "version", "status"), text),
            **dict.fromkeys(("kind", "goal", "owner", "url"), unknown),
            **dict.fromkeys(("triggers", "customers", "kpis", "bottlenecks"), texts),
            "steps": {"type": "array", "items": step, "minItems": 1},
            "objects": _list(business_object),
            "interfaces": _list({"type": "object"}),
            "origin": {
                "type": "object",
                "additionalProperties": {"enum": ["source", "derived", "proposal", "open"]},
            },
        }
    )
    kpi_unknown = ("unit", "formula", "target", "direction", "period", "source", "owner")
    row = _object(
        {
            "process": unknown,
            "group": text,
            "cells": {"type": "object", "additionalProperties": text},
        }
    )
    codes = {"type": "object", "additionalProperties": text}
    schema = _object(
        {
            "schema": {"const": "handbook/v1"},
            "organisation": _object({"name": text, "language": {"enum": ["nl", "en"]}}),
            "processes": _list(process),
            "roles": _list(
                _object({"id": text, "name": text, "department": unknown, "url": unknown})
            ),
            "systems": _list(
                _object({"id": text, "name": text, "purpose": unknown, "url": unknown})
            ),
            "kpis": _list(
                _object(
                    {"id": text, "name": text, "process": text}
                    | dict.fromkeys(kpi_unknown, unknown)
                )
            ),
            "bottlenecks": _list(_object({"id": text, "text": text, "process": text})),
            "documents": _list(item),
            "matrix": {"anyOf": [_object({"codes": codes, "rows": _list(row)}), {"type": "null"}]},
        }
    )
    title = {"title": f"handbook/v1 ({language.code})"}
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema"} | title | schema)


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
