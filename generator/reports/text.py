"""Findings -> text for people: place, code, message, hints, and a line that sums up."""

from collections.abc import Iterator, Sequence

from generator.language import Language
from generator.model.finding import Finding, Severity
from generator.reports.wording import visible, wording

_COUNTED = (
    (Severity.ERROR, "errors"),
    (Severity.WARNING, "warnings"),
    (Severity.INFO, "infos"),
)


def text_report(
    findings: Sequence[Finding], language: Language, *, everything: bool = False
) -> str:
    """Reports findings as text.

    Args:
        findings: what was found, in the order in which it is reported.
        language: the language of the messages.
        everything: also show what is only for information, instead of counting it.

    Returns:
        Lines such as ``roles.yml:4:3: S201 error: ...``, with a line break at the end.
    """
    shown = [item for item in findings if everything or item.severity is not Severity.INFO]
    lines = [line for finding in shown for line in _lines(finding, language)]
    return "\n".join([*lines, _summary(findings, language)]) + "\n"


def _lines(finding: Finding, language: Language) -> Iterator[str]:
    words = language.messages["report"]
    place = finding.position
    said = wording(finding, language)
    yield (
        f"{visible(place.file)}:{place.line}:{place.column}: "
        f"{finding.code} {words[finding.severity.value]}: {said.message}"
    )
    for hint in said.hints:
        yield f"  {words['hint']}: {hint}"


def _summary(findings: Sequence[Finding], language: Language) -> str:
    words = language.messages["report"]
    counted = []
    for severity, key in _COUNTED:
        count = sum(finding.severity is severity for finding in findings)
        if count:
            form = words[key]["one" if count == 1 else "other"]
            counted.append(form.format(count=count))
        elif severity is Severity.ERROR:
            counted.append(words["clean"])
    return ", ".join(counted) + "."
