"""The thin joint with MkDocs: it hands over the staging tree and finishes the built site.

``handbook build`` gives the plugin what it has prepared; ``mkdocs build`` and
``mkdocs serve`` by hand let the plugin prepare it. Either way MkDocs meets only plain
Markdown that passed the checks.
"""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.load.discover import FOLDERS
from generator.pipeline import Prepared, examine, prepare
from generator.publish.site import Drawn, draw, finish, stage_site
from generator.reports.text import text_report

THEME = Path(__file__).parent / "theme"


class NoOptions(Config):
    """The plugin has no options."""


class HandbookPlugin(BasePlugin[NoOptions]):
    """``plugins: [handbook]`` in mkdocs.yml."""

    prepared: Prepared | None = None
    drawn: Drawn | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks and stages the handbook, and points MkDocs at the result."""
        root = Path(config.config_file_path).resolve().parent
        if self.prepared is None:
            self.prepared = _prepare(root)
        prepared = self.prepared
        staging = stage_site(prepared)
        self.drawn = self.drawn or draw(prepared)
        config.docs_dir = str(staging)
        config.site_name = prepared.site.handbook.organisation.site.title
        config.nav = prepared.navigation
        config.edit_uri_template = prepared.site.handbook.organisation.site.edit_url
        config.theme["language"] = prepared.site.language.code
        config.theme.dirs.insert(0, str(THEME))
        for name in ("search", "material/search"):
            if name in config.plugins:
                config.plugins[name].config["lang"] = [prepared.site.language.code]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:  # noqa: ARG002
        """Leads the edit link of every page to the file that made it."""
        pages = self.prepared.pages if self.prepared else {}
        for file in files.documentation_pages():
            page = pages.get(file.src_uri)
            file.edit_uri = page.edit if page else f"docs/{file.src_uri}"
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Puts the diagrams into the built pages and checks every link."""
        if self.drawn is None:
            return
        problems = finish(Path(config.site_dir), self.drawn)
        if problems:
            raise Abort("\n".join(problems))

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, **_: Any
    ) -> LiveReloadServer:
        """Rebuilds on a saved YAML, Markdown or template file, once a save."""
        server.unwatch(config.docs_dir)
        root = Path(config.config_file_path).resolve().parent
        for folder in ("docs", *FOLDERS):
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        server.watch(str(THEME))
        server.watch(str(THEME.parent / "pages" / "templates"))
        server.watch(str(THEME.parent / "language"))
        return server


def _prepare(root: Path) -> Prepared:
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    examined = examine(root)
    if not examined.sound:
        raise Abort(text_report(examined.findings, examined.language))
    return prepare(examined)
