"""Measures the build against its yardsticks, in one run: ``python -m benchmarks``.

- checking a thousand processes against reading their files (``benchmarks.checking``);
- comparing two handbooks of a thousand processes, the same way (``benchmarks.comparing``);
- the cold build (empty cache) against plain ``mkdocs build`` of the same staged tree;
- the warm build against the cold one;
- drawing all diagrams in one JVM against one JVM a diagram, which is what
  plantuml-markdown does by default.

Ratios count, not seconds: machines differ and are noisy.
"""

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.checking import measure_check
from benchmarks.comparing import measure_diff
from benchmarks.default_way import draw_the_default_way
from benchmarks.plain import plain_site
from benchmarks.timing import RUNS, line, medians, run, timed
from generator.pipeline import examine, prepare
from generator.publish.plantuml import start

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Prints a line a measurement and the ratios that the project promises."""
    measure_check()
    measure_diff()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "handbook"
        ignored = shutil.ignore_patterns("build", "site", ".venv", ".git", "*_cache")
        shutil.copytree(ROOT, copy, ignore=ignored)
        cold, plain = _pairs(copy)
        (warm,) = medians(lambda: _handbook(copy))
        prepared = prepare(examine(copy))
        texts = {key: diagram.text for key, diagram in prepared.diagrams.items()}
        (batch,) = medians(lambda: _draw(texts, Path(folder) / "cache"))
        sample = dict(sorted(texts.items())[:: max(1, len(texts) // 8)])
        alone = timed(lambda: draw_the_default_way(sample)) / len(sample) * len(texts)
    line("handbook build, cold", cold)
    line("handbook build, warm", warm)
    line("mkdocs build of the staged tree", plain)
    line(f"drawing {len(texts)} diagrams, one JVM", batch)
    line(f"drawing them one by one (from {len(sample)})", alone)
    print(f"cold / plain mkdocs    {cold / plain:6.2f}   (promise: at most 1.35)")
    print(f"one by one / one JVM   {alone / batch:6.1f}   (promise: at least 20)")
    print(f"warm / cold            {warm / cold:6.2f}")


def _pairs(copy: Path) -> tuple[float, float]:
    """Cold and plain builds in turn, so that a slow moment of the machine hits both."""
    cold, plain = [], []
    for _ in range(RUNS):
        shutil.rmtree(copy / "build", ignore_errors=True)
        cold.append(timed(lambda: _handbook(copy)))
        config = plain_site(copy)
        plain.append(timed(lambda: _mkdocs(config)))  # noqa: B023 - called at once
    return statistics.median(cold), statistics.median(plain)


def _handbook(copy: Path) -> None:
    run([sys.executable, "-m", "generator", "--root", str(copy), "build"], copy)


def _mkdocs(config: Path) -> None:
    run([sys.executable, "-m", "mkdocs", "build", "-f", str(config)], config.parent)


def _draw(texts: dict[str, str], cache: Path) -> None:
    shutil.rmtree(cache, ignore_errors=True)
    start(texts, cache).result()


if __name__ == "__main__":
    main()
