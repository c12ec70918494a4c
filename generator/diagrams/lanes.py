"""Who does an action, as a swimlane: one lane a role, in order of first appearance.

An action that several roles do stands in the lane of the first and names the others; all
grades of one function together stand in the function's lane. What a system does stands in
the system's lane, and what nobody is named for in a lane that says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagrams.flow import Action, Choice, Flow, Objects, step_node
from generator.diagrams.names import Name, Names, listing
from generator.diagrams.order import choice_of
from generator.diagrams.syntax import aliases, guillemets, joined, linked, small
from generator.model.identifiers import RoleId

_LANE_WIDTH = 24


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane: its title, and the stereotype of who is not a role of the organisation."""

    key: str
    name: Name
    stereotype: str | None = None


@dataclass(frozen=True)
class Lanes:
    """The lanes of a flow by the node of each action, and their aliases in PlantUML."""

    by_action: Mapping[str, Lane]
    aliases: Mapping[str, str]
    flow: Flow

    def of(self, name: str) -> Lane | None:
        """The lane of a node or of a part of a choice; the start and an end have none."""
        node = self.flow.nodes[choice_of(name)]
        if isinstance(node, Choice):
            return self.by_action[step_node(node.step.id)]
        beside = node.beside if isinstance(node, Objects) else node.id
        return self.by_action.get(beside)

    @property
    def ordered(self) -> tuple[Lane, ...]:
        """Every lane once, in order of first appearance."""
        return tuple({lane.key: lane for lane in self.by_action.values()}.values())

    def switch(self, lane: Lane) -> str:
        """The line that makes PlantUML go on in a lane."""
        return f"|{self.aliases[lane.key]}|"

    def declaration(self, lane: Lane) -> str:
        """The line that gives a lane its title."""
        return f"{self.switch(lane)}{title(lane)}"


def lanes_of(flow: Flow, names: Names) -> Lanes:
    """The lanes of a flow."""
    found = {action.id: _lane(action, names) for action in flow.actions}
    return Lanes(found, aliases((lane.key for lane in found.values()), "lane"), flow)


def title(lane: Lane) -> str:
    """A lane's title as finished PlantUML text."""
    kind = small(guillemets(lane.stereotype)) if lane.stereotype else ""
    return joined(kind, linked(lane.name.url, lane.name.text, _LANE_WIDTH))


def others(action: Action, names: Names) -> str:
    """Who else does an action, beside the role of the lane; empty when nobody does."""
    if _group(action.any_of, names) or _group(action.roles, names):
        return ""
    together = [names.role(role).text for role in action.roles[1:]]
    either = [names.role(role).text for role in action.any_of[0 if action.roles else 1 :]]
    systems = [names.system(system).text for system in action.systems]
    words = []
    if together:
        words.append(names.word("with", names=listing(together, names.word("and"))))
    if either:
        words.append(f"{names.word('or')} {listing(either, names.word('or'))}")
    if systems and action.roles + action.any_of:
        words.append(names.word("with", names=listing(systems, names.word("and"))))
    if len(systems) > 1 and not action.roles + action.any_of:
        words.append(names.word("with", names=listing(systems[1:], names.word("and"))))
    return " ".join(words)


def _lane(action: Action, names: Names) -> Lane:
    everyone = action.roles + action.any_of
    group = _group(action.any_of, names) or _group(action.roles, names)
    if everyone:
        role = group or everyone[0]
        known = names.handbook.roles.get(role)
        outside = names.word("external") if known and known.external else None
        return Lane(f"role {role}", names.role(role), outside)
    if action.systems:
        system = action.systems[0]
        return Lane(f"system {system}", names.system(system), names.word("system"))
    return Lane("unknown", Name(names.word("unknown")))


def _group(roles: tuple[RoleId, ...], names: Names) -> RoleId | None:
    """The role whose members are exactly these, when there are several."""
    if len(roles) > 1:
        for role in names.handbook.roles.values():
            if set(role.members) == set(roles):
                return role.id
    return None
