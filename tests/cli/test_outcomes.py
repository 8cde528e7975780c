"""Measures from elsewhere, by command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

SESSIONS = "session_id,worker_id,office_id\nS1,W1,North\nS2,W2,North\nS3,W3,South\n"


def filled(run: Run, study: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sessions.csv"
    sheet.write_text(SESSIONS, encoding="utf-8")
    assert run("study", "add-sessions", study, sheet).code == 0


def written(tmp_path: Path, text: str) -> Path:
    sheet = tmp_path / "outcomes.csv"
    sheet.write_text(text, encoding="utf-8")
    return sheet


def test_a_dry_run_says_what_would_be_added_and_writes_nothing(
    run: Run, study: Path, tmp_path: Path
) -> None:
    filled(run, study, tmp_path)
    sheet = written(
        tmp_path, "session_id,office_id,goals,alliance\nS1,North,2,\nS2,North,3.5,40\n"
    )

    looked = run("study", "add-outcomes", study, sheet, "--dry-run")

    assert looked.code == 0, looked.err
    assert "goals            2   2.75      2   3.5" in looked.out
    assert "Would add 3 numbers." in looked.out
    assert "Passed over, as the study holds it itself: office_id." in looked.err
    assert "1 session has none of these measures." in looked.err
    document: Any = run("study", "add-outcomes", study, sheet, "--json").json
    assert document["added"]
    assert [one["n_replaced"] for one in document["measures"]] == [0, 0]


def test_a_measure_is_replaced_only_when_asked(run: Run, study: Path, tmp_path: Path) -> None:
    filled(run, study, tmp_path)
    assert run(
        "study", "add-outcomes", study, written(tmp_path, "session_id,goals\nS1,2\n")
    ).out.endswith("Added 1 number.\n")
    again = written(tmp_path, "session_id,goals\nS2,4\nS3,5\n")

    refused = run("study", "add-outcomes", study, again)

    assert refused.code == 1
    assert "the study holds the measure goals already" in refused.err
    replaced = run("study", "add-outcomes", study, again, "--replace")
    assert replaced.code == 0
    assert "goals: 1 numbers of the study are replaced." in replaced.err


def test_every_problem_is_told_at_once_and_nothing_is_added(
    run: Run, study: Path, tmp_path: Path
) -> None:
    filled(run, study, tmp_path)
    rows = "session_id,empathy,Life Rating,goals\nS1,3,4,2\nS1,3,4,2\nS9,1,1,many\n"

    done = run("study", "add-outcomes", study, written(tmp_path, rows))

    assert done.code == 1
    assert "'empathy' is a dimension, count or score of the codebook" in done.err
    assert "Call it life_rating." in done.err
    rows = "session_id,life_rating,goals\nS1,4,2\nS1,4,2\nS9,1,many\n"
    done = run("study", "add-outcomes", study, written(tmp_path, rows))
    assert "The session stands in line 2 as well" in done.err
    assert "session S9 is not in the study" in done.err
    assert "'many' is not a number" in done.err
    info = run("study", "add-outcomes", study, written(tmp_path, "session_id,goals\nS1,1\n"))
    assert info.code == 0, "nothing of the refused sheet was kept"


def test_numbers_that_stand_for_missing_are_told(run: Run, study: Path, tmp_path: Path) -> None:
    filled(run, study, tmp_path)
    sheet = written(tmp_path, "session_id,goals\nS1,2\nS2,-99\nS3,3\n")

    looked = run("study", "add-outcomes", study, sheet, "--dry-run")

    assert "goals holds -99, far from its other numbers." in looked.err
