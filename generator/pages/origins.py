"""Where a value comes from, on the page: a label beside every value that is not from the source.

The label leads to the page's own list of origins, where the reason stands in full, so that
it can be read on paper, on a phone and by a screen reader alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.model.base import Entity, Origin, OriginKind, Part
from generator.model.handbook import slug
from generator.model.process import Process
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Site


class OriginLine(NamedTuple):
    """One line of a page's list of origins."""

    anchor: str
    field: Markup
    badge: Markup
    why: str | None
    lines: tuple[str, ...]
    notes: tuple[Markup, ...]


@dataclass(frozen=True)
class Origins:
    """The origins of one entity's values, as its page shows them.

    With ``listed`` the labels lead to the page's list (:meth:`lines`); without it they
    stand alone, for pages that mention an entity in passing.
    """

    entity: Entity
    links: Links
    listed: bool = True

    def value(self, path: str, shown: object) -> Markup:
        """A value and the label of its origin, or that it is still open when there is none.

        ``path`` is the field inside the entity, ``shown`` what to print of it: text, which
        is escaped, or ``Markup``.
        """
        if shown in (None, (), ""):
            open_ = self.entity.origin(path).origin is OriginKind.OPEN
            return still_open(self.links.site) + (Markup("") if open_ else self.mark(path))
        return (shown if isinstance(shown, Markup) else literal(shown)) + self.mark(path)

    def mark(self, path: str) -> Markup:
        """The label of the origin of one field; empty for what is from the source."""
        anchor = _anchor_of(self.entity, path) if self.listed else None
        return badge(self.entity.origin(path), self.links.site, anchor=anchor)

    def lines(self) -> Iterator[OriginLine]:
        """Every origin that the entity's file states, in its order, for the page's list."""
        for path, origin in self.entity.origins.items():
            yield OriginLine(
                anchor=_anchor(path),
                field=_field(path, self.entity, self.links.site),
                badge=badge(origin, self.links.site),
                why=origin.why,
                lines=origin.lines,
                notes=tuple(self.links.to(f"note:{note}", note) for note in origin.notes),
            )


def still_open(site: Site) -> Markup:
    """What stands in the place of a value that nobody has established yet."""
    words = literal(site.label("tobedetermined"))
    return Markup('<span class="open">{}</span>').format(words)


def badge(origin: Origin, site: Site, anchor: str | None = None) -> Markup:
    """The label of an origin, empty for the source; ``anchor`` is where the reason stands."""
    if origin.origin is OriginKind.SOURCE:
        return Markup("")
    words = literal(site.label(f"origin.{origin.origin}"))
    why = Markup(' title="{}"').format(literal(origin.why)) if origin.why else Markup("")
    kind = f"origin origin--{origin.origin}"
    if anchor is None:
        return Markup(' <span class="{}"{} data-search-exclude>{}</span>').format(kind, why, words)
    return Markup(' <a class="{}" href="#{}"{} data-search-exclude>{}</a>').format(
        kind, anchor, why, words
    )


def source_lines(lines: Iterable[str], site: Site) -> Markup:
    """Lines of the source in words, such as "regels 12 to 40, 55"; empty when there are none."""
    found = [line.removeprefix("L").replace("-", "\u2013") for line in lines]
    if not found:
        return Markup("")
    one = len(found) == 1 and "\u2013" not in found[0]
    words = literal(site.label("source.line" if one else "source.lines"))
    look = "lines nowrap" if len(found) == 1 else "lines"
    return Markup('<span class="{}">{} {}</span>').format(look, words, joined(found))


def _anchor_of(entity: Entity, path: str) -> str | None:
    """The anchor of the entry that speaks for ``path``: its own or the nearest enclosing one."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        if (found := ".".join(parts[:end])) in entity.origins:
            return _anchor(found)
    return _anchor("*") if "*" in entity.origins else None


def _anchor(path: str) -> str:
    return "origin-" + (slug(path) or "all")


def _field(path: str, entity: Entity, site: Site) -> Markup:
    """A field's path in words: ``steps.taak-aanmaken.roles`` names step and field."""
    names = path.split(".")
    if isinstance(entity, Process) and names[0] == "steps" and len(names) > 1:
        step = next((step.name for step in entity.steps if step.id == names[1]), names[1])
        return joined([step, *(_key("Step", name, site) for name in names[2:])], " \u203a ")
    if path == "*":
        return literal(site.label("source.everything"))
    return joined(_way(names, entity, site), " \u203a ")


def _way(names: Iterable[str], entity: Entity, site: Site) -> Iterator[str]:
    """A path in words: fields by their labels, parts with an identifier by their names."""
    value: object = entity
    for name in names:
        if isinstance(value, Part):
            yield _key(type(value).__name__, name, site)
            value = getattr(value, name, None)
        else:
            parts = value if isinstance(value, tuple) else ()
            value = next((part for part in parts if getattr(part, "id", None) == name), None)
            yield getattr(value, "name", name)


def _key(kind: str, name: str, site: Site) -> str:
    """A YAML key in the organisation's words, as the list of fields has it."""
    fields = site.language.fields
    found = fields.get(f"{kind}.{name}") or fields.get(f"*.{name}")
    return str(found["label"]) if isinstance(found, dict) and "label" in found else name
