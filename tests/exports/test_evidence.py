"""The export for the auditor, from acts made by hand."""

import csv
import io
import json
from datetime import UTC, datetime

from generator.control.separation import Identity
from generator.exports.evidence import COLUMNS, evidence_csv, evidence_json
from generator.history.acts import Act, Deed, Document, Signature
from generator.language import language

ACT = Act(
    Identity('=HYPERLINK("x")', "ann@example.org"),
    ("baker", "helper"),  # type: ignore[arg-type]
    Document("bake-bread", "Bake, bread", "0.2"),
    Deed.APPROVED,
    datetime(2026, 3, 1, 12, 30, tzinfo=UTC),
    "a" * 40,
    Signature.GOOD,
    "SHA256:key",
)


def test_a_row_for_every_act_in_the_words_of_the_language() -> None:
    head, row = csv.reader(io.StringIO(evidence_csv([ACT], language("nl")), newline=""))
    assert len(head) == len(COLUMNS)
    assert head[0] == "naam"
    assert dict(zip(COLUMNS, row, strict=True)) == {
        "name": '\'=HYPERLINK("x")',
        "address": "ann@example.org",
        "roles": "baker, helper",
        "process": "bake-bread",
        "title": "Bake, bread",
        "version": "0.2",
        "deed": "vastgesteld",
        "when": "2026-03-01T12:30:00+00:00",
        "commit": "a" * 40,
        "signature": "goed",
        "key": "SHA256:key",
    }


def test_every_deed_and_signature_has_a_word() -> None:
    for code in ("nl", "en"):
        for deed in Deed:
            assert language(code).label(f"evidence.deed.{deed}")
        for signature in Signature:
            assert language(code).label(f"evidence.signature.{signature}")


def test_data_keeps_what_it_is() -> None:
    data = json.loads(evidence_json([ACT], language("nl")))
    assert data["format"] == "evidence/v1"
    (act,) = data["acts"]
    assert list(act) == list(COLUMNS)
    assert act["name"] == '=HYPERLINK("x")'
    assert act["roles"] == ["baker", "helper"]
    assert (act["deed"], act["signature"]) == ("approved", "good")
