"""What tells findings apart for a program that follows them from one run to the next."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from generator.model.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A fingerprint for each finding, different for each of them.

    It says nothing of lines, so it stays the same when lines move. Findings that are alike
    in everything but their place are told apart by their number in the order given.
    """
    times: Counter[Any] = Counter()
    for finding in findings:
        identity = finding.identity
        times[identity] += 1
        text = json.dumps([*identity, times[identity]])
        yield hashlib.sha256(text.encode("ascii")).hexdigest()
