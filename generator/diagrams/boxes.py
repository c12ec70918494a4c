"""The boxes of an activity diagram as PlantUML text: actions, objects, questions and guards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.diagrams.flow import Action, Choice, Flow, ObjectNode, Objects
from generator.diagrams.lanes import others
from generator.diagrams.names import Names, listing, shared_origin, stereotypes_of
from generator.diagrams.style import colour
from generator.diagrams.syntax import (
    BLANK,
    bold,
    cell,
    escaped,
    guillemets,
    joined,
    label,
    lines,
    linked,
    small,
    target,
)
from generator.model.base import Origin, OriginKind
from generator.model.handbook import slug
from generator.model.process import Process, Stereotype

_WIDTHS = {1: 24, 2: 24, 3: 22, 4: 18}
_NARROWEST = 15
"""Characters in a line by the number of lanes: all lanes together have to fit a page."""
_GUARD_WIDTH = 18
_CASE_WIDTH = 15
_BROKEN = r"\n"
_PARAGRAPH = rf"\n{BLANK}\n"


@dataclass(frozen=True)
class Boxes:
    """Writes the boxes of one process's diagram, ``width`` characters to a line."""

    process: Process
    names: Names
    width: int
    shared: Mapping[str, OriginKind]

    @classmethod
    def among(cls, flow: Flow, names: Names, lanes: int) -> "Boxes":
        """The boxes of a diagram with so many lanes."""
        process, nodes = flow.process, flow.nodes.values()
        groups = [node for node in nodes if isinstance(node, Objects)]
        sorts: dict[str, list[tuple[Origin, ...]]] = {
            "questions": [_asked(process, node) for node in nodes if isinstance(node, Choice)],
            "objects": [
                (process.origin(item.path),)
                for group in groups
                for item in (*group.passing, *group.leaving, *group.entering)
            ],
        }
        found = {sort: shared_origin(origins) for sort, origins in sorts.items()}
        shared = {sort: origin for sort, origin in found.items() if origin}
        return cls(process, names, _WIDTHS.get(lanes, _NARROWEST), shared)

    def marked(self, sort: str, text: str, *origins: Origin) -> str:
        """A finished label with its marks, unless all of its sort have the same one."""
        return text if sort in self.shared else self.names.marked(text, *origins)

    def remark(self, action: Action) -> Iterator[str]:
        """The note at an action with remarks, as one note."""
        if action.remarks:
            texts = [label(text, self.width + 6) for text in action.remarks]
            yield f"note right: {_PARAGRAPH.join(texts)}"

    def end(self, name: str) -> str:
        """The name of an end."""
        return label(name, _GUARD_WIDTH)

    def question(self, choice: Choice) -> str:
        """A question, and who answers it when that is not who does the step."""
        words = label(choice.decision.question, self.width + 2)
        text = self.marked("questions", words, *_asked(self.process, choice))
        deciders = choice.decision.decided_by
        if not deciders or deciders == choice.step.performers:
            return text
        who = listing((self.names.role(role).text for role in deciders), self.names.word("and"))
        return joined(text, small(label(self.names.word("decides", names=who))))

    def case(self, guard: str | None, end: str | None) -> str:
        """An answer beside the arrow of a branch, with the name of the end it leads to."""
        parts = (f"[{guard or self.names.word('otherwise')}]", end or "")
        found = [line for part in parts for line in lines(part, _CASE_WIDTH)]
        return _BROKEN.join(f"{BLANK}{escaped(line)}" for line in found)

    def guard(self, guard: str | None) -> str:
        """An answer in brackets; without one, every other answer."""
        return label(f"[{guard or self.names.word('otherwise')}]", _GUARD_WIDTH)

    def action(self, action: Action) -> str:
        """A step with its number, or an activity without one; both lead to the step."""
        number = f"{bold(str(action.number))} " if action.number else ""
        text = number + label(action.name, self.width - 2 if number else self.width)
        url = self.names.step(self.process, action.step.id)
        return f"{target(url)}:{self._with_others(action, text)};"

    def backward_action(self, action: Action) -> str:
        """The same on the arrow back of a loop, where PlantUML takes links in text only."""
        url = self.names.step(self.process, action.step.id)
        name = f"{action.number} {action.name}" if action.number else action.name
        return f"backward :{self._with_others(action, linked(url, name, self.width))};"

    def _with_others(self, action: Action, text: str) -> str:
        """The text of an action with the marks of its origins and with who else does it."""
        step = f"steps.{action.step.id}"
        doers = {"roles": action.roles, "any_of": action.any_of, "performed_by": action.systems}
        fields = ["name", *(name for name, found in doers.items() if found)]
        paths = fields if action.number else ["decision.outcomes"]
        origins = [self.process.origin(f"{step}.{path}") for path in paths]
        more = others(action, self.names)
        rest = small(label(more, self.width + 4)) if more else ""
        return joined(self.names.marked(text, *origins), rest)

    def objects(self, group: Objects) -> Iterator[str]:
        """Passing objects stand on the way; for the others the way splits and joins again."""
        if not group.leaving and not group.entering:
            if group.passing:
                yield self._object_node(group.passing)
            return
        if self.width == _NARROWEST and group.passing:
            yield from self.objects(replace(group, passing=(), entering=()))
            yield self._object_node(group.passing)
            yield from self.objects(replace(group, passing=(), leaving=()))
            return
        yield "split"
        if group.leaving:
            yield from (self._object_node(group.leaving), "detach", "split again")
        if group.entering:
            yield from ("-[hidden]->", self._object_node(group.entering), "split again")
        if group.passing:
            yield self._object_node(group.passing)
        yield "end split"

    def backward_object(self, item: ObjectNode) -> str:
        """An object on the arrow back of a loop."""
        text = joined(self._stereotype(item), self._object_text(item, link=True))
        return f"backward :{text}; {self._stereotypes(item)}"

    def _object_node(self, items: tuple[ObjectNode, ...]) -> str:
        """One object as a node of its own; several stacked, each in its own compartment."""
        if len(items) == 1:
            (item,) = items
            text = joined(self._stereotype(item), self._object_text(item, link=False))
            url = self.names.object(item.item.object).url
            return f"{target(url)}:{text}; {self._stereotypes(item)}"
        rows = (self._row(item) for item in items)
        return ":" + "\n".join(rows) + "; <<object>> <<stack>>"

    def _stereotypes(self, item: ObjectNode) -> str:
        style = self._style(item)
        return f"<<object>> <<{style}>>" if style else "<<object>>"

    def _row(self, item: ObjectNode) -> str:
        style = self._style(item) or "paper"
        text = cell(self._stereotype(item), self._object_text(item, link=True))
        fill, line = colour(style), colour("frame")
        return f"<{fill},{line}>|<{fill}>{text}|"

    def _object_text(self, item: ObjectNode, *, link: bool) -> str:
        name = self.names.object(item.item.object)
        shown = linked(name.url if link else None, name.text, self.width)
        state = label(f"[{item.item.state}]", self.width) if item.item.state else ""
        origin = self.process.origin(item.path)
        return self.marked("objects", joined(shown, state), origin)

    def _stereotype(self, item: ObjectNode) -> str:
        found = self._declared(item)
        return small(guillemets(self.names.stereotype(found))) if found else ""

    def _style(self, item: ObjectNode) -> str | None:
        found = self._declared(item)
        return found.value if found else None

    def _declared(self, item: ObjectNode) -> Stereotype | None:
        return stereotypes_of(self.process).get(slug(item.item.object))


def _asked(process: Process, choice: Choice) -> tuple[Origin, ...]:
    path = f"steps.{choice.step.id}.decision"
    return tuple(process.origin(f"{path}.{part}") for part in ("question", "outcomes"))
