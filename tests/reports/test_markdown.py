"""Text in the Markdown of a forge comes out as it was typed, and as nothing else."""

import re
from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.reports.markdown import code_block, link, literal
from generator.wording import visible
from shown import MARKDOWN, Seen, rendered

PIECES = st.sampled_from(
    [
        *("@anna", "@org/team", "#12", "!7", "~bug", "%3", "&4", "$x$", "`a`", "```", "|", "||"),
        *("<b>", "</li>", "<!--", "-->", "<script>", "&lt;", "&#64;", "[a](b)", "![a](b)", "[x] "),
        *("https://a.example/b", "www.a.example", "a@b.example", ":tada:", "*a*", "__a__", "~~a~~"),
        *("- a", "1. a", "1) a", "# a", "> a", "    a", "\n", "\n\n", "\r", "\t", "===", "---"),
        *("/close", "[[_TOC_]]", "{+ a +}", "{- a -}", "\\", "\u202e", "\u200b", "\x00", "\x1b["),
        *(
            "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
            "GH-12",
            "漢字",
            "é",
            "🙂",
            "Ω",
            " ",
            "a",
            "1",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=8).map("".join))


def seen(text: str) -> str:
    """What ought to be seen of a text."""
    return visible(" ".join(text.split()), longest=None)


def read(markdown: str) -> Seen:
    found = rendered(markdown)
    found.text = found.text.strip("\n")
    return found


@given(TEXTS)
@example("1) a")
@example("a\u2028b|c")
def test_a_text_comes_out_of_an_item_as_it_was_typed(text: str) -> None:
    found = read(f"- x{literal(text)}y")
    assert found.text.strip() == f"x{seen(text)}y"
    assert found.tags <= {"ul", "li", "span"}


@given(TEXTS)
def test_a_text_by_itself_is_a_paragraph_and_nothing_else(text: str) -> None:
    found = read(literal(text))
    assert found.text.strip(" ") == seen(text).strip(" ")
    assert found.tags <= {"p", "span"}


@given(TEXTS)
def test_a_text_fits_in_a_cell_and_in_a_tag(text: str) -> None:
    row = f"| a | b |\n|---|---|\n| {literal(text)} | z |\n"
    assert seen(text) in read(row).text
    assert sum(token.type == "td_open" for token in MARKDOWN.parse(row)) == 2
    tag = read(f"<details><summary>{literal(text)}</summary></details>")
    assert tag.text.strip() == seen(text).strip()
    assert tag.tags <= {"details", "summary", "span"}


@given(TEXTS, st.sampled_from(["https://a.example/x?a=1&copy=2", "https://a.example/(x)#y\\z"]))
def test_a_link_leads_where_it_should(text: str, address: str) -> None:
    found = read(link(f"x{text}", address))
    assert found.text == f"x{seen('x' + text)[1:]}"
    assert [item.replace("%5C", "\\") for item in found.addresses] == [address]


@given(st.text(alphabet="`~a@ \\<&", max_size=40))
def test_lines_of_code_are_exactly_as_they_are(text: str) -> None:
    (block,) = [token for token in MARKDOWN.parse(code_block(text, "yaml")) if token.level == 0]
    assert block.type == "fence"
    assert block.info == "yaml"
    assert block.content.removesuffix("\n") == text.removesuffix("\n")


@pytest.mark.parametrize(
    "text",
    [
        *("@anna", "vraag @org/team nu", "#12", "!12", "~bug", '~"a b"', "&3", "%12", "^alert"),
        *("https://a.example", "www.a.example", "a@b.example", ":tada:", "GH-12", "gh-12"),
        *("[[page]]", "{+ added +}", "[- gone -]", "0a1b2c3d4e5f", "mailto:a"),
    ],
)
def test_what_a_forge_would_link_is_broken_also_after_the_markdown_is_read(text: str) -> None:
    html = unescape(MARKDOWN.render(literal(text)))
    assert "\u200b" in html
    assert text not in html


def test_a_sentence_stays_readable_as_it_is() -> None:
    text = "De monteur belt de klant, die het goed-keurt (binnen twee dagen)."
    assert re.sub("&#40;", "(", literal(text)) == text


def test_a_line_never_begins_with_what_a_forge_obeys() -> None:
    assert literal("/close").startswith("&#47;")
