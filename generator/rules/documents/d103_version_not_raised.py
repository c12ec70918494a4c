"""The content of a process changed since it was issued, and its version did not go up."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.control.policy import numbers
from generator.control.raising import lack_of
from generator.diff import Change, told
from generator.language import language
from generator.model.finding import Severity
from generator.rules.inspection import Inspection
from generator.rules.rule import Fault, Group
from generator.rules.subjects import processes

CODE: Final = "D103"
NAME: Final = "version-not-raised"
SEVERITY: Final = Severity.ERROR
GROUP: Final = Group.DOCUMENTS
CLAUSES: Final = ("7.5.2", "7.5.3")

_LONGEST = 190
"""How long the reasons may be together, so that a message shows them whole."""


def check(inspection: Inspection) -> Iterator[Fault]:
    """Yields every process whose changes demand a higher version than it carries."""
    organisation = inspection.handbook.organisation
    for subject, process in processes(inspection.handbook):
        issued = inspection.issued.get(process.id)
        lack = lack_of(process, issued, organisation) if issued else None
        if not issued or not lack or not lack.is_behind:
            continue
        if numbers(process.document.version) < numbers(issued.version):
            continue  # it went back, which has a code of its own
        yield Fault(
            subject,
            ("document", "version"),
            {
                "process": process.id,
                "issued": issued.version,
                "version": lack.version,
                "reasons": reasons(lack.need.reasons, inspection.language),
            },
        )


def reasons(changes: Sequence[Change], code: str) -> str:
    """The first changes in words, as many as fit but at least one, and how many more."""
    sentences = list(dict.fromkeys(told(change, language(code)) for change in changes))
    shown = sentences[:1]
    for sentence in sentences[1:]:
        if len("; ".join([*shown, sentence])) > _LONGEST:
            break
        shown.append(sentence)
    left = len(sentences) - len(shown)
    more = f" (+{left})" if left else ""
    text = "; ".join(shown)
    whole = len(text) <= _LONGEST
    return (text if whole else f"{text[: _LONGEST - 1].rstrip()}…") + more
