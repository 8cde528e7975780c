"""Runs commands as a user's shell would, in this process: exit code, output, complaints."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from practicecoder.cli.main import main


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        def refuse(name: str) -> object:
            raise AssertionError(f"{name} is no JSON")

        found = json.loads(self.out, parse_constant=refuse)
        assert isinstance(found, dict)
        return found


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def _run(*arguments: str | Path) -> Done:
        def no_window(study: Path | None) -> int:
            raise AssertionError("no window was to be opened")

        code = main([str(a) for a in arguments], no_window)
        captured = capsys.readouterr()
        assert "Traceback" not in captured.err
        return Done(code, captured.out, captured.err)

    return _run


@pytest.fixture
def study(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "study"
    done = run("study", "create", folder, "--codebook", "swim7", "--title", "Made-up study")
    assert done.code == 0, done.err
    return folder
