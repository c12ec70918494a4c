"""Which state of the handbook a page shows, for pages that are not controlled themselves."""

from generator.pages.control import commit_name
from generator.pages.page import Site


def edition(site: Site) -> str:
    """The release, when the files are those of the newest one, and the commit; plain text."""
    history = site.history
    commit = commit_name(history.head, site, is_changed=history.is_changed)
    newest = max(site.handbook.releases.values(), key=lambda item: item.date, default=None)
    is_released = newest and history.head and newest.commit == history.head.sha
    if newest and is_released and not history.is_changed:
        return site.label("versions.edition.release", name=newest.name, commit=commit)
    return site.label("versions.edition.none", commit=commit)
