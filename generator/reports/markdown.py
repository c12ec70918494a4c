"""Text into the Markdown of GitHub and GitLab: shown as it was typed, whatever is in it.

Both forges read more than Markdown: they link names, numbers, commits and addresses in what
is left *after* the Markdown has become HTML, where a character reference is a character
again. So what means something in Markdown or HTML becomes a character reference, and what
means something to a forge is broken by a blank of no width.
"""

import re
from urllib.parse import quote

from generator.wording import visible

NO_WIDTH = "&#8203;"
"""A blank of no width (U+200B): it is not seen, and no name or address goes on beyond it."""

_PLAIN = re.compile(r"[^\w ,;]|_", re.ASCII)
"""What may mean something: everything but letters, digits, blanks and two marks."""
_SAFE = re.compile(r"(?<=[A-Za-z\u00c0-\u024f)])[.?)/-](?=\Z|[ .,;A-Za-z\u00c0-\u024f])")
"""Marks that mean nothing behind a letter, so that sentences stay readable as they are."""
_BROKEN = re.compile(
    r"""
      (?<=[@#!~&%^])(?=[\w"{])            # @name, #12, !12, ~label, &12, %milestone
    | (?<=:)(?=//)                        # https://
    | (?<=:)(?=[\w+-]+:)                  # :tada:
    | (?<=\bwww)(?=\.)
    | (?<=\bgh-)(?=\d)                    # GH-12
    | (?<=[\[{])(?=[-+\[xX ~])            # [x], [[page]], {+ added +}
    | (?<=\b[0-9a-f]{4})(?=[0-9a-f]{3,60}\b)   # the identifier of a commit
    | (?<=mailto:)(?=.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The places where a forge would see more than text."""
_FENCE = re.compile("`+")


def literal(text: object) -> str:
    """The text as it is to be read: on one line, safe in a paragraph, item, cell or tag.

    Characters that cannot be seen are spelled out (``\\u202e``), white space becomes single
    blanks. A dollar sign comes in a tag of its own, which is how GitHub says that it begins
    no formula.
    """
    shown = visible(" ".join(str(text).split()), longest=None)
    pieces = [_piece(piece) for piece in _BROKEN.split(shown)]
    return NO_WIDTH.join(pieces)


def code_block(text: str, name: str = "") -> str:
    """Lines as a block of code, exactly as they are.

    Args:
        text: the lines.
        name: the language, such as ``yaml`` or ``suggestion``.
    """
    longest = max((len(found) for found in _FENCE.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = text if text.endswith("\n") or not text else f"{text}\n"
    return f"{fence}{name}\n{lines}{fence}"


def link(text: object, address: str) -> str:
    """A link with text that is shown as typed."""
    return f"[{literal(text)}](<{_address(address)}>)"


def _piece(text: str) -> str:
    safe = {match.start() for match in _SAFE.finditer(text)}
    return _PLAIN.sub(
        lambda match: match.group() if match.start() in safe else _reference(match.group()), text
    )


def _reference(character: str) -> str:
    if character.isalnum():  # a letter of another alphabet
        return character
    reference = f"&#{ord(character)};"
    return f"<span>{reference}</span>" if character == "$" else reference


def _address(address: str) -> str:
    """An address that cannot end the link or hold a character reference."""
    return quote(address, safe="/:?#[]@!$'()*+,;=%~&").replace("&", "&amp;")
