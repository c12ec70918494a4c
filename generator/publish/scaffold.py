"""A first version of a new process file, with every key that a process needs."""

from generator.language import Language

_TEMPLATE = """\
# yaml-language-server: $schema=../../schemas/process.json
name: {name}
goal: null
owner: null
triggers: []
customers: []
steps:
  - id: {step_id}
    name: {step}
    roles: []
    uses: []
    inputs: []
    outputs: []
    explanation: null
document:
  version: "0.1"
  status: draft
  approved: null
  effective: null
  next_review: null
changes:
  - version: "0.1"
    date: {date}
    kind: first
    what: {first}
"""


def new_process(identifier: str, date: str, language: Language) -> str:
    """The YAML of a new process ``identifier``, dated ``date`` (year-month-day)."""
    name = identifier.replace("-", " ").capitalize()
    if name == "Null":  # the one name that YAML would take for no name at all
        name = f'"{name}"'
    words = {key: language.label(f"scaffold.{key}") for key in ("step", "step_id", "first")}
    return _TEMPLATE.format(name=name, date=date, **words)
