"""The demonstration by command: it is made once, and no other study is taken for it."""

from __future__ import annotations

import json
import shutil
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from practicecoder.cli.main import main
from practicecoder.services.demonstration_material import material_folder
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, demonstration_pattern: Path) -> Path:
    folder = tmp_path_factory.mktemp("demonstration") / "study"
    return Path(shutil.copytree(demonstration_pattern, folder))


@pytest.fixture(scope="module")
def said(made: Path) -> str:
    """Have the whole job done where an earlier run left results, and give what was said."""
    earlier = made / "output" / "reports" / "earlier.txt"
    earlier.parent.mkdir(parents=True)
    earlier.write_text("of an earlier run", encoding="utf-8")

    def no_window(study: Path | None) -> int:
        raise AssertionError("no window was to be opened")

    with redirect_stdout(StringIO()) as out:
        assert main(["demo", str(made), "--no-window"], no_window) == 0
    return out.getvalue()


def test_its_whole_job_takes_the_place_of_an_earlier_run(made: Path, said: str) -> None:
    listed = [Path(line.strip()) for line in said.splitlines()[1:]]
    assert listed
    assert all(path.exists() for path in listed)
    assert (made / "output" / "package" / "data" / "sessions.csv").is_file()
    assert (made / "output" / "published" / "published.docx").is_file()
    forms = {path.suffix for path in listed if path.stem == "reliability_report"}
    assert forms == {".pdf", ".docx", ".csv"}
    assert not (made / "output" / "reports" / "earlier.txt").exists()
    assert not [path.name for path in made.iterdir() if path.name.startswith(".")]


@pytest.mark.usefixtures("said")
def test_comparisons_of_one_run_carry_the_p_adjusted_for_their_number(made: Path) -> None:
    written = (made / "output" / "comparisons.json").read_text(encoding="utf-8")
    expected = material_folder() / "hertfordshire_like" / "fsh_expected.json"

    adjusted = {item: found["p_holm"] for item, found in json.loads(written).items()}

    known = json.loads(expected.read_text(encoding="utf-8"))["holm_all_ten_student"]
    assert adjusted == pytest.approx(known, abs=1e-6)


def test_another_study_is_not_taken_for_the_demonstration(run: Run, study: Path) -> None:
    (study / "output").mkdir()
    (study / "output" / "mine.txt").write_text("keep", encoding="utf-8")

    done = run("demo", study, "--no-window")

    assert done.code == 1
    assert "not the demonstration" in done.err
    assert done.out == ""
    assert (study / "output" / "mine.txt").read_text(encoding="utf-8") == "keep"


def test_a_folder_with_something_in_it_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")

    done = run("demo", tmp_path, "--no-window")

    assert done.code == 1
    assert "not empty" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_its_title_says_once_that_it_is_made_up(run: Run, made: Path) -> None:
    assert run("study", "info", made).out.splitlines()[0].count("made-up") == 1


def test_without_more_words_the_window_opens_on_it(made: Path) -> None:
    opened: list[Path | None] = []

    def open_window(study: Path | None) -> int:
        opened.append(study)
        return 0

    assert main(["demo", str(made)], open_window) == 0
    assert opened == [made]


def test_an_interruption_is_told_and_leaves_no_study(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("practicecoder.services.demonstration.rated_sessions", interrupted)

    done = run("demo", tmp_path / "study", "--no-window")

    assert done.code == 130
    assert "Stopped" in done.err
    assert list(tmp_path.iterdir()) == []
