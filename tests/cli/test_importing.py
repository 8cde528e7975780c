"""Tables and codings from elsewhere, by command."""

from __future__ import annotations

import shutil
from pathlib import Path

from practicecoder.services.studies import open_study, study_info
from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"
WIDE = SAMPLES / "lab_wide_spss.csv"
ANSWERS = (
    *("--cell", "-99=no_behaviour_change", "--cell", "Phase:2=post", "--days", "day_first"),
    *("--coder", "C1=A", "--coder", "C2=B", "--add-sessions"),
)


def codings_of(study: Path) -> int:
    services = open_study(study, read_only=True)
    try:
        return study_info(services).n_codings
    finally:
        services.close()


def test_a_dry_run_tells_columns_rows_and_every_question(run: Run, study: Path) -> None:
    done = run("study", "import-table", study, WIDE, "--dry-run")
    assert done.code == 1
    assert "collab_C1" in done.out
    assert done.err.count("nobody said what it means") == 2
    assert "2015-11-03 or 2015-03-11" in done.err
    assert codings_of(study) == 0


def test_a_table_with_every_answer_is_taken_and_its_columns_are_remembered(
    run: Run, study: Path, tmp_path: Path
) -> None:
    done = run("study", "import-table", study, WIDE, *ANSWERS, "--as", "L1")
    assert done.code == 0, done.err
    assert "Added 1 session, 2 codings, 14 ratings, 2 new coders." in done.out
    other = tmp_path / "more.csv"
    text = WIDE.read_text(encoding="utf-8").replace("HF-0042", "HF-0043")
    other.write_text(text, encoding="utf-8")
    again = run("study", "import-table", study, other, "--add-sessions")
    assert again.code == 0, again.err
    assert codings_of(study) == 4


def test_only_a_lead_imports(run: Run, study: Path) -> None:
    done = run("study", "import-table", study, WIDE, *ANSWERS, "--as", "nobody")
    assert done.code == 1
    assert "Only a lead imports tables" in done.err
    assert codings_of(study) == 0


def test_codings_are_taken_with_a_completed_map(run: Run, study: Path, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    archive.mkdir()
    shutil.copy(SAMPLES / "cacti_v060.globals", archive)
    map_file = tmp_path / "map.toml"
    asked = run("study", "import-codings", study, archive, "--dry-run", "--write-map", map_file)
    assert asked.code == 1
    assert "does not say who coded it" in asked.err

    text = map_file.read_text(encoding="utf-8")
    assert '"CLARITY" = "clarity_about_concerns"' in text
    text = text.replace('coder = ""', 'coder = "A"\ndefaults = "keep"')
    map_file.write_text(
        text.replace("[missing]", '[missing]\n"0" = "no_behaviour_change"'), encoding="utf-8"
    )
    done = run("study", "import-codings", study, archive, "--map", map_file, "--as", "L1")
    assert done.code == 0, done.err
    assert "Added 1 session, 1 coding, 7 ratings, 1 new coder." in done.out


def test_an_answer_without_an_equals_sign_is_wrong_usage(run: Run, study: Path) -> None:
    assert run("study", "import-table", study, WIDE, "--cell", "-99").code == 2
