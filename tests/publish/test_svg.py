"""A picture in a page: named, themed, its links from where the page stands, nothing active."""

import re

import pytest

from generator.diagrams.palette import COLOURS
from generator.publish.svg import inline

HEAD = '<?xml version="1.0"?><?plantuml 1?><svg xmlns="x" style="width:9px" viewBox="0 0 90 40">'
LINK = '<a href="{0}" target="_top" title="{0}" xlink:href="{0}" xlink:show="new">'


def _inline(body: str, *, root: str = "../", title: str = "A title") -> str:
    return inline(f"{HEAD}{body}</svg>", "key", title=title, root=root)


def test_root_is_a_named_group_of_its_own_width() -> None:
    found = _inline("<g/>", title='"A" <b>')
    assert found.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40" ')
    assert 'role="group" aria-label="&quot;A&quot; &lt;b&gt;"' in found
    assert "--diagram-width:90px" in found
    assert found.endswith("<g/></svg>")


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("site:a/b.html#c", '<a href="../a/b.html#c">'),
        ("https://example.org/", '<a href="https://example.org/">'),
        ("#part", '<a href="#key-part">'),
        ("javascript:alert(1)", "<a>"),
        ("data:text/html,x", "<a>"),
    ],
)
def test_links(address: str, link: str) -> None:
    found = _inline(f"{LINK.format(address)}<text>x</text></a>")
    assert f"{link}<text>x</text></a>" in found
    assert "_top" not in found
    assert "xlink" not in found


def test_neighbouring_links_to_one_place_become_one() -> None:
    one, other = LINK.format("site:a.html"), LINK.format("site:b.html")
    found = _inline(
        f"{one}<text>a</text></a><text x='1'>\u00a0</text>{one}<text>b</text></a>"
        f"{other}<text>c</text></a>"
    )
    assert re.findall(r'<a href="([^"]*)">', found) == ["../a.html", "../b.html"]
    assert "<text>a</text><text x='1'>\u00a0</text><text>b</text></a>" in found


def test_links_with_something_between_stay_apart() -> None:
    link = LINK.format("site:a.html")
    found = _inline(f"{link}<text>a</text></a><rect/>{link}<text>b</text></a>")
    assert found.count("<a ") == found.count("</a>") == 2


def test_colours_follow_the_palette() -> None:
    colour = COLOURS["people-line"].light
    found = _inline(
        f'<rect fill="{colour}" style="stroke:{colour.lower()};"/><rect fill="#123456"/>'
    )
    variable = f"var(--diagram-people-line, {colour})"
    assert f'<rect fill="{variable}" style="stroke:{variable};"/>' in found
    assert '<rect fill="#123456"/>' in found


def test_a_connectors_letter_follows_the_palette() -> None:
    found = _inline('<path d="M0,0 L1,1 Z " fill="#000000"/><rect fill="#000000"/>')
    assert f'fill="var(--diagram-ink, {COLOURS["ink"].light})"' in found
    assert '<rect fill="#000000"/>' in found


def test_identifiers_are_the_diagrams_own() -> None:
    found = _inline('<g id="e1"><path marker-end="url(#e1)"/></g>')
    assert '<g id="key-e1"><path marker-end="url(#key-e1)"/></g>' in found


@pytest.mark.parametrize(
    "active",
    [
        "<script>alert(1)</script>",
        "<SCRIPT\n>x</SCRIPT >",
        "<foreignObject><b>x</b></foreignObject>",
        "<style>*{}</style>",
        "<title>x</title>",
        '<image href="https://example.org/x.png"/>',
        "<!-- comment -->",
    ],
)
def test_nothing_active_is_left(active: str) -> None:
    assert _inline(f"<g>{active}</g>").endswith("<g></g></svg>")


def test_handlers_are_dropped() -> None:
    assert "<rect/>" in _inline('<rect onclick="alert(1)"/>')


def test_text_outside_the_picture_widens_it() -> None:
    text = '<text font-size="12" lengthAdjust="spacing" textLength="50" x="-6" y="8.5">x</text>'
    assert 'viewBox="-10 -8 100 48"' in _inline(text)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="key"):
        inline("nothing", "key", title="", root="")
