"""What a process works with: documents, records and systems, and the steps that use them."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.identifiers import DocumentId, SystemId
from generator.model.process import Process, Recording, Step
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins, still_open
from generator.pages.tables import table


def documents(process: Process, links: Links) -> Markup:
    """The documents that the steps name, with kind and place; empty when they name none."""
    site = links.site
    used: dict[DocumentId, list[Step]] = {}
    for step in process.steps:
        named = [*step.documents, *(item.document for item in step.records if item.document)]
        for document in dict.fromkeys(named):
            used.setdefault(document, []).append(step)
    columns = site.labels("documents", "name", "kind", "place", "steps")
    rows = [_document(document, found, process, links) for document, found in used.items()]
    caption = site.label("documents.caption", name=process.name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def records(process: Process, links: Links) -> Markup:
    """What is written down in which step, and where; empty when nothing is recorded."""
    site = links.site
    columns = site.labels("records", "what", "where", "step")
    rows = [
        [links.object_in_state(item.what), _where(item, links), links.step(process, step)]
        for step in process.steps
        for item in step.records
    ]
    caption = site.label("records.caption", name=process.name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def systems(process: Process, links: Links) -> Markup:
    """The systems that the steps use, with their purpose; empty when they use none."""
    site = links.site
    columns = site.labels("systems", "name", "purpose", "maintainer", "steps")
    rows = list(_systems(process, links))
    caption = site.label("systems.caption", name=process.name)
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def _systems(process: Process, links: Links) -> Iterator[list[Markup]]:
    site = links.site
    used: dict[SystemId, list[Step]] = {}
    for step in process.steps:
        for key in dict.fromkeys(step.uses + step.performed_by):
            used.setdefault(key, []).append(step)
    for key, found in used.items():
        system, steps = site.handbook.systems.get(key), _numbers(process, found, links)
        if system is None:
            yield [literal(key), still_open(site), still_open(site), steps]
            continue
        origins = Origins(system, links, listed=False)
        maintainers = joined(_maintainer(item, links) for item in system.maintained_by)
        yield [
            links.to(f"system:{key}"),
            origins.value("purpose", system.purpose),
            origins.value("maintained_by", maintainers),
            steps,
        ]


def _maintainer(identifier: str, links: Links) -> Markup:
    kind = "role" if identifier in links.site.handbook.roles else "department"
    return links.to(f"{kind}:{identifier}")


def _document(key: DocumentId, steps: list[Step], process: Process, links: Links) -> list[Markup]:
    site = links.site
    numbers = _numbers(process, steps, links)
    found = site.handbook.documents.get(key)
    if found is None:
        return [literal(key), still_open(site), still_open(site), numbers]
    origins = Origins(found, links, listed=False)
    missing = Markup(' <span class="missing">{}</span>')
    name = links.to(f"document:{key}")
    if found.exists is False:
        name += missing.format(literal(site.label("documents.missing")))
    place = links.to(f"system:{found.location}") if found.location else None
    kind = literal(site.label(f"documentkind.{found.kind}"))
    return [name, kind, origins.value("location", place), numbers]


def _where(item: Recording, links: Links) -> Markup:
    places = [("system", item.where), ("document", item.document)]
    found = [links.to(f"{kind}:{key}") for kind, key in places if key]
    return joined(found) or still_open(links.site)


def _numbers(process: Process, steps: list[Step], links: Links) -> Markup:
    """Links to steps by number alone, the name being read out to who cannot see it in place."""
    return joined(
        Markup('<span class="nowrap">{}</span>').format(
            links.step(
                process,
                step,
                text=links.site.label("step.number", number=process.steps.index(step) + 1),
            )
        )
        for step in steps
    )
