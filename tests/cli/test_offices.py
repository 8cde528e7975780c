from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

SHEET = """\
session_id,office_id,session_date,implementation_date
A1,North,2026-03-15,2026-03-01
A2,North,2026-04-15,2026-03-01
"""


@pytest.fixture
def dated(run: Run, study: Path, tmp_path: Path) -> Path:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert run("study", "add-sessions", study, sheet).code == 0
    return study


def test_days_of_offices_are_listed(run: Run, dated: Path) -> None:
    assert "2026-03-01" in run("study", "office-date", dated).out


def test_without_a_lead_the_consequences_are_told_and_nothing_changes(
    run: Run, dated: Path
) -> None:
    done = run("study", "office-date", dated, "North", "--day", "2026-04-01")

    assert "of these, another phase: 1." in done.out
    assert "2026-03-01" in run("study", "office-date", dated).out


def test_a_lead_sets_a_day_with_a_reason(run: Run, dated: Path) -> None:
    wanted = ("study", "office-date", dated, "North", "--day", "2026-04-01", "--as", "L1")
    refused = run(*wanted)
    done = run(*wanted, "--reason", "a made-up reason")

    assert (refused.code, done.code) == (1, 0)
    assert "Say why" in refused.err
    assert "2026-04-01" in run("study", "office-date", dated).out


def test_a_day_or_that_it_is_unknown_has_to_be_given(run: Run, dated: Path) -> None:
    assert run("study", "office-date", dated, "North").code == 2
    assert "no office nowhere" in run("study", "office-date", dated, "nowhere", "--unknown").err
