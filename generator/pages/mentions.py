"""Where the processes mention a role or a system outside the plain steps."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from generator.model.handbook import slug
from generator.model.process import Activity, BusinessObject, Process, Step
from generator.model.quality import Bottleneck
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import thing, with_lines
from generator.pages.sections import bullets
from generator.pages.terms import linked


def processes_where(wanted: Callable[[Process], bool], links: Links) -> Markup:
    """Links to the processes for which something holds, in a row."""
    processes = links.site.handbook.processes.values()
    return joined(links.to(f"process:{item.id}") for item in processes if wanted(item))


def steps_where(wanted: Callable[[Step], bool], links: Links) -> Markup:
    """Links to the steps for which something holds, each after its process."""
    return bullets(
        at_step(process, step, links)
        for process in links.site.handbook.processes.values()
        for step in process.steps
        if wanted(step)
    )


def activities_where(wanted: Callable[[Activity], bool], links: Links) -> Markup:
    """The work between steps for which something holds, each with the step it follows."""
    return bullets(
        Markup("{} ({})").format(joined([activity.name]), at_step(process, step, links))
        for process in links.site.handbook.processes.values()
        for step in process.steps
        for activity in step.activities
        if wanted(activity)
    )


def at_step(process: Process, step: Step, links: Links) -> Markup:
    """A process and one of its steps, as links."""
    return Markup("{}: {}").format(links.to(f"process:{process.id}"), links.step(process, step))


def bottlenecks_where(wanted: Callable[[Bottleneck], bool], links: Links) -> Markup:
    """The reported problems for which something holds, each with its process."""
    return bullets(
        Markup("{} ({})").format(linked(item.text, links), links.to(f"process:{item.process}"))
        for item in links.site.handbook.bottlenecks.values()
        if wanted(item)
    )


def in_words(references: Iterable[str], links: Links) -> Markup:
    """Links to anything, a line each; what has no name of its own comes with its text."""
    found = [_in_words(reference, links) for reference in references]
    return bullets(found) if len(found) > 1 else joined(found)


def _in_words(reference: str, links: Links) -> Markup:
    found = links.site.handbook.find(reference)
    text = getattr(found, "text", None)
    named = any(getattr(found, key, None) for key in ("name", "title", "term"))
    if named or not isinstance(text, str):
        return thing(reference, links)
    return Markup("{}: {}").format(thing(reference, links), linked(text, links))


def links_to(kind: str, identifiers: Iterable[str], links: Links) -> Markup:
    """Links to several things of one kind, in a row."""
    return joined(links.to(f"{kind}:{identifier}") for identifier in identifiers)


def declared(name: str, links: Links) -> Markup:
    """Where a thing stands in the business process diagrams, and what is said of it there."""
    return bullets(
        _declaration(process, item, links)
        for process in links.site.handbook.processes.values()
        for item in process.objects
        if slug(item.name) == slug(name) and (item.place or item.explanation)
    )


def _declaration(process: Process, item: BusinessObject, links: Links) -> Markup:
    """``Process: control, supply [state]. What is said, lines 3-4``."""
    places = (links.site.label(f"place.{place}") for place in item.place)
    states = [Markup('<span class="state">[{}]</span>').format(literal(s)) for s in item.states]
    said = with_lines(item.explanation, item.lines, links)
    words = [joined(places), *states, said]
    return Markup("{}: {}").format(
        links.to(f"process:{process.id}"), joined([word for word in words if word], " ")
    )
