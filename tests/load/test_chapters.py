from pathlib import Path

import pytest

from generator.load.chapters import ChapterText, Fence, read_chapters


def chapter(text: str) -> ChapterText:
    return ChapterText("docs/handbook/about.md", text)


def docs(root: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


@pytest.mark.parametrize(
    ("head", "macros"),
    [
        ("---\nrender_macros: true\n---\n", True),
        ("---\ntitle: x\nrender_macros: yes\n---\n", True),
        ("--- \nrender_macros:   True\n...\n", True),
        ("---\nrender_macros: on  # filled in\n---\n", True),
        ("---\nrender_macros: false\n---\n", False),
        ("---\nrender_macros:\n---\n", False),
        ("---\ntitle: 'render_macros: true'\n---\n", False),
        ("---\ntitle: x\n---\nrender_macros: true\n", False),
        ("\n---\nrender_macros: true\n---\n", False),
        ("---\n- a\n---\n", False),
        ("", False),
    ],
)
def test_macros_are_asked_for_in_the_front_matter(head: str, *, macros: bool) -> None:
    assert chapter(f"{head}# Title\n").has_macros is macros


@pytest.mark.parametrize(
    ("text", "fences"),
    [
        ("# T\n\n```plantuml\nA -> B\n```\n", (Fence("A -> B\n", 3),)),
        ("~~~plantuml\nA\n~~~\n\n```plantuml\nB\n```", (Fence("A\n", 1), Fence("B\n", 5))),
        ('```plantuml format="svg"\nA\n```\n', (Fence("A\n", 1),)),
        ("- x\n\n    ```uml\n    A\n    ```\n", (Fence("    A\n", 3),)),
        ("```{.plantuml}\nA\n```\n", (Fence("A\n", 1),)),
        ("```python\nA\n```\n", ()),
        ("```plantuml\nnever closed\n", ()),
    ],
)
def test_fences(text: str, fences: tuple[Fence, ...]) -> None:
    assert chapter(text).fences == fences


def test_chapters_in_order_of_path(tmp_path: Path) -> None:
    root = docs(tmp_path, {"b.md": b"B", "a/z.md": b"Z", "a/picture.png": b"\x89", "c.txt": b"C"})
    found, findings = read_chapters(root)
    assert [(item.file, item.path, item.text) for item in found] == [
        ("docs/a/z.md", "a/z.md", "Z"),
        ("docs/b.md", "b.md", "B"),
    ]
    assert findings == ()


def test_no_folder_no_chapters(tmp_path: Path) -> None:
    assert read_chapters(tmp_path) == ((), ())


def test_line_ends_of_windows_are_read(tmp_path: Path) -> None:
    found, _ = read_chapters(docs(tmp_path, {"a.md": b"---\r\nrender_macros: true\r\n---\r\n"}))
    assert found[0].has_macros


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("naïve".encode("latin-1"), "docs/a.md:1:3 S105"),
        (b"\xef\xbb\xbf# A", "docs/a.md:1:1 S106"),
        (b"# A\n\x1b[2J", "docs/a.md:2:1 S107"),
        (b"x" * 1_000_001, "docs/a.md:1:1 S104"),
        (b"---\ntitle: a: b\n---\n", "docs/a.md:2:9 S126"),
        (b"---\na: 1\na: 2\n---\n", "docs/a.md:3:1 S112"),
        (b"---\na: " + b"[" * 30_000 + b"\n---\n", "docs/a.md:2:53 S116"),
    ],
    ids=["latin-1", "bom", "control", "large", "head", "key twice", "brackets"],
)
def test_bad_files_are_findings(tmp_path: Path, content: bytes, place: str) -> None:
    _, findings = read_chapters(docs(tmp_path, {"a.md": content}))
    found = [
        f"{item.position.file}:{item.position.line}:{item.position.column} {item.code}"
        for item in findings
    ]
    assert found == [place]


def test_nothing_from_outside_is_published(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret")
    root = docs(tmp_path / "repository", {"a.md": b"A"})
    (root / "docs" / "b.md").symlink_to(tmp_path / "secret.md")
    (root / "docs" / "c.png").symlink_to(tmp_path / "secret.md")
    (root / "docs" / "d.md").symlink_to("a.md")
    found, findings = read_chapters(root)
    assert [item.file for item in found] == ["docs/a.md", "docs/d.md"]
    assert [(item.code, item.position.file) for item in findings] == [
        ("S103", "docs/b.md"),
        ("S103", "docs/c.png"),
    ]


def test_a_chapter_that_cannot_be_opened(tmp_path: Path) -> None:
    root = docs(tmp_path, {"a.md": b"A"})
    (root / "docs" / "b.md").symlink_to("gone.md")
    assert [item.code for item in read_chapters(root)[1]] == ["S101"]
