"""Every field of the model is compared, also one that it gets later."""

from typing import Any

import pytest

from filled import filled
from generator.diff import Change, compare, told
from generator.language import LANGUAGES, language
from generator.load.discover import FILES
from generator.model.base import Part
from generator.model.handbook import Handbook
from generator.model.shape import shape_of
from tests.diff.altered import Alteration, alterations, thing
from tests.diff.mirror import facts, mirrored


@pytest.fixture(scope="module")
def whole(library: Handbook) -> Handbook:
    """A handbook in which no field is empty."""
    return filled(library)


@pytest.fixture(scope="module")
def altered(whole: Handbook) -> list[tuple[Alteration, Handbook]]:
    """That handbook with one value changed, for every field."""
    return [(alteration, alteration.of(whole)) for alteration in alterations(whole)]


def test_every_field_has_an_alteration(altered: list[tuple[Alteration, Handbook]]) -> None:
    models = models_below(*(layout.model for layout in FILES))
    fields = {f"{model.__name__}.{name}" for model in models for name in model.model_fields}
    assert fields - {alteration.field for alteration, _ in altered} == set()


def models_below(*models: type[Part]) -> set[type[Part]]:
    """The types of everything that a handbook holds."""
    found = list(models)
    for model in found:
        parts = (shape.part for shape in shape_of(model).values())
        found += [part for part in parts if part and part not in found]
    return set(found)


def test_every_alteration_is_a_change(
    whole: Handbook, altered: list[tuple[Alteration, Handbook]]
) -> None:
    missed = [str(alteration) for alteration, after in altered if not compare(whole, after)]
    assert missed == []


def test_every_alteration_has_an_inverse(
    whole: Handbook, altered: list[tuple[Alteration, Handbook]]
) -> None:
    for alteration, after in altered:
        one, other = compare(whole, after), compare(after, whole)
        if any(change.was for change in one):
            continue  # what named it by its identifier points nowhere: see the table instead
        assert facts(other) == mirrored(one), str(alteration)


def test_every_change_has_a_place_and_a_sentence(
    whole: Handbook, altered: list[tuple[Alteration, Handbook]]
) -> None:
    for alteration, after in altered:
        for change in compare(whole, after):
            there = value_at(change, whole, after)
            assert there is not None or change.field, (str(alteration), change)
            for code in LANGUAGES:
                sentence = told(change, language(code))
                assert change.name[:50] in sentence
                assert "''" not in sentence, sentence


def value_at(change: Change, before: Handbook, after: Handbook) -> Any:
    """What stands at the place of a change; raises when there is no such place."""
    handbook, reference = after, change.subject
    if not change.after and change.kind != "moved":
        handbook, reference = before, change.was or change.subject
    subject, _, step = reference.partition("#")
    found = thing(handbook, subject)
    if step:
        found = next(item for item in found.steps if item.id == step)
    for part in change.path:
        found = found.get(part) if isinstance(found, dict) else at(found, part)
    return found


def at(found: Any, part: str | int) -> Any:
    return found[part] if isinstance(part, int) else getattr(found, part)
