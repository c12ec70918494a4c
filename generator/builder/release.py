"""The site of one release: from the files of its commit, by the generator of today.

The rules are not run on it: what was once released was once accepted. Only what cannot be
read, or no longer be shown, stops it; then the release is not here, and the build goes on.
"""

import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.addresses import html_of
from generator.builder.running import CONFIGURATION, configured, run_mkdocs
from generator.exports.handbook_json import handbook_json
from generator.exports.measurements_csv import measurement_files
from generator.history import History
from generator.language import language
from generator.load import load
from generator.load.chapters import ChapterText, read_chapters
from generator.load.git import NoVersionError, version
from generator.mkdocs_plugin import OfRelease
from generator.model.control import Release
from generator.model.finding import Finding, Severity
from generator.pages import navigation, of_today, released_pages_of, site_of
from generator.pages.chapter_check import check_chapters
from generator.pages.markup import front_matter, literal
from generator.pages.page import Site
from generator.pipeline import EXPORT, Prepared, files_of_registers
from generator.publish.facts import FACTS, Facts, facts_of
from generator.publish.manifest import Manifest, write_manifest
from generator.publish.release_cache import enter, half
from generator.publish.site import pictures

_NOT_IN_RELEASES = ("404.html", "assets/javascripts/workers", "assets/javascripts/lunr")
"""What MkDocs and its theme write that is of no use without a server or a search."""


@dataclass(frozen=True, slots=True)
class Made:
    """How making a release ended: ``why`` it could not be made, a label with its blanks."""

    why: str = ""
    details: tuple[tuple[str, str], ...] = ()


class _CannotShowError(Exception):
    """The files of a commit do not make a handbook for today's generator."""


@dataclass(frozen=True)
class Order:
    """A release that is to be made, and all that it is made from but the files of its commit."""

    root: Path
    """The repository."""
    release: Release
    place: Path
    """Where it enters the cache, whole."""
    language_around: str
    """The language of the site that the release will be in."""
    past: History
    """What its pages tell of the past."""


def make_release(order: Order) -> Made:
    """Makes the site of a release and lets it enter the cache; runs in a process of its own."""
    try:
        with version(order.root, order.release.commit) as folder:
            _make(order, folder)
    except NoVersionError:
        return Made("no_commit", (("commit", order.release.commit),))
    except _CannotShowError as error:
        return Made("unreadable", (("problem", str(error)),))
    except Exception as error:
        # The words of an error may name folders of this machine: they are told, not published.
        print(f"{order.release.id}: {error}", file=sys.stderr)
        return Made("not_shown", (("problem", type(error).__name__),))
    finally:
        shutil.rmtree(half(order.place), ignore_errors=True)
    return Made()


def _make(order: Order, folder: Path) -> None:
    target, release = half(order.place), order.release
    shutil.rmtree(target, ignore_errors=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    prepared, facts = _prepared(folder, order)
    addresses = prepared.site.addresses
    around = replace(addresses, language=language(order.language_around))
    living = {html_of(addresses.page(name)): html_of(around.page(name)) for name in of_today()}
    config = configured(order.root / CONFIGURATION, release=True)
    run_mkdocs(config, prepared, target, release=OfRelease(pictures(order.root), living))
    for name in _NOT_IN_RELEASES:
        _remove(target / name)
    (target / FACTS).write_text(facts.text(), encoding="utf-8", newline="\n")
    write_manifest(target, Manifest(facts.title, facts.language, release.commit, release.id))
    enter(order.place)


def _prepared(folder: Path, order: Order) -> tuple[Prepared, Facts]:
    loaded = load(folder)
    if loaded.handbook is None:
        errors = [item for item in loaded.findings if item.severity is Severity.ERROR]
        raise _CannotShowError(_told(errors))
    site = replace(site_of(loaded.handbook), history=order.past)
    chapters, _ = read_chapters(folder)
    bad = {item.position.file for item in check_chapters(chapters, site)}
    left_out = tuple(chapter for chapter in chapters if chapter.file in bad)
    written = {chapter.path for chapter in chapters}
    pages = released_pages_of(site, written=written)
    files: dict[str, str | bytes] = {path: page.content for path, page in pages.items()}
    files |= {chapter.path: _notice(chapter, site) for chapter in left_out}
    files[EXPORT] = handbook_json(site.handbook, site.addresses)
    files |= files_of_registers(site)
    files |= measurement_files(site.handbook)
    menu = navigation(site.handbook, site.language, site.addresses, pages, written=written)
    kept = tuple(chapter for chapter in chapters if chapter not in left_out)
    names = tuple(chapter.path for chapter in left_out)
    facts = facts_of(site, pages, commit=order.release.commit, left_out=names)
    return Prepared(folder, site, kept, pages, files, menu), facts


def _told(errors: Iterable[Finding]) -> str:
    first = next(iter(errors), None)
    return f"{first.position.file}:{first.position.line} {first.code}" if first else ""


def _notice(chapter: ChapterText, site: Site) -> str:
    """The page of a chapter that asks for what today's generator lacks: that it is left out."""
    titles: Mapping[str, str] = {
        str(item.file): item.title for item in site.handbook.chapters.values()
    }
    title = titles.get(chapter.path, chapter.path)
    notice = site.label("releases.chapter_left_out", file=chapter.file)
    return f"{front_matter(title=title)}# {literal(title)}\n\n<p>{literal(notice)}</p>\n"


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
