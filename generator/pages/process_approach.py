"""The grid of the process approach: ISO 9001:2015, 4.4.1 a to h for every process."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from generator.control.approval import status_in_force
from generator.evaluation.process_approach import LETTERS, Answer, Cell, Count, Row, grid
from generator.pages.clauses_of import OF_THE_RULES
from generator.pages.control import state
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import table

_LOOKS: Mapping[Answer, str] = {
    Answer.YES: "state-of state-of--approved",
    Answer.PARTLY: "state-of state-of--draft",
    Answer.NO: "missing",
}


def process_approach_pages(site: Site) -> Iterator[Page]:
    """The grid, what its letters ask, and each process with what was counted."""
    links = Links(site, site.addresses.page("processapproach"))
    rows = grid(site.handbook)
    yield sections_page(
        site,
        links.here,
        site.label("standards.approach.title"),
        lead=literal(site.label("standards.approach.lead")),
        sections=[
            Section(site.label("standards.approach.all"), _overview(rows, links), "all"),
            Section(site.label("standards.approach.letters"), _letters(links), "letters"),
            *(_process(row, links) for row in rows),
        ],
    )


def _words(letter: str, key: str, site: Site) -> str:
    return site.label(f"standards.approach.questions.{letter}.{key}")


def _overview(rows: tuple[Row, ...], links: Links) -> Markup:
    """Every process in a line, with the answer to each question and what that rests on."""
    site = links.site
    if not rows:
        return Markup("<p>{}</p>").format(literal(site.label("standards.approach.none")))
    lines = [
        (_name(row, links), *(_answer(cell, site) + _rests(cell, site) for cell in row.cells))
        for row in rows
    ]
    names = (f"{letter}. {_words(letter, 'short', site)}" for letter in LETTERS)
    columns = [*site.labels("standards.approach", "process"), *names]
    caption = site.label("standards.approach.title")
    return table(site, columns, lines, caption=caption)


def _name(row: Row, links: Links) -> Markup:
    """The process with the status that counts: what only calls itself approved is a draft."""
    status = state(status_in_force(row.process), links.site)
    return joined((links.to(f"process:{row.process.id}"), status), " ")


def _answer(cell: Cell, site: Site) -> Markup:
    words = literal(site.label(f"standards.approach.{cell.answer}"))
    return Markup('<span class="{}">{}</span>').format(html(_LOOKS[cell.answer]), words)


def _rests(cell: Cell, site: Site) -> Markup:
    """How many of the values behind an answer are proposals or open; empty when none is."""
    said = [
        site.label(f"standards.approach.{key}", count=count)
        for key, count in (("proposals", cell.proposals), ("open", cell.open))
        if count
    ]
    return Markup(' <span class="aside">{}</span>').format(joined(said)) if said else Markup("")


def _letters(links: Links) -> Markup:
    site = links.site
    rows = [
        (
            _letter(letter, links),
            _words(letter, "name", site),
            _words(letter, "asks", site),
            _words(letter, "needs", site),
        )
        for letter in LETTERS
    ]
    columns = [*site.labels("standards.approach", "letter"), site.label("standards.subject")]
    columns += site.labels("standards.approach", "question", "needs")
    return table(site, columns, rows, caption=site.label("standards.approach.letters"))


def _letter(letter: str, links: Links) -> Markup:
    """A letter, with the way to the clause where the handbook has the standard."""
    reference = f"standard:{OF_THE_RULES}#4.4.1-{letter}"
    return links.to(reference, letter) if links.address(reference) else literal(letter)


def _process(row: Row, links: Links) -> Section:
    site = links.site
    rows = [
        (
            f"{cell.letter}. {_words(cell.letter, 'name', site)}",
            _answer(cell, site),
            joined((_counted(item, site) for item in cell.found), "; "),
            _rests(cell, site) or None,
        )
        for cell in row.cells
    ]
    columns = site.labels("standards.approach", "question", "answer", "found", "rests")
    said = Markup("<p>{}</p>").format(_name(row, links))
    body = said + table(site, columns, rows, caption=row.process.name)
    return Section(row.process.name, body, f"process-{row.process.id}")


def _counted(item: Count, site: Site) -> str:
    name = site.label(f"standards.approach.counts.{item.what}")
    if item.of is None:
        return site.label("standards.approach.counted", name=name, count=item.count)
    return site.label("standards.approach.counted_of", name=name, count=item.count, of=item.of)
