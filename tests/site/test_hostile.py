"""A whole site of a handbook with hostile text in every field, from YAML to a real browser."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
from playwright.sync_api import Browser, Page

from filled import filled
from generator.control.fingerprint import fingerprint
from generator.examination import Examined, examine
from generator.language import LANGUAGES, language
from generator.load.source_texts import SourceTexts
from generator.model.handbook import Handbook
from generator.model.identifiers import RoleId
from generator.model.process import Process
from generator.model.quality import NoteKind
from generator.pipeline import EXPORT
from generator.reports import REPORTS, Outcome
from hostile import files_of, texts_of, with_texts
from hostile_texts import ALLOWED
from tests.site.conftest import LIBRARY, copy_of, handbook

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FILLED_STEP = "take-request"
"""The step that the filled handbook names everywhere."""

ROOMY = 280
"""So many characters of a line may be taken; it may hold 300."""

SHOWN_ELSEWHERE = {"Term.also", "UseCase.name", "UseCase.area", "Interface.party"}
"""Forms of a word, and what only a diagram shows."""

CHAPTER = """\
---
title: About the library
render_macros: true
---
# About the library

{{ text("name") }} ({{ text("full_name") }}): {{ text("description") }} {{ text("mission") }}

{{ link("process:lend-book") }} {{ link("role:librarian") }} {{ link("note:reserve-time") }}

{{ statements("structure") }} {{ statements("locations") }} {{ statements("training") }}
{{ statements("audits") }} {{ statements("improvement") }} {{ statements("document_rules") }}

{{ services() }} {{ services("quality_criteria") }} {{ list("target_groups") }}

{{ consultations() }}

{{ processes("lending") }}

{{ roles() }}

{{ topics("about") }}

{{ classification("urgency") }}

{{ documents() }}
"""
"""A hand-written chapter with the macros that fill in texts, which pass Jinja in MkDocs."""

LOOK = """() => {
  const all = [...document.querySelectorAll('*')];
  const strange = 'iframe[src], iframe[srcdoc], object, embed, base, meta[http-equiv]';
  const addresses = ['href', 'src', 'action', 'formaction', 'srcdoc', 'data', 'xlink:href'];
  return {
    owned: Object.hasOwn(window, 'owned'),
    text: document.body.textContent,
    shown: document.body.innerText,
    drawn: [...document.querySelectorAll('.diagram svg')].map(svg => svg.textContent).join(' '),
    handlers: all.flatMap(item => item.getAttributeNames().filter(name => name.startsWith('on'))),
    addresses: all.flatMap(item => addresses.map(name => item.getAttribute(name)).filter(Boolean)),
    strange: all.filter(item => item.matches(strange)).map(item => item.outerHTML),
  };
}"""


@dataclass
class Watch:
    """What a page did that no page may do."""

    site: Path
    deeds: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda said: self._console(said.type, said.text))
        page.on("pageerror", lambda error: self.deeds.append(f"script error: {error}"))

    def _dialog(self, dialog: Any) -> None:
        self.deeds.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith((self.site.as_uri(), "blob:", "data:image/", "data:text/css")):
            self.deeds.append(f"request: {url}")

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.deeds.append(f"console: {text}")


def suffix(number: int, old: str) -> str:
    """As many hostile texts as fit behind a text, beginning with another one each time."""
    made = old
    for step in (0, 7, 13, 4):
        text = ALLOWED[(number + step) % len(ALLOWED)]
        if len(made) + len(text) < ROOMY:
            made += f" {text}"
    return made


@pytest.fixture(scope="module")
def wild(library: Handbook) -> Handbook:
    """The library with a hostile text in every field, and every hostile text somewhere."""
    full = sound(filled(library))
    texts = sorted({text for _, text in texts_of(full)})
    numbers = {text: number for number, text in enumerate(texts)}
    return approved(with_texts(full, lambda text: suffix(numbers[text], text)))


def approved(handbook: Handbook) -> Handbook:
    """The handbook with every approval one of what the process says, by who may."""
    rules = handbook.organisation.approval_policy
    rules = tuple(rule.model_copy(update={"groups": ()}) for rule in rules)
    found = {name: _approved(item, rules[0].by[0]) for name, item in handbook.processes.items()}
    organisation = handbook.organisation.model_copy(update={"approval_policy": rules})
    return replace(handbook, processes=found, organisation=organisation)


def _approved(process: Process, role: RoleId) -> Process:
    approval = process.document.approved
    assert approval
    approval = approval.model_copy(update={"by": role, "fingerprint": fingerprint(process)})
    document = process.document.model_copy(update={"approved": approval})
    return process.model_copy(update={"document": document})


def sound(full: Handbook) -> Handbook:
    """The handbook without what must stay empty: circles, and decisions that were taken."""

    def without(entities: Mapping[Any, Any], **fields: object) -> dict[Any, Any]:
        return {name: item.model_copy(update=fields) for name, item in entities.items()}

    decisions = {
        name: item
        if item.kind is not NoteKind.DECISION
        else item.model_copy(update={"resolution": None})
        for name, item in full.notes.items()
    }
    return replace(
        full,
        bottlenecks=without(full.bottlenecks, seen_by=()),
        documents=without(full.documents, replaced_by=None),
        systems=without(full.systems, runs_on=None),
        roles=without(full.roles, members=()),
        notes=decisions,
        processes={name: _with_own_steps(item) for name, item in full.processes.items()},
    )


def _with_own_steps(process: Process) -> Process:
    """The process naming its own first step where it was filled in with one of another."""
    if any(step.id == FILLED_STEP for step in process.steps):
        return process
    text = process.model_dump_json().replace(FILLED_STEP, process.steps[0].id)
    return Process.model_validate_json(text)


@pytest.fixture(scope="module")
def wild_root(wild: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository of that handbook."""
    root = copy_of(LIBRARY, tmp_path_factory.mktemp("wild"))
    for file, text in files_of(wild).items():
        (root / file).write_text(text, encoding="utf-8")
    (root / "docs" / "handbook" / "about.md").write_text(CHAPTER, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def wild_site(wild_root: Path) -> Path:
    """The site that the command makes of it."""
    done = handbook(wild_root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return wild_root / "site"


@pytest.fixture(scope="module")
def watched(browser: Browser, wild_site: Path) -> Iterator[tuple[Page, Watch]]:
    """A page in a browser that notes what it does."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page, watch = context.new_page(), Watch(wild_site)
    watch.over(page)
    yield page, watch
    context.close()


@pytest.fixture(scope="module")
def visited(watched: tuple[Page, Watch]) -> dict[str, dict[str, Any]]:
    """Every page as the browser shows it, but those of the rules, which hold no such text.

    The page for addresses that are not there only works on a server.
    """
    page, watch = watched
    found = {}
    for path in sorted(watch.site.rglob("*.html")):
        name = path.relative_to(watch.site).as_posix()
        if name != "404.html" and not name.startswith("rules/"):
            page.goto(path.as_uri())
            found[name] = page.evaluate(LOOK)
    return found


def plain(text: str) -> str:
    """A text as a reader sees it, whatever its blanks and its case."""
    shown = "".join(c for c in text if category(c) not in {"Cc", "Cs", "Cn"} or c.isspace())
    return " ".join(shown.split()).casefold()


def solid(text: str) -> str:
    """A text without what a diagram adds or loses where it breaks lines."""
    kept = text.replace("\\\u200bt", "\\t")
    return "".join(c for c in kept if c != "-" and category(c) not in {"Zs", "Cf", "Cc", "Cn"})


def test_the_files_hold_the_handbook_as_it_is(wild: Handbook, wild_root: Path) -> None:
    examined = examine(wild_root)
    assert examined.loaded.handbook == replace(wild, files=examined.loaded.readable.files)
    assert len(list(texts_of(wild))) > 250


def test_nothing_hostile_is_obeyed(
    visited: dict[str, dict[str, Any]], watched: tuple[Page, Watch]
) -> None:
    assert len(visited) > 40
    assert watched[1].deeds == []
    for path, seen in visited.items():
        assert not seen["owned"], path
        assert seen["handlers"] == [], path
        assert seen["strange"] == [], path
        wrong = re.compile(
            r"evil\.example|^\s*(?:javascript|vbscript|data:(?!image/))", re.IGNORECASE
        )
        assert [item for item in seen["addresses"] if wrong.search(item)] == [], path


def test_every_hostile_text_is_literally_on_a_page(
    wild: Handbook, visited: dict[str, dict[str, Any]]
) -> None:
    shown = plain("\n".join(seen["text"] for seen in visited.values()))
    lost = {
        place: text
        for place, text in texts_of(wild)
        if place not in SHOWN_ELSEWHERE
        and not all(plain(line) in shown for line in text.splitlines())
    }
    assert lost == {}


def test_hostile_texts_are_seen_where_they_belong(
    wild: Handbook, visited: dict[str, dict[str, Any]]
) -> None:
    process = wild.processes["lend-book"]
    step = process.steps[1]
    assert step.decision
    outcome = step.decision.outcomes[1]
    belongs = {
        "processes/lend-book.html": (
            process.name,
            process.goal,
            step.name,
            step.explanation,
            step.decision.question,
            outcome.answer,
            outcome.activities[0].name,
            step.decision.outcomes[2].end,
            process.steps[2].end,
        ),
        "emergency-cards/lend-book.html": (process.name, step.name, outcome.answer),
        "emergency-cards/lend-book-separate.html": (process.name, step.name, outcome.answer),
        "roles/librarian.html": (wild.roles["librarian"].name,),
        "systems/catalogue.html": (wild.systems["catalogue"].name,),
        "measuring/indicators/lb-loans.html": (wild.kpis["lb-loans"].name,),
        "measuring/bottlenecks.html": (wild.bottlenecks["lb-k1"].text,),
        "document-control/to-decide.html": (wild.notes["reserve-time"].what,),
        "glossary.html": (wild.terms["loan"].term, wild.terms["loan"].definition),
    }
    for path, texts in belongs.items():
        shown = plain(visited[path]["shown"])
        assert [text for text in texts if plain(str(text)) not in shown] == [], path


def test_hostile_texts_are_literally_in_the_pictures(
    wild: Handbook, visited: dict[str, dict[str, Any]]
) -> None:
    process = wild.processes["lend-book"]
    drawn = solid(visited["processes/lend-book.html"]["drawn"])
    texts = [process.name, str(process.goal), str(process.steps[2].end)]
    for step in process.steps:
        texts.append(step.name)
        texts += [outcome.answer for outcome in (step.decision.outcomes if step.decision else ())]
    texts += [wild.roles[name].name for name in ("librarian", "visitor")]
    assert [text for text in texts if solid(text) not in drawn] == []


def test_search_shows_hostile_text_literally(watched: tuple[Page, Watch], wild: Handbook) -> None:
    page, watch = watched
    page.goto((watch.site / "index.html").as_uri())
    results = page.locator(".md-search-result__list")
    for words, shown in (
        ("window.owned=alert", "<script>window.owned=alert(1)</script>"),
        ("onerror=window", "<img src=x onerror=window.owned=alert(1)>"),
        ("load_json", "%load_json(x)"),
    ):
        box = page.locator("input.md-search__input")
        for _ in range(20):
            box.click()
            box.fill("")
            box.press_sequentially(words)
            page.wait_for_timeout(300)
            if shown in results.inner_text():
                break
        assert shown in results.inner_text(), words
        assert page.evaluate("Object.hasOwn(window, 'owned')") is False
        assert results.locator("script, img, iframe, svg[onload]").count() == 0
    assert watch.deeds == []
    assert "<script>" in "".join(text for _, text in texts_of(wild))


def test_the_search_index_holds_text_and_no_markup_of_it(wild: Handbook, wild_site: Path) -> None:
    index = json.loads((wild_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    titles = {plain(unescape(item["title"])) for item in index["docs"]}
    assert {plain(role.name) for role in wild.roles.values()} <= titles
    tags = {
        tag
        for item in index["docs"]
        for tag in re.findall(r"<[/!]?\s*([a-zA-Z!][\w-]*)", item["title"] + item["text"])
    }
    assert tags <= {
        "li",
        "ul",
        "ol",
        "p",
        "code",
        "pre",
        "table",
        "td",
        "th",
        "tr",
        "dl",
        "dd",
        "dt",
    }


def test_the_export_holds_every_text_as_typed(wild: Handbook, wild_site: Path) -> None:
    exported = set(_strings(json.loads((wild_site / EXPORT).read_text(encoding="utf-8"))))
    parts = {"Process", "Step", "Outcome", "Decision", "Activity", "Role", "System", "Kpi", "Term"}
    texts = {text for place, text in texts_of(wild) if place.partition(".")[0] in parts}
    assert len(texts) > 90
    assert sorted(texts - exported) == []


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)


@pytest.fixture(scope="module")
def examined(wild_root: Path) -> Examined:
    """The hostile handbook, checked."""
    return examine(wild_root)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", REPORTS)
def test_reports_show_it_and_obey_nothing(examined: Examined, name: str, code: str) -> None:
    sources = SourceTexts(examined.root)
    outcome = Outcome(examined.findings, examined.findings[:5], base="main")
    made = REPORTS[name](outcome, language(code), sources=sources, everything=True)
    assert len(examined.findings) > 40
    assert all(line.isprintable() for line in made.split("\n")) or name in {"sarif", "gitlab"}
    read: Callable[[], str] = {
        "json": lambda: "".join(_strings(json.loads(made))),
        "gitlab": lambda: "".join(_strings(json.loads(made))),
        "sarif": lambda: "".join(_strings(json.loads(made))).replace("{{", "{"),
    }.get(name, lambda: made.replace("%25", "%"))
    told = " ".join(value for item in examined.findings for value in item.details.values())
    markup = [text for text in ALLOWED if "<" in text and f"{text} " in f"{told} "]
    assert any(text in read() for text in markup)
    assert "\x1b" not in made
    assert "\u202e" not in read()
    if name == "github":
        commands = [line for line in made.split("\n") if line.startswith("::")]
        assert all(re.match(r"::(error|warning|notice) file=", line) for line in commands)
