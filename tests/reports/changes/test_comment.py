"""The comment on a pull request: what it says, to whom, and what never is in it."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.comparison import between
from generator.control.suspect import Suspect
from generator.load import load, load_texts
from generator.load.git import NoVersionError
from generator.load.in_place import LinesToWrite
from generator.model.finding import Finding, Position
from generator.pages import site_of
from generator.proposing import proposal_of, proposed_site
from generator.reports.changes.comment import LONGEST, MARKER, Links, comment
from generator.reports.changes.compared import Side
from generator.reports.changes.proposal import PreviewPart, Proposal, Write
from generator.wording import visible
from golden import Golden
from hostile_texts import ALLOWED
from repository import BAKE, PEOPLE, Repository, git
from shown import rendered
from small_handbook import FILES
from tests.reports.changes.conftest import commit

DAY = date(2024, 3, 5)
PREVIEW = Links(preview="https://preview.example/1/")


def told(root: Path, links: Links = PREVIEW, *, mention: bool = False) -> str:
    return comment(proposal_of(root, "main", on=DAY), links, mention=mention)


def test_a_branch_without_changes_has_a_short_comment(clone: Path) -> None:
    text = told(clone)
    assert text.startswith(f"{MARKER}\n")
    assert "changes nothing" in text
    assert "No new and no solved signals" in text
    assert len(text) < 400


def test_a_proposal(clone: Path, golden: Golden) -> None:
    commit(clone, "at 230 degrees", "at 240 degrees")
    commit(clone, "name: Mix dough\n    roles: [baker]", "name: Mix dough\n    roles: [helper]")
    golden.check("comment.md", told(clone))


def test_what_another_branch_got_since_is_not_in_it(clone: Path) -> None:
    commit(clone, "at 230 degrees", "at 240 degrees")
    git(clone, "switch", "--quiet", "main")
    commit(clone, "name: Clean oven", "name: Scrub oven", "processes/care/clean-oven.yml")
    git(clone, "switch", "--quiet", "mine")
    assert "Scrub" not in told(clone)


def test_a_version_that_was_raised_leaves_nothing_to_write(story: Repository) -> None:
    story.git("switch", "--quiet", "proposal")
    try:
        text = told(story.root)
    finally:
        story.git("switch", "--quiet", "main")
    assert "Still to do" not in text
    assert "```" not in text
    assert "version 1.2 goes with that" in rendered(text).text


def test_text_without_a_word_of_its_author(clone: Path) -> None:
    commit(clone, "Is the bread brown?", "Is the loaf brown?")
    text = told(clone)
    assert "    kind: language" in text
    assert "kind: language (only the language) or kind: content" in rendered(text).text


def test_roles_are_named_and_persons_never(clone: Path) -> None:
    commit(clone, "at 230 degrees", "at 240 degrees")
    plain, calling = told(clone), told(clone, mention=True)
    assert "Bake bread: shopkeeper\n" in plain
    assert "Bake bread: shopkeeper (@bakery/shopkeepers)\n" in calling
    assert "@bakery/" not in plain
    for text in (plain, calling):
        for person in PEOPLE:
            assert person.name not in text
            assert person.address not in text


def test_an_approval_also_says_who_may_give_it(clone: Path) -> None:
    commit(clone, 'version: "1.1"\n', 'version: "1.1"\n  risk: high\n')
    text = told(clone)
    assert "changes nothing" in text
    assert "And 1 change of document control" in text
    assert "Bake bread: shopkeeper\n" in text
    assert "Who notices" not in text


def test_the_account_of_the_source_needs_no_approval(clone: Path) -> None:
    commit(clone, "owner: baker\n", "owner: baker\norigins: {owner: proposal}\n")
    assert "Who approves" not in told(clone)


def test_a_base_that_cannot_be_read_has_no_diagrams(clone: Path) -> None:
    git(clone, "switch", "--quiet", "main")
    commit(clone, "- id: oven", "- id: [", "organisation/systems.yml")
    git(clone, "switch", "--quiet", "--create", "repaired")
    commit(clone, "- id: [", "- id: oven", "organisation/systems.yml")
    proposal = proposal_of(clone, "main", on=DAY)
    assert proposal.diagrams is None
    assert "Changed diagrams" not in comment(proposal, PREVIEW)
    site, page = proposed_site(site_of(load(clone).readable), clone, "main")
    assert "No diagram looks different" not in page.content
    assert not any(key.startswith("before-") for key in site.diagrams)


def test_without_a_policy_the_approver_is_open(clone: Path) -> None:
    file = "organisation/organisation.yml"
    commit(clone, "approval_policy:\n  - {what: Every process, by: [shopkeeper]}\n", "", file)
    commit(clone, "at 230 degrees", "at 240 degrees")
    assert "Bake bread: *to be decided*" in told(clone)


@pytest.mark.parametrize(
    "odd", ["@a b", "@a](https://evil.example)", "@a\n# b", "a@b.example", "@", "@<b>"]
)
def test_only_what_is_an_account_is_called(odd: str, clone: Path) -> None:
    commit(clone, "at 230 degrees", "at 240 degrees")
    proposal = replace(proposal_of(clone, "main", on=DAY), accounts={"shopkeeper": (odd,)})
    assert "Bake bread: shopkeeper\n" in comment(proposal, PREVIEW, mention=True)


def test_every_diagram_leads_to_the_preview(clone: Path) -> None:
    commit(clone, "name: Mix dough\n    roles: [baker]", "name: Mix dough\n    roles: [helper]")
    page = "https://preview.example/1/proposed-change.html"
    assert f"](<{page}#diagram-activity-bake-bread>)" in told(clone)
    without = told(clone, Links(download="https://runs.example/7"))
    assert "preview.example" not in without
    assert "[Preview to download](<https://runs.example/7>)" in without
    assert "- Business activity diagram&#58; Bake bread" in without


def test_files_are_edited_in_the_branch(clone: Path) -> None:
    file = "organisation/organisation.yml"
    address = "https://forge.example/main/r/edit/main/{path}"
    commit(clone, "title: Bakery handbook", f"title: Bakery handbook\n  edit_url: {address}", file)
    commit(clone, "at 230 degrees", "at 240 degrees")
    text = told(clone, Links(branch="a/b c"))
    assert f"(<https://forge.example/main/r/edit/a/b%20c/{BAKE}>)" in text
    assert f"(<https://forge.example/main/r/edit/main/{BAKE}>)" in told(clone)


def test_accounts_may_hold_dots_and_underscores(clone: Path) -> None:
    account = "@bakery/shop_keepers.all"
    commit(clone, '"@bakery/shopkeepers"', f'"{account}", "@a b", "@x)y"', "pyproject.toml")
    commit(clone, "at 230 degrees", "at 240 degrees")
    assert f"Bake bread: shopkeeper ({account})\n" in told(clone, mention=True)


def test_new_and_solved_signals(clone: Path) -> None:
    commit(clone, "owner: baker\n", "")
    text = rendered(told(clone)).text
    assert "P105" in text.partition("1 solved")[0]
    git(clone, "switch", "--quiet", "--create", "other")
    git(clone, "branch", "--quiet", "--force", "main", "mine")
    commit(clone, "goal: Bread on the shelf\n", "goal: Bread on the shelf\nowner: baker\n")
    text = rendered(told(clone)).text
    assert "P105" in text.partition("1 solved")[2]


def test_references_to_confirm(clone: Path) -> None:
    roles = "organisation/roles.yml"
    commit(clone, "name: helper\n", "name: helper\n  external: true\n", roles)
    assert "Clean oven names helper (baker)" in rendered(told(clone)).text


def test_what_cannot_be_read_is_told(clone: Path) -> None:
    (clone / "organisation" / "systems.yml").write_text("- [", encoding="utf-8")
    commit(clone, "at 230 degrees", "at 240 degrees")
    text = rendered(told(clone)).text
    assert "Not compared, because it cannot be read" in text
    assert "organisation/systems.yml:1" in text
    assert "at 240 degrees" in text
    assert "S1" in text.partition("Signals")[2]


def many(clone: Path, count: int) -> None:
    """Gives the process so many new facts of 200 characters, and a signal."""
    facts = "".join(f"  - text: Fact {number} {'long words ' * 18}\n" for number in range(count))
    commit(clone, "document:\n", f"facts:\n{facts}document:\n")


@pytest.mark.parametrize("longest", [LONGEST, 5000])
def test_a_long_one_is_cut_and_leads_to_the_preview(longest: int, clone: Path) -> None:
    many(clone, 400)
    text = comment(proposal_of(clone, "main", on=DAY), PREVIEW, longest=longest)
    assert longest - 1000 < len(text.encode()) <= longest
    assert "The rest does not fit" in text
    assert "Still to do" in text
    assert "Who notices" in text.partition("The rest does not fit")[2]
    found = rendered(text.partition("### What changes")[2].partition("### Who notices")[0]).text
    assert "Fact 0 long" in found
    assert "Fact 399 long" not in found
    assert found.count("the whole text") == len(re.findall("is new", found)) > 1


def test_what_is_just_short_enough_is_not_cut(clone: Path) -> None:
    many(clone, 30)
    proposal = proposal_of(clone, "main", on=DAY)
    whole = comment(proposal, PREVIEW)
    assert "The rest does not fit" not in whole
    size = len(whole.encode())
    assert comment(proposal, PREVIEW, longest=size) == whole
    assert "The rest does not fit" in comment(proposal, PREVIEW, longest=size - 1)


def is_harmless(text: str) -> None:
    """Fails when anything in a comment is more than text, ours apart."""
    outside = re.sub(r"(?ms)^(`{3,})yaml$.*?^\1$", "", text)
    assert outside.startswith(MARKER)
    assert outside.count("<!--") == 1
    found = rendered(text)
    page = "https://preview.example/1/proposed-change.html"
    assert all(address.startswith(page) for address in found.addresses)
    assert found.tags <= {
        *("h2", "h3", "h4", "p", "ul", "li", "strong", "em", "details", "summary", "b", "br"),
        *("a", "pre", "code", "span"),
    }
    assert found.attributes <= {"href", "class"}


@pytest.mark.parametrize("words", ALLOWED)
def test_odd_words_are_shown_and_not_obeyed(words: str) -> None:
    quoted = json.dumps(words, ensure_ascii=False)
    after = FILES[BAKE].replace("name: Bake", f"name: {quoted} #").replace("- baker", quoted)
    one, other = (load_texts({**FILES, BAKE: text}).readable for text in (FILES[BAKE], after))
    compared = between(Side(one, words), Side(other))
    assert compared.changes
    lines = LinesToWrite(f"{words}.yml", 1, 2, f"what: >-\n{words}\n```\n@b\n")
    place = Position(f"{words}.yml")
    proposal = Proposal(
        compared,
        writes=(Write("process:bake-bread", (lines,)),),
        new=(Finding("S201", place, details={"key": words, "guess": words}, subject=words),),
        solved=(Finding("S108", place),),
        suspects=(Suspect("process:bake-bread", "process:bake-bread", "0" * 64),),
        diagrams=(PreviewPart(words, "diagram-x"),),
        page="proposed-change.html",
    )
    text = comment(proposal, PREVIEW, mention=True)
    is_harmless(text)
    assert visible(" ".join(words.split()), longest=None)[:50] in rendered(text).text


def test_odd_words_in_a_repository(clone: Path) -> None:
    words = json.dumps("`|<b>@a #1 ]( <!-- ```", ensure_ascii=False)
    commit(clone, "name: Bake dough", f"name: {words}")
    commit(clone, "name: helper", f"name: {words}", "organisation/roles.yml")
    commit(clone, "name: Bake bread", f"name: {words}")
    text = told(clone, mention=True)
    is_harmless(text)
    assert "````yaml" in text


def test_a_base_that_is_not_there(clone: Path) -> None:
    with pytest.raises(NoVersionError):
        proposal_of(clone, "nowhere", on=DAY)
