"""Which known word is named as what the author probably meant."""

import pytest

from generator.model.guess import nearest

STEPS = (
    "incident-onderzoeken",
    "incident-onderzoeken-senior",
    "incident-oplossen",
    "incident-sluiten",
    "ticket-classificeren",
    "ticket-sluiten",
)
ROLES = ("facilitair-medewerker", "receptionist", "system-engineer-jr", "system-engineer-sr")
FILES = ("organisation/roles.yml", "organisation/groups.yml", "quality/bottlenecks.yml")

CASES = [
    # A slip of the finger in one of the words.
    ("incident-oplosen", STEPS, "incident-oplossen"),
    ("incidnet-sluiten", STEPS, "incident-sluiten"),
    ("facilitair-medwerker", ROLES, "facilitair-medewerker"),
    ("facilitar-medwerker", ROLES, "facilitair-medewerker"),
    ("organisation/rolls.yml", FILES, "organisation/roles.yml"),
    # A hyphen too many or forgotten, a word left out.
    ("ticketsluiten", STEPS, "ticket-sluiten"),
    ("recep-tionist", ROLES, "receptionist"),
    ("system-engineer", ROLES, "system-engineer-sr"),
    ("incident-onderzoeken-senoir", STEPS, "incident-onderzoeken-senior"),
    # Another thing that only starts or ends the same.
    ("incident-escaleren", STEPS, None),
    ("incident-melden", STEPS, None),
    ("change-sluiten", STEPS, None),
    ("system-engineer-dr", ROLES[:2], None),
    ("organisation/departments.yml", FILES, None),
    ("step-1", ("step-2", "step-3"), None),
    # Words without a hyphen, as before.
    ("gaol", ("goal", "name"), "goal"),
    ("use", ("uses", "roles"), "uses"),
    ("naam", ("name", "goal"), "name"),
    ("systems", ("uses", "roles"), None),
    ("F199", ("F104", "S201"), None),
    ("", ("goal",), None),
]


@pytest.mark.parametrize(("word", "known", "expected"), CASES, ids=[case[0] for case in CASES])
def test_guess(word: str, known: tuple[str, ...], expected: str | None) -> None:
    assert nearest(word, known) == ({"guess": expected} if expected else {})
