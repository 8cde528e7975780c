"""Tests that no command writes over what a study consists of."""

from __future__ import annotations

import inspect
import os
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from practicecoder.cli.main import build_app
from practicecoder.cli.own_files import WRITTEN
from tests.cli.conftest import Run

READ = {
    "after",
    "dictionary",
    "file",
    "files",
    "heads",
    "mapping_file",
    "model",
    "names",
    "new_passphrase_file",
    "own_passphrase_file",
    "passphrase_file",
    "ratings",
    "sheet",
    "sounds",
    "source",
    "study_passphrase_file",
    "table",
    "verify",
}
"""Parameters that name what is read."""
STUDIES = {"folder", "into", "study"}
"""Parameters that name a study, or where one is made: never where anything is."""


def places(app: typer.Typer) -> Iterator[str]:
    """Name parameters of all commands that take a path."""
    for command in app.registered_commands:
        assert command.callback is not None
        parameters = inspect.signature(command.callback, eval_str=True).parameters.values()
        yield from (p.name for p in parameters if "Path" in str(p.annotation))
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from places(group.typer_instance)


def test_of_every_path_it_is_said_whether_it_is_written() -> None:
    assert set(places(build_app())) == WRITTEN | READ | STUDIES


@pytest.mark.parametrize(
    "place", ["study.db", "history.key", "lock", "backups/x.csv", "audio/x", "cache", "keys.json"]
)
def test_a_study_is_not_written_over(run: Run, study: Path, place: str) -> None:
    before = {file: file.read_bytes() for file in study.rglob("*") if file.is_file()}

    done = run("study", "exports", study, "--csv", study / place)
    assert done.code == 1
    assert "part of a study" in done.err
    assert {file: file.read_bytes() for file in study.rglob("*") if file.is_file()} == before


def test_a_detour_to_a_study_is_seen(run: Run, study: Path, tmp_path: Path) -> None:
    (tmp_path / "short").symlink_to(study)
    for place in (tmp_path / "short" / "study.db", study / ".." / study.name / "study.db"):
        assert run("study", "exports", study, "--csv", place).code == 1


def test_other_files_beside_a_study_are_written(run: Run, study: Path) -> None:
    assert run("study", "exports", study, "--csv", study / "register.csv").code == 0
    assert (study / "register.csv").is_file()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are not known here")
@pytest.mark.parametrize(
    "command",
    [
        ("audio", "peaks", "{sound}", "--out", "{pipe}"),
        ("convert", "{table}", "{pipe}", "--to", "ratings", "--overwrite"),
    ],
    ids=["peaks", "convert"],
)
def test_a_device_or_pipe_is_not_replaced_by_a_file(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    sound, table, pipe = (tmp_path / name for name in ("a.wav", "a.csv", "pipe"))
    with wave.open(str(sound), "wb") as made:
        made.setparams((1, 2, 8000, 0, "NONE", ""))
        made.writeframes(bytes(16000))
    table.write_text("session_id,coder_id,item,value\nS1,A,empathy,3\n", encoding="utf-8")
    os.mkfifo(pipe)

    done = run(*(word.format(sound=sound, table=table, pipe=pipe) for word in command))

    assert done.code == 1
    assert pipe.is_fifo()
    assert sorted(tmp_path.iterdir()) == [table, sound, pipe]
