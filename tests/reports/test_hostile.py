"""Text from a file stays data in every format, whatever is in it."""

import json
import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from generator.language import language
from generator.model.finding import Finding, Position, Severity
from generator.reports import REPORTS, Outcome, Suppression
from generator.wording import visible, wording
from hostile_texts import HOSTILE

WORDS = language("en")
STRANGE = (
    *HOSTILE,
    "::error file=x::owned",
    "a::b,c:d%0Ae%25%3A%2C",
    "##[add-mask]x ::stop-commands::y",
    "line\nline\r\nline\rline\x85line\u2028line\u2029",
    "\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link\x9b1m",
    "\u202eabc\u2066def\u2069 \u200f\u061c",
    "\"double\" 'single' `back` \\ \\\\ \\u0041",
    "a,b,,c;d",
    "[text](1) {0} {{1}} [a]](b)",
    "w" * 10_000,
    "🙂👨\u200d👩\u200d👧🏽🇳🇱",
    "\udc80\udcff",
    "%",
    "",
)

texts = st.one_of(st.sampled_from(STRANGE), st.text(max_size=30))
paths = st.one_of(
    st.sampled_from([text for text in STRANGE if len(text) < 200 and "\0" not in text]),
    st.binary(max_size=20).map(os.fsdecode),
)
findings = st.builds(
    Finding,
    code=st.sampled_from(["S201", "S205", "S207"]),
    position=st.builds(Position, paths, st.integers(1, 4), st.integers(1, 200)),
    severity=st.sampled_from(Severity),
    details=st.fixed_dictionaries(
        {"key": texts, "guess": texts, "value": texts, "allowed": texts, "limit": texts}
    ),
    subject=texts,
)
suppressions = st.builds(Suppression, texts, st.sampled_from([None, "2027-01-31"]))
outcomes = st.builds(
    Outcome,
    findings=st.lists(findings, max_size=4).map(tuple),
    known=st.lists(findings, max_size=2).map(tuple),
    suppressed=st.lists(st.tuples(findings, suppressions), max_size=2).map(tuple),
    base=st.one_of(st.none(), texts),
)


class Everywhere(dict[str, str]):
    """Every file holds the same text."""

    def get(self, file: str, default: Any = None) -> Any:  # noqa: ARG002
        return self["text"]


def report(name: str, outcome: Outcome, text: str = "") -> str:
    made = REPORTS[name](outcome, WORDS, sources=Everywhere(text=text), everything=True)
    made.encode("utf-8")
    assert made.endswith("\n")
    return made


def all_of(outcome: Outcome) -> list[Finding]:
    suppressed = [finding for finding, _ in outcome.suppressed]
    return sorted([*outcome.findings, *outcome.known, *suppressed], key=Finding.order)


def strange_run(text: str) -> Outcome:
    details = {"key": text, "guess": text}
    file = text[:100].replace("\0", "")
    one = Finding("S201", Position(file, 1, 3), details=details, subject=text)
    return Outcome((one,), (one,), ((one, Suppression(text)),), base=text)


@pytest.mark.parametrize("text", STRANGE)
def test_strange_text_is_valid_sarif(text: str, standard: Draft4Validator) -> None:
    standard.validate(json.loads(report("sarif", strange_run(text), text)))


@settings(max_examples=50)
@given(outcome=outcomes, text=texts)
def test_sarif(standard: Draft4Validator, outcome: Outcome, text: str) -> None:
    log = json.loads(report("sarif", outcome, text))
    standard.validate(log)
    results = log["runs"][0]["results"]
    for finding, result in zip(all_of(outcome), results, strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert unquote_to_bytes(place["artifactLocation"]["uri"]) == os.fsencode(
            finding.position.file
        )
        said = wording(finding, WORDS)
        shown = result["message"]["text"]
        assert "](" not in shown.replace("\\](", "")
        plain = shown.replace("\\](", "](").replace("{{", "{").replace("}}", "}")
        assert plain == f"{said.message}.\n" + "\n".join(said.hints)
    marks = [result["partialFingerprints"]["handbookIdentity/v1"] for result in results]
    assert len(set(marks)) == len(marks)


@given(outcome=outcomes, text=texts)
def test_json(outcome: Outcome, text: str) -> None:
    listed = json.loads(report("json", outcome, text))["findings"]
    for finding, entry in zip(all_of(outcome), listed, strict=True):
        assert entry["file"] == visible(finding.position.file, longest=None)
        assert entry["message"] == wording(finding, WORDS).message
    assert [entry["status"] for entry in listed].count("known") == len(outcome.known)
    for name in ("file", "message", "subject", "reason"):
        assert all(entry.get(name, "").isprintable() for entry in listed)


@given(outcome=outcomes, text=texts)
def test_gitlab(outcome: Outcome, text: str) -> None:
    listed = json.loads(report("gitlab", outcome, text))
    assert len(listed) == len(outcome.findings) + len(outcome.known)
    assert len({violation["fingerprint"] for violation in listed}) == len(listed)
    for violation in listed:
        assert violation["description"].isprintable()
        assert violation["location"]["path"].isprintable()


def parsed(line: str) -> tuple[str, Mapping[str, str], str]:
    """A workflow command as GitHub's runner reads it: TryParseV2 in ActionCommand.cs."""
    assert line.startswith("::")
    end = line.index("::", 2)
    name, _, rest = line[2:end].partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",") if pair]
    properties = {
        pair[0]: unescaped(pair[1], {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"})
        for pair in pairs
    }
    return name, properties, unescaped(line[end + 2 :], {"%0D": "\r", "%0A": "\n", "%25": "%"})


def unescaped(text: str, escapes: Mapping[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text


@given(outcome=outcomes, text=texts)
def test_github(outcome: Outcome, text: str) -> None:
    lines = report("github", outcome, text).split("\n")
    commands = lines[: len(outcome.findings)]
    for finding, line in zip(outcome.findings, commands, strict=True):
        said = wording(finding, WORDS)
        name, properties, data = parsed(line)
        assert name == {"info": "notice"}.get(finding.severity.value, finding.severity.value)
        assert properties == {
            "file": visible(finding.position.file, longest=None),
            "line": str(finding.position.line),
            "col": str(finding.position.column),
            "title": f"{finding.code} {said.name}",
        }
        see = f"see: handbook explain {finding.code}"
        assert data == "\n".join([said.message, *said.hints, see])
    assert not [line for line in lines[len(commands) :] if line.startswith("::")]
    assert len(lines) == len(commands) + bool(outcome.known) + 2


@given(outcome=outcomes, text=texts)
@pytest.mark.parametrize("name", ["text", "full"])
def test_text(name: str, outcome: Outcome, text: str) -> None:
    lines = report(name, outcome, text).split("\n")
    assert all(line.isprintable() for line in lines)
    shown = [*outcome.findings, *(outcome.known if name == "full" else ())]
    heads = [line for line in lines if any(line.startswith(start(item)) for item in shown)]
    assert len(heads) >= len(shown)
    known = bool(outcome.known) * (4 if name == "full" else 1)
    assert len(lines) == sum(size(name, item, text) for item in shown) + known + 2


def start(finding: Finding) -> str:
    place = finding.position
    return f"{visible(place.file, longest=None)}:{place.line}:{place.column}: {finding.code} "


def size(name: str, finding: Finding, text: str) -> int:
    """How many lines a finding takes: message, hints, see; in full the place and a blank."""
    lines = 2 + len(wording(finding, WORDS).hints)
    there = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    return lines if name == "text" else lines + 1 + 3 * (finding.position.line <= there)
