"""The command that makes a study of a CACTI archive tells first what it understood."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"


def test_an_archive_becomes_a_study(run: Run, tmp_path: Path) -> None:
    archive, study = tmp_path / "archive", tmp_path / "made"
    archive.mkdir()
    for file in ("cacti_v080_sqlite.casaa", "cacti_userConfiguration.xml"):
        shutil.copy(SAMPLES / file, archive)
    command = ("study", "from-cacti", archive, study, "--coder", "A")
    asked = run(*command, "--dry-run")
    assert asked.code == 1
    assert "keep or not_yet_rated" in asked.err
    assert not study.exists()
    done = run(*command, "--defaults", "keep", "--title", "Ours")
    assert done.code == 0, done.err
    assert "12 marks, 7 ratings" in done.out
    assert run("study", "check", study).code == 0


def test_an_archive_without_coders_is_told_in_whole_sentences(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    shutil.copy(SAMPLES / "cacti_v060_text.casaa", archive)

    done = run("study", "from-cacti", archive, tmp_path / "made", "--dry-run")

    assert done.code == 1
    assert done.out.endswith("There is nothing to add.\n")
