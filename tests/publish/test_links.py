from pathlib import Path

import pytest

from generator.publish.links import DeadLink, dead_links, without_dead_links

PAGE = '<html><body><h1 id="top-part">T</h1>{}</body></html>'


@pytest.mark.parametrize(
    ("link", "dead"),
    [
        ('<a href="b/other.html">x</a>', False),
        ('<a href="b/other.html#there">x</a>', False),
        ('<a href="b/other.html#gone">x</a>', True),
        ('<a href="b/missing.html">x</a>', True),
        ('<a href="#top-part">x</a>', False),
        ('<a href="#gone">x</a>', True),
        ('<a href="../outside.html">x</a>', True),
        ('<img src="b/picture.png">', True),
        ("<a href='b/missing.html'>x</a>", True),
        ('<svg><a xlink:href="b/missing.html"></a></svg>', True),
        ('<a href="https://iso.org/">x</a>', False),
        ('<a href="mailto:x@example.org">x</a>', False),
        ('<a href="b/other.html#caf%C3%A9">x</a>', False),
        ("<script>\"<a href='b/missing.html'>\"</script>", False),
    ],
)
def test_dead_links(tmp_path: Path, link: str, *, dead: bool) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "other.html").write_text('<p id="there"></p><p id="café"></p>', "utf-8")
    (tmp_path / "a.html").write_text(PAGE.format(link), "utf-8")
    found = dead_links(tmp_path)
    assert bool(found) is dead
    assert all(item == DeadLink("a.html", item.address) for item in found)


def test_links_of_a_release_that_lead_nowhere_become_text(tmp_path: Path) -> None:
    pages = {
        "index.html": '<a class="x" href="gone.html">gone</a> <a href="sub/page.html">page</a>',
        "sub/page.html": (
            '<a href="../lists/current.html#bake@0.1">in force?</a>'
            "<a href='../gone&amp;.html'>gone</a>"
            '<svg><a href="../gone.html" xlink:href="../gone.html"><text>x</text></a></svg>'
            '<a href="../index.html#nowhere">anchor</a><a href="#nowhere">own</a>'
            '<a href="https://example.org/gone.html">outside</a>'
        ),
    }
    for name, text in pages.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    without_dead_links(tmp_path, {"lists/current.html": "lijsten/geldend é.html"})
    assert (tmp_path / "index.html").read_text() == (
        '<a class="x">gone</a> <a href="sub/page.html">page</a>'
    )
    assert (tmp_path / "sub/page.html").read_text() == (
        '<a href="../../../lijsten/geldend%20%C3%A9.html#bake@0.1">in force?</a>'
        "<a>gone</a><svg><a><text>x</text></a></svg>"
        '<a href="../index.html">anchor</a><a>own</a>'
        '<a href="https://example.org/gone.html">outside</a>'
    )
