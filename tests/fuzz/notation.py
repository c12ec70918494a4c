"""Plain data as YAML, or as a table, in the ways that people and programs write it."""

import csv
import re
from collections.abc import Iterator
from random import Random
from typing import Any

from generator.load.csv_source import COLUMNS
from generator.load.discover import is_table
from tests.tables import csv_of

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ0-9](?:[\wÀ-ɏ ()'%+./-]*[\wÀ-ɏ)])?")
_NULLS = frozenset({"null", "Null", "NULL"})
_COMMENTS = (
    "# een opmerking",
    "#",
    "# handbook: ignore[F103] until 2027-01-01: we weten het",
    "# handbook: ignore[N106, T101]: agreed in the meeting",
    "# handbook: ignore[]",
    "# handbook: ignore[F1",
    "# handbook: ignore[R101]",
    "#handbook: ignore[O201] until 2020-13-45 x",
    "# handbook: ignore[N101,N102,P101,P105,B101,B102] until 2020-01-01: reden",
)


def written(random: Random, tree: Any, file: str = "x.yml") -> str:
    """The data as the text of a file of that name."""
    return _table(random, tree) if is_table(file) else _Hand(random).document(tree)


def _table(random: Random, tree: Any) -> str:
    """The rows of a table as a spreadsheet writes them, whatever stands in them."""
    listed = tree.get("values") if isinstance(tree, dict) else None
    rows = [row for row in listed if isinstance(row, dict)] if isinstance(listed, list) else []
    return csv_of(
        rows,
        random.sample(COLUMNS, len(COLUMNS)) if random.random() < 0.2 else COLUMNS,
        separator=random.choice(",,;"),
        end=random.choice(("\r\n", "\n")),
        quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)),
    )


class _Hand:
    """The habits of one writer, taken at random."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._step = random.choice((2, 2, 2, 4, 1))
        self._inset = random.choice((0, 2))
        self._flow_habit = random.choice((0.0, 0.0, 0.1, 0.4, 1.0))
        self._quote_habit = random.choice((0.0, 0.0, 0.2, 1.0))
        self._comment_habit = random.choice((0.0, 0.0, 0.05, 0.3))
        self._shuffles = random.random() < 0.2

    def document(self, tree: Any) -> str:
        head = self._random.choice(("", "", "", "---\n", "# yaml-language-server: $schema=x\n"))
        body = "\n".join(self._block(tree, 0)) if self._is_block(tree) else self._flow(tree)
        end = self._random.choice(("\n", "\n", "\n", "", "\n\n\n", "\n...\n"))
        text = head + body + end
        return text.replace("\n", self._random.choice(("\n",) * 9 + ("\r\n",)))

    def _is_block(self, value: Any) -> bool:
        return (
            bool(value) and isinstance(value, (dict, list)) and not self._chance(self._flow_habit)
        )

    def _block(self, value: Any, indent: int) -> Iterator[str]:
        margin = " " * indent
        if isinstance(value, dict):
            for key, item in self._items(value):
                if self._chance(self._comment_habit):
                    yield margin + self._random.choice(_COMMENTS)
                inset = self._inset if isinstance(item, list) else self._step
                yield from self._entry(f"{margin}{self._key(key)}:", item, indent + inset)
            return
        for item in value:
            if item and isinstance(item, dict) and not self._chance(self._flow_habit):
                lines = list(self._block(item, indent + 2))
                yield f"{margin}-"[: indent + 1] + f" {lines[0][indent + 2 :]}"
                yield from lines[1:]
            else:
                yield from self._entry(f"{margin}-", item, indent + self._step + 1)

    def _entry(self, head: str, value: Any, indent: int) -> Iterator[str]:
        if self._is_block(value):
            yield head
            yield from self._block(value, indent)
        elif self._may_be_literal(value):
            yield f"{head} {self._random.choice(('|-', '|', '|+'))}"
            yield from (f"{' ' * (indent + 1)}{line}" if line else "" for line in value.split("\n"))
        else:
            empty = value is None and self._chance(0.5)
            line = head if empty else f"{head} {self._flow(value)}"
            if self._chance(self._comment_habit):
                line += f"  {self._random.choice(_COMMENTS)}"
            yield line

    def _may_be_literal(self, value: Any) -> bool:
        if not isinstance(value, str) or " " not in value or value[0] in " \n\t":
            return False
        unprintable = any(not (char.isprintable() or char == "\n") for char in value)
        return not unprintable and self._chance(0.5 if "\n" in value else 0.05)

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            inside = (f"{self._key(key)}: {self._flow(item)}" for key, item in self._items(value))
            return f"{{{', '.join(inside)}}}"
        if isinstance(value, list):
            return f"[{', '.join(self._flow(item) for item in value)}]"
        if value is None:
            return self._random.choice(("null", "~"))
        return self._scalar(value)

    def _key(self, key: str) -> str:
        return self._scalar(key)

    def _scalar(self, text: str) -> str:
        quotes = self._chance(self._quote_habit)
        if _PLAIN.fullmatch(text) and text not in _NULLS and not quotes:
            return text
        printable = all(char.isprintable() for char in text)
        if printable and self._chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(map(self._in_double_quotes, text)) + '"'

    def _in_double_quotes(self, char: str) -> str:
        if char in '"\\':
            return "\\" + char
        if char == "\n":
            return "\\n"
        if char.isprintable():
            return char
        return f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\U{ord(char):08X}"

    def _items(self, value: dict[str, Any]) -> list[tuple[str, Any]]:
        items = list(value.items())
        if self._shuffles:
            self._random.shuffle(items)
        return items

    def _chance(self, share: float) -> bool:
        return bool(share) and self._random.random() < share
