"""A build that is killed leaves a whole site; ``python -m tests.killing`` does it more often."""

from pathlib import Path

import pytest

from tests.killing.killing import Tally, make_bakery, run

pytestmark = pytest.mark.slow


def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    bakery = make_bakery(tmp_path / "bakery")
    tally = Tally()
    for tally in run(bakery, count=6, seed=2):
        assert tally.broken == []
    assert sum(tally.outcomes.values()) == 6
    assert tally.killed >= 2
    bakery.write(1)
    bakery.build()
    assert bakery.published() == bakery.manifests[1]
