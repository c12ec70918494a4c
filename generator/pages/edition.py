"""Which state of the handbook a page shows, for pages that are not controlled themselves."""

from generator.pages.control import commit_name
from generator.pages.page import Site
from generator.pages.releases import releases_in_order


def edition(site: Site) -> str:
    """The commit and the newest release before it, in plain text.

    A page of a release is told by the bar above it which release that is.
    """
    history = site.history
    commit = commit_name(history.head, site, is_changed=history.is_changed)
    newest = next(iter(releases_in_order(site)), None)
    if newest is None:
        return site.label("versions.edition.commit", commit=commit)
    return site.label("versions.edition.after", commit=commit, release=newest.name)
