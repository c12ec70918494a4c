"""The manifest: it finds every change, always says the same, and is led nowhere."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.publish import manifest as module
from generator.publish.manifest import (
    FORMAT,
    MANIFEST,
    Differences,
    Manifest,
    NoManifestError,
    differences,
    is_whole,
    read_manifest,
    write_manifest,
)

ABOUT = Manifest("Bakery handbook", "en", "a" * 40, "first")
DIGEST = "0" * 64


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "processes").mkdir(parents=True)
    (folder / "index.html").write_text("start")
    (folder / "processes" / "bake bread é.html").write_text("bake")
    (folder / "processes" / MANIFEST).write_text("a release has one of its own")
    write_manifest(folder, ABOUT)
    return folder


def found(site: Path) -> Differences:
    return differences(site, read_manifest(site))


def test_names_every_file_but_itself_in_order(site: Path) -> None:
    read = read_manifest(site)
    assert list(read.files) == [
        "index.html",
        "processes/bake bread é.html",
        "processes/manifest.json",
    ]
    assert (read.title, read.language, read.commit, read.release) == (
        "Bakery handbook",
        "en",
        "a" * 40,
        "first",
    )
    assert is_whole(site)


def test_says_the_same_of_the_same_files(site: Path) -> None:
    before = (site / MANIFEST).read_bytes()
    os.utime(site / "index.html", (1, 1))
    write_manifest(site, ABOUT)
    assert (site / MANIFEST).read_bytes() == before


def test_finds_what_changed_is_missing_and_was_added(site: Path) -> None:
    (site / "index.html").write_text("Start")
    (site / "processes" / "bake bread é.html").unlink()
    (site / "new").mkdir()
    (site / "new" / "page.html").write_text("new")
    assert found(site) == Differences(
        ("index.html",), ("processes/bake bread é.html",), ("new/page.html",)
    )
    assert not is_whole(site)


def test_a_link_is_another_content_whatever_it_leads_to(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("start")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    (site / "folder").symlink_to(tmp_path)
    assert found(site) == Differences(("index.html",), (), ("folder",))


def test_what_is_no_file_is_not_opened(site: Path) -> None:
    os.mkfifo(site / "pipe")
    assert found(site).added == ("pipe",)


def test_a_manifest_is_not_written_through_a_hard_link(site: Path, tmp_path: Path) -> None:
    os.link(site / MANIFEST, tmp_path / "cached")
    before = (tmp_path / "cached").read_bytes()
    (site / "index.html").write_text("other")
    write_manifest(site, ABOUT)
    assert (tmp_path / "cached").read_bytes() == before
    assert (site / MANIFEST).read_bytes() != before


def manifest(**changes: Any) -> bytes:
    whole = {"format": FORMAT, "title": "t", "language": "en", "files": {"a": DIGEST}}
    return json.dumps({**whole, **changes}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{",
        b"[" * 100_000,
        b'{"format": "manifest/v1", "title": "t", "language": "en", "files": {"a": 1, "a": 2}}',
        manifest(format="manifest/v2"),
        manifest(files=[]),
        manifest(title=None),
        manifest(files={"a": "xyz"}),
        manifest(files={"a": 1}),
        manifest(files={"a": DIGEST + "\n"}),
        *(
            manifest(files={name: DIGEST})
            for name in (
                "../a",
                "a/../../b",
                "/etc/passwd",
                "a//b",
                "./a",
                "",
                "a\\b",
                "C:/a",
                "C:a",
                "a\0b",
                "..",
            )
        ),
    ],
    ids=lambda content: content[:60].decode("latin-1"),
)
def test_a_hostile_manifest_is_refused_politely(
    site: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    (site / MANIFEST).write_bytes(content)
    with pytest.raises(NoManifestError):
        read_manifest(site)
    assert main(["verify", str(site)]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("handbook: ")
    assert "Traceback" not in told.err
    assert len(told.err) < 2000


def test_a_huge_manifest_is_not_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 10)
    with pytest.raises(NoManifestError, match="more than 10 bytes"):
        read_manifest(site)


def test_a_manifest_that_is_a_link_is_refused(site: Path, tmp_path: Path) -> None:
    (site / MANIFEST).rename(tmp_path / "real")
    (site / MANIFEST).symlink_to(tmp_path / "real")
    with pytest.raises(NoManifestError, match="no plain file"):
        read_manifest(site)


@given(st.dictionaries(st.text(max_size=12), st.text(max_size=70), max_size=4))
def test_whatever_the_paths_only_those_inside_are_taken(files: dict[str, str]) -> None:
    data = {"format": FORMAT, "title": "t", "language": "en", "files": files}
    try:
        taken = module._manifest(data, Path(MANIFEST)).files
    except NoManifestError:
        return
    for name in taken:
        assert (Path("/site") / name).resolve().is_relative_to("/site")
        assert (Path("/site") / name) != Path("/site")


def test_verify_tells_in_words(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(site)]) == 0
    assert (
        capsys.readouterr().out
        == "All is well: 3 files are as they were built (Bakery handbook).\n"
    )
    (site / "index.html").write_text("Start")
    (site / "odd\x1b[2Jname\n").write_text("")
    assert main(["verify", str(site)]) == 1
    told = capsys.readouterr()
    assert told.out == "changed: index.html\nadded: odd\\x1b[2Jname\\n\n"
    assert told.err == "1 changed, 0 missing, 1 added.\n"


def test_verify_needs_no_handbook(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(site.parent)
    assert main(["verify", "site"]) == 0
    assert main(["verify", "nowhere"]) == 2
    assert "no manifest" in capsys.readouterr().err
    assert main(["check"]) == 2
