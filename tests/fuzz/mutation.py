"""Bytes of files, spoiled: flipped, cut, doubled, spliced, swapped; and wrong whole files."""

from collections.abc import Sequence
from random import Random

_PIECES = (
    *(b"\n", b"\r\n", b"\r", b"\t", b"  ", b" ", b"- ", b": ", b":", b",", b"#", b" # "),
    *(b"[", b"]", b"{", b"}", b"*a", b"&a ", b"!x ", b"!!python/name:os.system ", b"|", b">-"),
    *(b'"', b"'", b"null", b"~", b"---\n", b"...\n", b"%YAML 9.9\n", b"? ", b"<<: *a", b"@", b"`"),
    *(b"\x00", b"\x1b[2J", b"\x7f", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbf\xbe"),
    *("\ufeff".encode(), "\u2028".encode(), "\u0085".encode(), "🙂".encode(), "ſ".encode()),
    *(b'"\\ud800"', b'"\\x00"', b'"\\u202e"', b"9" * 300, b"[" * 60, b"- " * 60, b"a: " * 3),
    *(b"# handbook: ignore[F103]: x\n", b" # handbook: ignore[", b"\n\n\n\n", b"w" * 9000),
)


def spoiled(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """The content after one to six changes; ``others`` are files to take pieces from."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        content = _changed(random, content, others)
    return content


def _changed(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    way = random.choices(tuple(_WAYS), weights=tuple(_WAYS.values()))[0]
    return way(random, content, others)


def _flipped(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    if not content:
        return b"\x00"
    place = random.randrange(len(content))
    flipped = content[place] ^ (1 << random.randrange(8))
    return content[:place] + bytes([flipped]) + content[place + 1 :]


def _with_a_piece(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, _end = _stretch(random, content)
    return content[:start] + random.choice(_PIECES) + content[start:]


def _with_random_bytes(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, _end = _stretch(random, content)
    return content[:start] + random.randbytes(random.choice((1, 3, 30))) + content[start:]


def _cut_out(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, content)
    return content[:start] + content[end:]


def _cut_off(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    return content[: _stretch(random, content)[0]]


def _doubled(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, content)
    return content[:end] + content[start:end] * random.choice((1, 2, 20)) + content[end:]


def _spliced(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    start, end = _stretch(random, content)
    other = random.choice(others)
    begin, stop = _stretch(random, other)
    return content[:start] + other[begin:stop] + content[end:]


def _with_a_head(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    return random.choice((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"%", b"\n")) + content


def _with_other_ends(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    return content.replace(b"\n", random.choice((b"\r\n", b"\r", b"\n\n", b"\n ")))


def _with_lines_swapped(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _with_lines_repeated(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    place = random.randrange(len(lines))
    several = random.choice((1, 2, 5))
    return b"\n".join([*lines[:place], *lines[place : place + several] * 3, *lines[place:]])


def _reindented(random: Random, content: bytes, _: Sequence[bytes]) -> bytes:
    lines = content.split(b"\n")
    place = random.randrange(len(lines))
    lines[place] = random.choice((b" ", b"  ", b"- ", b"\t")) + lines[place]
    return b"\n".join(lines)


def _stretch(random: Random, content: bytes) -> tuple[int, int]:
    start = random.randint(0, len(content))
    return start, min(len(content), start + random.choice((1, 2, 5, 40, 400)))


_WAYS = {
    _flipped: 2,
    _with_a_piece: 3,
    _with_random_bytes: 1,
    _cut_out: 1,
    _cut_off: 1,
    _doubled: 1,
    _spliced: 1,
    _with_a_head: 1,
    _with_other_ends: 1,
    _with_lines_swapped: 2,
    _with_lines_repeated: 1,
    _reindented: 1,
}
"""The ways to spoil a file, and how often each is taken."""
