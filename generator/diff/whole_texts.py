"""The texts behind a sentence that shows only what differs in them."""

from generator.diff.change import Change
from generator.diff.excerpt import LONGEST


def whole_texts(change: Change) -> tuple[str, str] | None:
    """What it was and what it is, on a line each, when the sentence about it cuts them short."""
    before, after = (" ".join(text.split()) for text in (change.before, change.after))
    return (before, after) if max(len(before), len(after)) > LONGEST else None
