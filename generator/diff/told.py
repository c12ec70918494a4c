"""A change in one plain sentence of the reader's language."""

from generator.diff.change import Change, ChangeKind
from generator.diff.excerpt import excerpts, shortened
from generator.language import Language

_OF_PARTS = (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.FLOW, ChangeKind.STATE)
"""What is told as a part that is new or gone, when it has only one side."""


def told(change: Change, language: Language) -> str:
    """What changed, as a sentence without a full stop.

    Words from the handbook are in it as they are: whoever shows the sentence escapes it. A
    long text is cut down to what is different in it.
    """
    before, after = excerpts(change.before, change.after)
    return language.label(
        f"diff.sentence.{_sentence(change)}",
        subject=_subject(change, language),
        what=_what(change, language),
        before=before,
        after=after,
        follows=shortened(change.follows),
    )


def _sentence(change: Change) -> str:
    """Which of the sentences fits: by the kind of change, and by what there is to tell."""
    if change.kind is ChangeKind.MOVED and (not change.field or _is_entry(change)):
        return _of_order("part_moved" if change.field else "moved", change.after)
    if change.before and change.after:
        is_name = change.kind is ChangeKind.RENAMED and change.after == _name(change)
        return "renamed" if is_name else "changed"
    if not change.field:
        is_new_step = change.after and "#" in change.subject
        return (
            _of_order("added", change.follows) if is_new_step else _half(change, "added", "removed")
        )
    if change.kind in _OF_PARTS or isinstance(change.path[-1], int):
        return _half(change, "part_added", "part_removed")
    return _half(change, "filled", "emptied")


def _of_order(sentence: str, follows: str) -> str:
    return f"{sentence}_{'after' if follows else 'first'}"


def _half(change: Change, is_new: str, is_gone: str) -> str:
    return is_new if change.after else is_gone


def _name(change: Change) -> str:
    """What the thing itself is called: the nearest that has a name."""
    return change.trail[-1].name if change.trail else change.name


def _is_entry(change: Change) -> bool:
    """Whether the change is of one of the things in its field as a whole."""
    return bool(change.trail) and change.trail[-1].field == change.field


def _is_own_text(change: Change) -> bool:
    """Whether the change is of the very text by which one of the things is known."""
    return (
        change.kind is ChangeKind.REWORDED and bool(change.trail) and _name(change) == change.after
    )


def _subject(change: Change, language: Language) -> str:
    """What it is about, and what in it: the outcome of a decision, the row of a matrix."""
    kind = "step" if "#" in change.subject else change.subject.partition(":")[0]
    inner = _is_entry(change) or _is_own_text(change)
    around = change.trail[:-1] if inner else change.trail
    named = [(language.label(f"diff.subject.{kind}"), change.name)]
    named += [(_word(item.field, language), item.name) for item in around]
    return ", ".join(_named(word, name) for word, name in named)


def _what(change: Change, language: Language) -> str:
    if not change.field:
        return ""
    if _is_own_text(change):
        return _word(change.trail[-1].field, language)
    word = _word(change.field, language)
    return _named(word, _name(change)) if _is_entry(change) else word


def _named(word: str, name: str) -> str:
    return f"{word} '{shortened(name)}'"


def _word(field: str, language: Language) -> str:
    """A field in a sentence: its own word, or its label in the list of fields."""
    part, _, key = field.partition(".")
    words = language.labels["diff"]["field"]
    found = words.get(field) or words.get(key)
    if found:
        return str(found)
    label = language.field(part, key)["label"]
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
