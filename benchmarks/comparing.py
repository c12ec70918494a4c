"""Measures ``handbook diff`` on a thousand processes: ``python -m benchmarks.comparing``.

Two folders that differ in one process in a hundred. Each measurement is a whole process, from
the start of Python to its end, without any cache of the handbook's. The yardstick is reading
the same files with PyYAML's own C loader. Only the generator's compiled bytecode is kept
between runs, as it is for anyone who runs the command a second time.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.checking import PROCESSES, READ_ONLY
from benchmarks.generated import handbook_files, write_handbook
from benchmarks.timing import ENVIRONMENT, line, medians, run

CHANGED = 10
PROMISE = 3.0
"""The most seconds that comparing may take on two cores."""


def measure_diff() -> None:
    """Prints a line a measurement, the ratio, and what the project promises."""
    with tempfile.TemporaryDirectory() as folder:
        before, after = Path(folder) / "before", Path(folder) / "after"
        for root in (before, after):
            write_handbook(root, PROCESSES)
        change(after)
        environment = {**ENVIRONMENT, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def python(*arguments: str) -> None:
            run([sys.executable, *arguments], after, environment)

        def diff() -> None:
            python("-m", "generator", "--root", str(after), "diff", str(before))

        diff()  # writes the bytecode
        compared, read = medians(diff, lambda: python("-c", READ_ONLY, folder))
    line(f"handbook diff, {PROCESSES} and {PROCESSES} processes", compared)
    line("yaml.load (CSafeLoader) of the same files", read)
    print(f"diff / yaml.load       {compared / read:6.2f}")
    print(f"diff                   {compared:6.2f} s (promise: at most {PROMISE} s on two cores)")


def change(root: Path) -> None:
    """Gives a few processes another goal."""
    files = sorted(file for file in handbook_files(PROCESSES) if file.startswith("processes/"))
    for file in files[:: PROCESSES // CHANGED]:
        text = (root / file).read_text(encoding="utf-8")
        (root / file).write_text(text.replace("goal: ", "goal: Nu ", 1), encoding="utf-8")


if __name__ == "__main__":
    measure_diff()
