"""``handbook export``: the handbook as JSON, or the schemas for editors."""

import argparse
from pathlib import Path

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.preparation import prepared

HELP = "the whole handbook as data"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument("kind", choices=("json", "schemas"))
    parser.add_argument("--output", help="a file (schemas: a folder)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes the export."""
    from generator.exports.json_schema import editor_schemas  # noqa: PLC0415 - slow to import
    from generator.pipeline import EXPORT  # noqa: PLC0415

    ready, examined = prepared(root)
    if ready is None:
        return FINDINGS
    if options.kind == "schemas":
        folder = Path(options.output or root / "schemas")
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in editor_schemas(examined.language).items():
            write(text, str(folder / name))
        return CLEAN
    write(str(ready.files[EXPORT]), options.output)
    return CLEAN
