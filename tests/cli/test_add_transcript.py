"""Transcripts by command: roles are asked for, names never stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import Transcript
from practicecoder.services.studies import open_study
from tests.builders import a_session, add_sessions
from tests.cli.conftest import Run

NAME = "Zephyrine Quillfeather"
TALK = f"""WEBVTT

00:00:01.000 --> 00:00:04.000
<v Social worker>How did that go, Zephyrine?</v>

00:00:05.000 --> 00:00:09.500
<v {NAME}>Not great.</v>
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(TALK, encoding="utf-8")
    return path


@pytest.fixture
def filled(study: Path) -> Path:
    """A study with one session."""
    services = open_study(study)
    add_sessions(services, a_session(1))
    services.close()
    return study


def stored(study: Path) -> Transcript | None:
    services = open_study(study, read_only=True)
    with services.context.store.reading() as unit:
        found = unit.transcripts.find(SessionId("V-0001"))
    services.close()
    return found


def test_speakers_without_a_role_are_listed_and_nothing_is_stored(
    run: Run, filled: Path, file: Path
) -> None:
    done = run("study", "add-transcript", filled, "V-0001", file)

    assert done.code == 1
    assert f"“{NAME}” (1 line) has no role" in done.err
    assert "Social worker" not in done.err
    assert stored(filled) is None


def test_a_transcript_is_added_with_roles_and_a_shift(run: Run, filled: Path, file: Path) -> None:
    role = f"{NAME}=parent"

    done = run(
        "study", "add-transcript", filled, "V-0001", file, "--role", role, "--offset-ms", "-500"
    )

    assert done.code == 0
    assert "WebVTT" in done.out
    assert "Added 2 lines to session V-0001." in done.out
    found = stored(filled)
    assert found is not None
    assert [(line.start_ms, line.speaker, line.text) for line in found.lines] == [
        (500, "Worker", "How did that go, [Parent]?"),
        (4_500, "Parent", "Not great."),
    ]


def test_every_fault_of_the_roles_is_told_at_once(run: Run, filled: Path, file: Path) -> None:
    done = run(
        "study",
        "add-transcript",
        filled,
        "V-0001",
        file,
        "--role",
        "Zephyrine Quilfeather=parent",
        "--role",
        "Social worker=nurse",
    )

    assert done.code == 1
    assert f"Did you mean “{NAME}”?" in done.err
    assert "“nurse” is no role" in done.err
    assert "has no role" in done.err
    assert stored(filled) is None


def test_a_transcript_that_is_there_is_replaced_only_on_request(
    run: Run, filled: Path, file: Path
) -> None:
    given = ("study", "add-transcript", filled, "V-0001", file, "--role", f"{NAME}=parent")
    assert run(*given).code == 0

    again = run(*given)
    assert again.code == 1
    assert "already" in again.err
    assert run(*given, "--offset-ms", "100", "--replace").code == 0

    found = stored(filled)
    assert found is not None
    assert found.offset_ms == 100


def test_an_unknown_session_is_told(run: Run, filled: Path, file: Path) -> None:
    done = run("study", "add-transcript", filled, "V-0009", file, "--role", f"{NAME}=parent")

    assert done.code == 1
    assert "no session V-0009" in done.err
