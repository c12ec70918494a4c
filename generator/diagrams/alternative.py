"""What the diagrams show, as ordered text for who does not see them; from the same model."""

from collections.abc import Iterable, Iterator

from generator.diagrams.diagram import Item
from generator.diagrams.flow import Action, Choice, Edge, End, Flow, flow_of
from generator.diagrams.landscape import end_name, handovers
from generator.diagrams.names import Names, listing
from generator.diagrams.process_diagram import Placed, placed, shared_mark
from generator.diagrams.states import Transition, beginnings, transitions
from generator.diagrams.strategy_map import objective_path, supports
from generator.diagrams.use_case import actors_of, boundaries_of
from generator.model.base import Origin, OriginKind
from generator.model.objects import ObjectInHandbook
from generator.model.process import Place, Process
from generator.model.scorecard import Scorecard


def activity_alternative(process: Process, names: Names) -> tuple[Item, ...]:
    """The steps in order, with who, what goes in and out, and where the work goes then."""
    flow = flow_of(process)
    steps = (action for action in flow.actions if action.number)
    return tuple(Item(_name(flow, step, names), tuple(_about(flow, step, names))) for step in steps)


def _name(flow: Flow, action: Action, names: Names) -> str:
    return marked(action.name, flow.process.origin(f"steps.{action.step.id}.name"), names)


def _about(flow: Flow, action: Action, names: Names) -> Iterator[Item]:
    process, step = flow.process, f"steps.{action.step.id}"
    who = names.word("text.who", names=_who(action, names))
    doers = [name for name in ("roles", "any_of", "performed_by") if getattr(action.step, name)]
    yield Item(marked(who, process.origin(f"{step}.{(doers or ['roles'])[0]}"), names))
    for word, field in (("takes", "inputs"), ("gives", "outputs")):
        if items := getattr(action, field):
            text = names.word(f"text.{word}", items=", ".join(map(str, items)))
            yield Item(marked(text, process.origin(f"{step}.{field}"), names))
    yield from (Item(names.word("text.remark", text=text)) for text in action.remarks)
    (edge,) = flow.leaving[action.id]
    target = flow.nodes[edge.target]
    if isinstance(target, Choice):
        yield _choice(flow, target, names)
    else:
        yield Item(_way(flow, edge, names))


def _choice(flow: Flow, choice: Choice, names: Names) -> Item:
    origin = flow.process.origin(f"steps.{choice.step.id}.decision")
    text = names.word("text.question", text=choice.decision.question)
    answers = [Item(_way(flow, edge, names)) for edge in flow.leaving[choice.id]]
    if choice.decision.decided_by:
        who = listing((names.role(role).text for role in choice.decision.decided_by), _and(names))
        answers.insert(0, Item(names.word("text.decides", names=who)))
    return Item(marked(text, origin, names), tuple(answers))


def _way(flow: Flow, edge: Edge, names: Names) -> str:
    """Where an edge leads, over the activities on it, up to the next step or end."""
    parts: list[str] = []
    at = edge
    while isinstance(node := flow.nodes[at.target], Action) and node.number is None:
        word = "text.activity_gives" if node.outputs else "text.activity"
        items = ", ".join(map(str, node.outputs))
        parts.append(names.word(word, name=node.name, who=_who(node, names), items=items))
        (at,) = flow.leaving[node.id]
    if isinstance(node, Action):
        parts.append(names.word("text.step", number=node.number, name=node.name))
    elif isinstance(node, End):
        end = names.word("text.end", name=node.name) if node.name else names.word("text.plainend")
        parts.append(end)
    then = "; ".join(parts)
    return names.word("text.answer", answer=edge.guard, then=then) if edge.guard else then


def _who(action: Action, names: Names) -> str:
    together = listing((names.role(role).text for role in action.roles), _and(names))
    either = listing((names.role(role).text for role in action.any_of), names.word("or"))
    systems = listing((names.system(system).text for system in action.systems), _and(names))
    return "; ".join(part for part in (together, either, systems) if part) or names.word("unknown")


def _and(names: Names) -> str:
    return names.word("and")


def process_alternative(process: Process, names: Names) -> tuple[Item, ...]:
    """The goal, and what stands on each side of the process."""
    sides = (Place.CONTROL, Place.INPUT, Place.OUTPUT, Place.SUPPLY)
    goals = [marked(process.goal, process.origin("goal"), names)] if process.goal else []
    shared = shared_mark(process)
    goals += [_placed(item, shared, names) for item in placed(process, Place.GOAL)]
    found = {Place.GOAL: goals}
    for side in sides:
        found[side] = [_placed(item, shared, names) for item in placed(process, side)]
    items = [
        Item(names.word(f"text.{side.value}"), _items(texts or [names.word("text.none")]))
        for side, texts in found.items()
    ]
    return (*items, *([Item(names.all_marked("objects", shared))] if shared else []))


def _placed(item: Placed, shared: OriginKind | None, names: Names) -> str:
    states = f" [{', '.join(item.states)}]" if item.states else ""
    kind = f" ({names.stereotype(item.stereotype)})" if item.stereotype else ""
    text = f"{item.name}{states}{kind}"
    return text if shared else marked(text, item.origin, names)


def use_case_alternative(processes: Iterable[Process], names: Names) -> tuple[Item, ...]:
    """Every business actor with the use cases it takes part in, and their boundaries."""
    found: dict[str, list[str]] = {}
    for process in processes:
        if process.use_case:
            around = ", ".join(boundaries_of(process, names))
            text = names.word("text.usecase", name=process.use_case.name, boundaries=around)
            for actor in actors_of(process, names):
                found.setdefault(names.role(actor).text, []).append(text)
    return tuple(Item(actor, _items(texts)) for actor, texts in found.items())


def landscape_alternative(names: Names) -> tuple[Item, ...]:
    """Every pair of ends with what goes from one to the other."""
    found: dict[str, list[str]] = {}
    for item in handovers(names):
        source, target = end_name(item.source, names), end_name(item.target, names)
        text = names.word("text.handover", source=source.text, target=target.text)
        found.setdefault(text, []).append(str(item.item))
    return tuple(Item(text, _items(texts)) for text, texts in found.items())


def strategy_map_alternative(scorecard: Scorecard, names: Names) -> tuple[Item, ...]:
    """Every perspective with its objectives, each with what it helps to reach."""
    helped: dict[str, list[str]] = {}
    for item, supported in supports(scorecard):
        text = names.language.label("scorecard.map_supports", name=supported.name)
        helped.setdefault(item.id, []).append(text)
    return tuple(
        Item(
            side.name,
            tuple(
                Item(
                    marked(item.name, scorecard.origin(objective_path(side, item)), names),
                    _items(helped.get(item.id, ())),
                )
                for item in side.objectives
            ),
        )
        for side in scorecard.perspectives
        if side.objectives
    )


def states_alternative(item: ObjectInHandbook, names: Names) -> tuple[Item, ...]:
    """Every state with the steps that lead from it to another."""
    changes = transitions(item)
    found: dict[str | None, list[str]] = {None: list(beginnings(item))}
    found |= {state: [] for state in item.states}
    for change in changes:
        found[change.source].append(_change(change, names))
    named = {*beginnings(item), *(state for change in changes for state in change[:2])}
    for state in item.states:
        if state not in named:
            found[state].append(names.word("text.loose"))
    return tuple(
        Item(state or names.word("text.begins"), _items(texts or [names.word("text.final")]))
        for state, texts in found.items()
        if state or texts
    )


def _change(change: Transition, names: Names) -> str:
    process = change.process.name
    return names.word("text.change", state=change.target, step=change.name, process=process)


def _items(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(text) for text in texts)


def marked(text: str, origin: Origin, names: Names) -> str:
    """A text with the word for its origin, unless that is the source."""
    if origin.origin is OriginKind.SOURCE:
        return text
    word = names.language.label(f"origin.{origin.origin.value}")
    return names.word("text.marked", text=text, origin=word)
