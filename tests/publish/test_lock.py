"""One build at a time, and never one that is stopped by what another left behind."""

import signal
import subprocess
import sys
from pathlib import Path

from generator.publish.lock import alone

HOLD = """
import sys, time
from pathlib import Path
from generator.publish.lock import alone
with alone(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(60)
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as told:
        assert told.readline() == "held\n"
    return process


def test_who_comes_second_waits_for_the_first(tmp_path: Path) -> None:
    process = holder(tmp_path / "build")
    waited = []

    def waiting() -> None:
        waited.append(process.poll())
        process.send_signal(signal.SIGKILL)

    with alone(tmp_path / "build", waiting):
        process.wait()
    assert waited == [None]


def test_a_killed_build_leaves_no_lock(tmp_path: Path) -> None:
    process = holder(tmp_path)
    process.kill()
    process.wait()
    waited: list[str] = []
    with alone(tmp_path, lambda: waited.append("waited")):
        assert waited == []


def test_programs_that_a_build_starts_do_not_hold_the_lock(tmp_path: Path) -> None:
    with alone(tmp_path, lambda: None):
        left_over = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    waited: list[str] = []
    with alone(tmp_path, lambda: waited.append("waited")):
        assert waited == []
    left_over.kill()
    left_over.wait()
