"""A difference -> Markdown that GitHub and GitLab show as it is."""

from collections.abc import Iterable, Iterator

from generator.diff import Change, told
from generator.diff.whole_texts import whole_texts
from generator.language import Language
from generator.reports.changes.compared import Compared, Thing, things
from generator.reports.changes.sentences import (
    demand_line,
    fault_line,
    heading,
    opening,
    version_line,
)
from generator.reports.markdown import literal


def report(compared: Compared) -> str:
    """Tells a difference as Markdown.

    Returns:
        The Markdown, with a line break at the end.
    """
    language, found = compared.language, things(compared)
    blocks = [
        f"## {literal(language.label('compared.title'))}",
        f"{literal(opening(compared))}.",
        *fault_blocks(compared),
    ]
    blocks += ["\n".join(thing_lines(thing, thing.changes, language)) for thing in found]
    if not found:
        blocks.append(literal(language.label("compared.none")))
    return "\n\n".join(blocks) + "\n"


def fault_blocks(compared: Compared) -> Iterator[str]:
    """What could not be compared, as a list with its heading; nothing when all could."""
    language = compared.language
    lines = [
        f"- {literal(fault_line(side, finding, language))}"
        for side in compared.sides
        for finding in side.faults
    ]
    if lines:
        yield f"**{literal(language.label('compared.not_compared'))}**"
        yield "\n".join(lines)


def thing_lines(thing: Thing, changes: Iterable[Change], language: Language) -> Iterator[str]:
    """A thing as a heading and a list of its changes, a line a piece."""
    version = version_line(thing, language)
    yield f"#### {literal(heading(thing, language))}" + (f", {literal(version)}" if version else "")
    yield ""
    for change in changes:
        yield change_line(change, language)
    if asked := demand_line(thing, language):
        yield f"- **{literal(asked)}.**"


def change_line(change: Change, language: Language) -> str:
    """A change as an item of a list; long texts follow whole, folded away."""
    line = f"- {literal(told(change, language))}"
    whole = whole_texts(change)
    if whole is None:
        return line
    parts = "<br>".join(
        f"<b>{literal(language.label(f'compared.{word}'))}</b>: "
        f"{literal(text) or literal(language.label('compared.nothing'))}"
        for word, text in zip(("was", "is"), whole, strict=True)
    )
    summary = literal(language.label("proposal.whole"))
    return f"{line}\n  <details><summary>{summary}</summary>{parts}</details>"
