"""What mkdocs-macros calls to learn the macros: the same functions that the check has used."""

from typing import Any

from generator.mkdocs_plugin import HandbookPlugin
from generator.pages.chapter_macros import macros_for


def define_env(env: Any) -> None:
    """Gives every macro to mkdocs-macros, each with links that fit the page at hand."""
    plugin = env.conf.plugins["handbook"]
    if not isinstance(plugin, HandbookPlugin) or plugin.prepared is None:
        return
    site = plugin.prepared.site

    def bound(name: str) -> Any:
        def call(*arguments: str) -> Any:
            return macros_for(site, env.page.file.src_uri)[name](*arguments)

        return call

    for name in macros_for(site, "index.md"):
        env.macro(bound(name), name)
