"""A run -> SARIF 2.1.0 (OASIS), which code scanning and editors read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from urllib.parse import quote

from generator.language import Language
from generator.model.finding import Finding, Position, Severity
from generator.reports.excerpt import source_line
from generator.reports.fingerprint import fingerprints
from generator.reports.outcome import Entry, Outcome, Sources, Suppression
from generator.wording import explain_command, visible, wording

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
"""The schema of the format, which the tests hold the reports against."""

_DISTRIBUTION = "handbook-generator"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def report(
    outcome: Outcome,
    language: Language,
    *,
    sources: Sources,
    everything: bool,  # noqa: ARG001 - every report is called alike
) -> str:
    """Reports a run as SARIF: every finding, also what is known, suppressed or information.

    What was known already says so in ``properties.status``. ``baselineState`` is left out:
    it must be there for every result or for none (3.27.24), and nobody compared what is
    suppressed.

    Returns:
        A log with one run and a line break at the end.
    """
    entries = outcome.entries()
    rules = _first_of_each_code(entries)
    driver = {
        "name": "handbook",
        "version": version(_DISTRIBUTION),
        "rules": [_rule(finding, language) for finding in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "results": list(_results(entries, list(rules), language, sources)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _first_of_each_code(entries: Sequence[Entry]) -> Mapping[str, Finding]:
    first: dict[str, Finding] = {}
    for entry in entries:
        first.setdefault(entry.finding.code, entry.finding)
    return dict(sorted(first.items()))


def _rule(finding: Finding, language: Language) -> dict[str, object]:
    """A rule; its texts are the catalogue's own, so nothing in them is from a file."""
    entry = language.messages[finding.code]
    see = f"{language.label('reports.see')}: {explain_command(finding)}"
    explained = [entry[part].strip() for part in ("why", "fix") if part in entry]
    rule: dict[str, object] = {
        "id": finding.code,
        "name": entry["name"],
        "shortDescription": {"text": _message(entry["name"])},
        "help": {"text": _message("\n".join([*explained, see]))},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }
    if "what" in entry:
        rule["fullDescription"] = {"text": _message(entry["what"].strip())}
    return rule


def _results(
    entries: Sequence[Entry], codes: Sequence[str], language: Language, sources: Sources
) -> Iterator[dict[str, object]]:
    marks = fingerprints(entry.finding for entry in entries)
    for entry, mark in zip(entries, marks, strict=True):
        finding = entry.finding
        said = wording(finding, language)
        result: dict[str, object] = {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(f"{said.message}.\n" + "\n".join(said.hints))},
            "locations": [{"physicalLocation": _location(finding.position, sources)}],
            "partialFingerprints": {"handbookIdentity/v1": mark},
            "properties": {
                "status": entry.status.value,
                "subject": visible(finding.subject, longest=None),
            },
        }
        if entry.suppression:
            result["suppressions"] = [_suppression(entry.suppression)]
        yield result


def _location(position: Position, sources: Sources) -> dict[str, object]:
    region = {"startLine": position.line}
    if (column := _column(position, sources)) is not None:
        region["startColumn"] = column
    return {"artifactLocation": {"uri": _uri(position.file)}, "region": region}


def _column(position: Position, sources: Sources) -> int | None:
    """The column in UTF-16 code units; None when the line that tells it is not there."""
    if position.column == 1:
        return 1
    line = source_line(position, sources)
    if line is None:
        return None
    before = line[: position.column - 1]
    beyond = position.column - 1 - len(before)
    return len(before.encode("utf-16-le", errors="surrogatepass")) // 2 + beyond + 1


def _uri(file: str) -> str:
    """The file as a relative reference; bytes that are no UTF-8 come back as themselves."""
    return quote(file.encode("utf-8", errors="surrogateescape"), safe="/")


def _suppression(suppression: Suppression) -> dict[str, object]:
    shown: dict[str, object] = {
        "kind": "inSource",
        "status": "accepted",
        "justification": visible(suppression.reason),
    }
    if suppression.until:
        shown["properties"] = {"until": suppression.until}
    return shown


def _message(text: str) -> str:
    """Text that holds neither a placeholder (3.11.5) nor an embedded link (3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")
