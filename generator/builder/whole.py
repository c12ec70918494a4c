"""The whole site: the handbook of today with its releases inside, put in place in one step."""

import shutil
from pathlib import Path

from generator.builder.releases import Say, releases_of
from generator.builder.running import CONFIGURATION, BuildError, configured, run_mkdocs
from generator.pipeline import Prepared
from generator.publish.compose import compose
from generator.publish.facts import facts_of
from generator.publish.manifest import Manifest, write_manifest
from generator.publish.site import work
from generator.publish.swap import recover, swap


def build(prepared: Prepared, say: Say) -> Path:
    """Builds the site, releases included, and puts it in the place of the published one.

    Args:
        prepared: the handbook of today.
        say: says how far the releases are (a label of ``releases``, and its blanks).

    Returns:
        The folder of the published site.

    Raises:
        BuildError: when MkDocs, a diagram or a link fails; nothing was published.
    """
    beside = work(prepared.root) / "site"
    config = configured(prepared.root / CONFIGURATION)
    published = Path(config.site_dir)
    try:
        recover(published)
        shutil.rmtree(beside, ignore_errors=True)
        with releases_of(prepared, say) as releases:
            run_mkdocs(config, prepared, beside)
            placed = releases.result(published)
        compose(beside, placed, prepared.site, facts_of(prepared.site, prepared.pages))
        write_manifest(beside, _about(prepared))
        swap(beside, published)
    except OSError as error:
        raise BuildError(str(error)) from error
    return published


def _about(prepared: Prepared) -> Manifest:
    """What site this is: the commit is named only when the files are those of the commit."""
    site, history = prepared.site, prepared.site.history
    head = None if history.head is None or history.is_changed else history.head.sha
    return Manifest(site.handbook.organisation.site.title, site.language.code, head)
