"""The management reviews: what was looked at, what the standard asks for, what was decided."""

from collections.abc import Iterator

from markupsafe import Markup

from generator.evaluation.follow_up import FollowUp, follow_up, missing_subjects
from generator.model.audit import ManagementReview, ReviewSubject
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.noted import noted_briefly
from generator.pages.origins import Origins
from generator.pages.page import Page, Site
from generator.pages.register_cells import dated, followed, register_page, touched
from generator.pages.sections import Section, bullets, facts
from generator.pages.tables import table
from generator.pages.terms import running


def management_reviews_page(site: Site) -> Page:
    """What the standard asks to look at, and every review by itself."""
    links = Links(site, site.addresses.page("managementreviews"))
    return register_page(links, "managementreviews", "managementreview", _sections(links))


def _sections(links: Links) -> Iterator[Section]:
    site = links.site
    follow = follow_up(site.handbook)
    asked = site.label("improving.asked")
    yield Section(asked, _asked(links), "asked")
    for review in site.handbook.management_reviews.values():
        body = _review(review, follow, links)
        yield Section(review.name, body, f"managementreview-{review.id}")


def _asked(links: Links) -> Markup:
    """The subjects of ISO 9001:2015, 9.3.2 in short, and the reviews that looked at each."""
    site = links.site
    lead = Markup("<p>{}</p>").format(literal(site.label("improving.asked_lead")))
    reviews = site.handbook.management_reviews.values()
    if not reviews:
        words = (site.label(f"reviewsubject.{subject}") for subject in ReviewSubject)
        return lead + bullets(literal(word) for word in words)
    rows = [
        (
            site.label(f"reviewsubject.{subject}"),
            joined(
                (
                    links.to(f"managementreview:{review.id}")
                    for review in reviews
                    if subject in {item.subject for item in review.inputs}
                ),
                "; ",
            )
            or site.label("improving.not_looked_at"),
        )
        for subject in ReviewSubject
    ]
    heads = site.labels("improving.column", "subject", "looked_at")
    return lead + table(site, heads, rows, caption=site.label("improving.asked"))


def _review(review: ManagementReview, follow: FollowUp, links: Links) -> Markup:
    site, origins = links.site, Origins(review, links, listed=False)
    label = site.label
    rows = [
        (label("improving.column.held"), _held(review, origins)),
        (
            label("improving.column.participants"),
            origins.value("participants", links.roles(review.participants)),
        ),
        (label("improving.column.missing"), _missing(review, site)),
        (
            label("improving.column.noted"),
            noted_briefly(f"managementreview:{review.id}", review, links),
        ),
    ]
    return facts(rows) + _inputs(review, links) + _decisions(review, follow, links)


def _held(review: ManagementReview, origins: Origins) -> Markup:
    if review.held or "held" in review.origins:
        return dated(review.held, origins, "held")
    return literal(origins.links.site.label("improving.not_held"))


def _missing(review: ManagementReview, site: Site) -> Markup:
    """The subjects of the standard that a review did not look at; empty when it saw all."""
    words = (site.label(f"reviewsubject.{item}") for item in missing_subjects(review))
    return joined((Markup("<div>{}</div>").format(literal(word)) for word in words), "")


def _inputs(review: ManagementReview, links: Links) -> Markup:
    if not review.inputs:
        return Markup("")
    site = links.site
    rows = [
        (
            item.topic,
            running(item.text, links) or None,
            site.label(f"reviewsubject.{item.subject}") if item.subject else None,
            touched(item.touches, links) or None,
        )
        for item in review.inputs
    ]
    heads = site.labels("improving.column", "topic", "said", "subject", "touches")
    mark = Origins(review, links, listed=False).mark("inputs")
    return _heading("inputs", mark, site) + table(site, heads, rows, caption=review.name)


def _decisions(review: ManagementReview, follow: FollowUp, links: Links) -> Markup:
    if not review.decisions:
        return Markup("")
    site = links.site
    rows = [
        (running(item.text, links), followed(item.actions, follow, links) or None)
        for item in review.decisions
    ]
    heads = site.labels("improving.column", "decision", "carried_out")
    mark = Origins(review, links, listed=False).mark("decisions")
    caption = f"{review.name}: {site.label('improving.decisions')}"
    return _heading("decisions", mark, site) + table(site, heads, rows, caption=caption)


def _heading(key: str, mark: Markup, site: Site) -> Markup:
    return Markup("<h3>{}{}</h3>").format(literal(site.label(f"improving.{key}")), mark)
