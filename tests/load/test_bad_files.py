"""Files that cannot be read as they are: each gives its code and place, and nothing else."""

import os
from pathlib import Path

import pytest

from generator.language import LANGUAGES, language
from generator.load import load
from generator.load.text_file import LARGEST
from generator.model.finding import Finding
from generator.model.guess import nearest
from generator.reports import json_report, text_report
from small_handbook import FILES, PROCESS, edited, examine, places, write

ROLES = "organisation/roles.yml"
ORGANISATION = "organisation/organisation.yml"
BOM = b"\xef\xbb\xbf"
LATIN_1 = FILES[PROCESS].replace("Bake bread", "Bak één brood").encode("latin-1")
BOMB = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

CASES = {
    "broken layout": (
        edited(PROCESS, "goal: Bread on the shelf", "goal: Bread: on the shelf"),
        [f"{PROCESS}:2:12 S126"],
    ),
    "quote not closed": ({ROLES: '- id: "baker\n'}, [f"{ROLES}:1:7 S122"]),
    "key given twice": (
        edited(PROCESS, "owner: baker", "owner: baker\nowner: customer"),
        [f"{PROCESS}:4:1 S112"],
    ),
    "tabs, every one": (
        edited(PROCESS, "    roles: [baker]\n", "\troles: [baker]\n\t\tany_of: [baker]\n"),
        [f"{PROCESS}:7:1 S108", f"{PROCESS}:8:1 S108"],
    ),
    "byte order mark": (
        {ROLES: BOM + FILES[ROLES].encode()},
        [f"{ROLES}:1:1 S106"],
    ),
    "latin-1": ({PROCESS: LATIN_1}, [f"{PROCESS}:1:11 S105"]),
    "utf-16": ({PROCESS: FILES[PROCESS].encode("utf-16")}, [f"{PROCESS}:1:1 S105"]),
    "empty": ({ROLES: b""}, [f"{ROLES}:1:1 S110"]),
    "comments only": ({ROLES: "# roles\n"}, [f"{ROLES}:1:1 S110"]),
    "nothing but null": ({PROCESS: "---\n~\n"}, [f"{PROCESS}:1:1 S110"]),
    "ten megabytes": ({PROCESS: b"#" * 10_000_000}, [f"{PROCESS}:1:1 S104"]),
    "alias bomb": (
        {PROCESS: BOMB + FILES[PROCESS]},
        [
            f"{PROCESS}:1:1 S201",
            f"{PROCESS}:1:4 S113",
            f"{PROCESS}:2:1 S201",
            f"{PROCESS}:2:4 S113",
            f"{PROCESS}:2:8 S113",
            f"{PROCESS}:2:12 S113",
            f"{PROCESS}:3:1 S201",
            f"{PROCESS}:3:5 S113",
            f"{PROCESS}:3:9 S113",
        ],
    ),
    "thirty thousand brackets": ({PROCESS: "[" * 30_000}, [f"{PROCESS}:1:51 S116"]),
    "deep blocks": ({PROCESS: "- " * 30_000}, [f"{PROCESS}:1:101 S116"]),
    "deep mappings": (
        {PROCESS: "".join(" " * depth + "a:\n" for depth in range(900))},
        [f"{PROCESS}:51:51 S116"],
    ),
    "too many values": ({PROCESS: "a: [" + "b," * 60_000 + "]\n"}, [f"{PROCESS}:1:99999 S121"]),
    "control character": (
        edited(PROCESS, "Bread on", "Bread\x1b[31m on"),
        [f"{PROCESS}:2:12 S107"],
    ),
    "control character by escape": (
        edited(PROCESS, "Bread on the shelf", '"Bread \\x00 on"'),
        [f"{PROCESS}:2:7 S107"],
    ),
    "control character in a key": (
        edited(ROLES, "name:", '"na\\ame":'),
        [
            f"{ROLES}:1:3 S202",
            f"{ROLES}:2:3 S107",
            f"{ROLES}:2:3 S201",
        ],
    ),
    "line separator": (edited(PROCESS, "Bread on", "Bread\u2028on"), [f"{PROCESS}:2:12 S107"]),
    "surrogate by escape": (
        edited(PROCESS, "Bread on the shelf", '"\\ud800"'),
        [f"{PROCESS}:2:10 S109"],
    ),
    "second document": (
        {PROCESS: FILES[PROCESS] + "---\nname: x\n"},
        [f"{PROCESS}:33:1 S111"],
    ),
    "tag": (
        edited(PROCESS, "Bread on", "!python/name:os.system Bread on"),
        [f"{PROCESS}:2:7 S114"],
    ),
    "key that is a list": (
        edited(PROCESS, "owner: baker", "owner: baker\n[a, b]: c"),
        [f"{PROCESS}:4:1 S115"],
    ),
    "unknown file": (
        {"organisation/rolls.yml": "- id: x\n"},
        ["organisation/rolls.yml:1:1 S117"],
    ),
    "yaml instead of yml": (
        {ROLES: None, "organisation/roles.yaml": FILES[ROLES]},
        ["organisation/roles.yaml:1:1 S117"],
    ),
    "process outside a group": (
        {"processes/sell.yml": FILES[PROCESS]},
        ["processes/sell.yml:1:1 S117"],
    ),
    "organisation missing": ({ORGANISATION: None}, [f"{ORGANISATION}:1:1 S118"]),
    "file name with capitals": (
        {"processes/baking/Bake Cake.yml": FILES[PROCESS]},
        ["processes/baking/Bake Cake.yml:1:1 S119"],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_bad_file(
    tmp_path: Path, changes: dict[str, str | bytes | None], expected: list[str]
) -> None:
    found = examine(write(tmp_path, changes))
    assert places(found) == expected
    for code in LANGUAGES:
        assert text_report(found, language(code))
        assert json_report(found, language(code))


def test_every_fault_is_reported_in_one_run(tmp_path: Path) -> None:
    changes = {
        PROCESS: FILES[PROCESS].replace("roles", "rolls"),
        ROLES: BOM + FILES[ROLES].encode(),
        "organisation/systems.yml": "- id: oven\n  name: [oven\n",
        "quality/source-map.yml": "[" * 30_000,
    }
    assert {item.position.file for item in examine(write(tmp_path, changes))} == set(changes)


def test_a_file_that_failed_gives_no_errors_elsewhere(tmp_path: Path) -> None:
    for file in FILES:
        root = write(tmp_path / file.replace("/", "-"), {file: "- ["})
        assert places(examine(root)) == [f"{file}:1:3 S124"], file


def test_a_handbook_with_a_gap_is_not_given_out(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {ROLES: "- ["}))
    assert loaded.handbook is None
    assert "role" in loaded.readable.unread
    assert loaded.readable.processes


def test_language_is_known_when_the_organisation_does_not_fit(tmp_path: Path) -> None:
    loaded = load(write(tmp_path, {ORGANISATION: "language: en\nnaam: X\n"}))
    assert loaded.readable.organisation.language == "en"
    assert loaded.handbook is None


def test_directory_with_the_name_of_a_file(tmp_path: Path) -> None:
    root = write(tmp_path, {ROLES: None})
    (root / ROLES).mkdir()
    assert places(examine(root)) == [f"{ROLES}:1:1 S102"]


def test_named_pipe_does_not_hang(tmp_path: Path) -> None:
    root = write(tmp_path, {ROLES: None})
    os.mkfifo(root / ROLES)
    assert places(examine(root)) == [f"{ROLES}:1:1 S102"]


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A test run as root may read everything, so the refusal is played.
    root = write(tmp_path)
    opened = Path.open

    def refuse(path: Path, *arguments: str, **options: str) -> object:
        if path.name == "roles.yml":
            raise PermissionError(path)
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    assert places(examine(root)) == [f"{ROLES}:1:1 S101"]


def test_link_out_of_the_repository(tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text(FILES[ROLES])
    root = write(tmp_path / "repository", {ROLES: None})
    (root / ROLES).symlink_to(outside)
    assert places(examine(root)) == [f"{ROLES}:1:1 S103"]


def test_linked_folder_is_not_followed(tmp_path: Path) -> None:
    root = write(tmp_path / "repository")
    (root / "processes/selling").symlink_to(tmp_path, target_is_directory=True)
    (root / "processes/again").symlink_to(root / "processes", target_is_directory=True)
    assert places(examine(root)) == [
        "processes/again:1:1 S103",
        "processes/selling:1:1 S103",
    ]


def test_link_inside_the_repository_is_read(tmp_path: Path) -> None:
    root = write(tmp_path, {ROLES: None, "shared-roles.yml": FILES[ROLES]})
    (root / ROLES).symlink_to(root / "shared-roles.yml")
    assert examine(root) == []


def test_dangling_and_circular_links(tmp_path: Path) -> None:
    root = write(tmp_path, {ROLES: None, "organisation/systems.yml": None})
    (root / ROLES).symlink_to(root / "nowhere.yml")
    (root / "organisation/systems.yml").symlink_to(root / "organisation/systems.yml")
    assert places(examine(root)) == [f"{ROLES}:1:1 S101", "organisation/systems.yml:1:1 S101"]


def test_large_file_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, {ROLES: b"#" * (LARGEST * 3)})
    asked: list[int] = []
    opened = Path.open

    def watched(path: Path, *arguments: str) -> object:
        stream = opened(path, *arguments)
        read = stream.read

        class Watched:
            def __enter__(self) -> object:
                return self

            def __exit__(self, *_: object) -> None:
                stream.close()

            def read(self, size: int) -> bytes:
                asked.append(size)
                return bytes(read(size))

        return Watched()

    monkeypatch.setattr(Path, "open", watched)
    assert places(examine(root)) == [f"{ROLES}:1:1 S104"]
    assert max(asked) == LARGEST + 1


def test_editor_leftovers_are_ignored(tmp_path: Path) -> None:
    root = write(tmp_path, {"organisation/.roles.yml": "x", "organisation/roles.yml~": "x"})
    (root / "organisation/.#roles.yml").symlink_to("/nowhere")
    assert examine(root) == []


def test_findings_of_one_file_are_bounded(tmp_path: Path) -> None:
    many = "".join(f"- id: role-{number}\n  nam: x\n" for number in range(5000))
    found = examine(write(tmp_path, {ROLES: many}))
    assert len(found) == 101
    assert found[0] == Finding("S120", found[0].position, details={"limit": "100"})


def test_a_guess_is_not_sought_among_too_much() -> None:
    assert nearest("gaol", ["goal"]) == {"guess": "goal"}
    assert nearest("gaol" * 100, ["goal" * 100]) == {}
    assert nearest("gaol", ["goal"] * 1000) == {}


def test_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path)
    opened = Path.open

    def grow(path: Path, *arguments: str) -> object:
        if path.name == "roles.yml":
            with opened(path, "a") as stream:
                stream.write("- id: miller\n  name: miller\n")
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", grow)
    assert "miller" in load(root).readable.roles
