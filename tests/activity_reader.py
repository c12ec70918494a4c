"""Reads PlantUML's activity syntax back into a graph, the way PlantUML itself takes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_ACTION = re.compile(
    r"^(?:backward )?(?:\[\[.*?\]\])?:(?P<text>.*); *(?P<stereotypes>(?:<<.*>>)?)$"
)
_SIZE = re.compile(r"</?(?:b|size[^>]*)>")
_LINK = re.compile(r"\[\[\S+ (.*?)\]\]")
_CODE = re.compile(r"<U\+([0-9A-F]+)>")
_SKIPPED = re.compile(r"^(?:\||label |note right|partition |}$)")

Edges = set[tuple[str, str | None, str]]
Ways = set[tuple[str, str | None]]


def plain(text: str) -> str:
    """Finished PlantUML text as it is read; one line after another."""
    shown = _LINK.sub(r"\1", _SIZE.sub("", text)).replace(r"\n", "\n")
    return _CODE.sub(lambda match: chr(int(match[1], 16)), shown).replace("\u00a0", "").strip()


@dataclass
class Reader:
    """Follows the lines of a diagram; ``ways`` are the arrows that wait for their end."""

    lines: list[str]
    at: int = 0
    edges: Edges = field(default_factory=set)
    between: set[str] = field(default_factory=set)
    label: str = ""

    def read(self, ways: Ways, *stops: str) -> Ways:
        """Reads statements up to one that starts with a stop."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if stops and line.startswith(stops):
                return ways
            self.at += 1
            ways = self._statement(line, ways)
        return ways

    def _statement(self, line: str, ways: Ways) -> Ways:  # noqa: C901, PLR0911
        if _SKIPPED.match(line):
            return ways
        if line == "start":
            return {("start", None)}
        if line.startswith("->"):
            self.label = plain(line[3:-1])
            return ways
        if line.startswith("if ()"):
            return self._choice(line, ways)
        if line == "switch ()":
            return self._switch(ways)
        if line == "repeat":
            return self._repeat(ways)
        if line == "split":
            return self._split(ways)
        if line == "stop":
            return self._end(ways)
        if line == "-[hidden]->":
            return set()
        if match := re.fullmatch(r"\((\S)\)", line):
            return self._connector(match[1], ways)
        match = _ACTION.match(line)
        assert match, line
        if "<<object>>" in match["stereotypes"]:
            return ways
        return self._reach(plain(match["text"]).split("\n")[0].split(" ")[-1], ways)

    def _reach(self, node: str, ways: Ways) -> Ways:
        self.edges |= {(source, guard, node) for source, guard in ways}
        self.label = ""
        return {(node, None)}

    def _transit(self, kind: str) -> str:
        node = f"{kind} {self.at}"
        self.between.add(node)
        return node

    def _diamond(self) -> str:
        """A question names its diamond; a further part of a longer choice has no question."""
        asked = self.label.startswith("question")
        return self.label.split("\n")[0] if asked else self._transit("diamond")

    def _choice(self, line: str, ways: Ways) -> Ways:
        node = self._diamond()
        self._reach(node, ways)
        first = self._branch(node, line[len("if () then (") : -1], "else")
        other = self.lines[self.at]
        self.at += 1
        second = self._branch(node, other[len("else (") : -1], "endif")
        self.at += 1
        return first | second

    def _branch(self, node: str, text: str, *stops: str) -> Ways:
        guard, _, end = plain(text).partition("]")
        self.label = end.strip()
        return self.read({(node, guard.strip("["))}, *stops)

    def _switch(self, ways: Ways) -> Ways:
        node = self._diamond()
        self._reach(node, ways)
        found: Ways = set()
        while (line := self.lines[self.at]) != "endswitch":
            assert line.startswith("case ("), line
            self.at += 1
            before = self.at
            found |= self._branch(node, line[len("case (") : -1], "case (", "endswitch")
            assert self.at > before, "PlantUML draws an empty case across the others"
        self.at += 1
        return found

    def _end(self, ways: Ways) -> Ways:
        self._reach(f"end {self.label.strip()}".strip(), ways)
        return set()

    def _connector(self, letter: str, ways: Ways) -> Ways:
        node = f"({letter})"
        self.between.add(node)
        self._reach(node, ways)
        if self.lines[self.at] == "detach":
            self.at += 1
            return set()
        return {(node, None)}

    def _repeat(self, ways: Ways) -> Ways:
        merge = self._transit("merge")
        self._reach(merge, ways)
        body = self.read({(merge, None)}, "backward", "repeat while")
        back = None
        if self.lines[self.at].startswith("backward"):
            match = _ACTION.match(self.lines[self.at])
            assert match
            if "<<object>>" not in match["stereotypes"]:
                back = plain(match["text"]).split("\n")[0].split(" ")[-1]
            self.at += 1
            body = self.read(body, "repeat while")
        match = re.fullmatch(r"repeat while \(\) is \((.*)\) not \((.*)\)", self.lines[self.at])
        assert match
        self.at += 1
        node = self._diamond()
        self._reach(node, body)
        again, leave = (plain(text).strip("[]") for text in match.groups())
        returning: Ways = {(node, again)}
        self._reach(merge, self._reach(back, returning) if back else returning)
        return {(node, leave)}

    def _split(self, ways: Ways) -> Ways:
        found: Ways = set()
        while True:
            found |= self.read(set(ways), "split again", "end split", "detach")
            if self.lines[self.at] == "detach":
                found -= ways
                self.at += 1
            self.at += 1
            if self.lines[self.at - 1] == "end split":
                return found


def edges_of(text: str) -> Edges:
    """The edges between actions, questions and ends that a diagram draws."""
    body = text[text.index("</style>") + len("</style>") : text.index("@enduml")]
    body = body.partition("\nlegend left")[0].replace("|\n<", "|<")  # a table is one statement
    lines = [line for line in body.splitlines() if line]
    reader = Reader(lines)
    assert not reader.read(set()), "an arrow leads nowhere"
    return set(_contracted(reader.edges, reader.between))


def _contracted(edges: Edges, between: set[str]) -> Iterator[tuple[str, str | None, str]]:
    """Edges without merges, connectors and the further diamonds of a longer choice."""
    for source, guard, target in edges:
        if source not in between:
            for last, end in _beyond(target, edges, between, guard, set()):
                yield source, last, end


def _beyond(
    node: str, edges: Edges, between: set[str], guard: str | None, seen: set[str]
) -> Iterator[tuple[str | None, str]]:
    if node not in between:
        yield guard, node
    elif node not in seen:
        for source, further, target in edges:
            if source == node:
                yield from _beyond(target, edges, between, further or guard, seen | {node})
