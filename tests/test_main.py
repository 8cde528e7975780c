"""The start command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from practicecoder import __main__ as start

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


@pytest.mark.parametrize(
    ("name", "opens"),
    [("study", True), ("a.pcpacket", True), ("a.pcreturn", False), ("no", False)],
)
def test_a_study_or_a_packet_opens_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, opens: bool
) -> None:
    (tmp_path / "study").mkdir()
    (tmp_path / "study" / "study.db").touch()
    for file in ("a.pcpacket", "a.pcreturn"):
        (tmp_path / file).touch()
    shown: list[Path | None] = []

    def show(place: Path | None) -> int:
        shown.append(place)
        return 0

    monkeypatch.setattr(start, "open_window", show)
    code = start.main([str(tmp_path / name)])
    assert (shown == [tmp_path / name], code == 0) == (opens, opens)
