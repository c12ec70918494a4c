"""A difference -> one page that needs no other file."""

from collections.abc import Mapping

from generator.diff import Change, told
from generator.diff.whole_texts import whole_texts
from generator.language import Language
from generator.pages.markup import render
from generator.reports.changes.compared import Compared, Thing, things
from generator.reports.changes.sentences import (
    demand_line,
    fault_line,
    heading,
    opening,
    version_line,
)
from generator.wording import visible


def report(compared: Compared) -> str:
    """Tells a difference as a page of HTML: no script, and nothing from another file or host."""
    language = compared.language
    page = render(
        "diff.html.j2",
        language=language.code,
        title=language.label("compared.title"),
        opening=f"{opening(compared)}.",
        not_compared=language.label("compared.not_compared"),
        faults=[
            fault_line(side, finding, language)
            for side in compared.sides
            for finding in side.faults
        ],
        things=[_thing(thing, language) for thing in things(compared)],
        nothing=language.label("compared.none"),
    )
    return str(page)


def _thing(thing: Thing, language: Language) -> Mapping[str, object]:
    notes = (version_line(thing, language), thing.file)
    return {
        "heading": heading(thing, language),
        "note": " · ".join(note for note in notes if note),
        "changes": [_change(change, language) for change in thing.changes],
        "asked": demand_line(thing, language),
    }


def _change(change: Change, language: Language) -> Mapping[str, object]:
    whole = whole_texts(change)
    nothing = language.label("compared.nothing")
    words = (language.label("compared.was"), language.label("compared.is"))
    rows = [
        (word, visible(text, longest=None) or nothing)
        for word, text in zip(words, whole or (), strict=False)
    ]
    return {"sentence": visible(told(change, language), longest=None), "whole": rows}
