"""Which links have to be confirmed, from meanings and changes made by hand."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.control.policy import is_content
from generator.control.suspect import (
    Meaning,
    Suspect,
    by_owner,
    links,
    owner_of,
    owners_of,
    suspects,
)
from generator.diff.change import Change, ChangeKind, Touch
from generator.model.control import Review
from generator.model.handbook import Handbook

LINK = ("process:lend-book", "role:visitor")
A, B, C = ("a" * 64, "b" * 64, "c" * 64)


def change(subject: str = LINK[1], kind: ChangeKind = ChangeKind.RESPONSIBLE) -> Change:
    return Change(kind, subject, "x", before="one", after="two")


def confirmed(handbook: Handbook, meaning: str, target: str = LINK[1]) -> Handbook:
    review = Review.model_validate(
        {
            "id": "checked",
            "subject": LINK[0],
            "target": target,
            "meaning": meaning,
            "by": "head-librarian",
            "reason": "It still holds.",
            "date": "2026-01-01",
        }
    )
    return replace(handbook, reviews={review.id: review})


def found(
    handbook: Handbook,
    own: tuple[int, ...],
    target: Mapping[int, str],
    changes: Mapping[int, tuple[Change, ...]],
) -> tuple[Suspect, ...]:
    """The suspects when only these two have a past; asked for another position, it fails."""
    meanings = {
        LINK[0]: tuple(Meaning(position, str(position) * 64) for position in own),
        LINK[1]: tuple(Meaning(position, meaning) for position, meaning in target.items()),
    }
    return suspects(handbook, meanings, lambda position: changes[position])


@pytest.fixture
def plain(library: Handbook) -> Handbook:
    return replace(library, reviews={})


def test_links_are_what_things_name(library: Handbook) -> None:
    every = links(library)
    assert {"role:visitor", "system:catalogue", "process:buy-book"} <= every["process:lend-book"]
    for subject, targets in every.items():
        assert subject not in targets
        assert library.find(subject)
        assert all(library.find(target) for target in targets)
        assert not any("#" in target for target in targets)


def test_where_a_file_belongs_is_no_link(library: Handbook) -> None:
    every = links(library)
    for kpi in library.kpis.values():
        assert f"process:{kpi.process}" not in every[f"kpi:{kpi.id}"]
    for process in library.processes.values():
        assert f"group:{process.group}" not in every[f"process:{process.id}"]


def test_a_process_refers_to_the_classifications_of_it(library: Handbook) -> None:
    expected = {
        (f"process:{process}", f"classification:{item.id}")
        for item in library.classifications.values()
        for process in item.processes
    }
    every = links(library)
    assert expected
    assert all(target in every[subject] for subject, target in expected)


def test_who_approved_is_no_link(library: Handbook) -> None:
    process = library.processes["weed-shelves"]  # type: ignore[index]
    assert process.document.approved is not None
    assert process.document.approved.by == "head-librarian"
    bare = process.model_copy(update={"owner": None, "responsible": (), "steps": ()})
    less = replace(library, processes={bare.id: bare})
    assert "role:head-librarian" not in links(less)["process:weed-shelves"]


def test_a_later_change_of_meaning_is_suspect(plain: Handbook) -> None:
    changes = (change(), change("role:head-librarian"))
    assert found(plain, (0, 3), {0: A, 5: B}, {3: changes}) == (Suspect(*LINK, B, (change(),)),)


def test_a_change_in_a_step_of_a_process_is_one_of_the_process(plain: Handbook) -> None:
    meanings = {
        "process:buy-book": (Meaning(0, A),),
        "process:lend-book": (Meaning(0, A), Meaning(2, B)),
    }
    meanings["process:buy-book"] = (Meaning(1, A),)
    step = change("process:lend-book#lend", ChangeKind.FLOW)
    answer = suspects(plain, meanings, lambda _: (step, change("process:lend-books")))
    assert Suspect("process:buy-book", "process:lend-book", B, (step,)) in answer


@pytest.mark.parametrize(
    ("own", "target"),
    [
        pytest.param((0, 5), {0: A, 5: B}, id="edited in the same commit"),
        pytest.param((0, 6), {0: A, 5: B}, id="edited afterwards"),
        pytest.param((0,), {5: A}, id="appeared afterwards"),
        pytest.param((0,), {0: A, 5: B, 6: A}, id="changed back"),
        pytest.param((0,), {}, id="nothing known of what is referred to"),
        pytest.param((), {0: A, 5: B}, id="nothing known of what refers"),
    ],
)
def test_nothing_to_confirm(plain: Handbook, own: tuple[int, ...], target: dict[int, str]) -> None:
    assert found(plain, own, target, {0: (change(),), 5: (change(),), 6: (change(),)}) == ()


@pytest.mark.parametrize(
    ("kind", "touches", "counts"),
    [
        (ChangeKind.REWORDED, frozenset(), False),
        (ChangeKind.REWORDED, frozenset({Touch.NUMBER}), True),
        (ChangeKind.RENAMED, frozenset(), False),
        (ChangeKind.ORIGIN, frozenset(), False),
        (ChangeKind.CONTROL, frozenset({Touch.TIME}), False),
        (ChangeKind.ADDED, frozenset(), True),
    ],
)
def test_only_a_change_of_meaning_counts(
    plain: Handbook, kind: ChangeKind, touches: frozenset[Touch], *, counts: bool
) -> None:
    one = replace(change(kind=kind), touches=touches)
    assert is_content(one) is counts
    assert bool(found(plain, (0,), {0: A, 5: B}, {0: (one,)})) is counts


def test_a_review_of_the_present_meaning_confirms(plain: Handbook) -> None:
    past = ((0,), {0: A, 5: B}, {0: (change(),)})
    assert found(plain, *past)
    assert not found(confirmed(plain, B), *past)
    assert found(confirmed(plain, B, target="role:head-librarian"), *past)


def test_after_a_review_only_what_came_later_counts(plain: Handbook) -> None:
    later = change(kind=ChangeKind.FLOW)
    answer = found(confirmed(plain, B), (0,), {0: A, 5: B, 7: C}, {5: (later,)})
    assert answer == (Suspect(*LINK, C, (later,)),)


def test_a_review_of_a_meaning_it_never_had_confirms_nothing(plain: Handbook) -> None:
    assert found(confirmed(plain, C), (0,), {0: A, 5: B}, {0: (change(),)})


def test_owners(library: Handbook) -> None:
    owner = library.processes["lend-book"].owner  # type: ignore[index]
    assert owner
    assert owner_of("process:lend-book", library) == owner
    assert owner_of("process:lend-book#lend", library) == owner
    assert owner_of("role:visitor", library) is None
    assert owner_of("process:nowhere", library) is None
    kpi = next(iter(library.kpis.values())).model_copy(update={"owner": None})
    changed = replace(library, kpis={kpi.id: kpi})
    assert owner_of(f"kpi:{kpi.id}", changed) == library.processes[kpi.process].owner
    for system in library.systems.values():
        roles = [role for role in system.maintained_by if role in library.roles]
        assert sorted(owners_of(f"system:{system.id}", library)) == sorted(roles)


def test_who_has_no_owner_comes_last(library: Handbook) -> None:
    items = tuple(Suspect(subject, "role:visitor", A) for subject in ("role:supplier", LINK[0]))
    listed = by_owner(items, library)
    assert list(listed) == [owner_of(LINK[0], library), None]
    assert listed[None] == items[:1]
