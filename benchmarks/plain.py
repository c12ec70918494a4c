"""The yardstick: the staged tree as a plain MkDocs site, without this project's plugin."""

from pathlib import Path

import yaml

from generator.pipeline import examine, prepare
from generator.publish.site import stage_site


def plain_site(root: Path) -> Path:
    """Writes an mkdocs.yml that builds the staging tree as it is, and returns its path.

    Theme, extensions, search, navigation and macros are those of the handbook; only the
    plugin ``handbook`` and what it adds to the theme are left out, so chapters with
    macros are staged with their macros switched off.
    """
    prepared = prepare(examine(root))
    staging = stage_site(prepared)
    for path in staging.rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if "render_macros: true" in text:
            path.write_text(text.replace("render_macros: true", "render_macros: false"), "utf-8")
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    config["plugins"] = [item for item in config["plugins"] if _name(item) not in LEFT_OUT]
    config |= {"docs_dir": str(staging), "site_dir": str(root / "build" / "plain")}
    config |= {"nav": prepared.navigation, "site_name": "plain", "validation": {}}
    target = root / "mkdocs.plain.yml"
    target.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    return target


LEFT_OUT = ("handbook", "macros")


def _name(plugin: object) -> str:
    return next(iter(plugin)) if isinstance(plugin, dict) else str(plugin)
