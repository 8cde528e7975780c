"""The command that makes a study of a CACTI archive tells first what it understood."""

from __future__ import annotations

import shutil
from pathlib import Path

from typer.testing import CliRunner

from practicecoder.cli.main import app

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"


def test_an_archive_becomes_a_study(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    for file in ("cacti_v080_sqlite.casaa", "cacti_userConfiguration.xml"):
        shutil.copy(SAMPLES / file, archive)
    study = tmp_path / "study"
    command = ["study", "from-cacti", str(archive), str(study), "--coder", "A"]
    runner = CliRunner()
    asked = runner.invoke(app, [*command, "--dry-run"])
    assert asked.exit_code == 1
    assert "keep or not_yet_rated" in asked.output
    assert not study.exists()
    done = runner.invoke(app, [*command, "--defaults", "keep", "--title", "Ours"])
    assert done.exit_code == 0, done.output
    assert "12 marks, 7 ratings" in done.output
    assert runner.invoke(app, ["study", "check", str(study)]).exit_code == 0
