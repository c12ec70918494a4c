from pathlib import Path

from generator.publish.insert import insert


def test_every_marker_gets_its_picture_and_the_way_to_the_root(tmp_path: Path) -> None:
    marker = '<div class="diagram" data-diagram="activity-x"></div>'
    (tmp_path / "deep").mkdir()
    (tmp_path / "index.html").write_text(f"<p>{marker}{marker}</p>")
    (tmp_path / "deep" / "page.html").write_text(marker)
    (tmp_path / "other.html").write_text("no marker")
    count = insert(tmp_path, lambda key, root: f"<svg>{key}|{root}</svg>")
    assert count == 3
    one = '<div class="diagram"><svg>activity-x|</svg></div>'
    assert (tmp_path / "index.html").read_text() == f"<p>{one}{one}</p>"
    assert "activity-x|../</svg>" in (tmp_path / "deep" / "page.html").read_text()
    assert (tmp_path / "other.html").read_text() == "no marker"


def test_a_marker_keeps_its_kind(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(
        '<td><span class="diagram diagram--spark" data-diagram="chart-a"></span></td>'
        '<div class="diagram diagram--chart" data-diagram="chart-b"></div>'
    )
    assert insert(tmp_path, lambda key, _: f"<svg>{key}</svg>") == 2
    assert (tmp_path / "x.html").read_text() == (
        '<td><span class="diagram diagram--spark"><svg>chart-a</svg></span></td>'
        '<div class="diagram diagram--chart"><svg>chart-b</svg></div>'
    )
