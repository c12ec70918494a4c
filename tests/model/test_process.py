import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.process import BusinessObject, ObjectInState, ObjectState, Place

IN_STATE: TypeAdapter[ObjectState] = TypeAdapter(ObjectInState)
WORDS = st.text(st.characters(exclude_characters="[]\n\r", codec="utf-8"), min_size=1, max_size=40)
NAMES = WORDS.map(str.strip).filter(bool)


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        ("ticket [solved]", "ticket", "solved"),
        ("ticket", "ticket", None),
        (" ticket  [ nearly solved ] ", "ticket", "nearly solved"),
        ("ticket[solved]", "ticket", "solved"),
        ("back-up (full) [made]", "back-up (full)", "made"),
    ],
)
def test_object_and_state(text: str, name: str, state: str | None) -> None:
    assert IN_STATE.validate_python(text) == ObjectState(object=name, state=state)


@pytest.mark.parametrize("text", ["", "[solved]", "ticket [", "a [b] c", "a [b] [c]", "a []", 3])
def test_no_object_in_a_state(text: object) -> None:
    with pytest.raises(ValidationError):
        IN_STATE.validate_python(text)


@given(NAMES, st.none() | NAMES)
def test_text_of_an_object_reads_back(name: str, state: str | None) -> None:
    written = ObjectState(object=name, state=state)
    assert IN_STATE.validate_python(str(written)) == written


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("input", (Place.INPUT,)),
        (["control", "supply"], (Place.CONTROL, Place.SUPPLY)),
        ([], ()),
    ],
)
def test_an_object_stands_in_one_place_or_several(place: object, places: tuple[Place, ...]) -> None:
    data = {"name": "book", "stereotype": "physical", "place": place}
    assert BusinessObject.model_validate(data).place == places
