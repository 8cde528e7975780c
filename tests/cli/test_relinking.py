"""Missing recordings are looked for by command."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.cli.conftest import Run


def test_moved_recordings_are_found_under_other_names(
    run: Run, demonstration: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    files = sorted((demonstration / "audio").iterdir())
    for number, file in enumerate(files):
        shutil.move(file, elsewhere / f"{number}.bin")
    assert run("study", "check", demonstration).code == 1
    done = run("study", "relink", demonstration, elsewhere)

    assert done.code == 0
    assert f"Found {len(files)} of {len(files)} recordings" in done.out
    assert run("study", "check", demonstration).code == 0


def test_what_is_not_found_is_counted(run: Run, demonstration: Path, tmp_path: Path) -> None:
    next((demonstration / "audio").iterdir()).unlink()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = run("study", "relink", demonstration, elsewhere)

    assert done.code == 1
    assert "1 are still missing" in done.out


def test_a_place_that_is_no_folder_is_refused(run: Run, study: Path) -> None:
    assert run("study", "relink", study, study / "study.db").code == 1


def test_a_study_that_lacks_nothing_says_so(run: Run, study: Path, tmp_path: Path) -> None:
    done = run("study", "relink", study, tmp_path)

    assert done.code == 0
    assert "No recording is missing." in done.out
