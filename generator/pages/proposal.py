"""*Wijzigingsvoorstel*: the page of a preview that shows what a proposal changes.

It is made when a handbook is built as a proposal, compared with the branch that it is for;
the handbook in force has no such page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.addresses import Addresses
from generator.diagrams import Diagram, diagrams_of
from generator.diff import Change, told
from generator.diff.by_thing import by_thing
from generator.diff.whole_texts import whole_texts
from generator.language import Language
from generator.model.handbook import Handbook
from generator.pages.links import Links
from generator.pages.markup import html, joined, literal, macros
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, facts, sections_page
from generator.pages.text_alternative import alternative

_OF_A_PROCESS = ("use-case", "process", "activity", "layers")
"""What the keys of the diagrams of a process begin with."""
_EARLIER = "before-"
_WHOLE = ("", "Process.id", "Process.name", "Process.group")
"""What changes when a process comes, goes, or is called otherwise."""


@dataclass(frozen=True, slots=True)
class ChangedDiagram:
    """A diagram that looks different: as it was and as it is; None where there is none."""

    key: str
    title: str
    before: Diagram | None
    after: Diagram | None

    @property
    def anchor(self) -> str:
        """Where it stands on the page."""
        return f"diagram-{self.key}"


def proposal_address(language: Language) -> str:
    """The Markdown file of the page in the staging tree."""
    return language.label("proposal.page")


def changed_diagrams(
    before: Handbook, after: Site, changes: Iterable[Change]
) -> tuple[ChangedDiagram, ...]:
    """The diagrams that look different, in the order in which the site has them.

    Where a link in a diagram leads does not count. An earlier diagram has another key than
    the present one, and leads only to pages that are there now.
    """
    listed = tuple(changes)
    keys, unmoved = _renamed_keys(listed), _unmoved(after.handbook, listed)
    plain, now = (_diagrams(book, after, linked=False) for book in (before, after.handbook))
    drawn = _diagrams(before, after, linked=True)
    earlier = {keys.get(key, key): key for key in plain}
    found = []
    for key in dict.fromkeys([*now, *earlier]):
        if key in unmoved:
            continue
        old = earlier.get(key)
        was, current = plain[old] if old else None, now.get(key)
        if was is None or current is None or was.text != current.text:
            title = (current or drawn[str(old)]).title
            shown = _earlier(drawn[old], after) if old else None
            found.append(ChangedDiagram(key, title, shown, current and after.diagrams[key]))
    return tuple(found)


def proposal_page(
    site: Site,
    changes: Iterable[Change],
    diagrams: Iterable[ChangedDiagram] | None,
    *,
    base: str,
) -> Page:
    """The page of a proposal: its changes thing by thing, and each changed diagram twice.

    Args:
        site: the handbook with the proposal.
        changes: what it changes.
        diagrams: the diagrams that look different; None when that cannot be known.
        base: the name of what it was compared with.
    """
    here = proposal_address(site.language)
    links = Links(site, here)
    shown = Markup("").join(_diagram(diagram, site) for diagram in diagrams or ())
    otherwise = "no_diagrams" if diagrams is not None else "unknown_diagrams"
    sections = [
        Section(site.label("proposal.changes"), _changes(changes, links), "changes"),
        Section(site.label("proposal.diagrams"), shown or _line(site, otherwise), "diagrams"),
    ]
    return sections_page(
        site,
        here,
        site.label("proposal.title"),
        lead=literal(site.label("proposal.lead", base=base)),
        sections=[replace(section, searched=False) for section in sections],
    )


def with_proposal(
    site: Site,
    changes: tuple[Change, ...],
    diagrams: tuple[ChangedDiagram, ...] | None,
    *,
    base: str,
) -> tuple[Site, Page]:
    """A site with the earlier diagrams that its proposal shows, and the page of the proposal.

    Args:
        site: the handbook with the proposal.
        changes: what the proposal changes.
        diagrams: the diagrams that look different; None when that cannot be known.
        base: the name of what it was compared with.
    """
    earlier = {diagram.before.key: diagram.before for diagram in diagrams or () if diagram.before}
    page = proposal_page(site, changes, diagrams, base=base)
    return replace(site, diagrams={**site.diagrams, **earlier}), page


@dataclass(frozen=True)
class _Reachable(Addresses):
    """The addresses that a diagram may lead to: of things that are there now."""

    objects: frozenset[str] | None = None
    """The objects that have a page; None to lead nowhere at all."""

    def url(self, reference: str) -> str | None:
        """The address of what a reference points at, when there is such a page."""
        kind, _, identifier = reference.partition(":")
        if self.objects is None or (kind == "object" and identifier not in self.objects):
            return None
        return super().url(reference)


def _earlier(diagram: Diagram, site: Site) -> Diagram:
    """An earlier diagram, under a key and a title that no present one has."""
    title = site.label("proposal.diagram_before", title=diagram.title)
    return replace(diagram, key=_EARLIER + diagram.key, title=title)


def _diagrams(handbook: Handbook, site: Site, *, linked: bool) -> Mapping[str, Diagram]:
    """The diagrams of a handbook with links to the pages of a site, or without any link."""
    there = frozenset(site.objects) if linked else None
    return diagrams_of(handbook, site.language, _Reachable(site.handbook, site.language, there))


def _renamed_keys(changes: Iterable[Change]) -> Mapping[str, str]:
    """What the diagrams of a process are called now, by what they were called."""
    renamed = {
        change.was.partition(":")[2]: change.subject.partition(":")[2]
        for change in changes
        if change.was.startswith("process:") and "#" not in change.subject
    }
    return {
        f"{kind}-{old}": f"{kind}-{new}" for old, new in renamed.items() for kind in _OF_A_PROCESS
    }


def _unmoved(handbook: Handbook, changes: tuple[Change, ...]) -> frozenset[str]:
    """The diagrams that need not be compared, which takes long for many processes.

    Those of a process show the process, and of other things no more than their names. So when
    all changes are inside processes that keep theirs, those of the other processes are as
    they were.
    """
    subjects = {change.subject.partition("#")[0] for change in changes}
    for change in changes:
        is_whole = "#" not in change.subject and change.field in _WHOLE
        if is_whole or not change.subject.startswith("process:"):
            return frozenset()
    return frozenset(
        f"{kind}-{process}"
        for process in handbook.processes
        if f"process:{process}" not in subjects
        for kind in _OF_A_PROCESS
    )


def _changes(changes: Iterable[Change], links: Links) -> Markup:
    found = [_thing(*item, links) for item in by_thing(changes).items()]
    return Markup("").join(found) or _line(links.site, "nothing")


def _thing(subject: str, changes: tuple[Change, ...], links: Links) -> Markup:
    site = links.site
    kind = literal(site.label(f"diff.subject.{subject.partition(':')[0]}"))
    name = _name(subject, changes, links)
    lines = bullets(_change(change, site) for change in changes)
    return Markup("<h3>{} {}</h3>{}").format(kind, name, lines)


def _name(subject: str, changes: tuple[Change, ...], links: Links) -> Markup:
    """A thing as a link to its page; one that is gone by its name only."""
    if links.site.handbook.find(subject):
        return links.to(subject)
    return literal(next((item.name for item in changes if "#" not in item.subject), subject))


def _change(change: Change, site: Site) -> Markup:
    sentence = literal(told(change, site.language))
    whole = whole_texts(change)
    if whole is None:
        return sentence
    nothing = site.label("compared.nothing")
    words = (site.label("compared.was"), site.label("compared.is"))
    rows = facts((word, text or nothing) for word, text in zip(words, whole, strict=True))
    summary = literal(site.label("proposal.whole"))
    return sentence + Markup("<details><summary>{}</summary>{}</details>").format(summary, rows)


def _diagram(changed: ChangedDiagram, site: Site) -> Markup:
    """A diagram before and after: beside each other where there is room, else below."""
    parts = joined(_parts(changed, site), "")
    anchor = html(changed.anchor)
    return Markup('<h3 id="{}">{}</h3><div class="beside" style="{}">{}</div>').format(
        anchor, literal(changed.title), _BESIDE, parts
    )


_BESIDE = html(
    "display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))"
)
"""Two columns, or one where they would be narrower than a diagram can be read."""


def _parts(changed: ChangedDiagram, site: Site) -> Iterator[Markup]:
    after = changed.after
    if after:
        after = replace(after, title=site.label("proposal.diagram_after", title=after.title))
    for diagram, label, missing in (
        (changed.before, "before", "diagram_new"),
        (after, "after", "diagram_gone"),
    ):
        heading = Markup("<h4>{}</h4>").format(literal(site.label(f"proposal.{label}")))
        shown = _figure(diagram, site) if diagram else _line(site, missing)
        yield Markup("<div>{}{}</div>").format(heading, shown)


def _figure(diagram: Diagram, site: Site) -> Markup:
    make = macros("figure.md.j2", "figure")
    return make(
        diagram=diagram,
        caption=literal(diagram.title),
        alternative=alternative(diagram),
        label=site.label,
    )


def _line(site: Site, label: str) -> Markup:
    return Markup("<p>{}</p>").format(literal(site.label(f"proposal.{label}")))
