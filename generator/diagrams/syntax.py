"""PlantUML's syntax: the one place where text becomes PlantUML and names become aliases.

Everything but letters and digits is written as ``<U+XXXX>``: PlantUML has no other escape
that holds in every kind of diagram, and an unescaped ``;`` mis-draws without an error.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import quote

WIDTH = 22
"""How many characters a line in a box holds before it is broken, and a word before it is."""

BLANK = "<U+00A0>"
"""An empty line that takes its room."""

_BROKEN = r"\n"
_VOWELS = "aeiouy"
_UNWRITABLE = ("Cc", "Cs", "Cn")
_TABULATOR = "<U+005C>t"
_NO_TABULATOR = "<U+005C><U+200B>t"
"""An escaped backslash and a ``t`` still make a tabulator; ``publish/svg.py`` closes the gap."""
_WITHOUT_WIDTH = (*_UNWRITABLE, "Cf", "Mn", "Me", "Zs", "Zl", "Zp")
_PIECES = re.compile(r"[^\s/-]*[/-]+|[^\s/-]+")


def escaped(text: str) -> str:
    """One line of text, written so that PlantUML shows it as it is.

    Control characters, lone surrogates and unassigned code points have no glyph and are
    dropped; white space becomes single blanks, without any at either end. Text without
    any width, on which PlantUML breaks, becomes one fixed blank.
    """
    line = " ".join(text.split())
    wide = any(unicodedata.category(character) not in _WITHOUT_WIDTH for character in line)
    written = "".join(_escaped_character(character) for character in line)
    return written.replace(_TABULATOR, _NO_TABULATOR) if wide else BLANK


def _escaped_character(character: str) -> str:
    if character == " " or character.isalnum():
        return character
    if unicodedata.category(character) in _UNWRITABLE:
        return ""
    return f"<U+{ord(character):04X}>"


def lines(text: str, width: int = WIDTH) -> tuple[str, ...]:
    """Text broken at blanks, hyphens and slashes, and long words where they can be broken."""
    found: list[str] = []
    for word in text.split():
        for number, piece in enumerate(_pieces(word, max(width, WIDTH))):
            glue = " " if number == 0 else ""
            if found and len(found[-1]) + len(glue) + len(piece) <= width:
                found[-1] += glue + piece
            else:
                found.append(piece)
    return tuple(found)


def _pieces(word: str, width: int) -> Iterable[str]:
    for piece in _PIECES.findall(word):
        rest = piece
        while len(rest) > width:
            at = _break(rest, width)
            yield rest[:at] + "-"
            rest = rest[at:]
        yield rest


def _break(word: str, width: int) -> int:
    """Where a compound is broken: before a consonant with a vowel behind it, as late as fits."""
    for at in range(width - 1, 3, -1):
        around = word[at - 1 : at + 2].lower()
        if [letter in _VOWELS for letter in around] == [False, False, True]:
            return at
    return width - 1


def label(text: str, width: int = WIDTH) -> str:
    """Text for a box or an arrow: escaped, on as many lines as it needs."""
    return _BROKEN.join(escaped(line) for line in lines(text, width))


def joined(*parts: str) -> str:
    """Finished labels under each other; empty ones are left out."""
    return _BROKEN.join(part for part in parts if part)


def cell(*parts: str) -> str:
    """Finished labels under each other in a cell of a table, with room beside them."""
    inside = _BROKEN.join(part for part in parts if part)
    rows = [f"  {line}  " for line in inside.split(_BROKEN)]
    return _BROKEN.join([*rows, f"<size:1>{BLANK}</size>"])


def address(url: str) -> str:
    """An address relative to the site's root as PlantUML takes it, with the ``site:`` scheme."""
    return "site:" + quote(url, safe="/#.-_~%")


def linked(url: str | None, text: str, width: int = WIDTH) -> str:
    """Text that is a link, line by line, since a PlantUML link does not go over a break."""
    if url is None:
        return label(text, width)
    parts = (f"[[{address(url)} {escaped(line)}]]" for line in lines(text, width))
    return _BROKEN.join(parts)


def target(url: str | None, *, before: str = "") -> str:
    """The link of a whole element with what parts it off ``before`` it, or nothing."""
    return f"{before}[[{address(url)}]]" if url else ""


def small(text: str) -> str:
    """A finished label in smaller letters, each line by itself."""
    return _BROKEN.join(f"<size:11>{line}</size>" for line in text.split(_BROKEN))


def bold(text: str) -> str:
    """A finished label in bold, each line by itself."""
    return _BROKEN.join(f"<b>{line}</b>" for line in text.split(_BROKEN))


def guillemets(word: str) -> str:
    """A word as UML writes a stereotype, escaped."""
    return escaped(f"«{word}»")


def in_rows(loose: Sequence[str], beside: int = 3) -> Iterator[str]:
    """Boxes without any line between them in rows, where the layout makes one long column."""
    for start in range(0, len(loose), beside):
        row = loose[start : start + beside]
        yield from (f"{one} -[hidden]-> {other}" for one, other in pairwise(row))


def aliases(names: Iterable[str], prefix: str) -> Mapping[str, str]:
    """A distinct alias of letters, digits and underscores for every name.

    The prefix keeps aliases clear of PlantUML's keywords and of other families of names.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        base = f"{prefix}_{re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')}"
        alias, number = base, 1
        while alias in taken:
            number += 1
            alias = f"{base}__{number}"
        taken.add(alias)
        found[name] = alias
    return found
