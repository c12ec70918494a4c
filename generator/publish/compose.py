"""The releases put into the site of today, each page with the bar that says what it is worth.

What a release is worth changes with every version that comes after it, so the bars are not
part of the releases in the cache: pages carry a place for them, which is filled in here.
"""

import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup, escape

from generator.addresses import html_of
from generator.language import Language, language
from generator.model.control import Release, Status
from generator.pages.markup import literal
from generator.pages.page import Site
from generator.publish.facts import Facts, ProcessFacts
from generator.publish.insert import html_files
from generator.publish.manifest import MANIFEST, Manifest, write_manifest
from generator.publish.release_bar import (
    Bar,
    Edition,
    controlled_bar,
    file_style,
    plain_bar,
    present_bar,
    released_bar,
    targets,
    way,
)
from generator.publish.standing import Known, known_versions, present_names, standing

_PLACE = re.compile(r"<!--release-->.*?<!--/release-->", re.DOTALL)
"""The place of the bar; what it holds in a published page is replaced as well."""

_BODY = re.compile(r"<body\b[^>]*>")
_IN_LIST = re.compile(r'<span data-release-(link|state)="([a-z0-9-]+)">(.*?)</span>')
_ERROR_PAGE = "404.html"


@dataclass(frozen=True)
class Placed:
    """A release, where its site is now (None: it is not here), and why that is all there is."""

    release: Release
    folder: Path | None
    facts: Facts | None
    why: str = ""


@dataclass(frozen=True)
class _Composition:
    """Everything that the bars of one site are made from."""

    editions: Sequence[Edition]
    present: Facts
    names: Mapping[str, str]
    """The present identifier of each process by an earlier one."""
    known: Known
    current: str
    """The page of today that answers whether a version is in force."""


def compose(site: Path, placed: Sequence[Placed], around: Site, present: Facts) -> None:
    """Puts every release that is here into the folder of a site, and fills in all bars.

    Args:
        site: the built site of today; changed.
        placed: the releases.
        around: what the site of today was made from.
        present: its facts.

    Raises:
        FileExistsError: when a page of today stands where a release has to be.
    """
    if not placed:
        return
    folder = around.label("releases.folder")
    here = sorted(
        ((item, facts) for item in reversed(placed) if item.folder and (facts := item.facts)),
        key=lambda pair: pair[0].release.date,
        reverse=True,
    )
    today = Edition(around.label("releases.bar.present"), "", "", _pages(site))
    releases = [_edition(item, folder) for item, _ in here]
    whole = _Composition(
        (today, *releases),
        present,
        present_names(around.history),
        known_versions(present, (facts for _, facts in here), around.history),
        _address(around, "current"),
    )
    for edition, (item, facts) in zip(releases, here, strict=True):
        _put(item, facts, edition, site / edition.folder, whole)
    _fill_list(site, placed, around)
    if releases:
        _fill_present(site, today, whole, around.language)


def _edition(item: Placed, folder: str) -> Edition:
    release, place = item.release, item.folder or Path()
    name, date = release.name, release.date.isoformat()
    return Edition(name, date, f"{folder}/{release.id}/", _pages(place))


def _pages(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in html_files(folder))


def _put(item: Placed, facts: Facts, edition: Edition, target: Path, whole: _Composition) -> None:
    """Puts one release into the site: its pages written anew, its other files shared."""
    if target.exists():
        message = f"{edition.folder}: a page of the handbook is in the way of a release"
        raise FileExistsError(message)
    source, words = item.folder or Path(), language(facts.language)
    controlled = {page: key for key, process in facts.processes.items() for page in process.pages}
    for name in _files(source):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        if name in edition.pages:
            identifier = controlled.get(name)
            bar = (
                _controlled(item.release, identifier, facts, edition.folder + name, whole)
                if identifier
                else plain_bar(item.release, words)
            )
            text = _by_present_names((source / name).read_text(encoding="utf-8"), whole)
            lines = targets(name, edition, whole.editions)
            _write(target / name, _released(text, bar, lines, words))
        elif name != MANIFEST:
            _share(source / name, target / name)
    about = Manifest(facts.title, facts.language, facts.commit, item.release.id)
    write_manifest(target, about)


def _by_present_names(text: str, whole: _Composition) -> str:
    """A page whose question whether it is in force names its process as it is called today."""
    question = re.compile(rf"{re.escape(whole.current)}#([a-z0-9-]+)@")

    def named(match: re.Match[str]) -> str:
        return f"{whole.current}#{whole.names.get(match[1], match[1])}@"

    return question.sub(named, text)


def _controlled(
    release: Release, identifier: str, facts: Facts, page: str, whole: _Composition
) -> Bar:
    process = facts.processes[identifier]
    name = whole.names.get(identifier, identifier)
    now = whole.present.processes.get(name)
    found = standing(process, now, whole.known.get(name, frozenset()))
    address = way(_first_page(now), page) if now and now.pages else None
    return controlled_bar(
        release, process, found, language(facts.language), now=now, address=address
    )


def _first_page(process: ProcessFacts) -> str:
    return process.pages[0]


def _released(text: str, bar: Bar, lines: Sequence[object], words: Language) -> str:
    """A page of a release with its bar; a file that stands by itself gets one without links."""
    if _PLACE.search(text):
        return _filled(text, released_bar(bar, lines, words))  # type: ignore[arg-type]
    alone = file_style() + released_bar(replace(bar, address=None), (), words)
    return _BODY.sub(lambda match: match[0] + _marked(alone), text, count=1)


def _fill_present(site: Path, today: Edition, whole: _Composition, words: Language) -> None:
    for name in sorted(today.pages - {_ERROR_PAGE}):
        text = (site / name).read_text(encoding="utf-8")
        if _PLACE.search(text):
            lines = targets(name, today, whole.editions)
            _write(site / name, _filled(text, present_bar(lines, words)))


def _fill_list(site: Path, placed: Sequence[Placed], around: Site) -> None:
    """Tells on the page of the releases where each can be read, and what it holds."""
    page = _address(around, "releases")
    path, folder = site / page, around.label("releases.folder")
    by_name = {str(item.release.id): item for item in placed}
    if not path.is_file():
        return

    def filled(match: re.Match[str]) -> str:
        item = by_name.get(match[2])
        if item is None:
            return match[0]
        if match[1] == "state":
            return str(_state(item, around))
        address = way(f"{folder}/{item.release.id}/index.html", page)
        return f'<a href="{escape(address)}">{match[3]}</a>' if item.folder else match[3]

    _write(path, _IN_LIST.sub(filled, path.read_text(encoding="utf-8")))


def _state(item: Placed, around: Site) -> Markup:
    label = around.label
    if item.facts is None:
        return literal(label("releases.not_here", why=item.why))
    processes = item.facts.processes.values()
    approved = sum(item.approved and item.status is Status.APPROVED for item in processes)
    told = [
        label(
            "releases.counted",
            processes=len(processes),
            approved=approved,
            others=len(processes) - approved,
        )
    ]
    if item.facts.left_out:
        told.append(label("releases.left_out", count=len(item.facts.left_out)))
    if item.why:
        told.append(label("releases.taken_over", why=item.why))
    return literal("; ".join(told))


def _address(around: Site, page: str) -> str:
    return html_of(around.addresses.page(page))


def _filled(text: str, bar: Markup) -> str:
    return _PLACE.sub(lambda _: _marked(bar), text, count=1)


def _marked(bar: Markup) -> str:
    return f"<!--release-->{bar}<!--/release-->"


def _files(folder: Path) -> Iterator[str]:
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return iter(sorted(path.relative_to(folder).as_posix() for path in found))


def _share(source: Path, target: Path) -> None:
    """The same file in two places; a copy where the file system knows no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)  # never through a hard link
    path.write_text(text, encoding="utf-8", newline="\n")
