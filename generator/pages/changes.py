"""The change log on a page: of one process, and of the whole handbook with ways to choose."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.diff import Change, told
from generator.history import Commit, HistoryState
from generator.model import control
from generator.model.identifiers import RoleId
from generator.model.process import Process
from generator.pages.change_log import Concerned, Entry, all_entries, entries
from generator.pages.control import commit_name, day
from generator.pages.links import Links
from generator.pages.markup import joined, literal, macros
from generator.pages.origins import source_lines
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page

FIRST = 10
"""How many differences of a version are shown when it is unfolded; the rest is folded again."""

MOST = 100
"""How many differences of a version the page of the whole handbook holds."""

IN_ALL = 2000
"""How many differences that page holds in all: the newest; a process's own page has the rest."""


@dataclass(frozen=True)
class _Log:
    """What a change log is made with: of one process when it ``is_own`` page."""

    links: Links
    is_own: bool

    @property
    def site(self) -> Site:
        """The site that the page is of."""
        return self.links.site


def changes_page(site: Site) -> Page:
    """The change log of the whole handbook."""
    here = site.addresses.page("changes")
    log = _Log(Links(site, here), is_own=False)
    found = all_entries(site.handbook, site.history)
    concerned = Concerned(site.handbook)
    roles = [concerned.roles(entry) for entry in found]
    body = Markup("").join([_filters(found, roles, site), _entries(found, roles, log)])
    return sections_page(
        site,
        here,
        site.label("site.changes"),
        lead=joined([site.label("versions.log.lead"), *state_note(site, "changes")], " "),
        sections=[Section(site.label("site.allchanges"), body if found else Markup(""))],
    )


def process_log(process: Process, links: Links) -> Markup:
    """The change log of one process, for its own page; empty when nothing is known of it."""
    found = entries(process, links.site.history)
    if not found:
        return Markup("")
    notes = (Markup("<p>{}</p>").format(note) for note in state_note(links.site, "changes"))
    log = _entries(found, [()] * len(found), _Log(links, is_own=True))
    return Markup("").join([*notes, log])


def state_note(site: Site, page: str) -> list[Markup]:
    """What a page has to say about a history that is not whole; nothing when it is."""
    state = site.history.state
    if state is HistoryState.WHOLE:
        return []
    return [literal(site.label(f"versions.state.{page}.{state}"))]


def differences(
    changes: Sequence[Change], links: Links, *, most: int = MOST, elsewhere: str = ""
) -> Markup:
    """Changes in sentences: the first ones shown, the others folded.

    Args:
        changes: what changed.
        links: the page and its words.
        most: how many sentences there are at most.
        elsewhere: the address of the page that has the others.
    """
    sentences = [literal(told(change, links.site.language)) for change in changes[:most]]
    return macros("log.md.j2", "differences")(
        shown=sentences[:FIRST],
        rest=sentences[FIRST:],
        left=len(changes) - len(sentences),
        elsewhere=elsewhere,
        label=links.site.label,
    )


def version_anchor(version: str, *, is_since: bool = False) -> str:
    """The anchor of a version in the change log of its process's page."""
    return f"since-{version}" if is_since else f"version-{version}"


def _filters(found: Iterable[Entry], roles: Iterable[Iterable[RoleId]], site: Site) -> Markup:
    """The ways to choose: only processes and roles that the page has changes of."""
    processes = {entry.process.id: entry.process.name for entry in found}
    concerned = {role for several in roles for role in several}
    names = [(role, site.handbook.roles[role].name) for role in concerned]
    make = macros("log.md.j2", "filters")
    return make(
        processes=sorted(processes.items(), key=_by_name),
        roles=sorted(names, key=_by_name),
        label=site.label,
    )


def _by_name(item: tuple[str, str]) -> tuple[str, str]:
    return item[1].casefold(), item[0]


def _entries(found: Sequence[Entry], roles: Sequence[Sequence[RoleId]], log: _Log) -> Markup:
    shown, left = [], IN_ALL
    for entry, of in zip(found, roles, strict=True):
        count = len(entry.found or ())
        most = count if log.is_own else min(count, MOST, left)
        left -= most
        shown.append(_entry(entry, of, log, most))
    return macros("log.md.j2", "log")(entries=shown, label=log.site.label)


def _entry(entry: Entry, roles: Sequence[RoleId], log: _Log, most: int) -> dict[str, object]:
    found = entry.found or ()
    return {
        "id": _anchor(entry) if log.is_own else None,
        "process": entry.process.id,
        "roles": " ".join(roles),
        "date": entry.date.isoformat() if entry.date else "",
        "head": list(_head(entry, log)),
        "lines": [_line(line, log.links) for line in entry.lines],
        "remarks": list(_remarks(entry, log.site)),
        "count": len(found),
        "found": differences(found, log.links, most=most, elsewhere=_own_address(entry, log.links)),
    }


def _anchor(entry: Entry) -> str:
    return version_anchor(entry.version, is_since=entry.is_since)


def _own_address(entry: Entry, links: Links) -> str:
    """Where the entry stands in the change log of its process."""
    return f"{links.address(f'process:{entry.process.id}')}#{_anchor(entry)}"


def _head(entry: Entry, log: _Log) -> Iterator[Markup]:
    if not log.is_own:
        yield log.links.to(f"process:{entry.process.id}")
    key = "since" if entry.is_since else "version"
    words = literal(log.site.label(f"versions.log.{key}", version=entry.version))
    if log.is_own:
        yield Markup("<strong>{}</strong>").format(words)
    else:
        yield Markup('<a href="{}">{}</a>').format(_own_address(entry, log.links), words)
    if not entry.lines and entry.date:
        yield day(entry.date)


def _line(line: control.Change, links: Links) -> dict[str, object]:
    notes = joined(links.to(f"note:{note}", note) for note in line.notes)
    what = [literal(line.what), source_lines(line.lines, links.site), notes, _cause(line, links)]
    return {
        "kind": links.site.label(f"changekind.{line.kind}"),
        "day": day(line.date),
        "what": joined([part for part in what if part], " "),
    }


def _cause(line: control.Change, links: Links) -> Markup:
    """The improvement that caused a line, as a link; empty when none is named."""
    if line.improvement is None:
        return Markup("")
    words = literal(links.site.label("improvements.caused"))
    return Markup('<span class="aside">{} {}</span>').format(
        words, links.to(f"improvement:{line.improvement}")
    )


def _remarks(entry: Entry, site: Site) -> Iterator[Markup]:
    """What git says about the entry, and what is missing of one side of the join."""
    if entry.commit:
        yield _commit(entry.commit, site)
    if entry.remark:
        yield literal(site.label(f"versions.log.{entry.remark}"))
    if entry.commit and entry.found is None:
        yield literal(site.label("versions.log.unknown"))
    elif entry.commit and not entry.found and not entry.is_first:
        yield literal(site.label("versions.log.nothing"))


def _commit(commit: Commit, site: Site) -> Markup:
    name = commit_name(commit, site)
    return Markup("{}.").format(
        literal(site.label("versions.log.commit", commit=name, date=commit.date.isoformat()))
    )
