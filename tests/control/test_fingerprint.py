"""The fingerprint of a meaning agrees with the semantic diff about what a change is."""

import pytest

from filled import filled
from generator.control.fingerprint import fingerprint
from generator.diff import Nature, compare
from generator.model.handbook import Handbook
from tests.diff.altered import Alteration, alterations, thing

_MEANING = (Nature.STRUCTURE, Nature.TEXT)


@pytest.fixture(scope="module")
def whole(library: Handbook) -> Handbook:
    """A handbook in which no field is empty."""
    return filled(library)


@pytest.fixture(scope="module")
def altered(whole: Handbook) -> list[tuple[Alteration, Handbook]]:
    """That handbook with one value changed, for every field of every type."""
    return [(alteration, alteration.of(whole)) for alteration in alterations(whole)]


def test_another_meaning_has_another_fingerprint(
    whole: Handbook, altered: list[tuple[Alteration, Handbook]]
) -> None:
    seen = set()
    for alteration, after in altered:
        one, other = thing(whole, alteration.subject), thing(after, alteration.subject)
        if other is None or one.__class__ is not other.__class__:
            continue  # it has another identifier now
        own = [c for c in compare(whole, after) if c.subject.split("#")[0] == alteration.subject]
        means_else = any(change.kind.nature in _MEANING for change in own)
        assert (fingerprint(one) != fingerprint(other)) is means_else, str(alteration)
        seen.add(means_else)
    assert seen == {True, False}


def test_blanks_and_the_order_of_sets_do_not_count(whole: Handbook) -> None:
    process = whole.processes["lend-book"]  # type: ignore[index]
    spaced = process.model_copy(update={"summary": f"  {process.summary}\n"})
    turned = process.model_copy(update={"customers": tuple(reversed((*process.customers, "x")))})
    straight = process.model_copy(update={"customers": (*process.customers, "x")})
    assert fingerprint(spaced) == fingerprint(process)
    assert fingerprint(turned) == fingerprint(straight) != fingerprint(process)


def test_the_order_of_steps_counts(library: Handbook) -> None:
    process = library.processes["lend-book"]  # type: ignore[index]
    turned = process.model_copy(update={"steps": tuple(reversed(process.steps))})
    assert fingerprint(turned) != fingerprint(process)


def test_a_field_that_nobody_wrote_does_not_count(library: Handbook) -> None:
    """So that a field that joins the model later voids no approval."""
    process = library.processes["buy-book"]  # type: ignore[index]
    assert process.emergency_card is False
    told = process.model_copy(update={"emergency_card": False})
    without = process.model_construct(**{k: getattr(process, k) for k in process.model_fields_set})
    assert fingerprint(told) == fingerprint(without) == fingerprint(process)
