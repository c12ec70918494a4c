"""``python -m tests.killing``: kills builds, looks after each, and sums up."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # what tests share

from tests.killing.killing import Tally, make_bakery, run


def main() -> int:
    """Returns 0 when everything held, else 1."""
    options = _parser().parse_args()
    start = time.monotonic()
    bakery = make_bakery(options.folder.resolve())
    print(f"a build takes {bakery.seconds:.1f} s", flush=True)
    tally, told = Tally(), 0
    for number, tally in enumerate(run(bakery, count=options.count, seed=options.seed), start=1):
        for line in tally.broken[told:]:
            print(line, flush=True)
        told = len(tally.broken)
        if number % max(1, options.count // 20) == 0:
            print(f"{number} of {options.count}, {told} do not hold", file=sys.stderr, flush=True)
    bakery.write(0)
    bakery.build()
    last = bakery.published() == bakery.manifests[0]
    print(
        f"{options.count} builds, {tally.killed} killed before their end:"
        f" {tally.outcomes['old']} left the old site, {tally.outcomes['new']} the new one,"
        f" {len(tally.broken)} do not hold. The build after them"
        f" {'publishes what it should' if last else 'DOES NOT PUBLISH WHAT IT SHOULD'}."
        f" {time.monotonic() - start:.0f} s."
    )
    return 0 if last and not tally.broken else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.killing", description=__doc__)
    parser.add_argument("--count", type=int, default=100, help="how many builds")
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    parser.add_argument(
        "--folder", type=Path, default=Path("build") / "killing", help="where they are built"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
