"""Who answers for a process: four different facts that are never merged into one."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.organisation import MatrixRow
from generator.model.process import Place, Process, Stereotype
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins, still_open
from generator.pages.page import Site
from generator.pages.steps import StepWords, performers
from generator.pages.tables import table


class Field(NamedTuple):
    """One kind of responsibility: its name, where it stands, and who has it."""

    name: str
    place: str
    who: Markup


def fields(process: Process, links: Links) -> Iterator[Field]:
    """The four: named in the text, in the matrix, control in the diagram, and owner."""
    site, origins = links.site, Origins(process, links)

    def field(key: str, who: Markup) -> Field:
        return Field(
            site.label(f"responsibilities.{key}.name"),
            site.label(f"responsibilities.{key}.place"),
            who,
        )

    named = links.roles(process.responsible, "and")
    yield field("text", origins.value("responsible", named))
    yield field("matrix", _in_matrix(process, links) or still_open(site))
    yield field("control", origins.value("objects", _control(process, links)))
    owner = links.to(f"role:{process.owner}") if process.owner else None
    yield field("owner", origins.value("owner", owner))


def row_of(process: Process, site: Site) -> MatrixRow | None:
    """The matrix row that speaks for a process: its own, else that of its group."""
    rows = site.handbook.matrix.rows if site.handbook.matrix else ()
    own = [row for row in rows if row.process == process.id]
    group = [row for row in rows if row.process is None and row.group == process.group]
    return next(iter([row for row in own if row.cells] + group), None)


def by_step(process: Process, links: Links) -> Markup:
    """The derived table: who does, decides, is consulted and is informed, step by step.

    A column that no step fills is left out, since nothing was recorded.
    """
    site, words = links.site, StepWords(process, links)
    kinds = [
        kind
        for kind in ("decided", "consulted", "informed")
        if any(_having(words, kind, index) for index in range(len(process.steps)))
    ]
    rows = [
        [links.step(process, step), performers(step, links) or still_open(site)]
        + [_having(words, kind, index) for kind in kinds]
        for index, step in enumerate(process.steps)
    ]
    return table(
        site,
        [site.label(f"responsibilities.step.{kind}") for kind in ("step", "does", *kinds)],
        rows,
        caption=site.label("responsibilities.step.caption", name=process.name),
    )


def _having(words: StepWords, kind: str, index: int) -> Markup:
    step = words.process.steps[index]
    decision = step.decision.decided_by if step.decision else ()
    roles = {
        "decided": tuple(dict.fromkeys(step.decided_by + decision)),
        "consulted": step.consulted,
        "informed": step.informed,
    }
    return words.links.roles(roles[kind], "and")


def _in_matrix(process: Process, links: Links) -> Markup | None:
    row, matrix = row_of(process, links.site), links.site.handbook.matrix
    if row is None or matrix is None:
        return None
    parts = []
    for code in dict.fromkeys([*matrix.codes, *row.cells.values()]):
        holders = [role for role in matrix.columns if row.cells.get(role) == code]
        if holders:
            words = literal(matrix.codes[code].word if code in matrix.codes else code)
            parts.append(Markup("<li>{}: {}</li>").format(words, links.roles(holders)))
    listed = Markup('<ul class="plain">{}</ul>').format(Markup("").join(parts))
    if row.process is None:
        group = literal(links.site.label("responsibilities.grouprow"))
        listed = Markup('<p class="aside">{}</p>').format(group) + listed
    address = links.page("matrix")
    see = literal(links.site.label("responsibilities.seematrix"))
    return listed + Markup('<p class="aside"><a href="{}">{}</a></p>').format(address, see)


def _control(process: Process, links: Links) -> Markup:
    names = [
        item.name
        for item in process.objects
        if Place.CONTROL in item.place and item.stereotype is Stereotype.PEOPLE
    ]
    return joined(links.named(name) for name in names)
