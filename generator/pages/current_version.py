"""The answer to whoever holds a print or copy: is this the version in force?

The list answers by itself, without a script: a link from a page leads to its own version in
it. The page's script turns the same list into one sentence.
"""

import json
from collections.abc import Mapping

from markupsafe import Markup

from generator.history.known import (
    KnownVersion,
    Standing,
    in_force,
    is_certain,
    known_versions,
    newest_concept,
)
from generator.model.control import Status
from generator.model.identifiers import ProcessId
from generator.model.process import Process
from generator.pages.changes import state_note
from generator.pages.control import day, state
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.tables import table

_SENTENCES = (
    *("yes", "later", "no", "other", "force", "no_force", "no_force_known", "stands", "newer"),
    *("withdrawn", "unknown_version", "unknown_document"),
)
"""The sentences that the script puts an answer together from."""


def current_version_page(site: Site) -> Page:
    """Which version of each process is in force, and every version that is known."""
    here = site.addresses.page("current")
    links = Links(site, here)
    known = {
        process.id: known_versions(process, site.history)
        for process in site.handbook.processes.values()
    }
    said = joined([site.label("versions.current.lead"), *state_note(site, "current")], " ")
    return sections_page(
        site,
        here,
        site.label("versions.page.current"),
        lead=said + _answer(known, site),
        sections=[Section(site.label("versions.current.list"), _list(known, links), "versions")],
    )


def _list(known: Mapping[ProcessId, tuple[KnownVersion, ...]], links: Links) -> Markup:
    site = links.site
    rows = [_row(site.handbook.processes[key], known[key], links) for key in known]
    columns = [site.label("versions.reviews.document")]
    columns += site.labels("versions.current", "in_force", "concept", "known")
    caption = site.label("versions.current.list")
    return table(site, columns, rows, caption=caption) if rows else Markup("")


def _answer(known: Mapping[ProcessId, tuple[KnownVersion, ...]], site: Site) -> Markup:
    """Where the script says its sentence, with the words and the list that it needs."""
    documents = {
        key: {
            "title": site.handbook.processes[key].name,
            "force": force.version if (force := in_force(versions)) else None,
            "from": force.effective.isoformat() if force and force.effective else None,
            "concept": concept.version if (concept := newest_concept(versions)) else None,
            "certain": is_certain(versions),
            "withdrawn": versions[-1].standing is Standing.WITHDRAWN,
            "versions": {item.version: item.standing for item in versions},
        }
        for key, versions in known.items()
    }
    words = {key: site.label(f"versions.current.{key}") for key in _SENTENCES}
    standing = {item: site.label(f"versions.standing.{item}") for item in Standing}
    data = {"documents": documents, "words": words, "standing": standing}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(
        '<div class="answer-box" role="status" aria-live="polite" data-versions="{}"></div>'
    ).format(literal(text))


def _row(process: Process, versions: tuple[KnownVersion, ...], links: Links) -> tuple[object, ...]:
    concept = newest_concept(versions)
    return (
        links.to(f"process:{process.id}"),
        _in_force(versions, links.site),
        literal(concept.version) if concept else None,
        Markup("").join(_known(process, item, links.site) for item in reversed(versions)),
    )


def _in_force(versions: tuple[KnownVersion, ...], site: Site) -> Markup:
    if versions[-1].standing is Standing.WITHDRAWN:
        return literal(site.label("versions.standing.withdrawn"))
    found = in_force(versions)
    if found is None:
        key = "none" if is_certain(versions) else "none_known"
        return literal(site.label(f"versions.current.{key}"))
    strong = Markup("<strong>{}</strong>")
    if found.effective is None:
        return strong.format(literal(found.version))
    blanks = {"version": found.version, "date": found.effective.isoformat()}
    return strong.format(literal(site.label("versions.current.from", **blanks)))


_LOOKS = {
    Standing.IN_FORCE: Status.APPROVED,
    Standing.REPLACED: Status.OBSOLETE,
    Standing.WITHDRAWN: Status.OBSOLETE,
}
"""The status that a version looks like now; the others look like what they were."""


def _known(process: Process, item: KnownVersion, site: Site) -> Markup:
    """One version, with the anchor that the question about it leads to."""
    words = site.label(f"versions.standing.{item.standing}")
    look = _LOOKS.get(item.standing, item.status)
    said = [
        Markup("<strong>{}</strong>").format(literal(item.version)),
        state(look, site, words) if look else literal(words),
        day(item.day) if item.day else None,
    ]
    return Markup('<p class="known" id="{}">{}</p>').format(
        literal(f"{process.id}@{item.version}"), joined([part for part in said if part], " ")
    )
