"""The registers of audits and of what comes of them, with nothing in them but what a test gives."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator.addresses import Addresses
from generator.model.audit import Action, Audit, AuditFinding, ManagementReview, Nonconformity
from generator.model.base import Entity
from generator.model.handbook import Handbook
from generator.model.improvement import Improvement
from generator.pages.page import Site

FIELDS: Mapping[str, tuple[str, type[Entity], Mapping[str, object]]] = {
    "audits": ("audits", Audit, {"name": "Audit", "kind": "internal"}),
    "findings": ("audit_findings", AuditFinding, {"audit": "a", "grade": "minor", "text": "x"}),
    "complaints": ("nonconformities", Nonconformity, {"kind": "complaint", "text": "x"}),
    "actions": ("actions", Action, {"text": "x"}),
    "improvements": ("improvements", Improvement, {"name": "x"}),
    "reviews": ("management_reviews", ManagementReview, {"name": "x"}),
}


def with_only(library: Handbook, **lines: Iterable[Mapping[str, object]]) -> Handbook:
    """The library with nothing in these registers but the lines given."""
    registers: dict[str, Any] = {}
    for name, (field, model, given) in FIELDS.items():
        made = [model.model_validate({**given, **line}) for line in lines.get(name, ())]
        registers[field] = {getattr(item, "id"): item for item in made}  # noqa: B009
    return replace(library, **registers)


def site_with_only(site: Site, **lines: Iterable[Mapping[str, object]]) -> Site:
    """What its pages are made from; the registers that are not given stay empty."""
    handbook = with_only(site.handbook, **lines)
    return replace(site, handbook=handbook, addresses=Addresses(handbook, site.language))
