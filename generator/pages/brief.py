"""The heart of a process in a few lines: result, time limits, whom to turn to, good to know."""

from markupsafe import Markup

from generator.model.process import Place, Process, Stereotype
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import source_lines, still_open
from generator.pages.steps import decide, escalation


def results(process: Process, links: Links) -> list[Markup]:
    """What the process yields: its output objects with their states, people left out."""
    found: dict[str, list[str]] = {}
    for item in process.objects:
        if Place.OUTPUT in item.place and item.stereotype is not Stereotype.PEOPLE:
            found.setdefault(item.name, []).extend(item.states)
    return [_with_states(name, states, links) for name, states in found.items()]


def _with_states(name: str, states: list[str], links: Links) -> Markup:
    if not states:
        return links.named(name)
    words = joined((f"[{state}]" for state in dict.fromkeys(states)), ", ")
    return Markup('{} <span class="state">{}</span>').format(links.named(name), words)


def time_norms(process: Process, links: Links, *, short: bool = False) -> list[Markup]:
    """Every time limit, or that it is still to be decided; ``short`` names steps by number."""
    found = []
    for item in process.time_norms:
        norm = literal(item.norm) if item.norm else still_open(links.site)
        if item.decision:
            norm += Markup(" {}").format(decide(item.decision, process, links))
        found.append(
            literal(item.what)
            + Markup(": ")
            + norm
            + at_step(process, item.step, links, short=short)
        )
    return found


def escalations(process: Process, links: Links, *, short: bool = False) -> list[Markup]:
    """Whom to turn to and when, for the whole process and for single steps."""
    return [
        escalation(item, process, links) + at_step(process, item.step, links, short=short)
        for item in process.escalations
    ]


def facts(process: Process, links: Links) -> list[Markup]:
    """What is good to know, each with its step and its place in the source."""
    return [
        joined(
            [item.text, at_step(process, item.step, links), source_lines(item.lines, links.site)],
            " ",
        )
        for item in process.facts
    ]


def at_step(
    process: Process, identifier: str | None, links: Links, *, short: bool = False
) -> Markup:
    """A link to the step something belongs to; empty when it belongs to the whole process."""
    step = next((step for step in process.steps if step.id == identifier), None)
    if step is None:
        return Markup("")
    number = process.steps.index(step) + 1
    text = links.site.label("step.number", number=number) if short else None
    return Markup(' <span class="at">{}</span>').format(links.step(process, step, text))
