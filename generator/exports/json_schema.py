"""JSON Schemas: of the export for machines, of the YAML files for editors.

Both come from the model. The schemas for editors carry the field texts of the
organisation's language, so that hovering over a key explains it.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.exports.registers import SCHEMA as REGISTER
from generator.language import Language
from generator.model import audit, control, improvement, organisation, quality
from generator.model.assessment import Assessment
from generator.model.base import OriginKind
from generator.model.process import Process
from generator.model.registers import REGISTERS
from generator.model.scorecard import Scorecard
from generator.model.shape import model_at
from generator.model.standard import Coverage, Standard

SINGLE: Mapping[str, type[BaseModel]] = {
    "process": Process,
    "organisation": organisation.Organisation,
    "matrix": organisation.Matrix,
    "source-map": quality.SourceMap,
    "assessment": Assessment,
    "standard": Standard,
    "risk-scale": improvement.RiskScale,
    "scorecard": Scorecard,
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
    "releases": control.Release,
    "reviews": control.Review,
    "coverage": Coverage,
    "improvements": improvement.Improvement,
    "risks": improvement.Risk,
    "audits": audit.Audit,
    "audit-findings": audit.AuditFinding,
    "nonconformities": audit.Nonconformity,
    "actions": audit.Action,
    "management-reviews": audit.ManagementReview,
}
"""The files that hold a list of things."""

_FROM_PATH = {
    "Process": ("id", "group"),
    "Kpi": ("process",),
    "Assessment": ("id",),
    "Standard": ("id",),
}
"""The keys that are not written in a file, because its path says them."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WORDS: dict[str, Any] = {"type": "string"}
_NAMED = {"type": "object", "required": ["id", "name"], "properties": {"id": _WORDS}}
_ORIGIN = {"enum": [kind.value for kind in OriginKind]}
_MEASURED = ("unit", "formula", "target", "direction", "period", "source", "owner")


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
    return {"$schema": _DIALECT} | schema


def _describe(part: dict[str, Any], language: Language) -> None:
    """Puts the field texts of the language at the properties; texts for developers go."""
    part.pop("description", None)
    for key, schema in part.get("properties", {}).items():
        schema.pop("title", None)
        if isinstance(part.get("title"), str):
            schema["description"] = language.field(part["title"], key)["meaning"]


def handbook_schema(language: Language) -> str:
    """The JSON Schema of the export ``handbook/v1``, as JSON text."""
    schema = _object(
        {
            "schema": {"const": "handbook/v1"},
            "organisation": _object({"name": _WORDS, "language": {"enum": ["nl", "en"]}}),
            "processes": _list(_process()),
            "roles": _list(_object(_fields("id", "name") | _unknown("department", "url"))),
            "systems": _list(_object(_fields("id", "name") | _unknown("purpose", "url"))),
            "kpis": _list(_object(_fields("id", "name", "process") | _unknown(*_MEASURED))),
            "bottlenecks": _list(_object(_fields("id", "text", "process"))),
            "documents": _list(_NAMED),
            **_quality(),
            "matrix": {"anyOf": [_matrix(), {"type": "null"}]},
        }
    )
    title = {"title": f"handbook/v1 ({language.code})"}
    return _text({"$schema": _DIALECT} | title | schema)


_QUALITY: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "standards": (("id", "name"), ("title", "edition", "replaced_by", "url")),
    "coverages": (("id", "clause"), ("how", "missing", "excluded", "url")),
    "audits": (("id", "name", "kind"), ("planned", "held", "report", "conclusion", "url")),
    "audit_findings": (("id", "audit", "grade", "text"), ("owner", "due", "closed", "url")),
    "nonconformities": (("id", "kind", "text"), ("correction", "cause", "owner", "closed", "url")),
    "actions": (("id", "text"), ("cause", "owner", "due", "done", "url")),
    "management_reviews": (("id", "name"), ("held", "url")),
    "improvements": (("id", "name"), ("number", "link", "source", "owner", "due", "done", "url")),
    "risks": (("id", "name"), ("cause", "consequence", "treatment", "owner", "due", "url")),
    "measurements": (("id",), ("url",)),
}
"""The lists of the quality side: what is always there in an item, and what may be null."""

_HELD: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "standards": {"clauses": ("number", "title")},
    "management_reviews": {"inputs": ("topic",), "decisions": ("text",)},
    "measurements": {"values": ("period", "value")},
}
"""The parts that an item of them holds, with what is always there in a part."""


def _quality() -> dict[str, Any]:
    """The quality side of the export: its lists, the risk scale and the scorecard."""
    lists = {
        name: _list(
            _object(
                _fields(*always)
                | _unknown(*maybe)
                | {key: _list(_object(_fields(*there))) for key, there in _held(name)}
            )
        )
        for name, (always, maybe) in _QUALITY.items()
    }
    grades = _list(_object({"value": {"type": "integer"}} | _fields("meaning")))
    scale = _object(_fields("name") | {"chance": grades, "effect": grades})
    side = _object(_fields("id", "name") | {"objectives": _list(_NAMED)})
    scorecard = _object(_fields("name") | {"perspectives": _list(side)})
    single = {"risk_scale": scale, "scorecard": scorecard}
    return lists | {name: {"anyOf": [one, {"type": "null"}]} for name, one in single.items()}


def _held(name: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    return _HELD.get(name, {}).items()


def register_schema(name: str, language: Language) -> str:
    """The JSON Schema of a register of the export ``register/v1``, as JSON text."""
    register = REGISTERS[name]
    model = model_at(register.model, register.inside) or register.model
    item = TypeAdapter(model).json_schema(mode="serialization")
    definitions = item.pop("$defs", {})
    for part in (item, *definitions.values()):
        _describe(part, language)
    _as_exported(item, has_around=bool(register.inside))
    top = {"schema": {"const": REGISTER}, "register": {"const": name}, "items": _list(item)}
    title = {"title": f"{REGISTER} {name} ({language.code})"}
    return _text({"$schema": _DIALECT} | title | _object(top) | {"$defs": definitions})


def _as_exported(item: dict[str, Any], *, has_around: bool) -> None:
    """Changes the schema of a thing into that of its data: with origins and an address."""
    properties = item["properties"]
    properties.pop("origins", None)
    if "url" in properties:
        properties["link"] = properties.pop("url")
    properties["origin"] = {"type": "object", "additionalProperties": _ORIGIN}
    properties |= _unknown("url")
    if has_around:
        properties["of"] = _list(_WORDS)
    item["required"] = list(properties)


def _process() -> dict[str, Any]:
    business_object = _object(
        {
            **_fields("name"),
            **_unknown("stereotype"),
            "states": _list(_WORDS),
            "place": _list({"enum": ["input", "output", "control", "supply", "goal"]}),
        }
    )
    return _object(
        {
            **_fields("id", "name", "group", "version", "status"),
            **_unknown("kind", "goal", "owner", "url"),
            **dict.fromkeys(("triggers", "customers", "kpis", "bottlenecks"), _list(_WORDS)),
            "steps": _list(_step()) | {"minItems": 1},
            "objects": _list(business_object),
            "interfaces": _list({"type": "object"}),
            "origin": {"type": "object", "additionalProperties": _ORIGIN},
        }
    )


def _step() -> dict[str, Any]:
    state = _object(_fields("object") | _unknown("state"))
    return _object(
        {
            **_fields("id"),
            "number": {"type": "integer", "minimum": 1},
            **_fields("name"),
            **dict.fromkeys(("roles", "uses"), _list(_WORDS)),
            **dict.fromkeys(("inputs", "outputs"), _list(state)),
            **_unknown("explanation"),
            "next": _list(_object(_unknown("to", "when", "end"))),
        }
    )


def _matrix() -> dict[str, Any]:
    texts = {"type": "object", "additionalProperties": _WORDS}
    row = _object(_unknown("process") | _fields("group") | {"cells": texts})
    return _object({"codes": texts, "rows": _list(row)})


def _fields(*keys: str) -> dict[str, Any]:
    """Fields that are always there."""
    return dict.fromkeys(keys, _WORDS)


def _unknown(*keys: str) -> dict[str, Any]:
    """Fields that may be null: not established."""
    return {key: {"type": ["string", "null"]} for key in keys}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
