"""MkDocs, called in this process on a prepared handbook: built beside, then swapped in."""

import logging
import os
import shutil
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.mkdocs_plugin import HandbookPlugin
from generator.pipeline import Prepared
from generator.publish.site import work
from generator.publish.swap import swap


class BuildError(Exception):
    """The site could not be built; the published one is untouched."""


def build(prepared: Prepared) -> Path:
    """Builds the site and puts it in the place of the published one.

    Returns:
        The folder of the published site.

    Raises:
        BuildError: when MkDocs, a diagram or a link fails; nothing was published.
    """
    beside = work(prepared.root) / "site"
    shutil.rmtree(beside, ignore_errors=True)
    published = _mkdocs(prepared, beside)
    swap(beside, published)
    return published


def _mkdocs(prepared: Prepared, beside: Path) -> Path:
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    try:
        config = load_config(str(prepared.root / "mkdocs.yml"), strict=True)
        published = Path(config.site_dir)
        config.site_dir = str(beside)
        plugin = config.plugins["handbook"]
        if not isinstance(plugin, HandbookPlugin):
            message = "mkdocs.yml has no plugin 'handbook'"
            raise BuildError(message)
        plugin.given = prepared
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise BuildError(str(error)) from error
    except SystemExit as error:  # mkdocs-macros ends the process on a macro that fails
        message = "a macro in a chapter failed"
        raise BuildError(message) from error
    return published


def serve(root: Path, address: str) -> None:
    """Serves the handbook at ``address`` (host:port) and rebuilds it on every saved file."""
    mkdocs_serve(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)
