"""Links back: what of the quality side names a thing, on the page of that thing."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.addresses import objective_anchor
from generator.diff.excerpt import shortened
from generator.evaluation.named_by import KINDS, Mention
from generator.model.assessment import Assessment
from generator.model.base import Entity
from generator.model.scorecard import Scorecard
from generator.model.standard import Coverage
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.origins import Origins
from generator.pages.sections import Section, bullets, facts


def named_in(
    reference: str, links: Links, *, without: Iterable[str] = (), in_which_part: bool = False
) -> Markup:
    """What names a thing, by kind; empty when nothing does.

    Args:
        reference: the thing.
        links: the links of its page.
        without: the kinds, and the fields, that the page tells in a place of their own.
        in_which_part: whether each also says as what it names the thing, as a role's page
            needs: as the owner, or as the one who audits.
    """
    told = in_which_part
    return facts(
        (
            links.site.label(f"registers.named.{kind}"),
            bullets(_told(item, links) + (_as_what(item, links) if told else "") for item in found),
        )
        for kind, found in _by_kind(reference, links, without)
    )


def named_section(
    reference: str, links: Links, *, without: Iterable[str] = (), in_which_part: bool = False
) -> Section:
    """The same as a section of a page; search leads to what names the thing, not to here."""
    heading = links.site.label("registers.named.title")
    body = named_in(reference, links, without=without, in_which_part=in_which_part)
    return Section(heading, body, "named-in", searched=False)


def named_briefly(reference: str, links: Links, *, without: Iterable[str] = ()) -> Markup:
    """The same in one line, for a thing that shares its page; empty when nothing names it."""
    found = [
        _told(item, links) for _, items in _by_kind(reference, links, without) for item in items
    ]
    if not found:
        return Markup("")
    words = literal(links.site.label("registers.named.title"))
    return Markup('<div class="aside" data-search-exclude>{}: {}</div>').format(
        words, joined(found, "; ")
    )


def _by_kind(
    reference: str, links: Links, without: Iterable[str]
) -> Iterator[tuple[str, list[Mention]]]:
    left_out = {*without}
    mentions = [
        item._replace(fields=tuple(field for field in item.fields if field not in left_out))
        for item in links.site.named_by.get(reference, ())
        if item.kind not in left_out
    ]
    for kind in KINDS:
        if found := [item for item in mentions if item.kind == kind and item.fields]:
            yield kind, found


def _told(mention: Mention, links: Links) -> Markup:
    """A link to what names the thing, with the label of its origin."""
    entity = links.site.handbook.find(mention.reference)
    if isinstance(entity, Assessment):
        return _area(entity, mention, links)
    if isinstance(entity, Scorecard):
        return _objective(entity, mention, links)
    if isinstance(entity, Coverage):
        return links.to(entity.clause) + _mark(entity, "by", links)
    field = "name" if hasattr(entity, "name") else "text"
    text = getattr(entity, field, None)
    link = links.to(mention.reference, shortened(str(text)) if text else None)
    if not isinstance(entity, Entity):
        return link
    naming = mention.fields[0].partition(".")[2]
    return link + (_mark(entity, field, links) or _mark(entity, naming, links))


def _area(entity: Assessment, mention: Mention, links: Links) -> Markup:
    """A link to the area of an assessment that names the thing."""
    area = next((area for area in entity.areas if area.id == mention.part), None)
    if area is None:
        return links.to(mention.reference)
    named = literal(f"{entity.name}: {area.name}")
    return _to_part(mention, f"area-{area.id}", named, links) + _mark(
        entity, f"areas.{area.id}.touches", links
    )


def _objective(entity: Scorecard, mention: Mention, links: Links) -> Markup:
    """A link to the objective of the scorecard that names the thing."""
    for side in entity.perspectives:
        for item in side.objectives:
            if item.id == mention.part:
                path = f"perspectives.{side.id}.objectives.{item.id}"
                named = literal(item.name)
                shown = _to_part(mention, objective_anchor(item.id), named, links)
                return shown + _mark(entity, path, links)
    return links.to(mention.reference)


def _to_part(mention: Mention, anchor: str, words: Markup, links: Links) -> Markup:
    address = links.address(mention.reference)
    if address is None or not links.linked:
        return words
    return Markup('<a href="{}#{}">{}</a>').format(address.partition("#")[0], anchor, words)


def _mark(entity: Entity, path: str, links: Links) -> Markup:
    return Origins(entity, links, listed=False).mark(path)


def _in_words(field: str, whole: str, links: Links) -> str:
    """A field as readers call it; one of a part comes with what the part is."""
    language, (part, key) = links.site.language, field.split(".")
    words = [language.field(part, key)["label"]]
    if part != whole:
        words.insert(0, str(language.fields[part]["label"]))
    return ": ".join(word[:1].lower() + word[1:] for word in words)


def _as_what(mention: Mention, links: Links) -> Markup:
    """As what a thing is named: the fields that name it, in words."""
    entity = links.site.handbook.find(mention.reference)
    words = ", ".join(_in_words(field, type(entity).__name__, links) for field in mention.fields)
    return Markup(' <span class="aside">({})</span>').format(literal(words))
