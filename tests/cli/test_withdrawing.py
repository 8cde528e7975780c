"""Withdrawals and the end of sound by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.services.studies import open_study
from tests.builders import (
    ANNA,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.cli.conftest import Run

CODE = "V-0001"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    made = a_study(tmp_path / "study")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(made, a_session(1), a_session(2))
    add_coding(made, SessionId(CODE), ANNA, ratings_of(made.codebook, [3] * 7))
    made.close()
    return made.path


def test_without_confirmation_it_only_tells(run: Run, study: Path) -> None:
    done = run("study", "withdraw", study, CODE, "--choice", "erase_all", "--as", "L1")
    assert done.code == 0
    assert "Would go: 1 recording; 1 coding with its ratings" in done.out
    assert "Nothing was changed" in done.out
    assert not (study / "withdrawn.json").exists()


def test_a_session_is_withdrawn_and_the_receipt_is_found_again(
    run: Run, study: Path, tmp_path: Path
) -> None:
    words = ("--choice", "erase_all", "--as", "L1", "--reason", "letter", "--confirm", CODE)
    receipt = tmp_path / "receipt.pdf"
    assert run("study", "withdraw", study, CODE, *words, "--receipt", receipt).code == 0
    assert receipt.read_bytes().startswith(b"%PDF")
    (listed,) = json.loads(run("study", "receipts", study, "--as", "L1", "--json").out)["receipts"]
    assert listed["choice"] == "erase_all"
    assert listed["erased"]["codings"] == 1
    number = str(listed["number"])
    assert "letter" in run("study", "receipts", study, "--as", "L1", "--number", number).out
    text = tmp_path / "receipt.txt"
    run("study", "receipts", study, "--as", "L1", "--number", number, "--out", text)
    assert number in text.read_text(encoding="utf-8")
    services = open_study(study, read_only=True)
    ids = {row.session.session_id for row in services.sessions.lead_table()}
    services.close()
    assert CODE not in ids


@pytest.mark.parametrize(
    ("lead", "confirm", "why"), [("A", CODE, "lead"), ("L1", "V-0002", "typed once more")]
)
def test_what_is_refused_changes_nothing(
    run: Run, study: Path, lead: str, confirm: str, why: str
) -> None:
    words = ("--choice", "erase_all", "--as", lead, "--reason", "letter", "--confirm", confirm)
    done = run("study", "withdraw", study, CODE, *words)
    assert done.code == 1
    assert why in done.err
    assert "Nobody withdrew." in run("study", "receipts", study, "--as", "L1").out


def test_sound_that_is_due_is_listed_and_deleted_when_asked(run: Run, study: Path) -> None:
    assert "No sound is due" in run("study", "due-deletions", study).out
    kept = run(
        "study", "keep-sound", study, "--session", CODE, "--until", "2020-01-31", "--as", "L1"
    )
    assert "Kept until 2020-01-31." in kept.out
    (due,) = json.loads(run("study", "due-deletions", study, "--json").out)["due"]
    assert (due["session_id"], due["until"], due["deleted"]) == (CODE, "2020-01-31", False)
    refused = run("study", "due-deletions", study, "--delete")
    assert (refused.code, "lead" in refused.err) == (1, True)
    assert (
        "Deleted the sound of 1 session."
        in run("study", "due-deletions", study, "--delete", "--as", "L1").out
    )
    assert run("study", "due-deletions", study, "--json").json == {"due": []}


def test_a_day_that_is_none_is_wrong_usage(run: Run, study: Path) -> None:
    words = ("--session", CODE, "--until", "soon", "--as", "L1")
    assert run("study", "keep-sound", study, *words).code == 2
