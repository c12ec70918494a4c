"""Text from YAML comes out as typed, wherever a page puts it."""

from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.markup import (
    css_string,
    front_matter,
    heading,
    joined,
    literal,
    paragraphs,
    render,
)

CONFIG = Path(__file__).parent.parent.parent / "mkdocs.yml"

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</td></table><script>alert(1)</script>",
    "**bold** _italic_ `code` ~~gone~~",
    "[link](https://example.org) ![image](x.png)",
    "# heading",
    "1. first",
    "- item",
    "> quote",
    "!!! note",
    "??? note",
    "{{ name }} {% raw %} {# comment #}",
    "{: #id .class }",
    "term\n: definition",
    "[^1] and [^1]: note",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "    indented code",
    "```plantuml\n@startuml\n```",
    "AT&T &amp; &lt;b&gt;",
    "\"quoted\" and 'quoted'",
    "a@b.example and https://example.org/x_y_z",
    "back-up [niet gecontroleerd] (1/2) 100%; caf\u00e9, na\u00efve",
    "\u2028 \u00a0 \u200b \U0001f600",
    "---",
    "\\*escaped\\* \\",
    "<!-- comment -->",
    "*[abbr]: word",
]


class _Text(HTMLParser):
    """The text of a document and every tag in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def _extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions of the site, permalinks off since they add text."""
    found = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["markdown_extensions"]
    names = [item if isinstance(item, str) else next(iter(item)) for item in found]
    return [name for name in names if "plantuml" not in name], {"toc": {"permalink": False}}


def _read(source: str) -> _Text:
    names, configs = _extensions()
    parser = _Text()
    parser.feed(markdown.markdown(source, extensions=names, extension_configs=configs))
    return parser


def _typed(text: str) -> str:
    """What a reader should see: blanks single, and what HTML cannot hold left out."""
    return unescape(str(literal(text))).strip()


PLACES = {
    "block": ("<div>\n{}\n</div>\n", ["div"]),
    "cell": (
        "<table><tbody><tr>\n<td>{}</td>\n</tr></tbody></table>\n",
        ["table", "tbody", "tr", "td"],
    ),
    "paragraph": ("<p>{}</p>\n", ["p"]),
    "list": ("<ul><li>{}</li></ul>\n", ["ul", "li"]),
    "heading": ("## {}\n", ["h2"]),
    "markdown": ("{}\n", ["p"]),
}


@pytest.mark.parametrize("place", sorted(PLACES))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_literal(place: str, text: str) -> None:
    shape, tags = PLACES[place]
    read = _read(shape.format(literal(text)))
    assert read.text.strip() == _typed(text)
    assert read.tags == (tags if _typed(text) or place != "markdown" else [])


@given(st.text(max_size=80), st.sampled_from(sorted(PLACES)))
def test_any_text_is_literal(text: str, place: str) -> None:
    shape, tags = PLACES[place]
    read = _read(shape.format(literal(f"x{text}x")))
    assert read.text.strip() == _typed(f"x{text}x")
    assert read.tags == tags


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F), max_size=60))
def test_letters_and_marks_are_kept(text: str) -> None:
    kept = "".join(character for character in text if not 0x7F <= ord(character) < 0xA0)
    assert unescape(str(literal(kept))) == " ".join(kept.split())


@given(st.text(max_size=80))
def test_front_matter_is_one_safe_line_a_value(text: str) -> None:
    head = front_matter(title=f"x{text}")
    assert head.startswith("---\n")
    loaded = yaml.safe_load(head.split("---")[1])
    assert loaded == {"title": str(literal(f"x{text}"))}
    assert not set(loaded["title"]) & set("<>\"'")


def test_front_matter_leaves_out_what_is_not_given() -> None:
    assert front_matter(title="A: b", tab=None) == '---\ntitle: "A: b"\n---\n\n'


@given(st.text(max_size=60))
def test_css_string_cannot_be_left(text: str) -> None:
    string = css_string(text)
    assert string[0] == string[-1] == '"'
    assert not set(string[1:-1]) & set("\"'<>{};\n\r")


def test_paragraphs_are_kept() -> None:
    assert paragraphs("one\ntwo\n\n<b>") == "<p>one</p><p>two</p><p>&#60;b&#62;</p>"


def test_joined_escapes_text_only() -> None:
    assert joined(["<", Markup("<b>x</b>")], " ") == "&#60; <b>x</b>"


def test_heading_has_its_anchor() -> None:
    html = markdown.markdown(heading("In short *", "in-short"), extensions=["attr_list"])
    assert html == '<h2 id="in-short">In short &#42;</h2>'


def test_render_gives_markup() -> None:
    assert isinstance(render("lists.md.j2"), Markup)
