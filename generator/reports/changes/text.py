"""A difference -> text for people at a terminal."""

from collections.abc import Iterator

from generator.diff import Change, told
from generator.diff.whole_texts import whole_texts
from generator.language import Language
from generator.reports.changes.compared import Compared, Thing, things
from generator.reports.changes.sentences import (
    counted,
    demand_line,
    fault_line,
    heading,
    opening,
    version_line,
)
from generator.wording import visible


def report(compared: Compared) -> str:
    """Tells a difference as text: thing by thing, a line for each change.

    Returns:
        The lines, with a line break at the end.
    """
    language, found = compared.language, things(compared)
    lines = [language.label("compared.title"), f"{opening(compared)}.", *_faults(compared)]
    for thing in found:
        lines += ["", *_thing(thing, language)]
    counts = (
        counted("compared.things", len(found), language),
        counted("compared.count", len(compared.changes), language),
    )
    lines += ["", ", ".join(counts) + "." if found else language.label("compared.none")]
    return "\n".join(lines) + "\n"


def _faults(compared: Compared) -> Iterator[str]:
    lines = [
        f"  {fault_line(side, finding, compared.language)}"
        for side in compared.sides
        for finding in side.faults
    ]
    if lines:
        yield from ("", f"{compared.language.label('compared.not_compared')}:", *lines)


def _thing(thing: Thing, language: Language) -> Iterator[str]:
    version = version_line(thing, language)
    file = f"  {visible(thing.file, longest=None)}" if thing.file else ""
    yield visible(heading(thing, language)) + (f", {version}" if version else "") + file
    for change in thing.changes:
        yield from _change(change, language)
    if asked := demand_line(thing, language):
        yield f"  → {asked}."


def _change(change: Change, language: Language) -> Iterator[str]:
    yield f"  - {visible(told(change, language), longest=None)}"
    if whole := whole_texts(change):
        for word, text in zip(("was", "is"), whole, strict=True):
            shown = visible(text, longest=None) or language.label("compared.nothing")
            yield f"      {language.label(f'compared.{word}')}: {shown}"
