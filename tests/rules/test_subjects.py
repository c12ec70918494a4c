"""What entities name: the short way finds what the long way finds."""

from pathlib import Path

from generator.load import load
from generator.rules.subjects import names_in, namings
from small_handbook import write

LIBRARY = Path(__file__).parents[1] / "data" / "harbour-library"


def test_no_identifier_is_passed_over(tmp_path: Path) -> None:
    count = 0
    for root in (write(tmp_path), LIBRARY):
        for naming in namings(load(root).readable):
            every = {(kinds, name) for kinds, name, _ in names_in(naming.entity)}
            found = {(kinds, name) for kinds, names in naming.identifiers.items() for name in names}
            assert found == every, naming.subject
            count += len(every)
    assert count > 50


def test_places_are_those_of_the_wanted_identifiers(tmp_path: Path) -> None:
    for naming in namings(load(write(tmp_path)).readable):
        places = list(naming.places(lambda kinds, names: names if kinds == ("role",) else set()))
        assert places == [item for item in names_in(naming.entity) if item[0] == ("role",)]
