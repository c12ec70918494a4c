"""A difference in every format: what it says, and that no text of a handbook breaks out of it."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.comparison import between
from generator.diff.data import from_data
from generator.load import load_texts
from generator.model.finding import Finding, Position
from generator.reports.changes import html, json_report, markdown, text
from generator.reports.changes.compared import Compared, Side
from generator.reports.markdown import literal
from generator.wording import visible
from golden import Golden
from hostile_texts import ALLOWED
from shown import Seen, rendered
from small_handbook import FILES, PROCESS

FORMATS: dict[str, Callable[[Compared], str]] = {
    "text": text.report,
    "markdown": markdown.report,
    "html": html.report,
    "json": json_report.report,
}
LONG = (
    "The baker looks into the oven every ten minutes, and turns the tray when needed. Then, rest. "
)
POLICY = """\
version_policy:
  - {when: The content changes, step: up, case: content, raises: minor}
"""


def compared(before: dict[str, str], after: dict[str, str]) -> Compared:
    one, other = (load_texts({**FILES, **changes}).readable for changes in (before, after))
    return between(Side(one, "main"), Side(other))


@pytest.fixture(scope="module")
def some() -> Compared:
    """A few changes: of a role, of a long text, of a policy, of the version; a file unread."""
    process = FILES[PROCESS].replace(
        "name: Bake dough\n", f"name: Bake dough\n    explanation: {LONG}"
    )
    before = {PROCESS: process.replace("    roles:", "\n    roles:")}
    after = {
        PROCESS: before[PROCESS]
        .replace("ten", "five")
        .replace("roles: [baker]", "roles: [customer]", 1),
        "organisation/organisation.yml": FILES["organisation/organisation.yml"] + POLICY,
    }
    found = compared(before, after)
    fault = Finding("S108", Position("organisation/roles.yml", 3))
    side = Side(found.after.handbook, faults=(fault,))
    return Compared(side, before=found.before, changes=found.changes, demands=found.demands)


@pytest.mark.parametrize("name", FORMATS)
def test_a_difference(name: str, some: Compared, golden: Golden) -> None:
    ending = {"text": "txt", "markdown": "md"}.get(name, name)
    golden.check(f"difference.{ending}", FORMATS[name](some))


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_nothing_changed(name: str) -> None:
    assert "Nothing changed" in FORMATS[name](compared({}, {}))


def schema() -> Any:
    place = files("generator.reports.changes") / "diff.schema.json"
    return json.loads(place.read_text(encoding="utf-8"))


def valid(report: str) -> Any:
    Draft202012Validator.check_schema(schema())
    found = json.loads(report)
    Draft202012Validator(schema()).validate(found)
    return found


def test_json_is_of_its_schema_and_every_change_comes_back(some: Compared) -> None:
    found = valid(json_report.report(some))
    changes = [from_data(change) for thing in found["things"] for change in thing["changes"]]
    assert changes == list(some.changes)
    assert found["before"] == {"name": "main"}
    assert found["after"] == {"name": None}
    assert [item["file"] for item in found["not_compared"]] == ["organisation/roles.yml"]


def test_the_schema_refuses_what_is_not_in_it(some: Compared) -> None:
    for edit in ({"format": "diff/v2"}, {"extra": 1}, {"things": [{}]}):
        found = json.loads(json_report.report(some)) | edit
        assert not Draft202012Validator(schema()).is_valid(found), edit


def test_the_page_needs_nothing_else(some: Compared) -> None:
    page = html.report(some)
    found = Seen(page)
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert all(address.startswith("#") for address in found.addresses)
    assert not found.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def hostile(words: str) -> Compared:
    """A difference with odd words in every name and text that changed."""
    quoted = json.dumps(words, ensure_ascii=False)
    after = FILES[PROCESS].replace("name: Bake dough", f"name: {quoted}")
    after = after.replace("question: Is it brown?", f"question: {quoted}")
    after = after.replace("name: Bake bread", f"name: {quoted}").replace(
        "goal: Bread on the shelf", f"goal: {json.dumps(words + ' ' + LONG, ensure_ascii=False)}"
    )
    found = compared({}, {PROCESS: after})
    assert len(found.changes) >= 3
    return Compared(
        Side(found.after.handbook), before=Side(found.after.handbook, words), changes=found.changes
    )


@pytest.mark.parametrize("words", ALLOWED)
def test_odd_words_are_shown_and_not_obeyed(words: str) -> None:
    found = hostile(words)
    shown = visible(" ".join(words.split()), longest=None)[:60]
    plain = text.report(found)
    assert all(character.isprintable() for character in plain.replace("\n", ""))
    assert shown in plain
    of_markdown = rendered(markdown.report(found))
    assert shown in of_markdown.text
    assert of_markdown.tags <= {
        *("h2", "h4", "p", "ul", "li", "strong", "details", "summary", "b", "br", "span"),
    }
    assert not of_markdown.attributes
    of_html = Seen(html.report(found))
    assert shown in of_html.text
    assert of_html.tags == Seen(html.report(hostile("plain"))).tags
    assert of_html.attributes == Seen(html.report(hostile("plain"))).attributes
    valid(json_report.report(found))


def test_the_words_of_the_handbook_pass_one_escape(some: Compared) -> None:
    assert literal("Step 'Mix dough': role was 'baker', is 'customer'") in markdown.report(some)
