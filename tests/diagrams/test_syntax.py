"""Text becomes PlantUML without loss, and names become aliases without collision."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from generator.diagrams.style import document
from generator.diagrams.syntax import (
    WIDTH,
    address,
    aliases,
    bold,
    cell,
    escaped,
    joined,
    label,
    lines,
    linked,
    small,
    target,
)
from generator.publish.plantuml import draw
from hostile_texts import HOSTILE

_WITHOUT_GLYPH = ("Cc", "Cs", "Cn", "Co", "Cf", "Mn", "Me", "Zl", "Zp")
_LINES = st.text(st.characters(exclude_categories=_WITHOUT_GLYPH), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ticket sluiten", "Ticket sluiten"),
        ("a;b", "a<U+003B>b"),
        ("  two\t blanks ", "two blanks"),
        ("é9", "é9"),
        ("\x00\x1ba\ud800", "a"),
        ("<U+0041>", "<U+003C>U<U+002B>0041<U+003E>"),
        ("😀", "<U+1F600>"),
        ("\u200b", "<U+00A0>"),
        ("", "<U+00A0>"),
    ],
)
def test_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text())
def test_escaped_holds_no_syntax(text: str) -> None:
    rest = re.sub(r"<U\+[0-9A-F]{4,6}>", "", escaped(text))
    assert all(character == " " or character.isalnum() for character in rest)


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("Ticket sluiten", 22, ("Ticket sluiten",)),
        ("Back-upprobleem analyseren", 22, ("Back-upprobleem", "analyseren")),
        ("een twee drie", 8, ("een twee", "drie")),
        ("server-/netwerkbeheerder", 12, ("server-/", "netwerkbeheerder")),
        ("verantwoordelijkheidsmatrix", 22, ("verantwoordelijkheids-", "matrix")),
        ("", 22, ()),
    ],
)
def test_lines(text: str, width: int, broken: tuple[str, ...]) -> None:
    assert lines(text, width) == broken


@given(st.text(), st.integers(8, 40))
def test_lines_keep_the_text_and_the_width(text: str, width: int) -> None:
    found = lines(text, width)
    assert all(len(line) <= max(width, WIDTH) for line in found)
    kept = re.sub(r"[\s-]", "", text)
    assert re.sub(r"[\s-]", "", "".join(found)) == kept


@given(st.lists(st.text()))
def test_aliases_are_injective(names: list[str]) -> None:
    found = aliases(names, "n")
    assert set(found) == set(names)
    assert len(set(found.values())) == len(found)
    assert all(re.fullmatch(r"n_\w*", alias, re.ASCII) for alias in found.values())


def test_labels_are_put_together() -> None:
    assert label("a-b") == "a<U+002D>b"
    assert joined("a", "", "b") == r"a\nb"
    assert cell("a", "b") == r"  a  \n  b  \n<size:1><U+00A0></size>"
    assert small(r"a\nb") == r"<size:11>a</size>\n<size:11>b</size>"
    assert bold("a") == "<b>a</b>"


def test_links() -> None:
    assert address("a/b.html#c d]") == "site:a/b.html#c%20d%5D"
    assert linked("a.html", "one two", 3) == r"[[site:a.html one]]\n[[site:a.html two]]"
    assert linked(None, "one") == "one"
    assert target("a.html") == "[[site:a.html]]"
    assert target(None) == ""


def _everywhere(text: str) -> dict[str, str]:
    """The text in every place of every kind of diagram where names are written."""
    name, link = escaped(text), linked("x.html", text, 200)
    table = f"rectangle t <<stack>> [\n<#FEFEFE>|<#FEFEFE>{cell(link)}|{cell(name)}|\n]"
    return {
        "activity": document(
            [
                *(f"|one|{link}", "|two|b", "|one|", "start"),
                *(f"[[site:x]]:{name};", f"note right: {name}", f":{cell(name)}; <<object>>"),
                *(f"-> {name};", f"if () then ({name})", ":a;", f"else ({name})", "stop", "endif"),
                *("repeat", ":b;", f"backward :{name};"),
                *(f"repeat while () is ({name}) not ({name})", "stop"),
                *("legend left", name, "endlegend"),
            ]
        ),
        "one-lane": document([f'partition "{link}" {{', "start", f":{name};", "stop", "}"]),
        "description": document(
            [
                *(f'process "{name}" as p [[site:x]]', f'actor/ "{name}" as a', table),
                *(f'rectangle "{name}" {{', f'usecase/ "{name}" as u [[site:x]]', "}"),
                *("a -- u", f"a --> p : {link}", "t -right-> p"),
            ]
        ),
        "states": document(
            [f'state "{name}" as s', "[*] --> s", 'state "b" as b', f"s --> b : {link}"]
        ),
    }


_TIMES = {"activity": 11, "one-lane": 2, "description": 7, "states": 2}


def _read(svg: str) -> list[str]:
    """The texts of a picture, white space made one blank."""
    texts = re.findall(r"<text\b[^>]*>([^<]*)</text>", svg)
    return [" ".join(unescape(text).split()) for text in texts]


@pytest.mark.slow
def test_hostile_texts_come_out_as_they_are(tmp_path: Path) -> None:
    texts = [*HOSTILE, *_NASTY, *examples(_LINES, 40)]
    places = {
        f"{number}-{kind}": written
        for number, text in enumerate(texts)
        for kind, written in _everywhere(text).items()
    }
    for key, svg in draw(places, tmp_path).items():
        number, _, kind = key.partition("-")
        shown = " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f]", "", texts[int(number)]).split())
        found = (
            "".join(_read(svg))
            .replace(" ", "")
            .replace("\\\u200bt", "\\t")
            .count(shown.replace(" ", ""))
        )
        assert found >= _TIMES[kind], (shown, kind, _read(svg))


_NASTY = (
    "end note",
    "endif",
    "@enduml",
    "@startuml",
    "!include /etc/passwd",
    "%getenv(HOME)",
    "$variable",
    "<b>bold</b> <img:x.png> <&star> <$sprite>",
    '**bold** //italic// ~~wave~~ __under__ ""mono""',
    "|cell|cell|",
    "= heading",
    "* list",
    "----",
    r"\n \t \\ %n()",
    "a;b;c",
    "[[https://example.org link]]",
    "<<stereotype>>",
    "(A)",
    "' comment /' block '/",
    "-> arrow;",
    "{{ nested }}",
    "<U+0041>",
    "&#65; &amp;",
    "#FF0000:text",
    "<color:red>text",
    "<math>x</math>",
    "日本語 Ω ß ﬀ",
    "a" * 120,
)
