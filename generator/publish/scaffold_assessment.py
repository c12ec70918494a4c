"""A first version of a new assessment file: a scale, an area and a question to go on with."""

import datetime as dt

from generator.language import Language
from generator.model.assessment import Assessment
from generator.publish.repeated_assessment import repeated_assessment

_TEMPLATE = """\
# yaml-language-server: $schema=../../schemas/assessment.json
name: {name}
method: null
about: null
date: {date}
explanation: null
scale:
  - {{value: 1, meaning: "{low}"}}
  - {{value: 2, meaning: "{middle}"}}
  - {{value: 3, meaning: "{high}"}}
areas:
  - id: {area_id}
    name: {area}
    questions:
      - id: {question_id}
        text: {question}
        score: null
    touches: []
"""

_WORDS = ("low", "middle", "high", "area", "area_id", "question", "question_id")


def new_assessment(
    identifier: str, date: str, language: Language, *, like: Assessment | None = None
) -> str:
    """The YAML of a new assessment ``identifier``, dated ``date`` (year-month-day).

    With ``like``, an earlier assessment, it asks the same again.
    """
    words = {key: language.label(f"scaffold_assessment.{key}") for key in _WORDS}
    name = identifier.replace("-", " ").capitalize()
    if like:
        return repeated_assessment(like, name, dt.date.fromisoformat(date), language)
    return _TEMPLATE.format(name=f'"{name}"', date=date, **words)
