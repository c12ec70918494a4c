"""What the registers of audits, complaints and actions show in the same way."""

import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from generator.evaluation.follow_up import FollowUp, State
from generator.load.discover import FILES
from generator.model.audit import EffectCheck
from generator.model.base import Entity
from generator.model.identifiers import RoleId
from generator.pages.control import day, due_day
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal
from generator.pages.noted import noted_briefly, thing
from generator.pages.origins import Origins, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, sections_page
from generator.pages.terms import linked, running

_IS_WORRYING = frozenset({State.OPEN, State.INEFFECTIVE})


def register_page(links: Links, name: str, kind: str, sections: Iterable[Section]) -> Page:
    """The page of a register; an empty one says so, and what belongs in it.

    Args:
        links: those of the page.
        name: the page, as the labels have it.
        kind: what its lines are, as references name it.
        sections: what there is to show.
    """
    site = links.site
    items = site.handbook.entities[kind]
    first = next(iter(items), None)
    return sections_page(
        site,
        links.here,
        site.label(f"menu.{name}"),
        lead=literal(site.label(f"improving.lead.{name}")),
        sections=[*([] if items else [_empty(name, kind, site)]), *sections],
        edit=site.file(f"{kind}:{first}") if first else None,
    )


def _empty(name: str, kind: str, site: Site) -> Section:
    file = next(layout.pattern for layout in FILES if layout.kind == kind)
    belongs = site.label(f"improving.belongs.{name}")
    said = (
        site.label("improving.empty"),
        site.label("improving.belongs_here", what=belongs),
        site.label("improving.write_here", file=file),
    )
    body = joined((Markup("<p>{}</p>").format(literal(part)) for part in said), "")
    return Section(site.label("improving.nothing"), body, "empty")


def state_mark(state: State, site: Site) -> Markup:
    """How far something is, in a word with a border; what asks for work stands out."""
    look = "missing" if state in _IS_WORRYING else "kind"
    words = literal(site.label(f"improving.state.{state}"))
    return Markup('<span class="{}">{}</span>').format(html(look), words)


def touched(references: Iterable[str], links: Links) -> Markup:
    """Links to whatever a line is about; a step comes with the name of its process."""
    return joined(
        (
            links.to(reference) if reference.startswith("standard:") else thing(reference, links)
            for reference in references
        ),
        "; ",
    )


def what_it_is(reference: str, links: Links) -> Markup:
    """A link to a line of a register, after the word for its kind."""
    kind = reference.partition(":")[0]
    kinds = links.site.language.labels["improving"]["kinds"]
    return joined((kinds.get(kind, ""), touched((reference,), links)), " ")


def followed(references: Iterable[str], follow: FollowUp, links: Links) -> Markup:
    """The lines that follow from something, a line each, with how far they are."""
    made = (_follower(reference, follow, links) for reference in references)
    return joined((Markup("<div>{}</div>").format(line) for line in made), "")


def _follower(reference: str, follow: FollowUp, links: Links) -> Markup:
    state = follow.states.get(reference)
    mark = (state_mark(state, links.site),) if state else ()
    return joined((what_it_is(reference, links), *mark), " ")


def by_role(role: RoleId | None, origins: Origins, path: str) -> Markup:
    """The role in a field, as a link; that it is open when there is none."""
    return origins.value(path, origins.links.to(f"role:{role}") if role else None)


def dated(found: dt.date | None, origins: Origins, path: str, *, is_due: bool = False) -> Markup:
    """The day in a field; one that ``is_due`` is marked while reading when it is near or past."""
    if found is None:
        return origins.value(path, None)
    shown = due_day(found, origins.links.site) if is_due else day(found)
    return origins.value(path, shown)


def known(path: str, shown: object, origins: Origins) -> Markup:
    """A value with its origin; one that is not there is open, whatever the rest is."""
    return still_open(origins.links.site) if shown is None else origins.value(path, shown)


def yes_or_no(site: Site, *, answer: bool | None) -> str | None:
    """An answer in a word; None where there is none."""
    return None if answer is None else site.label(f"improving.{'yes' if answer else 'no'}")


def effect_values(effect: EffectCheck | None, links: Links) -> dict[str, object]:
    """When somebody looks whether something helped, and what was seen, by field.

    A day on which it is still to be looked at is marked while reading; None stands for what is
    not there.
    """
    site, effect = links.site, effect or EffectCheck()
    due = effect.due
    return {
        "effect.due": (day(due) if effect.done else due_day(due, site)) if due else None,
        "effect.by": links.to(f"role:{effect.by}") if effect.by else None,
        "effect.done": day(effect.done) if effect.done else None,
        "effect.effective": yes_or_no(site, answer=effect.effective),
        "effect.result": linked(effect.result, links) if effect.result else None,
    }


def told(text: str | None, origins: Origins, path: str) -> Markup:
    """A text in a field, with its terms linked; that it is open when there is none."""
    return origins.value(path, linked(text, origins.links) if text else None)


def line_head(reference: str, entity: Entity, text: str, links: Links) -> Markup:
    """The first cell of a line: its text, its identifier, and what the source says of it."""
    mark = Origins(entity, links, listed=False).mark("text")
    identifier = literal(reference.partition(":")[2])
    noted = noted_briefly(reference, entity, links)
    aside = joined([part for part in (identifier, noted) if part], Markup("<br>"))
    return running(text, links) + mark + Markup('<div class="aside">{}</div>').format(aside)


def stacked(site: Site, rows: Iterable[tuple[str, Markup]]) -> Markup:
    """Several values in one cell, each on a line of its own after its name."""
    return joined(
        (
            Markup("<div>{}: {}</div>").format(
                literal(site.label(f"improving.column.{key}")), shown
            )
            for key, shown in rows
        ),
        "",
    )


def about(
    touches: Iterable[str], clauses: Iterable[str], origins: Origins, path: str = "touches"
) -> Markup:
    """What a line touches and the clauses it is about; that it is open when there is neither."""
    shown = []
    if touches := tuple(touches):
        shown.append(origins.value(path, touched(touches, origins.links)))
    if clauses := tuple(clauses):
        shown.append(origins.value("clauses", touched(clauses, origins.links)))
    return joined(shown, Markup("<br>")) if shown else origins.value(path, None)
