"""The page of a process: who does what, in which order, and everything an auditor asks about it."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.addresses import step_anchor
from generator.control.reviews import next_review
from generator.history.known import in_force, known_versions
from generator.model.process import Process
from generator.pages import brief, control, measures, notes, resources, responsibilities
from generator.pages.architecture import link_to_architecture
from generator.pages.card import card_address
from generator.pages.changes import process_log
from generator.pages.clauses_of import process_clauses
from generator.pages.connections import connection_table
from generator.pages.links import Links, relative
from generator.pages.markup import render
from generator.pages.named_by import named_in
from generator.pages.origins import Origins, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.steps import steps
from generator.pages.tallies import tallies
from generator.pages.text_alternative import figure

DIAGRAMS = ("use-case", "process", "activity")
"""The kinds of diagram a process has, in the order of the page."""


_TOLD_ELSEWHERE = ("Bottleneck.process", "Bottleneck.steps", "coverage")
"""What names a process in a section of its own."""


def process_pages(site: Site) -> Iterator[Page]:
    """One page for every process of the handbook."""
    for process in site.handbook.processes.values():
        yield process_page(process, site)


def process_page(process: Process, site: Site) -> Page:
    """The page of one process."""
    reference = f"process:{process.id}"
    path = site.addresses.source(reference) or ""
    links = Links(site, path)
    content = render(
        "process.md.j2",
        process=process,
        links=links,
        origins=Origins(process, links),
        label=site.label,
        open=still_open(site),
        first_step=step_anchor(process.steps[0].id),
        card=relative(card_address(process, site), path) if process.emergency_card else None,
        **_in_short(process, links),
        **_sections(process, links),
        **_control(process, links),
    )
    return Page(path, process.name, content, site.file(reference))


def _in_short(process: Process, links: Links) -> dict[str, object]:
    return {
        "results": brief.results(process, links),
        "time_norms": brief.time_norms(process, links, short=True),
        "escalations": brief.escalations(process, links, short=True),
        "facts": brief.facts(process, links),
        "tallies": tallies(process.tallies, links),
    }


def _sections(process: Process, links: Links) -> dict[str, object]:
    return {
        "steps": steps(process, links),
        "figures": _figures(process, links.site),
        "responsible": list(responsibilities.fields(process, links)),
        "by_step": responsibilities.by_step(process, links),
        "documents": resources.documents(process, links),
        "records": resources.records(process, links),
        "systems": resources.systems(process, links) + link_to_architecture(process, links),
        "connections": connection_table(process, links),
        "kpis": measures.kpis(process, links),
        "bottlenecks": measures.bottlenecks(process, links),
        "clauses": process_clauses(process, links),
        "named_in": named_in(f"process:{process.id}", links, without=_TOLD_ELSEWHERE),
    }


def _control(process: Process, links: Links) -> dict[str, object]:
    site = links.site
    review = next_review(process, site.handbook)
    touching = site.handbook.notes_by_reference.get(f"process:{process.id}", ())
    return {
        "decisions": notes.decisions(touching, links),
        "resolved": notes.resolved(touching, links),
        "origin_list": control.origin_list(Origins(process, links), name=process.name),
        "source": source_lines(process.lines, site),
        "changes": process_log(process, links),
        "record": control.control_record(process, links),
        "instead": _in_force_instead(process, site),
        "state": control.state(process.document.status, site),
        "next_review": control.due_day(review, site) if review else None,
    }


def _in_force_instead(process: Process, site: Site) -> str | None:
    """The version that is in force when it is not the one on the page."""
    found = in_force(known_versions(process, site.history))
    return found.version if found and found.version != process.document.version else None


def _figures(process: Process, site: Site) -> list[tuple[str, Markup]]:
    """The diagrams that were made, each with the key of its heading."""
    found = [(kind, figure(f"{kind}-{process.id}", site)) for kind in DIAGRAMS]
    return [(kind, shown) for kind, shown in found if shown]
