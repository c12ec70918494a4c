"""The review calendar: what is reviewed when, what was reviewed, and which links are to confirm.

The build has no clock: the list stands in order of date, and the page's script puts what is
overdue, due and soon together while it is read.
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from generator.control.reviews import (
    DUE,
    SOON,
    Term,
    lines_to_complete,
    newest_review,
    next_reviews,
)
from generator.control.suspect import Suspect, by_owner, owner_of
from generator.diff import Change
from generator.model.base import Origin, OriginKind
from generator.model.control import Review, ReviewRule
from generator.model.identifiers import ProcessId
from generator.pages.changes import differences, state_note
from generator.pages.control import day, due_day
from generator.pages.links import Links
from generator.pages.markup import joined, literal, typed
from generator.pages.noted import thing
from generator.pages.origins import Origins, badge, source_lines, still_open
from generator.pages.page import Page, Site
from generator.pages.sections import Section, bullets, sections_page
from generator.pages.tables import Row, table
from generator.pages.terms import running

_GROUPS = (Term.OVERDUE, Term.DUE, Term.SOON, Term.LATER)


def reviews_page(site: Site) -> Page:
    """When every process is reviewed again, by which policy, and what is to be confirmed."""
    here = site.addresses.page("reviews")
    links = Links(site, here)
    return sections_page(
        site,
        here,
        site.label("versions.page.reviews"),
        lead=literal(site.label("versions.reviews.lead")),
        sections=[
            Section(site.label("versions.reviews.calendar"), _calendar(links), "calendar"),
            Section(site.label("versions.reviews.open"), _open(links), "open"),
            Section(site.label("versions.reviews.suspects"), _suspects(links), "suspects"),
            Section(site.label("versions.reviews.policy"), _policy(links), "policy"),
            Section(site.label("versions.reviews.recorded"), _recorded(links), "recorded"),
        ],
    )


def _calendar(links: Links) -> Markup:
    """The processes with a day, the first one first; the script names the groups in between."""
    site = links.site
    rows = [
        (_process(item.process, links), due_day(item.date, site), *_about(item.process, links))
        for item in next_reviews(site.handbook)
        if item.date
    ]
    if not rows:
        return Markup("")
    words = {term: literal(site.label(f"versions.reviews.group.{term}")) for term in _GROUPS}
    names = Markup("").join(Markup(' data-{}="{}"').format(*item) for item in words.items())
    made = _table(("document", "next", *_ABOUT), rows, "calendar", site)
    return Markup('<div class="calendar" data-days="{} {}"{}>{}</div>').format(
        DUE.days, SOON.days, names, made
    )


def _open(links: Links) -> Markup:
    """The processes without a day."""
    site = links.site
    rows = [
        (_process(item.process, links), *_about(item.process, links))
        for item in next_reviews(site.handbook)
        if item.date is None
    ]
    if not rows:
        return Markup("")
    note = literal(site.label("versions.reviews.open_note", count=len(rows)))
    made = _table(("document", *_ABOUT), rows, "open", site)
    return Markup("<p>{}</p>").format(note) + made


_ABOUT = ("risk", "owner", "last")


def _about(process: ProcessId, links: Links) -> tuple[Markup, ...]:
    """The risk of a process, its owner, and its last review as a link to the record."""
    site = links.site
    found = site.handbook.processes[process]
    risk, last = found.document.risk, newest_review(process, site.handbook)
    owner = links.to(f"role:{found.owner}") if found.owner else None
    return (
        literal(site.label(f"risk.{risk}")) if risk else still_open(site),
        Origins(found, links, listed=False).value("owner", owner),
        links.to(f"review:{last.id}", day(last.date)) if last else Markup("\u2013"),
    )


def _process(process: ProcessId, links: Links) -> Markup:
    return links.to(f"process:{process}")


def _policy(links: Links) -> Markup:
    """After how long a review is due, by risk; that it is open when nobody has said so."""
    site, organisation = links.site, links.site.handbook.organisation
    rows = [_rule(rule, site) for rule in organisation.review_policy]
    if rows:
        return _table(("risk", "interval", "origin"), rows, "policy", site)
    said = Origins(organisation, links, listed=False).value("review_policy", None)
    why = organisation.origin("review_policy").why
    return Markup("<p>{}</p>").format(joined([said, *([why] if why else [])], " "))


def _rule(rule: ReviewRule, site: Site) -> tuple[object, ...]:
    origin = Origin(origin=OriginKind(rule.origin))
    ground = badge(origin, site) or literal(site.label(f"origin.{origin.origin}"))
    key = "one_month" if rule.months == 1 else "months"
    interval = site.label(f"versions.reviews.{key}").format(months=rule.months)
    lines = source_lines(rule.lines, site)
    return (
        site.label(f"risk.{rule.risk}"),
        interval,
        joined([ground, *([lines] if lines else [])], " "),
    )


def _recorded(links: Links) -> Markup:
    """Every review that was recorded, the newest first; each can be linked to."""
    reviews = sorted(links.site.handbook.reviews.values(), key=lambda item: item.date, reverse=True)
    rows = [_review(review, links) for review in reviews]
    keys = ("day", "subject", "target", "by", "reason", "next")
    return _table(keys, rows, "recorded", links.site) if rows else Markup("")


def _review(review: Review, links: Links) -> Row:
    return Row(
        (
            day(review.date),
            thing(review.subject, links),
            thing(review.target, links) if review.target else None,
            links.to(f"role:{review.by}"),
            running(review.reason, links),
            day(review.next_review) if review.next_review else None,
        ),
        id=f"review-{review.id}",
    )


def _suspects(links: Links) -> Markup:
    """The links to confirm under the owner who confirms them, with what changed."""
    site = links.site
    found = site.history.suspects
    notes = state_note(site, "reviews")
    if not found:
        none = [] if notes else [literal(site.label("versions.reviews.suspects_none"))]
        return _paragraphs((*notes, *none))
    parts = [
        _of_owner(links.to(f"role:{owner}") if owner else None, several, links)
        for owner, several in by_owner(found, site.handbook).items()
    ]
    intro = _paragraphs((*notes, literal(site.label("versions.reviews.suspects_note"))))
    return intro + Markup("").join(parts)


def _of_owner(owner: Markup | None, found: Iterable[Suspect], links: Links) -> Markup:
    """What one owner confirms: each change once, with everything that refers to it."""
    site = links.site
    together: dict[tuple[str, tuple[Change, ...]], list[Suspect]] = {}
    for item in found:
        together.setdefault((item.target, item.changes), []).append(item)
    rows = [
        (thing(target, links), _what_changed(changes, links), _referring(suspects, links))
        for (target, changes), suspects in together.items()
    ]
    heading = literal(site.label("versions.reviews.suspects_of"))
    open_ = literal(site.label("versions.reviews.owner_open"))
    made = _table(("changed", "what", "refers"), rows, "suspects", site)
    name = joined([heading, owner], " ") if owner else open_
    return Markup('<h3 class="owner">{}</h3>{}').format(name, made)


def _what_changed(changes: tuple[Change, ...], links: Links) -> Markup:
    words = literal(links.site.label("versions.log.found", count=len(changes)))
    return Markup(
        '<details class="more" data-search-exclude><summary>{}</summary>{}</details>'
    ).format(words, differences(changes, links))


def _referring(suspects: Sequence[Suspect], links: Links) -> Markup:
    """What refers to it, and the lines that confirm that it still holds, to copy."""
    site = links.site
    words = {key: site.label(f"versions.reviews.fill_{key}") for key in ("by", "reason", "day")}
    owners = [owner_of(item.subject, site.handbook) or words["by"] for item in suspects]
    lines = [
        lines_to_complete(item, **words | {"by": owner})
        for item, owner in zip(suspects, owners, strict=True)
    ]
    made = Markup(
        '<details class="more" data-search-exclude><summary>{}</summary><p>{}</p>'
        "<pre><code>{}</code></pre></details>"
    ).format(
        literal(site.label("versions.reviews.confirm")),
        literal(site.label("versions.reviews.confirm_note")),
        typed("".join(lines)),
    )
    return bullets(thing(item.subject, links) for item in suspects) + made


def _paragraphs(found: Iterable[Markup]) -> Markup:
    return Markup("").join(Markup("<p>{}</p>").format(item) for item in found)


def _table(
    keys: Iterable[str], rows: Iterable[Row | Sequence[object]], caption: str, site: Site
) -> Markup:
    columns = site.labels("versions.reviews", *keys)
    return table(site, columns, rows, caption=site.label(f"versions.reviews.{caption}"))
