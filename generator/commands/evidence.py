"""``handbook evidence``: who did what to which document, for an auditor; never published."""

import argparse
import sys
from pathlib import Path

from generator.commands.console import write
from generator.commands.exit_codes import CLEAN, FINDINGS
from generator.commands.reading import readable
from generator.exports.evidence import evidence_csv, evidence_json
from generator.history.acts import acts
from generator.language import Language
from generator.load.git import NoVersionError, place_in_git
from generator.model.usage import UsageError

HELP = "who wrote, approved and reviewed what, for an auditor"

_KINDS = {".csv": evidence_csv, ".json": evidence_json}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options of the command."""
    parser.add_argument(
        "--output", metavar="FILE", help="a file that ends in .csv or .json, outside the repository"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Writes the list."""
    handbook, examined = readable(root)
    if handbook is None:
        return FINDINGS
    language = examined.language
    path = _place(root, options.output, language) if options.output else None
    try:
        found = acts(root, handbook, examined.settings.accounts)
    except NoVersionError as error:
        raise UsageError(language.label("evidence.none", reason=str(error))) from error
    export = _KINDS[path.suffix.lower()] if path else evidence_csv
    write(export(found, language), path)
    print(language.label("evidence.personal"), file=sys.stderr)
    return CLEAN


def _place(root: Path, output: str, language: Language) -> Path:
    """The file to write.

    Raises:
        UsageError: for another kind of file, or a place from where it would be published.
    """
    path = Path(output).resolve()
    if path.suffix.lower() not in _KINDS:
        raise UsageError(language.label("evidence.kind", path=output))
    try:
        top, _ = place_in_git(root)
    except NoVersionError:
        top = root
    if path.is_relative_to(top.resolve()):  # from where it would be committed or published
        raise UsageError(language.label("evidence.published", path=output))
    return path
