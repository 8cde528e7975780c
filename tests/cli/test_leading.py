"""Supervision, consent and worker reports by command."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.domain.feedback import Goal, Point, PointKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.sessions import Purpose
from practicecoder.services.studies import open_study
from tests.builders import (
    ANNA,
    LEAD,
    a_session,
    a_study,
    add_coding,
    add_people,
    add_sessions,
    ratings_of,
)
from tests.cli.conftest import Run

SUE = CoderId("SUE")


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """One visit that may be reported and one for research only, both coded."""
    folder = tmp_path / "coded"
    services = a_study(folder)
    add_people(
        services,
        Coder(coder_id=ANNA),
        Coder(coder_id=SUE, roles=frozenset({Role.SUPERVISOR})),
    )
    add_sessions(services, a_session(1), a_session(2, purpose=Purpose.RESEARCH))
    for number in (1, 2):
        ratings = ratings_of(services.codebook, [3] * 7)
        add_coding(services, SessionId(f"V-000{number}"), ANNA, ratings)
    services.close()
    return folder


def release(folder: Path) -> bytes:
    services = open_study(folder)
    session_id = SessionId("V-0001")
    services.feedback.decline_own(session_id, actor=LEAD)
    points = tuple(Point(kind=kind, wording="Made-up words") for kind in PointKind)
    services.feedback.choose_points(session_id, points, actor=LEAD)
    services.feedback.agree_goal(session_id, Goal(goal="Made-up goal"), actor=LEAD)
    content = services.releases.release(session_id, actor=LEAD).content
    services.close()
    return content


def test_a_lead_names_a_supervisor_and_ends_it(run: Run, coded: Path) -> None:
    arguments = ("study", "supervise", coded, "--supervisor", "SUE", "--worker", "W-001")

    assert run(*arguments, "--as", "L1").out == "SUE supervises W-001.\n"
    assert run(*arguments, "--as", "L1", "--end").out == "SUE supervises nobody.\n"
    refused = run(*arguments, "--as", "SUE")
    assert refused.code == 1
    assert "Only a lead names supervisors" in refused.err


def test_consent_is_recorded_and_told(run: Run, coded: Path) -> None:
    told = ("study", "consent", coded, "--session", "V-0001", "--as", "L1")
    assert "no use is agreed to" in run(*told).out

    done = run(*told, "--given", "listening", "--refused", "quotes", "--json")

    assert done.code == 0, done.err
    consents = done.json["consents"]
    assert isinstance(consents, list)
    assert {c["use"]: c["given"] for c in consents} == {"listening": True, "quotes": False}
    wrong = run(*told, "--given", "singing")
    assert wrong.code == 2
    assert "singing is no use" in wrong.err
    unknown = run("study", "consent", coded, "--session", "V-9", "--as", "L1", "--given", "coding")
    assert unknown.code == 1
    assert "There is no session V-9" in unknown.err


@pytest.mark.parametrize(
    "command",
    [
        ("consent", "--session", "V-0001"),
        ("due-deletions",),
        ("office-date",),
        ("receipts",),
        ("withdraw", "V-0001", "--choice", "erase_all"),
    ],
    ids=lambda command: command[0],
)
def test_what_the_window_shows_leads_alone_no_coder_reads_by_command(
    run: Run, coded: Path, command: tuple[str, ...]
) -> None:
    name, *options = command

    refused = run("study", name, coded, *options, "--as", "A")

    assert (refused.code, refused.out) == (1, "")
    assert "Only a lead" in refused.err
    assert run("study", name, coded, *options, "--as", "L1").code == 0


def test_released_reports_are_written_as_they_were_released(
    run: Run, coded: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    none = run("report", "worker", coded, "--released", "--out", folder)
    assert none.code == 1
    assert "No report was released" in none.err
    content = release(coded)

    done = run("report", "worker", coded, "--released", "--out", folder)
    one = run("report", "worker", coded, "--session", "V-0001", "--out", tmp_path / "one.pdf")

    assert (done.code, one.code) == (0, 0)
    (file,) = folder.iterdir()
    assert file.read_bytes() == content == (tmp_path / "one.pdf").read_bytes()
    early = run("report", "worker", coded, "--released", "--to", "2020-01-01", "--out", folder)
    assert early.code == 1


@pytest.mark.parametrize(("form", "begins"), [("large_print", b"%PDF"), ("docx", b"PK")])
def test_a_report_is_written_in_other_forms(
    run: Run, coded: Path, tmp_path: Path, form: str, begins: bytes
) -> None:
    target = tmp_path / "report"
    arguments = ("report", "worker", coded, "--session", "V-0001", "--out", target)

    assert run(*arguments, "--form", form).code == 0
    assert target.read_bytes().startswith(begins)
    assert run(*arguments, "--form", "fax").code == 2


def test_names_are_read_from_a_file_and_a_bad_one_is_told(
    run: Run, coded: Path, tmp_path: Path
) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes(b"\xff\xfe\x00bad")
    done = run(
        *("report", "worker", coded, "--session", "V-0001", "--names", names),
        *("--out", tmp_path / "report.pdf"),
    )
    assert done.code == 1
    assert "list of names cannot be read" in done.err
    assert not (tmp_path / "report.pdf").exists()


def test_a_reel_needs_consent_and_a_purpose(run: Run, coded: Path, tmp_path: Path) -> None:
    reel = tmp_path / "reel.wav"
    for session, why in (("V-0001", "is not recorded as given"), ("V-0002", "research only")):
        done = run("report", "reel", coded, "--session", session, "--out", reel)
        assert done.code == 1
        assert why in done.err
    assert not reel.exists()


def test_the_form_of_a_report_follows_the_file_name(run: Run, coded: Path, tmp_path: Path) -> None:
    word, page = tmp_path / "one.docx", tmp_path / "one.PDF"
    for file in (word, page):
        done = run("report", "worker", coded, "--session", "V-0001", "--out", file)
        assert done.code == 0, done.err

    assert word.read_bytes().startswith(b"PK")
    assert page.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("name", "form"), [("one.docx", "pdf"), ("one.pdf", "docx"), ("one.docx", "large_print")]
)
def test_a_report_is_not_written_under_the_suffix_of_another_form(
    run: Run, coded: Path, tmp_path: Path, name: str, form: str
) -> None:
    out = tmp_path / name
    done = run("report", "worker", coded, "--session", "V-0001", "--out", out, "--form", form)

    assert (done.code, done.out) == (2, "")
    assert form in done.err
    assert not out.exists()
