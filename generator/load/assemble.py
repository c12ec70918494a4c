"""Entities by kind -> one handbook, in an order that does not depend on the disk."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.base import Entity
from generator.model.finding import FieldPath
from generator.model.handbook import Handbook
from generator.model.organisation import Organisation, Site


def assemble(
    entities: Mapping[str, Mapping[str, Entity]],
    places: Mapping[str, tuple[str, FieldPath]],
    unread: set[str],
    language: str,
) -> Handbook:
    """Puts a handbook together.

    Args:
        entities: what was read, by kind and identifier, in the order of the files.
        places: the file of each, by reference.
        unread: what could not be read, as references or whole kinds.
        language: the language to use when the organisation itself could not be read.

    Returns:
        The handbook: processes in the order of the groups and by identifier, indicators in
        the order of their processes, the rest in the order of the files.
    """

    def every(kind: str) -> dict[Any, Any]:
        return dict(entities.get(kind, {}))

    organisation = every("organisation").get("organisation")
    groups = _ranks(every("group"))
    processes = sorted(
        every("process").values(), key=lambda process: (_rank(process.group, groups), process.id)
    )
    order = _ranks([process.id for process in processes])
    kpis = sorted(every("kpi").values(), key=lambda kpi: _rank(kpi.process, order))
    return Handbook(
        organisation=organisation or _stand_in(language),
        groups=every("group"),
        companies=every("company"),
        departments=every("department"),
        roles=every("role"),
        systems=every("system"),
        processes={process.id: process for process in processes},
        kpis={kpi.id: kpi for kpi in kpis},
        bottlenecks=every("bottleneck"),
        documents=every("document"),
        terms=every("term"),
        classifications=every("classification"),
        chapters=every("chapter"),
        notes=every("note"),
        releases=every("release"),
        reviews=every("review"),
        assessments=every("assessment"),
        standards=every("standard"),
        coverages=every("coverage"),
        audits=every("audit"),
        audit_findings=every("auditfinding"),
        nonconformities=every("nonconformity"),
        actions=every("action"),
        management_reviews=every("managementreview"),
        improvements=every("improvement"),
        risks=every("risk"),
        measurements=every("measurement"),
        risk_scale=every("riskscale").get("riskscale"),
        scorecard=every("scorecard").get("scorecard"),
        matrix=every("matrix").get("matrix"),
        source_map=every("sourcemap").get("sourcemap"),
        files={reference: file for reference, (file, _) in places.items()},
        unread=frozenset(unread if organisation else unread | {"organisation"}),
    )


def _rank(identifier: str, order: Mapping[str, int]) -> tuple[int, str]:
    """The place in an order; what is not in it comes last, by name."""
    return order.get(identifier, len(order)), identifier


def _ranks(identifiers: Iterable[str]) -> dict[str, int]:
    return {identifier: rank for rank, identifier in enumerate(identifiers)}


def _stand_in(language: str) -> Organisation:
    return Organisation(name="?", language=language, site=Site(title="?"))
