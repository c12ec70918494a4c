"""The legend: one small diagram for each notation, every sign with what it means beside it."""

from collections.abc import Callable, Iterator

from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.names import Names
from generator.diagrams.style import colour, document, foot
from generator.diagrams.syntax import bold, cell, escaped, guillemets, joined, label, small
from generator.model.base import OriginKind
from generator.model.process import Stereotype

_NOTE_WIDTH = 34


def legends(names: Names) -> Iterator[Diagram]:
    """A legend for every notation in use."""
    kinds: dict[str, Callable[[Names], Iterator[str]]] = {
        "activity": _activity,
        "process": _process,
        "usecase": _use_case,
        "objects": _objects,
        "states": _states,
        "landscape": _landscape,
        "marks": _marks,
    }
    for kind, lines in kinds.items():
        words = tuple(Item(text) for text in _MEANINGS[kind](names))
        key, title = f"legend-{kind}", names.word(f"legend.{kind}")
        yield Diagram(key, title, document(lines(names)), words, "organisation")


def _word(names: Names, key: str, width: int = _NOTE_WIDTH) -> str:
    return label(names.word(f"legend.{key}"), width)


def _activity(names: Names) -> Iterator[str]:
    def note(key: str) -> str:
        return f"note right: {_word(names, key)}"

    def thing(key: str) -> str:
        kind = small(guillemets(names.stereotype(Stereotype.INFORMATION)))
        state = escaped(f"[{names.word('legend.state')}]")
        return f":{joined(kind, _word(names, key), state)}; <<object>> <<information>>"

    yield f'partition "{_word(names, "lane", 60)}" {{'
    yield from ("start", note("start"))
    yield from ("split", "-[hidden]->", thing("entering"), note("enteringmeans"))
    yield from ("split again", "end split")
    yield from (f":{bold('1')} {_word(names, 'step')};", note("stepmeans"))
    yield from (thing("object"), note("objectmeans"))
    yield from (f":{_word(names, 'plain')};", note("plainmeans"))
    yield from ("split", thing("leaving"), note("leavingmeans"))
    yield from ("detach", "split again", "end split")
    yield f"-> {joined(_word(names, 'question'), small(_word(names, 'questionmeans')))};"
    yield f"if () then ({_guard(names, 'no')})"
    yield from ("(A)", note("jump"), "detach")
    yield f"else ({_guard(names, 'yes')})"
    yield "label beside"
    yield "endif"
    yield f"-> {_word(names, 'finish')};"
    yield from ("stop", note("finishmeans"), "}")
    yield from foot(_means(*_BESIDE)(names))


def _guard(names: Names, key: str) -> str:
    return escaped(f"[{names.word(f'legend.{key}')}]")


def _process(names: Names) -> Iterator[str]:
    yield f'process "{_word(names, "process_name")}" as p'
    for key, stereotype in (("goal", Stereotype.GOAL), ("controller", Stereotype.PEOPLE)):
        yield _box(names, key, stereotype)
    yield f"p .up.> goal : {guillemets(names.word('achieve'))}"
    yield f"controller --> p : {guillemets(names.word('control'))}"
    for key in ("input", "output"):
        yield _box(names, key, Stereotype.INFORMATION)
    yield from ("input -right-> p", "p -right-> output")
    yield _box(names, "resource", Stereotype.PHYSICAL)
    yield f"resource -up-> p : {guillemets(names.word('supply'))}"
    yield from foot(_MEANINGS["process"](names))


def _box(names: Names, key: str, stereotype: Stereotype) -> str:
    kind = small(guillemets(names.stereotype(stereotype)))
    return f'rectangle "{joined(kind, _word(names, key))}" as {key} <<{stereotype.value}>>'


def _use_case(names: Names) -> Iterator[str]:
    yield "left to right direction"
    yield f'actor/ "{_word(names, "actor", 14)}" as a'
    yield f'rectangle "{_word(names, "boundary")}" {{'
    yield f'usecase/ "{_word(names, "case", 14)}" as u'
    yield "}"
    yield "a -- u"
    yield from foot(_MEANINGS["usecase"](names))


def _objects(names: Names) -> Iterator[str]:
    yield "rectangle kinds <<stack>> ["
    frame = colour("frame")
    for stereotype, meaning in zip(Stereotype, _objects_mean(names), strict=True):
        fill = colour(stereotype.value)
        kind = cell(guillemets(names.stereotype(stereotype)))
        yield f"<{fill},{frame}>|<{fill}>{kind}|<{fill}>{cell(label(meaning, 60))}|"
    yield "]"


def _states(names: Names) -> Iterator[str]:
    yield "hide empty description"
    yield f'state "{_word(names, "one")}" as one'
    yield f'state "{_word(names, "two")}" as two'
    yield from ("[*] --> one", f"one --> two : {_word(names, 'change')}")
    yield from foot(_MEANINGS["states"](names))


def _landscape(names: Names) -> Iterator[str]:
    yield f'process "{_word(names, "process_name")}" as p'
    yield f'actor/ "{_word(names, "party")}" as a'
    yield f'rectangle "{_word(names, "other", 18)}" as o'
    yield f"a -right-> p : {_word(names, 'object')}"
    yield f"p -right-> o : {_word(names, 'object')}"
    yield from foot(_MEANINGS["landscape"](names))


def _marks(names: Names) -> Iterator[str]:
    yield "rectangle marks <<stack>> ["
    fill, frame = colour("paper"), colour("frame")
    for kind in _MARKED:
        symbol, text = names.word(f"symbols.{kind.value}"), names.word(f"marks.{kind.value}")
        yield f"<{fill},{frame}>|<{fill}>{cell(bold(escaped(symbol)))}|{cell(label(text, 70))}|"
    yield "]"


def _objects_mean(names: Names) -> list[str]:
    keys = ("people", "information", "physical", "abstract", "goalobject")
    return [names.word(f"legend.{key}") for key in keys]


def _means(*keys: str) -> Callable[[Names], list[str]]:
    return lambda names: [names.word(f"legend.{key}") for key in keys]


def _kinds_mean(names: Names) -> list[str]:
    kinds = [names.stereotype(stereotype) for stereotype in Stereotype]
    return [f"{kind}: {text}" for kind, text in zip(kinds, _objects_mean(names), strict=True)]


def _marks_mean(names: Names) -> list[str]:
    keys = [kind.value for kind in _MARKED]
    return [f"{names.word(f'symbols.{key}')} {names.word(f'marks.{key}')}" for key in keys]


_MARKED = tuple(kind for kind in OriginKind if kind is not OriginKind.SOURCE)
_BESIDE = ("merge", "chainmeans", "barmeans", "othersmeans", "remarkmeans", "linkmeans")
_MEANINGS: dict[str, Callable[[Names], list[str]]] = {
    "activity": _means(
        "lane",
        "start",
        "enteringmeans",
        "stepmeans",
        "objectmeans",
        "plainmeans",
        "leavingmeans",
        "questionmeans",
        "jump",
        "finishmeans",
        *_BESIDE,
    ),
    "process": _means("inputmeans", "outputmeans", "goalmeans", "controlmeans", "supplymeans"),
    "usecase": _means("actormeans", "casemeans", "linemeans", "boundarymeans"),
    "objects": _kinds_mean,
    "states": _means("begin", "choicemeans", "statemeans", "changemeans", "loosemeans"),
    "landscape": _means("processmeans", "partymeans", "othermeans", "handovermeans"),
    "marks": _marks_mean,
}
