"""Whole sites, built once a test run, and a real browser to read them with."""

import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
LIBRARY = ROOT / "tests" / "data" / "harbour-library"
CONTENT = ("processes", "kpis", "organisation", "quality", "docs")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def copy_of(content: Path, target: Path) -> Path:
    """A repository with the content of another one and this project's mkdocs.yml."""
    for folder in CONTENT:
        if (content / folder).is_dir():
            shutil.copytree(content / folder, target / folder)
    (target / "mkdocs.yml").write_text(f"INHERIT: {ROOT / 'mkdocs.yml'}\n", encoding="utf-8")
    return target


def handbook(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command ``handbook`` on a repository, as a stranger would."""
    command = [sys.executable, "-m", "generator", "--root", str(root), *arguments]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )


def _built(content: Path, target: Path) -> Path:
    root = copy_of(content, target)
    done = handbook(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="session")
def library_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the invented library."""
    return _built(LIBRARY, tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="session")
def handbook_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the handbook in this repository."""
    return _built(ROOT, tmp_path_factory.mktemp("handbook"))


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one the browser tests are skipped, loudly."""
    path = _chromium()
    if path is None:
        message = "NO BROWSER TESTS WERE RUN: no Chromium here (Debian: apt install chromium)"
        if os.environ.get("HANDBOOK_REQUIRE_BROWSER"):
            pytest.fail(message)
        warnings.warn(message, stacklevel=1)
        pytest.skip(message)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page from the file system; a request to any other host fails the test."""
    contexts = []

    def open_(
        site: Path,
        path: str,
        *,
        width: int = 1440,
        height: int = 900,
        dark: bool = False,
        **more: object,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            **more,  # type: ignore[arg-type]
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: _refuse_other_hosts(request.url))
        page.on("pageerror", lambda error: _fail(f"script error: {error}"))
        page.goto((site / path.partition("#")[0]).as_uri() + path[len(path.partition("#")[0]) :])
        return page

    yield open_
    for context in contexts:
        context.close()


problems: list[str] = []


def _refuse_other_hosts(url: str) -> None:
    if not url.startswith(("file:", "data:", "blob:", "about:")):
        _fail(f"request to another host: {url}")


def _fail(problem: str) -> None:
    problems.append(problem)


@pytest.fixture(autouse=True)
def _no_problems() -> Iterator[None]:
    problems.clear()
    yield
    assert problems == []
