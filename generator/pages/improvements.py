"""The register of improvements: where each came from, what was decided, and what it changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from generator.evaluation.follow_up import State, state_of_answer
from generator.evaluation.improvement_trail import changes_by_improvement
from generator.model.control import Change
from generator.model.improvement import Improvement, ImprovementSource
from generator.model.process import Process
from generator.pages.changes import version_anchor
from generator.pages.control import day, due_day
from generator.pages.links import Links
from generator.pages.markup import literal
from generator.pages.mentions import in_words
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import (
    effect_values,
    known,
    register_page,
    state_mark,
    yes_or_no,
)
from generator.pages.sections import Section, bullets, facts
from generator.pages.tables import table
from generator.pages.terms import linked

_TEXTS = ("text", "decision", "action")
_DAYS = ("submitted", "decided", "done")
_ROLES = ("decided_by", "owner")
_PROPOSAL = ("number", "text", "source", "because", "state", "submitted")
_DECISION = ("decision", "accepted", "decided", "decided_by")
_WORK = ("action", "owner", "due", "done")
_EFFECT = tuple(f"effect.{key}" for key in ("due", "by", "done", "effective", "result"))

_NOT_ASKED = frozenset({"accepted"})
"""What tells no more than the decision does, as long as it is not known."""


def improvement_pages(site: Site) -> Iterator[Page]:
    """The one page of all improvements.

    ISO 9001:2015, 10.1 and 10.3: opportunities for improvement are chosen and carried out.
    """
    links = Links(site, site.addresses.page("improvements"))
    yield register_page(links, "improvements", "improvement", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    found, label = links.site.handbook.improvements.values(), links.site.label
    if not found:
        return
    yield Section(label("improvements.overview"), _overview(found, links), "overview")
    caused = changes_by_improvement(links.site.handbook)
    each = Markup("").join(_improvement(item, caused.get(item.id, ()), links) for item in found)
    yield Section(label("improvements.each"), each, "each")


def _overview(found: Iterable[Improvement], links: Links) -> Markup:
    """Every improvement in a line."""
    site = links.site
    keys = ("name", "number", "source", "submitted", "decided", "state", "owner", "due")
    columns = site.labels("improvements", *keys)
    rows = [_line(item, keys[1:], links) for item in found]
    caption = site.label("improvements.overview")
    return table(site, columns, rows, caption=caption, sortable=True)


def _line(item: Improvement, keys: Sequence[str], links: Links) -> tuple[object, ...]:
    origins = Origins(item, links, listed=False)
    shown = _values(item, links)
    name = links.to(f"improvement:{item.id}") + origins.mark("name")
    return (name, *(_value(key, shown[key], origins) for key in keys))


def _value(key: str, shown: object, origins: Origins) -> Markup:
    """A value with its origin; how far an improvement is, is computed and has none."""
    if key == "state" and isinstance(shown, Markup):
        return shown
    return known(key, shown, origins)


def _improvement(
    item: Improvement, caused: Sequence[tuple[Process, Change]], links: Links
) -> Markup:
    """One improvement from the proposal to its effect."""
    site, origins = links.site, Origins(item, links, listed=False)
    shown = _values(item, links)
    rows = [(_name(key, site), _value(key, shown[key], origins)) for key in _told(item, shown)]
    noted = noted_briefly(f"improvement:{item.id}", item, links)
    rows.append((site.label("improvements.changes"), _changes(caused, links)))
    rows.append((site.label("improvements.noted"), noted))
    head = Markup("<h3>{}{}</h3>").format(literal(item.name), origins.mark("name"))
    make = Markup('<div class="advice" id="improvement-{}">{}{}</div>').format
    return make(item.id, head, facts(rows))


def _name(key: str, site: Site) -> str:
    return site.label(f"improvements.{key.replace('.', '_')}")


def _told(item: Improvement, shown: Mapping[str, object]) -> Iterator[str]:
    """What is there, and what is still open of what came so far and of what comes next."""
    asked = _asked(item)
    for key in (*_PROPOSAL, *_DECISION, *_WORK, *_EFFECT):
        if shown[key] is not None or key in asked:
            yield key


def _asked(item: Improvement) -> frozenset[str]:
    """What should be known by now, or be known next."""
    asked = {*_PROPOSAL, *_DECISION} - _NOT_ASKED
    if item.source is ImprovementSource.SUGGESTION:  # an idea of an employee needs no other cause
        asked -= {"because"}
    if state_of_answer(item) is State.REJECTED:
        return frozenset(asked)
    if item.is_decided or item.done:
        asked |= {*_WORK}
    return frozenset(asked | {*_EFFECT} if item.done else asked)


def _values(item: Improvement, links: Links) -> Mapping[str, object]:
    """The values of an improvement as a page shows them; None where there is none."""
    site = links.site
    found: dict[str, object] = {
        key: linked(text, links) if (text := getattr(item, key)) else None for key in _TEXTS
    }
    for key in _DAYS:
        found[key] = day(when) if (when := getattr(item, key)) else None
    for key in _ROLES:
        found[key] = links.to(f"role:{role}") if (role := getattr(item, key)) else None
    return found | {
        "number": _number(item),
        "source": site.label(f"improvementsource.{item.source}") if item.source else None,
        "because": in_words(item.because, links) or None,
        "state": state_mark(state_of_answer(item), site),
        "accepted": yes_or_no(site, answer=item.accepted),
        "due": _due(item, site),
        **effect_values(item.effect, links),
    }


def _number(item: Improvement) -> Markup | None:
    """The number in the system that deals with it, as a link there when its address is known."""
    if item.url is None:
        return literal(item.number) if item.number else None
    words = literal(item.number or item.url)
    return Markup('<a href="{}">{}</a>').format(literal(item.url), words)


def _due(item: Improvement, site: Site) -> Markup | None:
    """When it has to be ready; only what is still open can be late."""
    if item.due is None:
        return None
    is_open = state_of_answer(item) is State.OPEN
    return due_day(item.due, site) if is_open else day(item.due)


def _changes(caused: Sequence[tuple[Process, Change]], links: Links) -> Markup:
    """The lines of the change logs that name the improvement, each with its version."""
    return bullets(
        Markup("{}: {}").format(_version(process, line, links), literal(line.what))
        for process, line in caused
    )


def _version(process: Process, line: Change, links: Links) -> Markup:
    words = links.site.label("improvements.change", process=process.name, version=line.version)
    address = links.address(f"process:{process.id}")
    anchor = version_anchor(line.version)
    return Markup('<a href="{}#{}">{}</a>').format(address, anchor, literal(words))
