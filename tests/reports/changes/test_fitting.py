"""What does not fit in a comment goes, from the end, and that is told where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from generator.reports.changes.fitting import Block, fitted

HEAD, TAIL = Block("head"), Block("tail")
ITEMS = [Block(f"- {number} é", may_go=True) for number in range(5)]
WHOLE = "head\n\n- 0 é\n- 1 é\n- 2 é\n- 3 é\n- 4 é\n\ntail\n"


def size(text: str) -> int:
    return len(text.encode())


def test_what_fits_stays_as_it_is() -> None:
    assert fitted([HEAD, *ITEMS, TAIL], "cut", longest=size(WHOLE)) == WHOLE


def test_the_last_of_what_may_go_goes_first() -> None:
    text = fitted([HEAD, *ITEMS, TAIL], "cut", longest=size(WHOLE) - 1)
    assert text == "head\n\n- 0 é\n- 1 é\n- 2 é\n\ncut\n\ntail\n"


def test_then_the_others_go_from_the_end() -> None:
    assert fitted([HEAD, *ITEMS, TAIL, TAIL], "cut", longest=20) == "head\n\ncut\n\ntail\n"
    assert fitted([HEAD, *ITEMS, TAIL], "cut", longest=12) == "head\n\ncut\n"


@given(
    st.lists(
        st.builds(Block, st.text("- aé\n", min_size=1, max_size=12), st.booleans()), min_size=2
    ),
    st.integers(40, 200),
)
def test_it_is_never_longer_and_blocks_stay_whole(blocks: list[Block], longest: int) -> None:
    text = fitted(blocks, "NOTICE", longest=longest)
    whole = fitted(blocks, "NOTICE", longest=10_000)
    assert size(text) <= longest
    assert ("NOTICE" in text) == (size(whole) > longest)
    if "NOTICE" in text:
        assert whole.startswith(text.partition("NOTICE")[0].rstrip("\n"))
