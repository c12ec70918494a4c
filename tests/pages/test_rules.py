"""The pages of the rules: the index, and what stands on a page."""

import re
from dataclasses import replace
from html import unescape

import pytest

from generator.language import LANGUAGES, language
from generator.model.finding import Finding, Position, Severity
from generator.pages.page import Page, Site
from generator.pages.rules import coded, rule_pages
from generator.rules.registry import RULES
from reading import head, read, rows_of, section_of

INDEX = "rules/index.md"
F104 = "rules/f104.md"


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in rule_pages(site)}


def seen(code: str, severity: Severity = Severity.WARNING) -> Finding:
    details = {"name": "x", "names": "x", "field": "x"}
    return Finding(code, Position("processes/lending/lend-book.yml", 3), severity, details)


def test_every_rule_has_a_page_and_a_line(site: Site) -> None:
    made = pages(site)
    assert list(made) == [INDEX, *(f"rules/{rule.CODE.lower()}.md" for rule in RULES)]
    listed = [link for link in read(made[INDEX]).links if re.fullmatch(r"[a-z]\d+\.html", link)]
    assert listed == [f"{rule.CODE.lower()}.html" for rule in RULES]


def test_a_rule_is_told_by_name_severity_clause_and_count(site: Site) -> None:
    made = pages(replace(site, findings=(seen("F104"), seen("F104"))))
    row = next(row for row in rows_of(made[INDEX], "Flow") if row[0].startswith("F104"))
    assert row[0] == "F104 endless loop"
    assert row[2:] == ("error", "4.4.1, 8.5.1", "2")


def test_codes_that_no_rule_has_are_on_the_index(site: Site) -> None:
    page = pages(site)[INDEX]
    assert {"code-s203", "code-x901"} <= set(read(page).ids)
    assert not any(f"code-{rule.CODE.lower()}" in read(page).ids for rule in RULES)


def test_the_page_of_a_rule(site: Site) -> None:
    page = pages(site)[F104]
    assert head(page)["title"] == "F104 endless loop"
    bad = " ".join(section_of(page, "Not like this"))
    good = " ".join(section_of(page, "But like this"))
    assert "processes/workshop/repair-bicycle.yml" in bad
    assert "The rule says: nobody can leave these steps" in bad
    assert "The rule sees nothing here." in good
    assert "<mark>" in page.content
    assert section_of(page, "Seen now") == ["The rule sees nothing in this handbook now."]


@pytest.mark.parametrize(
    ("findings", "words", "is_linked"),
    [
        ((seen("F104"),), "The rule sees this once in this handbook now.", True),
        ((seen("F104"), seen("F104")), "The rule sees this 2 times in this handbook now.", True),
        ((seen("F104", Severity.INFO),), "The rule sees this once in this handbook now.", False),
    ],
)
def test_what_it_sees_now_leads_to_the_list(
    site: Site, findings: tuple[Finding, ...], words: str, *, is_linked: bool
) -> None:
    page = pages(replace(site, findings=findings))[F104]
    assert words in section_of(page, "Seen now")
    assert ("../measuring/signals.html#rule-f104" in read(page).links) is is_linked


def test_examples_keep_their_layout(site: Site) -> None:
    html = read(pages(site)[F104]).html
    block = re.search(r'<pre class="example"><code>(.*?)</code></pre>', html, re.DOTALL)
    assert block
    lines = re.sub(r"<[^>]+>", "", block[1]).splitlines()
    assert unescape(lines[0]) == "name: Repair bicycle"
    assert any(unescape(line).startswith("  - id: ") for line in lines)


def test_examples_stay_out_of_the_search(site: Site) -> None:
    assert pages(site)[F104].content.count("data-search-exclude") == 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_pages_are_in_the_language_of_the_handbook(site: Site, code: str) -> None:
    page = pages(replace(site, language=language(code)))
    words = language(code).messages["F104"]["name"]
    assert any(head(item)["title"] == f"F104 {words}" for item in page.values())


def test_code_in_a_sentence() -> None:
    assert coded("Zie `next`, of `a<b`!") == ("Zie <code>next</code>, of <code>a&#60;b</code>&#33;")
