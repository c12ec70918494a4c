"""A finding in words: its message and hints, from the catalogue of one language."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.language import LANGUAGES, Language, language
from generator.model.finding import Finding

_LONGEST = 300


class Wording(NamedTuple):
    """What a finding says: its name, its message, and what to do about it."""

    name: str
    message: str
    hints: tuple[str, ...]


def wording(finding: Finding, language: Language) -> Wording:
    """The words of a finding, safe to show: nothing in them controls a terminal."""
    entry: Mapping[str, str] = language.messages[finding.code]
    words: Mapping[str, Mapping[str, str]] = language.messages["words"]
    blanks = {name: _translated(value, words.get(name)) for name, value in finding.details.items()}
    # A kind that is none is no line that a register lacks: the kinds are the advice then.
    last = "kinds" if "kinds" in blanks else "hint"
    hints = ["guess", last] if "guess" in blanks else [last]
    return Wording(
        name=entry["name"],
        message=entry["message"].format_map(blanks),
        hints=tuple(entry[hint].format_map(blanks) for hint in hints if hint in entry),
    )


def explain_command(finding: Finding) -> str:
    """The command that explains the rule behind a finding."""
    return f"handbook explain {finding.code}"


def visible(text: str, *, longest: int | None = _LONGEST) -> str:
    """The text on one line, with invisible characters spelled out.

    Text from a file may hold what moves the cursor, turns the reading direction or ends
    the line; in a report it must be seen, not obeyed. What is longer than ``longest`` is
    cut, unless that is None, as for the path of a file, which must stay whole to be found.
    """
    cut = text if longest is None or len(text) <= longest else text[: longest - 1] + "…"
    return "".join(
        character if character.isprintable() else _spelled(character) for character in cut
    )


def _spelled(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def _translated(value: str, words: Any) -> str:
    if words is None:
        return visible(value)
    return str(words[value]) if value in words else str(words.get("other", visible(value)))


def codes() -> tuple[str, ...]:
    """Every code that a finding can have, of rules and of files; the languages have the same."""
    messages = language(LANGUAGES[0]).messages
    return tuple(sorted(key for key in messages if key not in {"words", "report"}))
