"""Measures ``handbook check`` on a thousand processes: ``python -m benchmarks.checking``.

Each measurement is a whole process, from the start of Python to its end, without any cache
of the handbook's. The yardsticks are reading the same files with PyYAML's own C loader, and
a Python that does nothing. Only the generator's compiled bytecode is kept between runs, as
it is for anyone who runs the command a second time.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.generated import write_handbook
from benchmarks.timing import ENVIRONMENT, line, medians, run

PROCESSES = 1000
PROMISE = 1.5
"""The most seconds that the check may take on two cores."""

READ_ONLY = """
import pathlib, sys, yaml
for path in pathlib.Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
"""


def measure_check() -> None:
    """Prints a line a measurement, the ratios, and what the project promises."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "handbook"
        write_handbook(root, PROCESSES)
        environment = {**ENVIRONMENT, "PYTHONPYCACHEPREFIX": f"{folder}/bytecode"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def python(*arguments: str) -> None:
            run([sys.executable, *arguments], root, environment)

        def check() -> None:
            python("-m", "generator", "--root", str(root), "check")

        check()  # writes the bytecode
        checked, read, nothing = medians(
            check, lambda: python("-c", READ_ONLY, str(root)), lambda: python("-c", "pass")
        )
    line(f"handbook check, {PROCESSES} processes", checked)
    line("yaml.load (CSafeLoader) of the same files", read)
    line("python -c pass", nothing)
    print(f"check / yaml.load      {checked / read:6.2f}")
    print(f"check / python         {checked / nothing:6.1f}")
    print(f"check                  {checked:6.2f} s (promise: at most {PROMISE} s on two cores)")


if __name__ == "__main__":
    measure_check()
