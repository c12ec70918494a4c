"""The quality side of the made-up handbook: standards, what covers their clauses, and registers.

It grows with the processes: every process covers a clause of each standard, one in five has a
risk, and one in two an improvement.
"""

from collections.abc import Iterator, Mapping, Sequence

STANDARDS = 3
CHAPTERS = 8
SECTIONS = 5
ROLES = 40


def quality_files(processes: Sequence[str]) -> Mapping[str, str]:
    """The text of every file below ``quality/``, by path.

    Args:
        processes: the identifiers of the processes, in order.
    """
    standards = {f"norm-{number}": "".join(_standard(number)) for number in range(STANDARDS)}
    return {
        **{f"quality/standards/{name}.yml": text for name, text in standards.items()},
        "quality/coverage.yml": "".join(_coverages(processes)),
        "quality/risk-scale.yml": _SCALE,
        "quality/risks.yml": "".join(_risks(processes)),
        "quality/improvements.yml": "".join(_improvements(processes)),
    }


_SCALE = """\
name: Kans maal gevolg
chance: [{value: 1, meaning: zelden}, {value: 2, meaning: soms}, {value: 3, meaning: vaak}]
effect: [{value: 1, meaning: hinder}, {value: 2, meaning: klacht}, {value: 3, meaning: stilstand}]
bands: [{name: laag, least: 1}, {name: midden, least: 3}, {name: hoog, least: 6}]
"""


def _standard(number: int) -> Iterator[str]:
    yield f'name: Norm {number}\nedition: "202{number}"\napplies: true\nclauses:\n'
    for chapter in range(1, CHAPTERS + 1):
        yield f'  - {{number: "{chapter}", title: Hoofdstuk {chapter}}}\n'
        for section in range(1, SECTIONS + 1):
            yield f'  - {{number: "{chapter}.{section}", title: Eis {section}}}\n'
            yield f'  - {{number: "{chapter}.{section}-a", title: Onderdeel van eis {section}}}\n'


def _coverages(processes: Sequence[str]) -> Iterator[str]:
    """A coverage for every section of every standard, by its share of the processes."""
    sections = CHAPTERS * SECTIONS
    for standard in range(STANDARDS):
        for at in range(sections):
            covering = processes[at::sections] or processes[:1]
            clause = f"{at // SECTIONS + 1}.{at % SECTIONS + 1}"
            named = ", ".join(f'"process:{item}"' for item in covering)
            yield f"- id: norm-{standard}-eis-{at}\n"
            yield f"  clause: standard:norm-{standard}#{clause}\n"
            yield f"  by: [{named}]\n"


def _risks(processes: Sequence[str]) -> Iterator[str]:
    for number, process in enumerate(processes[::5]):
        yield f"""\
- id: risico-{number}
  name: Risico {number}
  cause: Er is te weinig tijd
  consequence: Een klant wacht langer dan is afgesproken
  touches: ["process:{process}"]
  rating: {{chance: {number % 3 + 1}, effect: {number // 3 % 3 + 1}}}
  treatment: reduce
  measure: Een tweede medewerker leert het werk
  owner: rol-{number % ROLES}
  due: 2027-01-01
"""


def _improvements(processes: Sequence[str]) -> Iterator[str]:
    for number, process in enumerate(processes[::2]):
        yield f"""\
- id: verbetering-{number}
  name: Verbetering {number}
  text: Leg vast hoe lang een klant wacht
  source: suggestion
  because: ["process:{process}"]
  submitted: 2026-01-05
  owner: rol-{number % ROLES}
  due: 2027-02-01
"""
