"""No author of the history, by name or by address, is anywhere in what is published."""

import gzip
import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from repository import PEOPLE, Repository, buildable, make_repository
from tests.site.conftest import handbook

pytestmark = pytest.mark.slow

WORDS = tuple(
    word for person in PEOPLE for word in (person.name, person.name.split()[-1], person.address)
)
_ESCAPES = re.compile(r"\\u([0-9a-fA-F]{4})")


def readings(content: bytes) -> Iterator[str]:
    """A file as it is, and decoded in every way in which a site may write a text."""
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    text = content.decode("utf-8", errors="replace")
    yield text
    plain = html.unescape(_ESCAPES.sub(lambda found: chr(int(found[1], 16)), text))
    yield plain
    yield unquote(plain)
    yield content.decode("utf-16-le", errors="replace")


def people_in(folder: Path) -> list[str]:
    """Where somebody is named, in a path or in a file."""
    found = []
    for path in sorted(folder.rglob("*")):
        texts = [str(path.relative_to(folder))]
        if path.is_file():
            texts += readings(path.read_bytes())
        small = [text.casefold() for text in texts]
        found += [
            f"{path}: {word}" for word in WORDS if any(word.casefold() in text for text in small)
        ]
    return found


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The repository of the tests, signed off and built."""
    found = make_repository(tmp_path_factory.mktemp("people") / "bakery")
    done = handbook(buildable(found.root), "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return found


def test_the_history_names_them_and_was_read(repository: Repository) -> None:
    said = repository.git("log", "--all", "--format=%an %ae %B")
    assert all(word in said for word in WORDS)
    pages = "".join(
        path.read_text(encoding="utf-8") for path in (repository.root / "site").rglob("*.html")
    )
    assert repository.commits["approved"][:7] in pages


@pytest.mark.parametrize("folder", ["site", "build"])
def test_nobody_is_named_in_what_was_made(repository: Repository, folder: str) -> None:
    assert (repository.root / folder).is_dir()
    assert people_in(repository.root / folder) == []


def test_they_would_be_found(tmp_path: Path) -> None:
    name, address = PEOPLE[0].name, PEOPLE[0].address
    hidden = {
        "plain.txt": name.encode(),
        "entities.html": "".join(f"&#{ord(letter)};" for letter in name).encode(),
        "escapes.json": "".join(f"\\u{ord(letter):04x}" for letter in address).encode(),
        "link.html": address.replace("@", "%40").encode(),
        "packed.gz": gzip.compress(address.upper().encode()),
        "wide.bin": name.encode("utf-16-le"),
    }
    for file, content in hidden.items():
        (tmp_path / file).write_bytes(content)
        assert people_in(tmp_path), file
        (tmp_path / file).unlink()
    assert people_in(tmp_path) == []
