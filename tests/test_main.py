"""The start command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

STARTED = """
import os, sys
from practicecoder.__main__ import main
assert "numpy" not in sys.modules
code = main(["codebook", "list"])
sys.stdout.write(os.environ["OPENBLAS_NUM_THREADS"])
sys.exit(code)
"""


@pytest.mark.parametrize(("given", "used"), [(None, "1"), ("2", "2")])
def test_linear_algebra_has_one_thread_unless_told_otherwise(given: str | None, used: str) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    if given is not None:
        environment["OPENBLAS_NUM_THREADS"] = given
    done = subprocess.run(
        [sys.executable, "-c", STARTED],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.endswith(used)
