"""The list of fields: every key a YAML file may hold, in the organisation's words."""

from collections import Counter
from collections.abc import Iterator
from types import UnionType
from typing import Annotated, Any, get_args, get_origin

from markupsafe import Markup
from pydantic import BaseModel

from generator.model import (
    assessment,
    audit,
    control,
    improvement,
    measurement,
    organisation,
    process,
    quality,
    scorecard,
    standard,
)
from generator.pages.markup import literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import table

FILES: tuple[tuple[str, type[BaseModel]], ...] = (
    ("processes/<group>/<process>.yml", process.Process),
    ("kpis/<process>.yml", quality.Kpi),
    ("kpis/scorecard.yml", scorecard.Scorecard),
    ("kpis/measurements/<kpi>.csv", measurement.Measurement),
    ("quality/bottlenecks.yml", quality.Bottleneck),
    ("quality/source-notes.yml", quality.SourceNote),
    ("quality/source-map.yml", quality.SourceMap),
    ("quality/reviews.yml", control.Review),
    ("quality/assessments/<id>.yml", assessment.Assessment),
    ("quality/standards/<id>.yml", standard.Standard),
    ("quality/coverage.yml", standard.Coverage),
    ("quality/risks.yml", improvement.Risk),
    ("quality/risk-scale.yml", improvement.RiskScale),
    ("quality/improvements.yml", improvement.Improvement),
    ("quality/audits.yml", audit.Audit),
    ("quality/audit-findings.yml", audit.AuditFinding),
    ("quality/nonconformities.yml", audit.Nonconformity),
    ("quality/actions.yml", audit.Action),
    ("quality/management-reviews.yml", audit.ManagementReview),
    ("organisation/organisation.yml", organisation.Organisation),
    ("organisation/companies.yml", organisation.Company),
    ("organisation/departments.yml", organisation.Department),
    ("organisation/roles.yml", organisation.Role),
    ("organisation/systems.yml", organisation.System),
    ("organisation/groups.yml", organisation.Group),
    ("organisation/documents.yml", organisation.RegisteredDocument),
    ("organisation/glossary.yml", organisation.Term),
    ("organisation/classifications.yml", organisation.Classification),
    ("organisation/matrix.yml", organisation.Matrix),
    ("organisation/chapters.yml", organisation.Chapter),
    ("organisation/releases.yml", control.Release),
)
"""Every kind of file and the type of what it holds."""

FROM_PATH = {"Process.id", "Process.group", "Kpi.process", "Assessment.id", "Standard.id"}
"""Keys that are not written, because the file's path says them."""


def field_pages(site: Site) -> Iterator[Page]:
    """The list of fields: first what each file holds, then the parts that many files share."""
    shared = _shared()
    sections = [
        Section(*_part(site, path, part, model), _anchor(model, part))
        for path, model in FILES
        for part in parts_of(model)
        if part is model or part not in shared
    ]
    everywhere = site.label("site.sharedfields")
    sections += [
        Section(f"{everywhere}: {_name(site, part)}", _table(site, part), _anchor(part, part))
        for part in shared
    ]
    yield sections_page(
        site,
        site.addresses.page("fields"),
        site.label("site.fields"),
        lead=literal(site.label("site.fields_lead")),
        sections=sections,
    )


def _shared() -> list[type[BaseModel]]:
    """The types of parts that several kinds of file hold, each explained once."""
    counted = Counter(part for _, model in FILES for part in parts_of(model)[1:])
    return [part for part, count in counted.items() if count > 1]


def _part(
    site: Site, path: str, part: type[BaseModel], model: type[BaseModel]
) -> tuple[str, Markup]:
    """A heading and what is below it: the file itself, or a part of it with the file's name."""
    if part is model:
        return path, _table(site, part)
    where = Markup('<p class="aside">{}</p>').format(literal(path))
    return _name(site, part), where + _table(site, part)


def _anchor(model: type[BaseModel], part: type[BaseModel]) -> str:
    return "-".join(dict.fromkeys((model.__name__, part.__name__))).lower()


def parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """A type and the types of the parts inside it, each once, in order of appearance."""
    found = [model]
    for part in found:
        for field in part.model_fields.values():
            found += [inner for inner in _models(field.annotation) if inner not in found]
    return found


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Annotated, UnionType) or get_args(annotation):
        for argument in get_args(annotation):
            yield from _models(argument)


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys of a type that a file may hold."""
    return [name for name in model.model_fields if f"{model.__name__}.{name}" not in FROM_PATH]


def _name(site: Site, part: type[BaseModel]) -> str:
    return str(site.language.fields[part.__name__]["label"])


def _table(site: Site, part: type[BaseModel]) -> Markup:
    rows = [_row(site, part, key) for key in keys_of(part)]
    columns = site.labels("site", "key", "label", "meaning", "example")
    return table(site, columns, rows, caption=_name(site, part))


def _row(site: Site, part: type[BaseModel], key: str) -> tuple[object, ...]:
    words = site.language.field(part.__name__, key)
    code = Markup("<code>{}</code>").format
    return (code(literal(key)), words["label"], words["meaning"], code(literal(words["example"])))
