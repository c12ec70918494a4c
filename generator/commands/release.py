"""``handbook release``: a state of the whole handbook that stays readable under its own name."""

import argparse
from datetime import date
from pathlib import Path

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN
from generator.language import Language, language
from generator.load import load
from generator.load.git import version
from generator.load.release_commit import commit_of, day_of, is_tag_free, set_tag, uncommitted
from generator.model.finding import Severity
from generator.model.identifiers import is_identifier, short
from generator.model.usage import UsageError
from generator.pages.releases import FILE

HELP = "add a release: a state of the handbook that stays readable"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("name", metavar="NAME", help="its id, which becomes a folder of the site")
    parser.add_argument("--title", metavar="TEXT", help="what readers call it (default: NAME)")
    parser.add_argument("--commit", metavar="REF", help="default: the commit that is checked out")
    parser.add_argument(
        "--date", metavar="DATE", type=date.fromisoformat, help="default: that of the commit"
    )
    parser.add_argument("--tag", action="store_true", help="set a git tag NAME as well")


def run(root: Path, options: argparse.Namespace) -> int:
    """Adds a line to organisation/releases.yml and says what to do next."""
    loaded = load(root)
    words = language(loaded.readable.organisation.language)
    _check_name(options.name, set(loaded.readable.releases), words)
    if options.commit is None:
        _check_clean(root, words)
    commit = commit_of(root, options.commit or "HEAD")
    _check_content(root, commit, words)
    if options.tag and not is_tag_free(root, options.name, commit):
        raise _refusal(words, "tag_taken", name=options.name)
    day = (options.date or day_of(root, commit)).isoformat()
    release = {
        "id": options.name,
        "name": " ".join((options.title or options.name).split()),
        "commit": commit,
        "date": day,
        "tag": options.name if options.tag else "",
    }
    _add(root, release, words)
    _say(words, "added", name=options.name, commit=short(commit), date=day)
    if options.tag:
        set_tag(root, options.name, commit)
        _say(words, "tagged", name=options.name)
    _say(words, "next", name=options.name)
    return CLEAN


def _check_name(name: str, taken: set[str], words: Language) -> None:
    if not is_identifier(name):
        raise _refusal(words, "badid", name=name)
    if name in taken:
        raise _refusal(words, "exists", name=name)


def _check_clean(root: Path, words: Language) -> None:
    """A release is its commit: what is in no commit would not be in it."""
    found = [file for file in uncommitted(root) if file != FILE]
    if found:
        raise _refusal(words, "dirty", files=", ".join(found[:5]))


def _check_content(root: Path, commit: str, words: Language) -> None:
    with version(root, commit) as folder:
        found = load(folder)
    errors = [item for item in found.findings if item.severity is Severity.ERROR]
    if found.handbook is None or errors:
        first = next((f"{item.position.file} {item.code}" for item in errors), "")
        raise _refusal(words, "broken", commit=short(commit), problem=first)


def _add(root: Path, release: dict[str, str], words: Language) -> None:
    from generator.publish.release_list import (  # noqa: PLC0415 - a check needs no publishing
        CannotAddError,
        release_lines,
        with_release,
    )

    path = root / FILE
    try:
        before = path.read_bytes().decode("utf-8") if path.exists() else ""
        text = with_release(before, release)
    except (CannotAddError, UnicodeDecodeError) as error:
        raise _refusal(words, "byhand", lines=release_lines(release)) from error
    write(text, path)


def _refusal(words: Language, label: str, **blanks: object) -> UsageError:
    return UsageError(words.label(f"releases.command.{label}", **blanks))


def _say(words: Language, label: str, **blanks: object) -> None:
    print(words.label(f"releases.command.{label}", **blanks))
