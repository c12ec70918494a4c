"""Values by the types of the model: right ones, and now and then one that no field expects."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from random import Random
from types import NoneType
from typing import Any, NewType, Union, get_args, get_origin

from generator.model.base import Line, OriginEntry, Part, Text
from generator.model.control import PolicyOrigin
from generator.model.identifiers import (
    CommitId,
    Fingerprint,
    Lines,
    Period,
    Reference,
    RuleCode,
    Version,
)
from generator.model.organisation import Url
from generator.model.process import ObjectInState
from generator.rules import RULES
from tests.fuzz.texts import Writer

UNKNOWN = ("nobody", "x", "the-unknown-one", "Wrong Form", "", "0", "a" * 81, "process:x#y")
_DATES = ("2026-01-01", "2020-02-29", "9999-12-31", "0001-01-01", "2027-06-01")
_WRONG_DATES = ("2026-02-30", "01-02-2026", "20260101", "2026-01-01T10:00:00", "-1", "1e9", "")
_DECIMALS = ("0", "96", "-3", "4.50", "+12.000001", "999999999999")
_PERIODS = (
    "2026",
    "2026-Q1",
    "2026-03",
    "2026-W09",
    "2026-03-14",
    "2026-02-30",
    "2025-W53",
    "2999",
)
_VERSIONS = ("0.1", "0.2", "1.0", "1.1", "0.10", "10.0", "1.99999999999999999999")
_HUGE = ("9" * 400, "1e400", "-" + "9" * 30, "0x7fffffffffffffff", "18446744073709551616", "1_000")
_ORIGINS = ("source", "derived", "proposal", "open")


@dataclass
class Values:
    """Makes values for one handbook.

    ``faults`` is the chance that a value is wrong; ``known`` are the identifiers by kind,
    ``steps`` those of the steps by process, ``process`` the process that is being made.
    """

    random: Random
    writer: Writer
    faults: float = 0.0
    known: dict[str, list[str]] = field(default_factory=dict)
    steps: dict[str, list[str]] = field(default_factory=dict)
    process: str = ""

    def value(self, hint: Any) -> Any:
        """A value of a type, as YAML has it."""
        if made := self._of_named_type(hint):
            return made
        if isinstance(hint, NewType) or hasattr(hint, "__metadata__"):
            return self.value(get_args(hint)[0]) if get_args(hint) else self._identifier(hint)
        if isinstance(hint, type) and issubclass(hint, Part):
            return self.part(hint)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.random.choice(list(hint)).value
        return self._of_class(hint) if isinstance(hint, type) else self._of_form(hint)

    def part(self, part: type[Part]) -> dict[str, Any]:
        """A mapping of a type; the structure tells what is in it."""
        raise NotImplementedError

    def misfit(self, depth: int) -> Any:
        """A value that no field expects."""
        return self.random.choice(
            (
                None,
                "",
                [],
                {},
                [[]],
                [None, None],
                {"": None},
                self.random.choice(_HUGE),
                self.random.choice(_WRONG_DATES),
                self.random.choice(UNKNOWN),
                self.writer.text(),
                [self.writer.line()] * 30,
                nested(depth),
            )
        )

    def listed(self, hint: Any, least: int, most: int) -> list[Any]:
        """A list of values of a type."""
        return [self.value(hint) for _ in range(self.many(least, most))]

    def one(self, kind: str) -> str:
        """The identifier of something of a kind."""
        if self.wrong():
            return self.random.choice(UNKNOWN)
        return self.random.choice(self.known.get(kind) or ["x"])

    def wrong(self) -> bool:
        """Whether to do something wrong."""
        return self.random.random() < self.faults

    def many(self, least: int, most: int) -> int:
        """How many."""
        return self.random.randint(least, max(least, most))

    def _of_named_type(self, hint: Any) -> Any:
        makers: tuple[tuple[Any, Callable[[], Any]], ...] = (
            (Line, self.writer.line),
            (Text, self.writer.text),
            (ObjectInState, self.writer.object),
            (Lines, self._lines),
            (Reference, self._reference),
            (Version, lambda: self.random.choice(_VERSIONS)),
            (CommitId, lambda: self.random.choice("0123456789abcdef") * 40),
            (Fingerprint, lambda: self.random.choice("0123456789abcdef") * 64),
            (PolicyOrigin, lambda: self.random.choice(_ORIGINS)),
            (RuleCode, lambda: self.random.choice(RULES).CODE),
            (OriginEntry, lambda: self.random.choice(_ORIGINS)),
            (Url, lambda: "https://git.example.org/{path}"),
            (Period, lambda: self.random.choice(_PERIODS)),
        )
        return next((make() for known, make in makers if hint == known), None)

    def _of_class(self, hint: type) -> Any:
        match hint.__name__:
            case "bool":
                return self.random.choice(("true", "false", "yes", "no", "on"))
            case "int":
                return str(self.random.choice((0, 1, 2, 3, 40)))
            case "Decimal":
                return self.random.choice(_DECIMALS)
            case "date":
                return self.random.choice(_DATES)
        return self.writer.line()

    def _of_form(self, hint: Any) -> Any:
        origin = get_origin(hint)
        inner = [item for item in get_args(hint) if item not in (NoneType, ...)]
        if origin is tuple:
            return self.listed(inner[0], 0, 3)
        if origin is Union or type(hint).__name__ == "UnionType":
            return self.value(self.random.choice(inner))
        return self.writer.line()

    def _identifier(self, hint: Any) -> str:
        kind = str(hint.__name__).lstrip("_").removesuffix("Id").lower()
        if kind == "step":
            return self.random.choice(self.steps.get(self.process) or ["s0"])
        return self.one(kind)

    def _lines(self) -> str:
        first = self.random.randint(1, 40)
        return self.random.choice((f"L{first}", f"L{first}-{first + 3}", f"L{first}-{first}"))

    def _reference(self) -> str:
        kind = self.random.choice(("process", "role", "system", "document", "process"))
        step = self.random.choice(("s0", "s1", "x")) if self.faults else "s0"
        return f"{kind}:{self.one(kind)}" + (f"#{step}" if kind == "process" else "")


def nested(depth: int) -> Any:
    """Lists and mappings in each other."""
    made: Any = "x"
    for level in range(depth):
        made = [made] if level % 3 else {"name": made}
    return made
