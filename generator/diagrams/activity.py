"""The business activity diagram: a flow's blocks written as PlantUML, lane by lane."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.diagrams.flow import Action, Choice, End, Flow, ObjectNode, Objects, flow_of
from generator.diagrams.lanes import Lane, Lanes, lanes_of, others, title
from generator.diagrams.names import Names, listing, stereotypes_of
from generator.diagrams.object_flow import with_objects
from generator.diagrams.structure import (
    Act,
    Block,
    Branch,
    Fork,
    Jump,
    Repeat,
    Sequence,
    Stop,
    Structure,
    choice_of,
    structure_of,
)
from generator.diagrams.style import colour, document
from generator.diagrams.syntax import (
    WIDTH,
    bold,
    cell,
    guillemets,
    joined,
    label,
    linked,
    small,
    target,
)
from generator.model.handbook import slug
from generator.model.process import Process, Stereotype

_WIDTHS = {1: 24, 2: 24, 3: 22, 4: 18}
_NARROWEST = 15
"""Characters in a line by the number of lanes: all lanes together have to fit a page."""
_GUARD_WIDTH = 18
_BLANK = "<U+00A0>"
_PARAGRAPH = rf"\n{_BLANK}\n"


def _height(text: str) -> int:
    """How many lines a finished label has."""
    return text.count(r"\n") + 1


def activity_text(process: Process, names: Names) -> str:
    """The activity diagram of a process as PlantUML."""
    flow = with_objects(flow_of(process))
    lanes = lanes_of(flow, names)
    width = _WIDTHS.get(len(lanes.ordered), _NARROWEST)
    writer = _Writer(flow, names, structure_of(flow), lanes, width)
    lines = list(writer.diagram())
    return document([*lines, *names.marks_explained("\n".join(lines))])


@dataclass
class _Writer:
    """Writes blocks, and remembers in which lane PlantUML is."""

    flow: Flow
    names: Names
    structure: Structure
    lanes: Lanes
    width: int = WIDTH
    lane: Lane | None = field(default=None, init=False)
    labels: int = field(default=0, init=False)

    def diagram(self) -> Iterator[str]:
        """The lines of the whole diagram; one lane alone is drawn as a frame with its title."""
        lanes = self.lanes.ordered
        first = self.lanes.by_action[self.flow.actions[0].id]
        if len(lanes) == 1:
            self.lane = first
            yield f'partition "{title(first)}" {{'
            yield from self._blocks(self.structure.blocks)
            yield "}"
            return
        yield from (self.lanes.declaration(lane) for lane in lanes)
        yield from self._in(first)
        yield from self._blocks(self.structure.blocks)

    def _in(self, lane: Lane) -> Iterator[str]:
        if lane != self.lane:
            self.lane = lane
            yield self.lanes.switch(lane)

    def _blocks(self, blocks: Sequence) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Act):
            yield from self._act(block)
        elif isinstance(block, Fork):
            yield from self._fork(block)
        elif isinstance(block, Repeat):
            yield from self._repeat(block)
        elif isinstance(block, Jump):
            yield f"({self.structure.letters[block.node]})"
            yield "detach"
        elif isinstance(block, Stop):
            yield from self._stop(block)

    def _landing(self, node: str) -> Iterator[str]:
        """The letter at which jumps to a node come in."""
        if letter := self.structure.letters.get(node):
            yield f"({letter})"

    def _act(self, block: Act) -> Iterator[str]:
        node = self.flow.nodes[block.node]
        if isinstance(node, Action):
            yield from self._in(self.lanes.by_action[node.id])
            yield from self._landing(node.id)
            yield self._action(node)
            if node.remarks:
                remarks = [label(text, self.width + 6) for text in node.remarks]
                yield f"note right: {_PARAGRAPH.join(remarks)}"
        elif isinstance(node, Objects):
            yield from self._in(self.lanes.by_action[node.beside])
            yield from self._landing(node.id)
            yield from self._objects(node)
        else:
            yield "start"
        if block.guard:
            yield f"-> {self._guard(block.guard)};"

    def _stop(self, block: Stop) -> Iterator[str]:
        node = self.flow.nodes[block.node]
        yield from self._landing(block.node)
        if isinstance(node, End) and node.name:
            yield f"-> {label(node.name, self.width)};"
        yield "stop"

    def _fork(self, block: Fork, opening: str = "") -> Iterator[str]:
        """A choice; ``opening`` is the guard on the way to it when it opens a branch."""
        lane = self._lane_of(block.node)
        yield from self._in(lane)
        yield from self._landing(block.node)
        one, other = block.branches
        room = max(_height(self._answer(branch)) for branch in block.branches) - 1
        yield from self._question(block.node, room, opening)
        yield f"if () then ({self._answer(one)})"
        yield from self._branch(one, other, lane)
        yield f"else ({self._answer(other)})"
        yield from self._branch(other, one, lane)
        yield "endif"

    def _branch(self, branch: Branch, other: Branch, lane: Lane) -> Iterator[str]:
        """Each branch starts in the lane of the choice, wherever the other one ended.

        A branch that only ends is drawn beside the diamond, and a label, which takes no room,
        makes PlantUML draw an empty branch beside the other one, where both guards fit.
        """
        yield from self._in(lane)
        if self._only_ends(branch):
            yield "stop"
        elif not branch.blocks and not self._only_ends(other):
            self.labels += 1
            yield f"label beside{self.labels}"
        elif branch.blocks and isinstance(branch.blocks[0], Fork):
            yield from self._fork(branch.blocks[0], self._guard(branch.guard))
            yield from self._blocks(branch.blocks[1:])
        else:
            yield from self._blocks(branch.blocks)

    def _only_ends(self, branch: Branch) -> bool:
        jumped = any(block.node in self.structure.letters for block in branch.blocks)
        return len(branch.blocks) == 1 and isinstance(branch.blocks[0], Stop) and not jumped

    def _answer(self, branch: Branch) -> str:
        """The guard of a branch, with the name of the end when that is all there is."""
        guard = self._guard(branch.guard)
        if not self._only_ends(branch):
            return guard
        end = self.flow.nodes[branch.blocks[0].node]
        return joined(guard, label(end.name, self.width + 4) if isinstance(end, End) and end.name else "")

    def _repeat(self, block: Repeat) -> Iterator[str]:
        yield "repeat"
        yield from self._blocks(block.body)
        if block.back:
            node = self.flow.nodes[block.back]
            assert isinstance(node, Action)
            yield from self._in(self.lanes.by_action[node.id])
            yield f"backward {self._action(node)}"
        yield from self._in(self._lane_of(block.node))
        yield from self._landing(block.node)
        again, leave = self._guard(block.again), self._guard(block.leave)
        yield from self._question(block.node, _height(again) - 1)
        yield f"repeat while () is ({again}) not ({leave})"

    def _lane_of(self, choice: str) -> Lane:
        node = self.flow.nodes[choice_of(choice)]
        assert isinstance(node, Choice)
        return self.lanes.by_action[f"step:{node.step.id}"]

    def _question(self, choice: str, room: int, opening: str = "") -> Iterator[str]:
        """The question and who answers it, at the first of the diamonds that ask it.

        ``room`` lines are left free below it, for guards of more than one line. The text on
        the way replaces a guard that PlantUML would put there, so it has to repeat it.
        """
        free = [_BLANK] * room
        if choice_of(choice) != choice:
            yield from [f"-> {joined(opening or _BLANK, *free)};"] if room else []
            return
        node = self.flow.nodes[choice]
        assert isinstance(node, Choice)
        path = f"steps.{node.step.id}.decision"
        origins = [self.flow.process.origin(f"{path}.{part}") for part in ("question", "outcomes")]
        question = self.names.marked(label(node.decision.question, self.width + 2), *origins)
        deciders = node.decision.decided_by
        if deciders and deciders != node.step.performers:
            who = listing(
                (self.names.role(role).text for role in deciders), self.names.word("and")
            )
            question = joined(question, small(label(self.names.word("decides", names=who))))
        yield f"-> {joined(question, *free)};"

    def _guard(self, guard: str | None) -> str:
        return label(f"[{guard or self.names.word('otherwise')}]", _GUARD_WIDTH)

    def _action(self, action: Action) -> str:
        process = self.flow.process
        step = f"steps.{action.step.id}"
        if action.number is None:
            origins = [process.origin(f"{step}.decision.outcomes")]
            text = label(action.name, self.width)
        else:
            fields = ["name", *(name for name in ("roles", "any_of") if getattr(action, name))]
            fields += ["performed_by"] if action.systems else []
            origins = [process.origin(f"{step}.{name}") for name in fields]
            number = f"{action.number}"
            text = f"{bold(number)} {label(action.name, self.width - 2)}"
        more = small(label(others(action, self.names), self.width + 4))
        url = self.names.step(process, action.step.id)
        more = joined(self.names.marked(text, *origins), more if others(action, self.names) else "")
        return f"{target(url)}:{more};"

    def _objects(self, group: Objects) -> Iterator[str]:
        """Passing objects stand on the way; for the others the way splits and joins again."""
        if not group.leaving and not group.entering:
            if group.passing:
                yield self._object_node(group.passing)
            return
        if self.width == _NARROWEST and group.passing:
            yield from self._objects(replace(group, passing=(), entering=()))
            yield self._object_node(group.passing)
            yield from self._objects(replace(group, passing=(), leaving=()))
            return
        yield "split"
        if group.leaving:
            yield from (self._object_node(group.leaving), "detach", "split again")
        if group.entering:
            yield from ("-[hidden]->", self._object_node(group.entering), "split again")
        if group.passing:
            yield self._object_node(group.passing)
        yield "end split"

    def _object_node(self, items: tuple[ObjectNode, ...]) -> str:
        """One object as a node of its own; several stacked, each in its own compartment."""
        if len(items) == 1:
            (item,) = items
            text = joined(self._stereotype(item), self._object_text(item, link=False))
            url = self.names.object(item.item.object).url
            style = self._style(item)
            return f"{target(url)}:{text}; <<object>>{f' <<{style}>>' if style else ''}"
        rows = (self._row(item) for item in items)
        return ":" + "\n".join(rows) + "; <<object>> <<stack>>"

    def _row(self, item: ObjectNode) -> str:
        style = self._style(item) or "paper"
        text = cell(self._stereotype(item), self._object_text(item, link=True))
        fill, line = colour(style), colour("frame")
        return f"<{fill},{line}>|<{fill}>{text}|"

    def _object_text(self, item: ObjectNode, *, link: bool) -> str:
        name = self.names.object(item.item.object)
        shown = linked(name.url if link else None, name.text, self.width)
        state = label(f"[{item.item.state}]", self.width) if item.item.state else ""
        origin = self.flow.process.origin(item.path)
        return self.names.marked(joined(shown, state), origin)

    def _stereotype(self, item: ObjectNode) -> str:
        found = self._declared(item)
        return small(guillemets(self.names.stereotype(found))) if found else ""

    def _style(self, item: ObjectNode) -> str | None:
        found = self._declared(item)
        return found.value if found else None

    def _declared(self, item: ObjectNode) -> Stereotype | None:
        return stereotypes_of(self.flow.process).get(slug(item.item.object))


