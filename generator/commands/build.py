"""``handbook build``: the site, releases included."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.console import check_base, say
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.preparation import prepared
from generator.language import Language, language
from generator.load import load

if TYPE_CHECKING:
    from generator.pipeline import Prepared

HELP = "check, draw and publish the site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "--base", metavar="REF", help="add a page of what is proposed, compared with this branch"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Builds and publishes the site, when no other build of it is running any more.

    The handbook is read when it is this build's turn, so that who comes last publishes what
    is written last.
    """
    check_base(options.base)
    from generator.publish.lock import alone  # noqa: PLC0415 - a check needs no publishing
    from generator.publish.site import work  # noqa: PLC0415

    with alone(work(root), lambda: _tell(_words(root), "waiting")):
        return _build(root, options)


def _build(root: Path, options: argparse.Namespace) -> int:
    from generator.builder import BuildError  # noqa: PLC0415 - MkDocs is slow to import
    from generator.builder import build as build_site  # noqa: PLC0415

    ready, examined = prepared(root)
    if ready is None:
        return FINDINGS
    if options.base is not None:
        ready = _as_proposal(ready, options.base)
    words = examined.language
    say(words, "building", pages=len(ready.pages), diagrams=len(ready.diagrams))
    try:
        site = build_site(ready, lambda label, **blanks: _tell(words, label, **blanks))
    except BuildError as error:
        print(error, file=sys.stderr)
        say(words, "failed")
        return FINDINGS
    say(words, "done", address=(site / "index.html").as_uri())
    return CLEAN


def _as_proposal(ready: "Prepared", base: str) -> "Prepared":
    """The site with a page of what it changes, for the preview of a pull request."""
    from generator.proposing import proposed_site  # noqa: PLC0415

    site, page = proposed_site(ready.site, ready.root, base)
    pages, files = {**ready.pages, page.path: page}, {**ready.files, page.path: page.content}
    return replace(ready, site=site, pages=pages, files=files)


def _words(root: Path) -> Language:
    return language(load(root).readable.organisation.language)


def _tell(words: Language, label: str, **blanks: object) -> None:
    """Says how far the releases are, beside the result of the run."""
    print(words.label(f"releases.{label}", **blanks), file=sys.stderr, flush=True)
