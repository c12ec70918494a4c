"""A thousand processes are compared about as fast as they are copied."""

import pickle
from collections import Counter
from dataclasses import replace
from time import process_time

from benchmarks.generated import handbook_files
from generator.diff import ChangeKind, compare
from generator.model.handbook import Handbook
from tests.diff.cases import read

PROCESSES = 1000
CHANGED = 10
MOST = 2
"""How many times as long as copying a handbook comparing it may take; measured: 0.2."""


def changed(handbook: Handbook) -> Handbook:
    """A handbook with another text in the second step of ten processes."""
    found = dict(handbook.processes)
    for process in list(found.values())[:CHANGED]:
        first, second, *rest = process.steps
        other = second.model_copy(update={"explanation": "Kijk binnen twee dagen."})
        found[process.id] = process.model_copy(update={"steps": (first, other, *rest)})
    return replace(handbook, processes=found)


def test_ten_changes_in_a_thousand_processes() -> None:
    before = read(handbook_files(PROCESSES))
    packed = pickle.dumps(before)
    copying, comparing = [], []
    for _ in range(3):
        start = process_time()
        copied = pickle.loads(packed)  # no part is the same object
        copying.append(process_time() - start)
        after = changed(copied)
        start = process_time()
        found = compare(before, after)
        comparing.append(process_time() - start)
    assert Counter(change.kind for change in found) == {ChangeKind.REWORDED: CHANGED}
    assert min(comparing) < MOST * min(copying), (comparing, copying)
