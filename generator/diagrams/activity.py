"""The business activity diagram: a flow's blocks written as PlantUML, lane by lane."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagrams.blocks import (
    Act,
    Block,
    Branch,
    Fork,
    Jump,
    Repeat,
    Sequence,
    Stop,
    everything,
)
from generator.diagrams.boxes import Boxes
from generator.diagrams.flow import Action, Choice, End, Flow, Node, Objects, flow_of
from generator.diagrams.lanes import Lane, Lanes, lanes_of, title
from generator.diagrams.names import Names
from generator.diagrams.object_flow import with_objects
from generator.diagrams.order import choice_of
from generator.diagrams.structure import Structure, structure_of
from generator.diagrams.style import document
from generator.diagrams.syntax import BLANK, joined
from generator.model.process import Process


def activity_text(process: Process, names: Names) -> str:
    """The activity diagram of a process as PlantUML."""
    flow = with_objects(flow_of(process))
    lanes = lanes_of(flow, names)
    boxes = Boxes.among(flow, names, len(lanes.ordered))
    writer = _Writer(flow, structure_of(flow, lanes.of), lanes, boxes)
    lines = list(writer.diagram())
    return document([*lines, *names.marks_explained("\n".join(lines), boxes.shared)])


@dataclass
class _Writer:
    """Writes blocks, and remembers in which lane PlantUML is."""

    flow: Flow
    structure: Structure
    lanes: Lanes
    boxes: Boxes
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
            yield self.boxes.action(node)
            yield from self.boxes.remark(node)
        elif isinstance(node, Objects):
            yield from self._in(self.lanes.by_action[node.beside])
            yield from self._landing(node.id)
            yield from self.boxes.objects(node)
        else:
            yield "start"
        if block.guard:
            yield f"-> {self.boxes.guard(block.guard)};"

    def _stop(self, block: Stop) -> Iterator[str]:
        node = self.flow.nodes[block.node]
        yield from self._landing(block.node)
        if isinstance(node, End) and node.name:
            yield f"-> {self.boxes.end(node.name)};"
        yield "stop"

    def _fork(self, block: Fork, *, opening: bool = False) -> Iterator[str]:
        """A choice; one that opens a branch stands on the way that has the branch's guard."""
        lane = self._lane_of(block.node)
        yield from self._in(lane)
        yield from self._landing(block.node)
        if len(block.branches) > 2:
            yield from self._switch(block)
            return
        one, other = block.branches
        if not other.blocks and self._leaves(one, lane):
            one, other = other, one
        room = max(_height(self._answer(branch)) for branch in block.branches) - 1
        if not opening:
            yield from self._question(block.node, room)
        yield f"if () then ({self._answer(one)})"
        yield from self._branch(one, other, lane)
        yield f"else ({self._answer(other)})"
        yield from self._branch(other, one, lane)
        yield "endif"

    def _switch(self, block: Fork) -> Iterator[str]:
        """A choice of more than two under one diamond; all of it stands in one lane."""
        yield from self._question(block.node, 0)
        yield "switch ()"
        for branch in block.branches:
            yield f"case ({self.boxes.case(branch.guard, self._end_of(branch))})"
            yield from ["stop"] if self._only_ends(branch) else self._blocks(branch.blocks)
        yield "endswitch"

    def _leaves(self, branch: Branch, lane: Lane) -> bool:
        """Whether a branch goes to another lane: then an empty one goes down left of it."""
        nodes = (block.node for block in everything(branch.blocks) if not isinstance(block, Jump))
        return any(self.lanes.of(node) not in (None, lane) for node in nodes)

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
            yield from self._fork(branch.blocks[0], opening=True)
            yield from self._blocks(branch.blocks[1:])
        else:
            yield from self._blocks(branch.blocks)

    def _only_ends(self, branch: Branch) -> bool:
        jumped = any(block.node in self.structure.letters for block in branch.blocks)
        return len(branch.blocks) == 1 and isinstance(branch.blocks[0], Stop) and not jumped

    def _answer(self, branch: Branch) -> str:
        """The guard of a branch, with the name of the end when that is all there is."""
        guard, end = self.boxes.guard(branch.guard), self._end_of(branch)
        return joined(guard, self.boxes.end(end)) if end else guard

    def _end_of(self, branch: Branch) -> str | None:
        """The name of the end when a branch holds nothing else."""
        if not self._only_ends(branch):
            return None
        end = self.flow.nodes[branch.blocks[0].node]
        return end.name if isinstance(end, End) else None

    def _repeat(self, block: Repeat) -> Iterator[str]:
        yield "repeat"
        yield from self._blocks(block.body)
        if block.back:
            yield from self._back(self.flow.nodes[block.back])
        yield from self._in(self._lane_of(block.node))
        yield from self._landing(block.node)
        again, leave = self.boxes.guard(block.again), self.boxes.guard(block.leave)
        yield from self._question(block.node, _height(again) - 1)
        yield f"repeat while () is ({again}) not ({leave})"

    def _back(self, node: Node) -> Iterator[str]:
        """The one box on the arrow back."""
        if isinstance(node, Action):
            yield from self._in(self.lanes.by_action[node.id])
            yield self.boxes.backward_action(node)
        elif isinstance(node, Objects):
            yield from self._in(self.lanes.by_action[node.beside])
            yield from map(self.boxes.backward_object, node.passing)

    def _lane_of(self, choice: str) -> Lane:
        lane = self.lanes.of(choice)
        assert lane
        return lane

    def _question(self, choice: str, room: int) -> Iterator[str]:
        """The question at the first of the diamonds that ask it, on the way there.

        ``room`` lines are left free below it, for guards of more than one line.
        """
        free = [BLANK] * room
        node = self.flow.nodes[choice_of(choice)]
        assert isinstance(node, Choice)
        if choice == node.id:
            yield f"-> {joined(self.boxes.question(node), *free)};"
        elif room:
            yield f"-> {joined(BLANK, *free)};"


def _height(text: str) -> int:
    """How many lines a finished label has."""
    return text.count(r"\n") + 1
