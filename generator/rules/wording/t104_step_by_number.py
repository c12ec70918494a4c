"""A text sends the reader to ``step 4``; the numbers move as soon as a step is added (7.5.3)."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from generator.model.finding import Severity
from generator.model.process import Process
from generator.rules.inspection import Inspection
from generator.rules.phrases import word_set, words_of
from generator.rules.rule import Fault, Group

CODE: Final = "T104"
NAME: Final = "step-by-number"
SEVERITY: Final = Severity.WARNING
GROUP: Final = Group.WORDING
CLAUSES: Final = ("7.5.2", "7.5.3")

_NUMBER = re.compile(r"\d+[a-z]?(\.\d+)*")


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every step that a text calls by its number, once a text and number."""
    steps = frozenset(inspection.words("step-words"))
    # "een stap een ..." is no number, so counting begins at two.
    spelled = {word: value for value, word in enumerate(inspection.words("number-words"), 1)}
    spelled = {word: value for word, value in spelled.items() if value > 1}
    numbers = cache(lambda text: tuple(_numbers(text, steps, spelled)))
    for passage in inspection.passages:
        told = set()
        for written, number in numbers(passage.text):
            if number not in told:
                told.add(number)
                details = {"written": written} | _step_there(passage.process, number)
                yield Fault(passage.subject, passage.path, details)


def _numbers(
    text: str, steps: Collection[str], spelled: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Every ``step 4`` in a text: as it is written, and its number in digits."""
    if not any(word in steps for word in word_set(text)):
        return
    words = words_of(text)
    for word, following in pairwise(words):
        if word.text in steps and text[word.end : following.start].isspace():
            number = str(spelled.get(following.text, following.text))
            if _NUMBER.fullmatch(number):
                yield text[word.start : following.end], number


def _step_there(process: Process | None, number: str) -> dict[str, str]:
    """The step that has the number now, as a guess."""
    steps = process.steps if process else ()
    index = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else 0
    return {"guess": steps[index - 1].name} if 0 < index <= len(steps) else {}
