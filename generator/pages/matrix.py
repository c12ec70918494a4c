"""Responsibility matrices: the one the source gives, and the one that follows from the steps."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.model.identifiers import RoleId
from generator.model.organisation import Matrix, MatrixCode, MatrixRow
from generator.model.process import Process, Step
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.tables import Row, table

_PARTS = ("does", "decides", "accountable", "consulted", "informed")
"""What a role may do in a step, in the order in which cells and legend name it."""


def matrix_pages(site: Site) -> Iterator[Page]:
    """The matrix of the source, where there is one, and the matrix derived from the steps."""
    if site.handbook.matrix is not None:
        yield _given(site, site.handbook.matrix)
    yield _derived(site)


def _given(site: Site, matrix: Matrix) -> Page:
    here = site.addresses.page("matrix")
    links = Links(site, here)
    legend = facts((item.word, _meaning(site, code, item)) for code, item in matrix.codes.items())
    return sections_page(
        site,
        here,
        matrix.name,
        lead=literal(site.label("site.matrix_lead")),
        sections=[
            Section(site.label("site.matrix"), given_table(matrix, links), "matrix"),
            Section(site.label("site.legend"), legend, "legend"),
            Section(site.label("site.noted"), noted("matrix", matrix, links), "source"),
        ],
        edit="organisation/matrix.yml",
    )


def _meaning(site: Site, code: str, item: MatrixCode) -> str:
    """What a letter stands for, and as what the rules read it, where the matrix says so."""
    if item.duty is None:
        return f"{code}: {item.meaning}"
    duty = site.label(f"duty.{item.duty}")
    return site.label("duty.read_as", code=code, meaning=item.meaning, duty=duty)


def given_table(matrix: Matrix, links: Links) -> Markup:
    """The matrix as the source gives it, with words instead of letters in its cells."""
    columns = [links.site.label("site.process"), *(links.name(f"role:{r}") for r in matrix.columns)]
    rows = [_given_row(matrix, row, links) for row in matrix.rows]
    if not rows:
        return Markup("")
    return table(links.site, columns, rows, caption=matrix.name, sortable=True, kind="wide")


def _given_row(matrix: Matrix, row: MatrixRow, links: Links) -> Row:
    group = links.to(f"group:{row.group}")
    name = (
        links.to(f"process:{row.process}")
        if row.process
        else Markup('{} <span class="aside">{}</span>').format(
            group, literal(links.site.label("site.wholegroup"))
        )
    )
    words = (matrix.codes.get(row.cells.get(role, "")) for role in matrix.columns)
    return Row((name, *(word.word if word else None for word in words)))


def _derived(site: Site) -> Page:
    here = site.addresses.page("taskmatrix")
    links = Links(site, here)
    each = [
        Section(process.name, task_table(process, links), f"process-{process.id}")
        for process in site.handbook.processes.values()
    ]
    return sections_page(
        site,
        here,
        site.label("site.taskmatrix"),
        lead=literal(site.label("site.taskmatrix_lead")),
        sections=[
            Section(site.label("site.perprocess"), _overview(links), "overview"),
            Section(site.label("site.legend"), _task_words(site), "legend"),
            *each,
        ],
    )


def _overview(links: Links) -> Markup:
    """Every process against the roles that have a part in any of its steps."""
    site = links.site
    parts = [(process, _parts(site, process)) for process in site.handbook.processes.values()]
    roles = [role for role in site.handbook.roles if any(role in part for _, part in parts)]
    rows = [
        (
            links.to(f"process:{process.id}"),
            *(joined(part[role]) if role in part else None for role in roles),
        )
        for process, part in parts
    ]
    columns = [site.label("site.process"), *(links.name(f"role:{role}") for role in roles)]
    caption = site.label("site.taskmatrix")
    shown = table(site, columns, rows, caption=caption, sortable=True, kind="wide")
    return shown if roles else Markup("")


def _task_words(site: Site) -> Markup:
    return bullets(
        Markup("<strong>{}</strong>: {}").format(
            literal(site.label(f"task.{key}")), literal(site.label(f"task.{key}_means"))
        )
        for key in _PARTS
    )


def task_table(process: Process, links: Links) -> Markup:
    """The steps of one process against the roles that have a part in them."""
    site = links.site
    roles = list(_parts(site, process))
    if not roles:
        return Markup("")
    rows = []
    for step in process.steps:
        tasks = _tasks(site, process, step)
        cells = (joined(tasks[role]) if role in tasks else None for role in roles)
        rows.append((links.step(process, step), *cells))
    columns = [site.label("site.step"), *(links.name(f"role:{role}") for role in roles)]
    caption = site.label("site.tasks_of", name=process.name)
    return table(site, columns, rows, caption=caption, kind="wide")


def _tasks(site: Site, process: Process, step: Step) -> dict[RoleId, list[str]]:
    """The words for each role's part in a step; only what the model records."""
    found: dict[RoleId, list[str]] = {}
    for key, roles in _named(process, step).items():
        for role in dict.fromkeys(roles):
            found.setdefault(role, []).append(site.label(f"task.{key}"))
    return found


def _named(process: Process, step: Step) -> dict[str, tuple[RoleId, ...]]:
    """The roles of a step by the part they have in it, in the order of ``_PARTS``."""
    decides = step.decided_by + (step.decision.decided_by if step.decision else ())
    owner = (process.owner,) if process.owner else ()
    found = (step.performers, decides, owner, step.consulted, step.informed)
    return dict(zip(_PARTS, found, strict=True))


def _parts(site: Site, process: Process) -> dict[RoleId, list[str]]:
    """Every part of every role in a process, each word once; roles in the order of the steps."""
    found: dict[RoleId, set[str]] = {}
    for step in process.steps:
        for role, words in _tasks(site, process, step).items():
            found.setdefault(role, set()).update(words)
    order = site.labels("task", *_PARTS)
    return {role: sorted(words, key=order.index) for role, words in found.items()}
