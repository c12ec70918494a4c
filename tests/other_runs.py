"""The same script in several runs of Python, in each of which sets have another order."""

import os
import subprocess
import sys


def in_other_runs(script: str, *arguments: str) -> set[bytes]:
    """Everything that the runs print; one text when they all print the same."""
    return {
        subprocess.run(
            [sys.executable, "-c", script, *arguments],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
