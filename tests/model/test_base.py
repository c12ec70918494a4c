import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model.base import Entity, Origin, OriginKind

NAMES = st.sampled_from(["goal", "steps", "a", "b", "roles"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(".".join)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("goal", "proposal"),
        ("steps", "source"),
        ("steps.lend", "derived"),
        ("steps.lend.roles", "open"),
        ("steps.lend.name", "derived"),
        ("steps.lend.roles.0", "open"),
        ("steps.lender", "source"),
        ("goals", "source"),
    ],
)
def test_nearest_enclosing_origin_counts(path: str, kind: str) -> None:
    origins = {"goal": "proposal", "steps.lend": "derived", "steps.lend.roles": "open"}
    assert Entity.model_validate({"origins": origins}).origin(path).origin == kind


def test_star_speaks_for_the_rest() -> None:
    entity = Entity.model_validate({"origins": {"*": "proposal", "goal": "source"}})
    assert entity.origin("goal").origin is OriginKind.SOURCE
    assert entity.origin("name").origin is OriginKind.PROPOSAL


@given(st.dictionaries(PATHS, st.sampled_from(OriginKind)), PATHS)
def test_origin_is_that_of_the_longest_path_around_it(
    origins: dict[str, OriginKind], path: str
) -> None:
    entity = Entity(origins={key: Origin(origin=kind) for key, kind in origins.items()})
    around = [key for key in origins if f"{path}.".startswith(f"{key}.")]
    expected = origins[max(around, key=len)] if around else OriginKind.SOURCE
    assert entity.origin(path).origin is expected


@pytest.mark.parametrize(
    "given_origin",
    ["derived", {"origin": "derived"}, {"origin": "derived", "why": "counted", "lines": ["L1-2"]}],
)
def test_origin_is_a_word_or_a_block(given_origin: object) -> None:
    entity = Entity.model_validate({"origins": {"goal": given_origin}})
    assert entity.origins["goal"].origin is OriginKind.DERIVED


@pytest.mark.parametrize("wrong", [{"origins": {"goal": "guess"}}, {"lines": ["12"]}, {"nmae": 1}])
def test_shape_is_checked(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Entity.model_validate(wrong)
