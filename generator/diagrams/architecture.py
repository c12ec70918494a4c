"""The architecture as pictures, one a layer and one a process, in ArchiMate's notation.

PlantUML has ArchiMate's elements built in, so that nothing is included. From left to right:
three or four narrow columns stay legible on a telephone, where a row of systems does not.
"""

from collections.abc import Iterator, Mapping

from generator.diagrams.alternative import marked
from generator.diagrams.architecture_elements import (
    Element,
    ElementKind,
    Layer,
    Relation,
    RelationKind,
    View,
)
from generator.diagrams.architecture_parts import LayerPart
from generator.diagrams.architecture_view import (
    application_view,
    business_view,
    process_view,
    technology_view,
)
from generator.diagrams.diagram import Diagram, Item
from generator.diagrams.names import Name, Names, listing
from generator.diagrams.style import colour, document, foot
from generator.diagrams.syntax import aliases, in_rows, label, linked
from generator.model.handbook import Handbook
from generator.model.process import Process

_WIDTH = 15
_NOTE_WIDTH = 30
_MOST_NAMED = 10
"""Up to how many applications a note in a picture names."""

_COLOURS = {"business": "goal", "application": "information", "technology": "abstract"}
"""The colours by which ArchiMate's layers are known: yellow, blue, green."""

_ARROWS = {
    RelationKind.ASSIGNED: "@-->",
    RelationKind.REALIZES: "..|>",
    RelationKind.SERVES: "-->",
    RelationKind.HOSTS: "-->",
    RelationKind.CONNECTED: "--",
}


def layer_diagram(part: LayerPart, names: Names) -> Diagram:
    """One layer of the whole organisation, or of one group of its value chain."""
    title = _word(names, f"title.{part.layer}", name=_owner(part, names.handbook))
    return _diagram(part.key, title, _layer(part, names), "organisation", names)


def _owner(part: LayerPart, handbook: Handbook) -> str:
    """Whose part of a layer it is: that of a group, or of the organisation."""
    if part.group is None:
        return handbook.organisation.name
    group = handbook.groups.get(part.group)
    return group.name if group else part.group


def process_architecture(process: Process, names: Names) -> Diagram:
    """A process, the systems that it uses and what these run on."""
    title = _word(names, "title.process", name=process.name)
    view = process_view(process, names)
    return _diagram(f"layers-{process.id}", title, view, f"process:{process.id}", names)


def architecture_legend(names: Names) -> Diagram:
    """Every kind of element and of relation that the pictures use, with its name in words."""
    kinds = ElementKind
    elements = {
        kind.value: Element(kind, Name(_word(names, f"kind.{kind}"))) for kind in ElementKind
    }
    relations = (
        Relation(kinds.ROLE, RelationKind.ASSIGNED, kinds.PROCESS),
        Relation(kinds.ACTOR, RelationKind.ASSIGNED, kinds.PROCESS),
        Relation(kinds.PROCESS, RelationKind.REALIZES, kinds.SERVICE),
        Relation(kinds.APPLICATION, RelationKind.REALIZES, kinds.APPLICATION_SERVICE),
        Relation(kinds.APPLICATION_SERVICE, RelationKind.SERVES, kinds.PROCESS),
        Relation(kinds.INFORMATION, RelationKind.SERVES, kinds.PROCESS),
        Relation(kinds.NODE, RelationKind.HOSTS, kinds.APPLICATION),
        Relation(kinds.NETWORK, RelationKind.CONNECTED, kinds.APPLICATION),
        Relation(kinds.NODE, RelationKind.REALIZES, kinds.TECHNOLOGY_SERVICE),
    )
    view = View(elements, relations)
    words = [_word(names, f"legend.{kind}") for kind in RelationKind]
    words += [_word(names, f"layer.{layer}.colour") for layer in Layer]
    text = document([*_drawn(view, names), *foot(words)])
    told = tuple(Item(word) for word in words)
    return Diagram("legend-architecture", _word(names, "legend.title"), text, told, "organisation")


def _layer(part: LayerPart, names: Names) -> View:
    match part.layer:
        case Layer.BUSINESS:
            return business_view(names, part.group)
        case Layer.APPLICATION:
            return application_view(names)
        case Layer.TECHNOLOGY:
            return technology_view(names)


def _diagram(key: str, title: str, view: View, about: str, names: Names) -> Diagram:
    return Diagram(key, title, document(_drawn(view, names)), tuple(_told(view, names)), about)


def _word(names: Names, path: str, /, **blanks: object) -> str:
    return names.language.label(f"architecture.{path}", **blanks)


def _drawn(view: View, names: Names) -> Iterator[str]:
    known = aliases(view.elements, "ar")
    body = [_element(item, known[key], names) for key, item in view.elements.items()]
    body += [_relation(item, known, names) for item in view.relations]
    related = {end for item in view.relations for end in (item.source, item.target)}
    body += in_rows([known[key] for key in view.elements if key not in related])
    yield "left to right direction"
    yield from body
    if view.unhosted:
        yield f'note "{label(_unhosted(view, names), _NOTE_WIDTH)}" as unhosted'
    yield from names.marks_explained("\n".join(body))


def _element(element: Element, alias: str, names: Names) -> str:
    name = names.marked(linked(element.name.url, element.name.text, _WIDTH), element.origin)
    fill = colour(_COLOURS[element.kind.partition("-")[0]])
    return f'archimate {fill} "{name}" as {alias} <<{element.kind}>>'


def _relation(relation: Relation, known: Mapping[str, str], names: Names) -> str:
    mark = names.marked("", relation.origin)
    ends = f"{known[relation.source]} {_ARROWS[relation.kind]} {known[relation.target]}"
    return f"{ends} : {mark}" if mark else ends


def _unhosted(view: View, names: Names) -> str:
    """That nobody stated where applications run; by name when there are few."""
    if len(view.unhosted) > _MOST_NAMED:
        return _word(names, "unhosted.many", count=len(view.unhosted))
    return _all_unhosted(view, names)


def _all_unhosted(view: View, names: Names) -> str:
    found = listing((names.system(item).text for item in view.unhosted), names.word("and"))
    return _word(names, "unhosted.named", names=found)


def _told(view: View, names: Names) -> Iterator[Item]:
    """Every element with what goes from it to others, and what is not known."""
    for key, element in view.elements.items():
        kind = _word(names, f"kind.{element.kind}")
        text = _word(names, "element", name=element.name.text, kind=kind)
        told = (_relation_told(item, view, names) for item in view.relations if item.source == key)
        yield Item(marked(text, element.origin, names), tuple(told))
    if view.unhosted:
        yield Item(_all_unhosted(view, names))


def _relation_told(relation: Relation, view: View, names: Names) -> Item:
    other = view.elements[relation.target].name.text
    text = _word(names, f"relation.{relation.kind}", name=other)
    return Item(marked(text, relation.origin, names))
