"""The thin joint with MkDocs: it hands over the staging tree and finishes the built site.

``handbook build`` gives the plugin what it has prepared; ``mkdocs build`` and
``mkdocs serve`` by hand let the plugin prepare it. Either way MkDocs meets only plain
Markdown that passed the checks.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.load.discover import FOLDERS
from generator.model.finding import Severity
from generator.pages.edition import edition
from generator.pipeline import Prepared, examine, prepare
from generator.publish.fence import CACHE
from generator.publish.site import Drawn, draw, finish, pictures, stage_site
from generator.reports.text import text_report

THEME = Path(__file__).parent / "theme"


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options."""


@dataclass(frozen=True, slots=True)
class OfRelease:
    """What is different in the site of a release, which is built from an earlier commit."""

    pictures: Path
    """The folder of finished pictures, shared with the site around it."""
    living: Mapping[str, str]
    """The pages that only the site around it has, each with its address there."""


class HandbookPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """``plugins: [handbook]`` in mkdocs.yml."""

    given: Prepared | None = None
    """What ``handbook build`` has prepared; by hand, MkDocs lets the plugin prepare it."""
    release: OfRelease | None = None
    """Set when the site is that of a release."""
    prepared: Prepared | None = None
    drawn: Drawn | None = None
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remembers whether this is a server; having this event, the plugin outlives a build."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks and stages the handbook, and points MkDocs at the result."""
        root = Path(config.config_file_path).resolve().parent
        prepared = self.prepared = self.given or self._prepare(root)
        # A server beside a build must not change the pages that are being built.
        staging = stage_site(prepared, "staging" if self.given else "by-hand")
        self.drawn = draw(prepared, self._pictures(prepared))
        if "plantuml_markdown" in config.markdown_extensions:
            self._serve_fences(prepared, self.drawn)
        config.docs_dir = str(staging)
        # The theme writes the name as it is, also inside attributes.
        config.site_name = escape(prepared.site.handbook.organisation.site.title)
        config.nav = prepared.navigation
        # What is history is not edited.
        edit_url = prepared.site.handbook.organisation.site.edit_url
        config.edit_uri_template = None if self.release else edit_url
        config.extra["edition"] = edition(prepared.site)
        config.theme["language"] = prepared.site.language.code
        config.theme.dirs.insert(0, str(THEME))
        for name in ("search", "material/search"):
            if name in config.plugins:
                config.plugins[name].config["lang"] = [prepared.site.language.code]
        return config

    def _prepare(self, root: Path) -> Prepared:
        """The handbook as it is now; a server goes on showing the last one that was sound.

        MkDocs answers no request at all while a build keeps failing.
        """
        os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
        examined = examine(root)
        if examined.sound:
            return prepare(examined)
        errors = [item for item in examined.findings if item.severity is Severity.ERROR]
        report = text_report(errors, examined.language)
        if self.serving and self.prepared is not None:
            print(report, file=sys.stderr)
            return self.prepared
        raise Abort(report)

    def _pictures(self, prepared: Prepared) -> Path:
        return self.release.pictures if self.release else pictures(prepared.root)

    def _serve_fences(self, prepared: Prepared, drawn: Drawn) -> None:
        """Lets plantuml-markdown find the command that serves fences, and fences that work."""
        if any(chapter.fences for chapter in prepared.chapters) and (faults := drawn.faults()):
            raise Abort(text_report(faults, prepared.site.language))
        os.environ[CACHE] = str(self._pictures(prepared))
        commands = str(Path(sys.executable).parent)
        if commands not in os.environ.get("PATH", "").split(os.pathsep):
            os.environ["PATH"] = commands + os.pathsep + os.environ.get("PATH", "")

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
        living = self.release.living if self.release else None
        faults = finish(Path(config.site_dir), self.drawn, living=living)
        if faults and self.prepared:
            report = text_report(faults, self.prepared.site.language)
            if not self.serving:
                raise Abort(report)
            print(report, file=sys.stderr)

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
