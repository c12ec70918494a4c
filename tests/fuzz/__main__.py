"""``python -m tests.fuzz``: runs the cases, shows how far it is, and sums up."""

import argparse
import os
import re
import sys
import time
from pathlib import Path

from generator.rules import RULES
from tests.fuzz.running import Tally, run

_DIGITS = re.compile(r"\b[0-9]+\b|'[^']*'")
_FOLDER = Path("build") / "fuzz"


def main() -> int:
    """Returns 0 when everything held, else 1."""
    options = _parser().parse_args()
    start = time.monotonic()
    tally, looked = Tally(), 0
    alike: dict[str, list[int]] = {}
    for tally in run(options.seed, options.count, options.jobs, options.folder):
        for seed, told in list(tally.broken.items())[looked:]:
            looked += 1
            seeds = alike.setdefault(_DIGITS.sub("", told.partition("\n")[0]), [])
            seeds.append(seed)
            if len(seeds) == 1:
                _tell(seed, told, options.folder)
        _progress(tally, options.count, start)
    for line, seeds in alike.items():
        print(f"{len(seeds)} like seed {seeds[0]}: {line[:200]} {seeds[1:6]}")
    print(_summary(tally, options, time.monotonic() - start))
    return 1 if tally.broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many cases")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first case")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    parser.add_argument("--folder", type=Path, default=_FOLDER, help="where broken cases are left")
    return parser


def _tell(seed: int, told: str, folder: Path) -> None:
    print(f"\nseed {seed} does not hold; its handbook is in {folder / str(seed)}")
    print(f"alone: make fuzz SEED={seed} COUNT=1\n{told}", flush=True)


def _progress(tally: Tally, count: int, start: float) -> None:
    step = 1 if sys.stderr.isatty() else max(1, count // 20)
    if tally.seeds % step and tally.seeds != count:
        return
    end = "\r" if sys.stderr.isatty() else "\n"
    seconds = time.monotonic() - start
    text = f"{tally.seeds} of {count} cases, {len(tally.broken)} do not hold, {seconds:.0f} s "
    print(text, end=end, file=sys.stderr, flush=True)


def _summary(tally: Tally, options: argparse.Namespace, seconds: float) -> str:
    last = options.seed + options.count - 1
    seen = sum(rule.CODE in tally.codes for rule in RULES)
    unseen = " ".join(rule.CODE for rule in RULES if rule.CODE not in tally.codes)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(tally.kinds.items()))
    return (
        f"{tally.seeds} cases (seeds {options.seed}-{last}: {kinds}): {len(tally.broken)} do not"
        f" hold. {tally.sound} sound, {tally.drawn} drawn. {sum(tally.codes.values())} findings;"
        f" {seen} of {len(RULES)} rules saw something{f', not {unseen}' if unseen else ''}."
        f" Slowest: seed {tally.slowest[1]}, {tally.slowest[0]:.2f} s CPU."
        f" Memory: {tally.memory // 1024} MB more at most. {seconds:.0f} s."
    )


if __name__ == "__main__":
    sys.exit(main())
