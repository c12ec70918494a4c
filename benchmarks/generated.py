"""A made-up handbook of any size, to measure with: ``write_handbook(folder, processes=1000)``.

It is sound, its sentences are Dutch, and the same number of processes always gives the same
files: 40 roles with deputies, 40 systems, and processes of about 80 lines with eight steps,
decisions that go back or end, boundary objects and a change log. One in ten has indicators;
one in five is still open here and there, so that there is something to report. The quality side
is that of ``benchmarks.generated_quality``.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.generated_quality import quality_files
from generator.control.fingerprint import fingerprint
from generator.load import load_texts

GROUPS = ("inkoop", "verkoop", "levering", "service", "ondersteuning")
ROLES = 40
SYSTEMS = 40

_THINGS = [
    "aanvraag",
    "bestelling",
    "factuur",
    "offerte",
    "overeenkomst",
    "melding",
    "levering",
    "sleutel",
    "evaluatie",
    "planning",
    "taak",
    "wijziging",
    "klacht",
    "verklaring",
    "werkorder",
    "inspectie",
    "meting",
    "opdracht",
    "begroting",
    "zending",
]
_WORK = (
    ("beoordelen", "beoordeeld"),
    ("registreren", "geregistreerd"),
    ("plannen", "gepland"),
    ("uitvoeren", "uitgevoerd"),
    ("controleren", "gecontroleerd"),
    ("vastleggen", "vastgelegd"),
    ("verzenden", "verzonden"),
    ("afsluiten", "afgesloten"),
)
_MARK = "fingerprint: null"
_DECISIONS = {2: "end: Afgewezen", 5: "next: controleren"}
"""The steps with a decision, and where a no leads."""


def write_handbook(root: Path, processes: int) -> None:
    """Writes a handbook of so many processes below ``root``."""
    for file, text in handbook_files(processes).items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def handbook_files(processes: int) -> Mapping[str, str]:
    """The text of every file of a handbook of so many processes, by path."""
    files = {
        "organisation/organisation.yml": "name: Voorbeeld\nlanguage: nl\n"
        "site:\n  title: Kwaliteitshandboek Voorbeeld\n"
        "approval_policy:\n"
        f"  - {{what: Alles, by: [{', '.join(f'rol-{number}' for number in range(ROLES))}]}}\n",
        "organisation/groups.yml": "".join(_groups()),
        "organisation/roles.yml": "".join(_roles()),
        "organisation/systems.yml": "".join(_systems()),
    }
    names = [f"{_thing(number)}-afhandelen-{number}" for number in range(processes)]
    files |= quality_files(names)
    for number, name in enumerate(names):
        file = f"processes/{GROUPS[number % len(GROUPS)]}/{name}.yml"
        files[file] = _with_fingerprint(file, _process(number))
        if number % 10 == 0:
            files[f"kpis/{name}.yml"] = _kpi(number)
    return files


def _thing(number: int) -> str:
    return _THINGS[number % len(_THINGS)]


def _region(number: int) -> str:
    return "noord" if number < len(_THINGS) else "zuid"


def _groups() -> Iterator[str]:
    for group in GROUPS:
        kind = "supporting" if group == "ondersteuning" else "primary"
        yield f"- id: {group}\n  name: {group.capitalize()}\n  kind: {kind}\n"


def _roles() -> Iterator[str]:
    for number in range(ROLES):
        yield f"""\
- id: rol-{number}
  name: {_thing(number).capitalize()}beheerder {_region(number)}
  description: Verzorgt de {_thing(number)} in de regio {_region(number)}
  deputy: [rol-{(number + 1) % ROLES}]
"""
    yield "- id: klant\n  name: Klant\n  kind: party\n  external: true\n"


def _systems() -> Iterator[str]:
    for number in range(SYSTEMS):
        yield f"""\
- id: systeem-{number}
  name: {_thing(number).capitalize()}systeem {_region(number)}
  kind: information-system
  purpose: Bewaart de {_thing(number)} uit de regio {_region(number)}
  maintained_by: [rol-{number % ROLES}]
"""


def _process(number: int) -> str:
    thing, role = _thing(number), f"rol-{number % ROLES}"
    is_open = number % 5 == 4
    return f"""\
# yaml-language-server: $schema=../../schemas/process.json
name: {thing.capitalize()} afhandelen {number}
goal: De {thing} is binnen vijf werkdagen afgehandeld
owner: {"null" if is_open else role}
triggers: [Een klant stuurt een {thing}, "Het is de eerste maandag van de maand: {thing} nodig"]
customers: [klant]
use_case:
  name: {thing.capitalize()} afhandelen {number}
  actors: [klant]
steps:
{"".join(_step(number, step) for step in range(len(_WORK)))}\
objects:
  - {{name: {thing}, stereotype: information, place: input}}
  - {{name: {thing}, stereotype: information, place: output, states: [{_WORK[-1][1]}]}}
document:
  version: "0.2"
  status: {"draft" if is_open else "approved"}
  approved: {"null" if is_open else f"{{by: {role}, date: 2026-04-01, {_MARK}}}"}
  next_review: 2027-04-01
changes:
  - version: "0.2"
    date: 2026-03-0{number % 9 + 1}
    kind: content
    what: De {thing} wordt nu ook vergeleken met de afspraken
  - version: "0.1"
    date: 2026-02-0{number % 9 + 1}
    kind: first
    what: Eerste versie
"""


def _with_fingerprint(file: str, text: str) -> str:
    """The text of a process with the fingerprint of what was approved, if it was."""
    if _MARK not in text:
        return text
    (process,) = load_texts({file: text.replace(_MARK, "")}).readable.processes.values()
    return text.replace(_MARK, f"fingerprint: {fingerprint(process)}")


def _step(number: int, step: int) -> str:
    thing, (verb, state) = _thing(number), _WORK[step]
    taken = f"{thing} [{_WORK[step - 1][1]}]" if step else thing
    lines = [
        f"  - id: {verb}",
        f"    name: {thing.capitalize()} {verb}",
        f"    roles: [rol-{(number + step) % ROLES}]",
        f'    inputs: ["{taken}"]',
        f'    outputs: ["{thing} [{state}]"]',
    ]
    if step % 2:
        lines.append(f"    uses: [systeem-{(number * 3 + step) % SYSTEMS}]")
    if step == 1:
        lines += [
            "    explanation: >-",
            f"      Vergelijk de {thing} met de afspraken en let daarbij op de datum, het aantal",
            "      en het adres. Klopt er iets niet, zet dat dan bij de opmerkingen.",
        ]
    if step in _DECISIONS:
        lines += [
            "    decision:",
            f"      question: Voldoet de {thing} aan de afspraken?",
            "      criterion: Datum, aantal en adres zijn gelijk aan die in de afspraken",
            "      outcomes:",
            f"        - {{answer: ja, next: {_WORK[step + 1][0]}}}",
            f"        - {{answer: nee, {_DECISIONS[step]}}}",
        ]
    if step == len(_WORK) - 1:
        lines.append(f"    end: {thing.capitalize()} afgehandeld")
    return "\n".join(lines) + "\n"


def _kpi(number: int) -> str:
    thing = _thing(number)
    return f"""\
- id: doorlooptijd-{number}
  name: Doorlooptijd van een {thing}
  definition: Aantal werkdagen tussen ontvangst en afsluiting van een {thing}
  unit: werkdagen
  formula: som van de doorlooptijden / aantal afgesloten
  direction: down
  period: maand
  measured_in: systeem-{number % SYSTEMS}
  owner: rol-{number % ROLES}
  target: "5"
"""
