"""What stops when a system is down: the overview, and the part that every system's page has."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.evaluation.outage import Outage, outages
from generator.model.organisation import System
from generator.model.process import Process, Step
from generator.pages.card import card_address
from generator.pages.links import Links, relative
from generator.pages.markup import joined, literal
from generator.pages.mentions import links_to
from generator.pages.page import Page, Site
from generator.pages.sections import Section, facts, sections_page
from generator.pages.tables import Row, table


def outage_pages(site: Site) -> Iterator[Page]:
    """The one page on which all systems stand, the one that touches most steps first."""
    here = site.addresses.page("outage")
    links = Links(site, here)
    found = outages(site.handbook)
    touching = [item for item in found if not item.empty]
    yield sections_page(
        site,
        here,
        _label(site, "title"),
        lead=literal(_label(site, "lead")),
        sections=[
            Section(_label(site, "all"), _overview(touching, links), "systems"),
            Section(_label(site, "without"), _without(found, links), "without"),
        ],
        edit="organisation/systems.yml",
    )


def what_stops(outage: Outage, links: Links) -> Markup:
    """What the outage of one system touches, as names and values; it says when that is nothing."""
    site = links.site
    if outage.empty and not outage.connected:
        return Markup("<p>{}</p>").format(literal(_label(site, "nothing")))
    shown = {
        "falls": _systems(outage.falls, links),
        "processes": _processes(outage, links),
        "noticed": _noticed(outage, links),
        "records": _records(outage, links),
        "documents": links_to("document", [item.id for item in outage.documents], links),
        "kpis": links_to("kpi", [item.id for item in outage.kpis], links),
        "cards": _cards(outage.cards, links),
        "connected": links.systems(outage.connected),
    }
    make = Markup('<p class="aside">{} <a href="{}">{}</a></p>').format
    address = links.page("outage", f"outage-{outage.system.id}" if not outage.empty else "")
    lead = make(literal(_label(site, "derived")), address, literal(_label(site, "see_all")))
    return lead + facts((_label(site, f"fact.{key}"), value) for key, value in shown.items())


def _label(site: Site, path: str, /, **blanks: object) -> str:
    return site.label(f"outage.{path}", **blanks)


def _overview(found: Iterable[Outage], links: Links) -> Markup:
    site = links.site
    rows = [_row(outage, links) for outage in found]
    keys = ("system", "steps", "processes", "falls", "noticed", "also")
    columns = [_label(site, f"column.{key}") for key in keys]
    caption = _label(site, "all")
    return table(site, columns, rows, caption=caption, sortable=True) if rows else Markup("")


def _row(outage: Outage, links: Links) -> Row:
    system = outage.system
    return Row(
        (
            links.to(f"system:{system.id}"),
            str(len(outage.steps)),
            _touched(outage, links) or None,
            _systems(outage.falls, links) or None,
            links.roles(outage.noticed_by) or None,
            _also(outage, links.site),
        ),
        id=f"outage-{system.id}",
    )


def _touched(outage: Outage, links: Links) -> Markup:
    """The processes that are touched, and below them the emergency cards to work by."""
    processes = links_to("process", [item.id for item in outage.processes], links)
    if not outage.cards:
        return processes
    name = literal(_label(links.site, "fact.cards"))
    cards = _cards(outage.cards, links)
    return processes + Markup('<div class="aside">{}: {}</div>').format(name, cards)


def _also(outage: Outage, site: Site) -> str:
    """How much else is touched, sort by sort; a sort of which there is none is left out."""
    found = {"records": outage.records, "documents": outage.documents, "kpis": outage.kpis}
    counted = (
        _label(site, f"also.{sort}", count=len(items)) for sort, items in found.items() if items
    )
    return "; ".join(counted)


def _without(found: Iterable[Outage], links: Links) -> Markup:
    """The systems that nothing is known to need: that is not to say that nothing needs them."""
    systems = [outage.system for outage in found if outage.empty]
    if not systems:
        return Markup("")
    lead = literal(_label(links.site, "without_lead"))
    return Markup("<p>{}</p><p>{}</p>").format(lead, _systems(systems, links))


def _systems(found: Iterable[System], links: Links) -> Markup:
    return links.systems(item.id for item in found)


def _processes(outage: Outage, links: Links) -> Markup:
    """Each touched process with the numbers of its touched steps."""
    touched = [*outage.steps, *((process, step) for process, step, _ in outage.activities)]
    touched += [(process, step) for process, step, _ in outage.records]
    return joined(
        (
            _with_steps(process, [step for other, step in touched if other is process], links)
            for process in outage.processes
        ),
        "; ",
    )


def _with_steps(process: Process, steps: Iterable[Step], links: Links) -> Markup:
    kept = {step.id for step in steps}
    numbers = joined(
        links.step(process, step, text=links.site.label("step.number", number=number))
        for number, step in enumerate(process.steps, 1)
        if step.id in kept
    )
    return Markup("{} ({})").format(links.to(f"process:{process.id}"), numbers)


def _noticed(outage: Outage, links: Links) -> Markup:
    """Each role that has to do with it, and in how many steps."""
    return joined(
        (
            Markup("{} ({})").format(
                links.to(f"role:{role}"),
                literal(_count(links.site, len(steps))),
            )
            for role, steps in outage.noticed_by.items()
        ),
        "; ",
    )


def _count(site: Site, steps: int) -> str:
    return _label(site, "step" if steps == 1 else "several", count=steps)


def _records(outage: Outage, links: Links) -> Markup:
    """What cannot be recorded, process by process; what several steps record stands once."""
    found: dict[str, dict[str, Markup]] = {}
    for process, _, record in outage.records:
        what = links.object_in_state(record.what)
        found.setdefault(process.id, {})[str(record.what)] = what
    return joined(
        (
            Markup("{}: {}").format(links.to(f"process:{process}"), joined(items.values()))
            for process, items in found.items()
        ),
        "; ",
    )


def _cards(found: Iterable[Process], links: Links) -> Markup:
    return joined(
        Markup('<a href="{}">{}</a>').format(
            relative(card_address(process, links.site), links.here), literal(process.name)
        )
        for process in found
    )
