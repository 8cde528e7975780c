"""Backups by command: listed, made, and gone back to."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from practicecoder.domain.history import HistoryKind
from practicecoder.services.studies import open_study
from tests.cli.conftest import Run


@pytest.fixture
def backed_up(run: Run, study: Path) -> Path:
    """A study with one backup that lacks the person S1."""
    for old in (study / "backups").glob("study-*.db"):
        old.unlink()
    assert run("study", "backup", study).code == 0
    assert run("study", "add-person", study, "S1", "--as", "L1").code == 0
    made = names(study)
    for newer in made[1:]:
        (study / "backups" / newer).unlink()
    return study


def names(study: Path) -> list[str]:
    return sorted(file.name for file in (study / "backups").glob("study-*.db"))


def people(study: Path) -> set[str]:
    services = open_study(study, read_only=True)
    found = {str(c.coder_id) for c in services.people.coders()}
    services.close()
    return found


def test_backups_are_listed_with_their_contents(run: Run, backed_up: Path) -> None:
    listed = run("study", "backups", backed_up, "--json").json["backups"]
    assert isinstance(listed, list)
    (only,) = listed

    assert only["name"] == names(backed_up)[0]
    assert only["whole"] is True
    assert only["sessions"] == 0
    assert "whole" in run("study", "backups", backed_up).out


def test_a_study_goes_back_to_a_backup_and_keeps_what_it_was(run: Run, backed_up: Path) -> None:
    (name,) = names(backed_up)
    done = run("study", "restore", backed_up, name)

    assert done.code == 0
    assert people(backed_up) == {"L1"}
    (aside,) = [kept for kept in names(backed_up) if "replaced" in kept]
    assert aside in done.out
    assert run("study", "restore", backed_up, aside).code == 0
    assert people(backed_up) == {"L1", "S1"}
    assert run("study", "check", backed_up).code == 0


def test_going_back_is_on_record(run: Run, backed_up: Path) -> None:
    (name,) = names(backed_up)
    run("study", "restore", backed_up, name)

    services = open_study(backed_up, read_only=True)
    with services.context.store.reading() as unit:
        last = unit.history.all()[-1]
    services.close()
    assert last.kind is HistoryKind.STUDY_RESTORED
    assert last.new == name.removesuffix(".db")


def test_a_damaged_backup_is_refused(run: Run, backed_up: Path) -> None:
    (name,) = names(backed_up)
    file = backed_up / "backups" / name
    content = bytearray(file.read_bytes())
    content[4096:8192] = os.urandom(4096)
    file.write_bytes(content)
    done = run("study", "restore", backed_up, name)

    assert done.code == 1
    assert "cannot be restored" in done.err
    assert people(backed_up) == {"L1", "S1"}
    assert "damaged" in run("study", "backups", backed_up).out


def test_a_backup_that_is_not_there_is_named(run: Run, backed_up: Path) -> None:
    done = run("study", "restore", backed_up, "../study.db")

    assert done.code == 1
    assert "There is no backup study.db" in done.err


def test_a_place_without_a_study_has_no_backups(run: Run, tmp_path: Path) -> None:
    assert run("study", "backups", tmp_path).code == 1
