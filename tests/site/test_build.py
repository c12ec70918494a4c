"""The build as a whole: the same bytes everywhere, and nothing lost when it fails."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.site.conftest import LIBRARY, ROOT, copy_of, handbook

pytestmark = pytest.mark.slow


def digest(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_same_input_same_bytes_whatever_the_machine(library_site: Path, tmp_path: Path) -> None:
    elsewhere = copy_of(LIBRARY, tmp_path / "a folder with blanks" / "ünicode")
    settings = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
    done = handbook(elsewhere, "build", **settings)
    assert done.returncode == 0, done.stderr
    assert digest(elsewhere / "site") == digest(library_site)


def test_second_build_starts_no_java(tmp_path: Path) -> None:
    root = copy_of(LIBRARY, tmp_path / "library")
    assert handbook(root, "build").returncode == 0
    before = digest(root / "site")
    pictures = {path: path.stat().st_mtime_ns for path in (root / "build").rglob("*.svg")}
    done = handbook(root, "build", JAVA_TOOL_OPTIONS="-XX:NoSuchOption")
    assert done.returncode == 0, done.stderr
    assert {path: path.stat().st_mtime_ns for path in (root / "build").rglob("*.svg")} == pictures
    assert digest(root / "site") == before


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("processes/lending/lend-book.yml", "name: [", "processes/lending/lend-book.yml:"),
        (
            "docs/handbook/about.md",
            "---\nrender_macros: true\n---\n\n{{ nothing() }}\n",
            "docs/handbook/about.md:5:1: C103",
        ),
        (
            "docs/handbook/about.md",
            "---\nrender_macros: true\n---\n\n{{ topics('nowhere') }}\n",
            "docs/handbook/about.md:5:1: C103",
        ),
        (
            "docs/handbook/about.md",
            "# A\n\n```plantuml\n@startuml\nthis is no diagram\n@enduml\n```\n",
            "docs/handbook/about.md:",
        ),
        ("docs/handbook/about.md", "# A\n\n[gone](gone.md)\n", "gone.md"),
    ],
)
def test_a_failed_build_leaves_the_published_site(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    root = copy_of(LIBRARY, tmp_path / "library")
    assert handbook(root, "build").returncode == 0
    before = digest(root / "site")
    (root / file).write_text(text, encoding="utf-8")
    done = handbook(root, "build")
    assert done.returncode == 1
    assert place in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert digest(root / "site") == before


def test_published_json_is_the_exported_json(handbook_site: Path) -> None:
    done = handbook(handbook_site.parent, "export", "json")
    published = (handbook_site / "api/v1/handbook.json").read_text(encoding="utf-8")
    assert json.loads(done.stdout) == json.loads(published)


def test_every_url_of_the_export_is_a_page(handbook_site: Path) -> None:
    data = json.loads((handbook_site / "api/v1/handbook.json").read_text(encoding="utf-8"))
    urls = [
        item["url"]
        for items in data.values()
        if isinstance(items, list)
        for item in items
        if item.get("url")
    ]
    assert len(urls) > 100
    assert [url for url in urls if not (handbook_site / url.partition("#")[0]).is_file()] == []


def test_schemas_in_the_repository_are_those_of_the_model(tmp_path: Path) -> None:
    assert handbook(ROOT, "export", "schemas", "--output", str(tmp_path)).returncode == 0
    assert digest(tmp_path) == digest(ROOT / "schemas")


def test_new_process_is_a_valid_one(tmp_path: Path) -> None:
    root = copy_of(LIBRARY, tmp_path / "library")
    done = handbook(root, "new", "process", "mend-book", "--group", "lending")
    assert done.returncode == 0, done.stderr
    assert handbook(root, "check").returncode == 0
    again = handbook(root, "new", "process", "mend-book", "--group", "lending")
    assert (again.returncode, "mend-book.yml" in again.stderr) == (2, True)
    nowhere = handbook(root, "new", "process", "mend-shelf", "--group", "garden")
    assert (nowhere.returncode, "acquisition, lending" in nowhere.stderr) == (2, True)
