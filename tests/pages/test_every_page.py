"""What holds for every page together: complete, linked, in both languages, safe."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filled import filled
from generator.addresses import Addresses, measurements_file, register_files
from generator.diff import Change
from generator.language import LANGUAGES, language
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.organisation import Matrix
from generator.model.registers import REGISTERS
from generator.pages import pages_of
from generator.pages.chapter_macros import macros_for
from generator.pages.page import Page, Site
from hostile import texts_of, with_texts
from hostile_texts import HOSTILE
from reading import Reading, head, read

SHOWN_ELSEWHERE = {"Term.also", "UseCase.name", "UseCase.area", "Interface.party"}
"""Forms of a word, and what only a diagram or an interface without a process shows."""

OWN = ("http://", "https://", "mailto:")
STATIC = "fields.md"
"""The list of fields shows nothing of a handbook."""


def pages(handbook: Handbook, code: str = "en") -> dict[str, Page]:
    words = language(code)
    written = {chapter.file for chapter in handbook.chapters.values()}
    site = Site(handbook, words, Addresses(handbook, words), {})
    return pages_of(site, written=written)


def readings(handbook: Handbook) -> dict[str, Reading]:
    made = pages(handbook)
    return {path: read(page) for path, page in made.items() if not path.endswith(STATIC)}


def visible(text: str) -> str:
    """A text as a reader sees it: one blank for any white space, no control characters."""
    shown = "".join(c for c in " ".join(text.split()) if category(c) not in {"Cc", "Cs", "Cn"})
    return " ".join(shown.split())


@pytest.fixture(scope="module")
def full(library: Handbook) -> Handbook:
    """The library with a value in every field."""
    return filled(library)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("make", [lambda handbook: handbook, filled], ids=["sparse", "filled"])
def test_both_languages_have_a_word_for_everything(
    library: Handbook, make: Callable[[Handbook], Handbook], code: str
) -> None:
    made = pages(make(library), code)
    assert len(made) > len(library.roles) + len(library.systems)
    for page in made.values():
        if page.path.endswith(".md"):
            assert head(page)["title"]


def test_words_are_those_of_the_language(dutch_site: Site) -> None:
    made = pages(dutch_site.handbook, "nl")
    assert "Voert deze stappen uit" in read(made["functies/librarian.md"]).text


def test_an_empty_handbook_has_pages_too(library: Handbook) -> None:
    nothing: dict[str, Any] = {kind.name: {} for kind in _mappings(library)}
    empty = replace(library, **nothing, matrix=None, source_map=None)
    empty = replace(empty, risk_scale=None, scorecard=None)
    assert "index.md" in pages(empty)


def _mappings(handbook: Handbook) -> Iterator[Any]:
    for item in handbook.__dataclass_fields__.values():
        if isinstance(getattr(handbook, item.name), dict):
            yield item


@pytest.mark.parametrize("make", [lambda handbook: handbook, filled], ids=["sparse", "filled"])
def test_every_link_leads_somewhere(
    library: Handbook, make: Callable[[Handbook], Handbook]
) -> None:
    handbook = make(library)
    made = readings(handbook)
    anchors = {path.removesuffix(".md"): set(found.ids) for path, found in made.items()}
    anchors |= {chapter.file.removesuffix(".md"): set() for chapter in handbook.chapters.values()}
    anchors[f"document-control/{STATIC.removesuffix('.md')}"] = set()
    anchors |= {file: set() for name in REGISTERS for file in register_files(name).values()}
    anchors |= {measurements_file(kpi): set() for kpi in handbook.measurements}
    dead = [
        f"{path}: {link}"
        for path, found in made.items()
        for link in found.links
        if not link.startswith(OWN) and not _leads(link, path, anchors)
    ]
    assert dead == []


def _leads(link: str, here: str, anchors: dict[str, set[str]]) -> bool:
    target, _, anchor = link.partition("#")
    path = normpath(join(dirname(here), target)) if target else here
    page = path.removesuffix(".html") if path.removesuffix(".html") in anchors else path
    page = page.removesuffix(".md")
    return page in anchors and (not anchor or anchor in anchors[page])


def test_no_anchor_is_given_twice(full: Handbook) -> None:
    for path, found in readings(full).items():
        twice = {name for name in found.ids if found.ids.count(name) > 1}
        assert twice == set(), path


def test_every_text_of_the_handbook_stands_on_a_page(full: Handbook) -> None:
    """Nothing that somebody wrote gets lost between the YAML and the reader."""
    words = language("en")
    site = Site(full, words, Addresses(full, words), {})
    macros = macros_for(site, "x.md")
    of_organisation = [
        macros[name](field)
        for name, fields in {
            "statements": ("structure", "locations", "training", "audits", "improvement"),
            "services": ("services", "quality_criteria"),
            "list": ("target_groups",),
            "text": ("name", "full_name", "description", "mission"),
        }.items()
        for field in fields
    ]
    texts = [found.text for found in readings(full).values()]
    texts += [Reading(part).text for part in [*of_organisation, macros["consultations"]()]]
    shown = " ".join("\n".join(texts).split())
    lost = {
        place: text
        for place, text in texts_of(full)
        if place not in SHOWN_ELSEWHERE and visible(text) not in shown
    }
    assert lost == {}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_out_as_typed(library: Handbook, hostile: str) -> None:
    """Also in Jinja's and MkDocs' eyes: nothing of it is left as markup in the Markdown."""
    handbook = with_texts(library, lambda text: f"{text} {hostile}")
    for page in pages(handbook).values():
        for mark in ("<script", "{{", "{%", "{# ", "<img", "\x00", "\x1b"):
            assert mark not in page.content, (page.path, mark)
    name = f"librarian {hostile}"
    role = read(pages(handbook)["roles/librarian.md"])
    assert visible(name) in role.text
    assert not [link for link in role.links if ":" in link]


def test_hostile_text_changes_no_page_but_its_words(library: Handbook) -> None:
    plain = readings(with_texts(library, lambda text: f"{text} x"))
    hostile = " ".join(HOSTILE)
    wild = readings(with_texts(library, lambda text: f"{text} {hostile}"))
    assert _tags(wild) == _tags(plain)
    assert _leaving(wild) == _leaving(plain)
    anchors = {anchor for found in wild.values() for anchor in found.ids}
    assert not [anchor for anchor in anchors if set(anchor) & set("<>\"'&{} ")]


def _leaving(made: dict[str, Reading]) -> list[str]:
    """The links that name a scheme: those that the organisation typed as addresses."""
    return [link for found in made.values() for link in found.links if ":" in link]


def _tags(made: dict[str, Reading]) -> list[list[str]]:
    """The elements of each page, in order; the page of an object is named after its words."""
    return [found.tags for found in made.values()]


@pytest.fixture(scope="module")
def with_suffix(library: Handbook) -> Callable[[str], dict[str, Reading]]:
    """The pages of the library with something behind every text; Hypothesis prints its name."""

    def made(suffix: str) -> dict[str, Reading]:
        return readings(with_texts(library, lambda text: f"{text} {suffix}"))

    return made


def test_hostile_text_in_the_history_changes_no_page_but_its_words(site_with_past: Site) -> None:
    """The sentences about what changed hold texts of both handbooks."""
    plain, wild = (
        {
            path: read(page)
            for path, page in pages_of(_with_past_in(site_with_past, words)).items()
            if not path.endswith(STATIC)
        }
        for words in ("x", "<b onclick=x>{{ 7 }}</b> [a](javascript:b)")
    )
    assert _tags(wild) == _tags(plain)
    assert "<b onclick=x>{{ 7 }}</b> [a](javascript:b)" in "".join(
        found.text for found in wild.values()
    )


def _with_past_in(site: Site, words: str) -> Site:
    """The site with a text behind both sides of every change of its history."""

    def told(change: Change) -> Change:
        return replace(change, before=f"{change.before} {words}", after=f"{change.after} {words}")

    def changes(found: tuple[Change, ...] | None) -> tuple[Change, ...] | None:
        return found and tuple(map(told, found))

    history = site.history
    versions = {
        key: tuple(replace(item, changes=changes(item.changes)) for item in several)
        for key, several in history.versions.items()
    }
    suspects = tuple(
        replace(item, changes=tuple(map(told, item.changes))) for item in history.suspects
    )
    return replace(site, history=replace(history, versions=versions, suspects=suspects))


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=60))
def test_any_text_changes_no_page_but_its_words(
    with_suffix: Callable[[str], dict[str, Reading]], text: str
) -> None:
    found = with_suffix(f"x{text}")
    assert _tags(found) == _tags(with_suffix("x"))
    assert visible(f"librarian x{text}") in found["roles/librarian.md"].text


def test_a_letter_of_the_matrix_is_text_too(library: Handbook) -> None:
    assert library.matrix
    letter = HOSTILE[0]
    changed = Matrix.model_validate(
        library.matrix.model_dump()
        | {
            "codes": {letter: {"meaning": "m", "word": "w"}},
            "rows": [{"group": "lending", "cells": {"librarian": letter}}],
        }
    )
    page = pages(replace(library, matrix=changed))["roles/responsibility-matrix.md"]
    assert f"{letter}: m" in read(page).text
    assert "<script" not in page.content


def test_same_handbook_same_bytes_whatever_the_order_of_roles(library: Handbook) -> None:
    one, other = pages(library), pages(replace(library))
    assert {path: page.content for path, page in one.items()} == {
        path: page.content for path, page in other.items()
    }
    role = RoleId("librarian")
    backwards = replace(library, roles=dict(reversed(library.roles.items())))
    path = f"roles/{role}.md"
    assert pages(backwards)[path].content == one[path].content
