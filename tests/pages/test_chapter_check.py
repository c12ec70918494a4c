from dataclasses import dataclass, replace

import pytest

from generator.load.chapters import ChapterText
from generator.model.finding import FieldPath, Finding, Position
from generator.model.handbook import Handbook
from generator.pages.chapter_check import check_chapters
from generator.pages.page import Site

HEAD = "---\nrender_macros: true\n---\n"
FILE = "docs/handbook/about.md"


def check(site: Site, body: str, head: str = HEAD) -> list[Finding]:
    return list(check_chapters([ChapterText(FILE, head + body)], site))


def places(findings: list[Finding]) -> list[str]:
    return [f"{item.position.line} {item.code}" for item in findings]


@pytest.mark.parametrize(
    "body",
    [
        "# About\n\n{{ processes() }}\n\n{{ topics('about') }}\n",
        "{{ text('mission') }} and {% raw %}{{ x }}{% endraw %} {# remark #}",
        "{% for kind in ['form', 'plan'] %}{{ documents(kind) }}{% endfor %}",
        "{{ roles(none) }}",
        "plain",
    ],
)
def test_what_works(site: Site, body: str) -> None:
    assert check(site, body) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a\n{{ link('role:nobody') }}", ["5 C103"]),
        ("{{ topics('x') }}\n\n{{ text('y') }} {{ list('z') }}", ["4 C103", "6 C103", "6 C103"]),
        ("{{ procesess() }}", ["4 C103"]),
        ("{{ a }}\n{{ a }}\n{{ link('role:x') }}", ["4 C103", "5 C103", "6 C103"]),
        ("{{ topics() }}", ["4 C105"]),
        ("{{ policy('x') }}", ["4 C105"]),
        ("{{ text(field='mission') }}", ["4 C105"]),
        ("\n{{ text('mission' }}", ["5 C102"]),
        ("{% if %}", ["4 C102"]),
        ("{{ text('mission') | shout }}", ["4 C102"]),
        ("\n\n{{ 1 / 0 }}", ["6 C102"]),
        ("{{ text('mission').nothing.more }}", ["4 C102"]),
        ("{{ link(5) }}", ["4 C103"]),
        ("{{ ''.__class__.__mro__ }}", ["4 C102"]),
        ("{% include 'secret.md' %}", ["4 C102"]),
        ("{{ " + "(" * 3000 + " }}", ["1 C102"]),
        ("{{ range(10 ** 9) | list }}", ["4 C103"]),
    ],
)
def test_what_does_not_work_has_a_place(site: Site, body: str, found: list[str]) -> None:
    findings = check(site, body)
    assert places(findings) == found
    assert {item.position.file for item in findings} == {FILE}


@pytest.mark.parametrize(
    ("body", "details"),
    [
        (
            "{{ text('misson') }}",
            {
                "name": "misson",
                "known": "description, full_name, mission, name",
                "guess": "mission",
            },
        ),
        ("{{ topics() }}", {"macro": "topics", "usage": '{{ topics("chapter") }}'}),
    ],
)
def test_what_a_finding_tells(site: Site, body: str, details: dict[str, str]) -> None:
    assert check(site, body)[0].details == details


def test_without_the_wish_for_macros_nothing_is_filled_in(site: Site) -> None:
    assert check(site, "{{ nonsense }}", head="---\ntitle: x\n---\n") == []


@dataclass
class Everywhere:
    """Positions that are all the same."""

    def at(self, subject: str, path: FieldPath = ()) -> Position:
        return Position(f"{subject} {path}", 7)


def test_a_chapter_that_is_named_but_missing(site: Site) -> None:
    finding = next(check_chapters([], site))
    assert (finding.code, finding.position.file) == ("C104", "organisation/chapters.yml")
    assert finding.details == {"file": "docs/handbook/about.md", "chapter": "About the library"}
    placed = next(check_chapters([], site, Everywhere()))
    assert placed.position == Position("chapter:about ('file',)", 7)


def test_a_chapter_that_nothing_names_is_fine(site: Site, library: Handbook) -> None:
    other = replace(site, handbook=replace(library, chapters={}))
    assert list(check_chapters([ChapterText("docs/loose.md", "x")], other)) == []
