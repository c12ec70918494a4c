"""What changed since the assessment before with the same method, by area."""

from collections.abc import Mapping

from markupsafe import Markup

from generator.evaluation.assessment import percent_of, percentage
from generator.model.assessment import Area, Assessment, Share, Slice
from generator.pages.assessment_parts import not_filled_in, signed
from generator.pages.links import Links
from generator.pages.markup import joined, literal
from generator.pages.page import Site
from generator.pages.tables import table


def difference(before: Assessment, after: Assessment, links: Links) -> Markup:
    """A table of every area, and one of every share, with what it was and what it is.

    Args:
        before: the earlier assessment.
        after: the one whose page this is.
        links: links from that page.
    """
    site = links.site
    words = literal(site.label("assessments.compared"))
    other = joined([links.to(f"assessment:{before.id}"), *_day(before)], ", ")
    intro = Markup("<p>{} {}</p>").format(words, other)
    return intro + _areas(before, after, site) + _shares(before, after, site)


def _day(assessment: Assessment) -> list[str]:
    return [assessment.date.isoformat()] if assessment.date else []


def _columns(first: str, site: Site) -> list[str]:
    return site.labels("assessments", first, "before", "now", "change")


def _areas(before: Assessment, after: Assessment, site: Site) -> Markup:
    """The areas of the newer assessment in its order, then those that it no longer has."""
    old = {area.id: area for area in before.areas}
    new = {area.id: area for area in after.areas}
    rows = [
        (
            (new.get(key) or old[key]).name,
            _shown(old.get(key), before, site),
            _shown(new.get(key), after, site),
            _change(old.get(key), new.get(key), before, after, site),
        )
        for key in {**new, **old}
    ]
    caption = site.label("assessments.difference")
    return table(site, _columns("area", site), rows, caption=caption) if rows else Markup("")


def _shown(area: Area | None, assessment: Assessment, site: Site) -> object:
    if area is None:
        return None
    if not area.is_filled_in:
        return not_filled_in(site)
    said = []
    if area.scores:
        blanks = {"total": area.total, "maximum": area.maximum(assessment.scale)}
        percent = percent_of(area, assessment)
        said.append(
            str(area.total)
            if percent is None
            else site.label("assessments.scored", percent=percent, **blanks)
        )
    if area.phase is not None:
        said.append(site.label("assessments.in_phase", phase=area.phase))
    if area.applying:
        blanks = {"count": area.applying.count(True), "all": len(area.applying)}
        words = site.label("assessments.applying").lower()
        said.append(f"{words} {site.label('assessments.applying_of', **blanks)}")
    return "; ".join(said)


def _change(
    old: Area | None, new: Area | None, before: Assessment, after: Assessment, site: Site
) -> str | None:
    """The difference in points, or in percentage points where the maximum is another one."""
    if old is None or new is None:
        return site.label("assessments.new_area" if old is None else "assessments.gone_area")
    said = []
    if old.scores and new.scores:
        said.append(_in_points(old, new, before, after, site))
    if old.phase is not None and new.phase is not None:
        phase = _signed(new.phase - old.phase, site)
        said.append(site.label("assessments.in_phase", phase=phase))
    if old.applying and new.applying:
        words = site.label("assessments.applying").lower()
        more = new.applying.count(True) - old.applying.count(True)
        said.append(f"{words} {_signed(more, site)}")
    return "; ".join(said) or None


def _in_points(old: Area, new: Area, before: Assessment, after: Assessment, site: Site) -> str:
    if old.maximum(before.scale) == new.maximum(after.scale):
        return _signed(new.total - old.total, site)
    was = percentage(old.total, old.maximum(before.scale)) or 0
    now = percentage(new.total, new.maximum(after.scale)) or 0
    return site.label("assessments.points", difference=signed(now - was))


def _signed(value: int, site: Site) -> str:
    return signed(value) if value else site.label("assessments.same")


def _shares(before: Assessment, after: Assessment, site: Site) -> Markup:
    """A table for each whole that both assessments divide."""
    earlier = {share.of: share for share in before.shares}
    found = [(earlier[share.of], share) for share in after.shares if share.of in earlier]
    return Markup("").join(_share(old, new, site) for old, new in found)


def _share(old: Share, new: Share, site: Site) -> Markup:
    was, now = _by_name(old), _by_name(new)
    rows = [
        (
            name,
            None if name not in was else f"{was[name].percent} %",
            None if name not in now else f"{now[name].percent} %",
            _points(was.get(name), now.get(name), site),
        )
        for name in {**now, **was}
    ]
    heading = Markup("<h3>{}</h3>").format(literal(new.of))
    return heading + table(site, _columns("share", site), rows, caption=new.of)


def _points(was: Slice | None, now: Slice | None, site: Site) -> str | None:
    if was is None or now is None:
        return None
    return site.label("assessments.points", difference=signed(now.percent - was.percent))


def _by_name(share: Share) -> Mapping[str, Slice]:
    return {item.name: item for item in share.slices}
