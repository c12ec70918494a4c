from pathlib import Path

import pytest

from generator.publish.links import DeadLink, dead_links

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
