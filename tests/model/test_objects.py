from dataclasses import replace

from generator.model.handbook import Handbook
from generator.model.objects import objects_of
from generator.model.process import BusinessObject, Place, Stereotype


def test_objects_in_order_without_roles_and_systems(library: Handbook) -> None:
    assert list(objects_of(library)) == ["book", "order", "request", "title"]


def test_an_object_gathers_what_every_process_says_of_it(library: Handbook) -> None:
    book = objects_of(library)["book"]
    assert book.name == "book"
    assert book.states == ("found", "lent", "delivered", "shelved", "withdrawn")
    assert book.stereotypes == (Stereotype.PHYSICAL,)
    assert book.places == (Place.OUTPUT,)
    uses = [(use.process.id, use.step.id, use.state, use.gives) for use in book.uses]
    assert uses == [
        ("lend-book", "find-book", "found", True),
        ("lend-book", "lend", "found", False),
        ("lend-book", "lend", "lent", True),
        ("buy-book", "deliver-book", "delivered", True),
        ("buy-book", "shelve-book", "delivered", False),
        ("buy-book", "shelve-book", "shelved", True),
        ("weed-shelves", "pick-old-books", "withdrawn", True),
    ]


def test_work_between_steps_gives_objects_too(library: Handbook) -> None:
    waiting = [use for use in objects_of(library)["request"].uses if use.state == "waiting"]
    assert [use.activity.name for use in waiting if use.activity] == ["Reserve book"]


def test_names_that_differ_in_case_are_one_object(library: Handbook) -> None:
    added = BusinessObject(name="BOOK", stereotype=Stereotype.INFORMATION)
    found = objects_of(_with_object(library, added))["book"]
    assert found.stereotypes == (Stereotype.PHYSICAL, Stereotype.INFORMATION)


def test_a_name_without_letters_is_no_object(library: Handbook) -> None:
    added = BusinessObject(name="***", stereotype=Stereotype.ABSTRACT)
    assert "" not in objects_of(_with_object(library, added))


def _with_object(library: Handbook, added: BusinessObject) -> Handbook:
    weed = library.processes["weed-shelves"]
    changed = weed.model_copy(update={"objects": (added,)})
    return replace(library, processes={**library.processes, weed.id: changed})
