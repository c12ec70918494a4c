"""A first version of an assessment that asks what an earlier one asked, to be filled in anew."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from generator.language import Language
from generator.load.yaml_writing import Plain, block
from generator.model.assessment import Area, Assessment, Grade, Question, Share
from generator.model.base import Origin, OriginKind

_KEPT: Final = (
    ("method",),
    ("about",),
    ("scale",),
    ("phases",),
    ("areas", "", "id"),
    ("areas", "", "name"),
    ("areas", "", "explanation"),
    ("areas", "", "touches"),
    ("areas", "", "questions", "", "id"),
    ("areas", "", "questions", "", "text"),
)
"""The fields that are the same the next time; a part of a list stands as an empty name."""


def repeated_assessment(earlier: Assessment, name: str, day: date, language: Language) -> str:
    """The YAML of an assessment with the questions of ``earlier`` and none of its answers.

    What is divided over parts (``shares``) is an answer as well; its parts stand in a comment.
    """
    said = language.label("scaffold_assessment.repeated", other=earlier.id)
    comment = [f"# {line}\n" for line in said.splitlines()]
    schema = "# yaml-language-server: $schema=../../schemas/assessment.json\n"
    shares = list(_shares(earlier, language)) if earlier.shares else []
    return "".join([schema, *comment, block(_contents(earlier, name, day)), *shares])


def _contents(earlier: Assessment, name: str, day: date) -> Mapping[str, Plain]:
    origins = {
        path: _origin(origin)
        for path, origin in earlier.origins.items()
        if _is_still_true(path, origin)
    }
    fields: dict[str, Plain] = {
        "name": name,
        "method": earlier.method,
        "about": earlier.about,
        "date": day,
        "explanation": None,
        "scale": _grades(earlier.scale),
        "phases": _grades(earlier.phases),
        "origins": origins,
        "areas": [_area(area, earlier) for area in earlier.areas],
    }
    return {key: value for key, value in fields.items() if value not in ([], {})}


def _grades(grades: tuple[Grade, ...]) -> list[Plain]:
    return [{"value": grade.value, "meaning": grade.meaning} for grade in grades]


def _area(area: Area, earlier: Assessment) -> Plain:
    fields: dict[str, Plain] = {"id": area.id, "name": area.name}
    if area.explanation:
        fields["explanation"] = area.explanation
    if earlier.phases:
        fields["phase"] = None
    if area.touches:
        fields["touches"] = list(area.touches)
    if area.questions:
        answer = _answer(area, earlier)
        fields["questions"] = [_question(item, answer) for item in area.questions]
    return fields


def _answer(area: Area, earlier: Assessment) -> str:
    """The field that an unanswered question of an area is answered in."""
    return "score" if earlier.scale and (area.scores or not area.applying) else "applies"


def _question(question: Question, answer: str) -> Plain:
    if question.is_answered:
        answer = "applies" if question.score is None else "score"
    return {"id": question.id, "text": question.text, answer: None}


def _is_still_true(path: str, origin: Origin) -> bool:
    """Whether an origin goes for a file without the answers.

    One about a whole question, area or file spoke for the answers as well. A proposal stays
    one; what such a value was derived from may be true of the answers alone.
    """
    names = path.split(".")
    names[1::2] = [""] * len(names[1::2])
    kept = [field for field in _KEPT if field[: len(names)] == tuple(names)]
    if path == "*" or (kept and len(kept[0]) > len(names)):
        return origin.origin is OriginKind.PROPOSAL
    return bool(kept)


def _origin(origin: Origin) -> Plain:
    return {"origin": origin.origin.value} | ({"why": origin.why} if origin.why else {})


def _shares(earlier: Assessment, language: Language) -> Iterator[str]:
    yield f"# {language.label('scaffold_assessment.shares')}\n"
    shares = [_share(share) for share in earlier.shares]
    for line in block({"shares": shares}).splitlines():
        yield f"# {line}\n"


def _share(share: Share) -> Plain:
    return {
        "of": share.of,
        "slices": [{"name": item.name, "percent": None} for item in share.slices],
    }
