"""The server for authors: it follows every saved file and survives a broken one."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from socket import socket

import pytest

from tests.site.conftest import LIBRARY, ROOT, copy_of

pytestmark = pytest.mark.slow
PATIENCE = 60


def free_port() -> int:
    with closing(socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    root = copy_of(LIBRARY, tmp_path / "library")
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "generator", "--root", str(root), "serve"]
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen([*command, "--address", address], cwd=ROOT, stdout=log, stderr=log)
        yield root, f"http://{address}"
        server.terminate()
        server.wait()


def wait_for(url: str, text: str) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if text in answer.read().decode("utf-8"):
                    return True
        except OSError:
            pass
        time.sleep(0.3)
    return False


def test_rebuilds_on_a_saved_file_and_survives_a_broken_one(
    served: tuple[Path, str], tmp_path: Path
) -> None:
    root, address = served
    page = f"{address}/processes/buy-book.html"
    assert wait_for(page, "Buy a book"), (tmp_path / "log").read_text()
    process = root / "processes" / "acquisition" / "buy-book.yml"
    text = process.read_text(encoding="utf-8")
    process.write_text(text.replace("name: Buy a book", "name: Buy two books", 1), "utf-8")
    assert wait_for(page, "Buy two books")
    broken = root / "processes" / "lending" / "broken.yml"
    broken.write_text("name: [\n", encoding="utf-8")
    time.sleep(3)
    assert wait_for(page, "Buy two books")
    assert "broken.yml:1:7: S124" in (tmp_path / "log").read_text(encoding="utf-8")
    broken.unlink()
    chapter = root / "docs" / "handbook" / "about.md"
    chapter.write_text("---\ntitle: About\n---\n# About\n\nWritten anew.\n", encoding="utf-8")
    assert wait_for(f"{address}/handbook/about.html", "Written anew")
