"""The short form of the kill bench: the store loses nothing, and the bench would see it if so."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="a short run there would hardly begin")
def test_nothing_that_was_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            *("-m", "benches.kill_bench", "--folder", str(tmp_path)),
            *("--kills", "10", "--control", "buffered", "--control-kills", "5"),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "store: 10 kills" in done.stdout
    assert "nothing was lost" in done.stdout
    assert "the loss is seen" in done.stdout
