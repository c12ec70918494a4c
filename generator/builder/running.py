"""MkDocs itself: started on a prepared handbook, in this process."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.mkdocs_plugin import HandbookPlugin, OfRelease
from generator.pipeline import Prepared

CONFIGURATION = "mkdocs.yml"

_OF_SEARCH = frozenset({"search", "material/search", "offline", "material/offline"})
"""The plugins that a release goes without: nobody has to find an old page by chance."""


class BuildError(Exception):
    """The site could not be built; the published one is untouched."""


def configured(path: Path, *, release: bool = False) -> MkDocsConfig:
    """The configuration of MkDocs; for a release without search, and strict about nothing.

    Raises:
        BuildError: when MkDocs does not take it.
    """
    changes: dict[str, Any] = {"plugins": _without_search(path)} if release else {}
    try:
        return load_config(str(path), strict=not release, **changes)
    except MkDocsException as error:
        raise BuildError(str(error)) from error


def run_mkdocs(
    config: MkDocsConfig, prepared: Prepared, target: Path, *, release: OfRelease | None = None
) -> None:
    """Builds a site in the folder ``target``.

    Raises:
        BuildError: when MkDocs, a diagram or a link fails.
    """
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    logging.getLogger("mkdocs").setLevel(logging.ERROR if release else logging.WARNING)
    plugin = config.plugins.get("handbook")
    if not isinstance(plugin, HandbookPlugin):
        message = "mkdocs.yml has no plugin 'handbook'"
        raise BuildError(message)
    plugin.given, plugin.release = prepared, release
    config.site_dir = str(target)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise BuildError(str(error)) from error
    except SystemExit as error:  # mkdocs-macros ends the process on a macro that fails
        message = "a macro in a chapter failed"
        raise BuildError(message) from error


def serve(root: Path, address: str) -> None:
    """Serves the handbook at ``address`` (host:port) and rebuilds it on every saved file."""
    mkdocs_serve(str(root / CONFIGURATION), livereload=True, dev_addr=address)


def _without_search(path: Path) -> list[Any] | dict[str, Any]:
    """The plugins of a configuration, what it inherits included, but those of the search."""
    with path.open(encoding="utf-8") as file:
        plugins = yaml_load(file).get("plugins") or []
    if isinstance(plugins, Mapping):
        return {name: item for name, item in plugins.items() if name not in _OF_SEARCH}
    return [item for item in plugins if _name(item) not in _OF_SEARCH]


def _name(item: Any) -> str:
    return str(next(iter(item))) if isinstance(item, Mapping) else str(item)
