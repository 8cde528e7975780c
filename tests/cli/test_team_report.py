"""The command that writes the team report."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from practicecoder.domain.feedback import Supervision
from practicecoder.domain.ids import CoderId, WorkerId
from practicecoder.domain.people import Coder, Role
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

DAY = ("--made-on", "2026-11-20")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five workers with a visit each, the first under a supervisor."""
    folder = tmp_path_factory.mktemp("team") / "study"
    services = a_study(folder, title="Made-up study")
    sue = CoderId("SUE")
    add_people(
        services, Coder(coder_id=ANNA), Coder(coder_id=sue, roles=frozenset({Role.SUPERVISOR}))
    )
    for number in range(1, 6):
        session = a_session(
            number,
            worker_id=WorkerId(f"W-{number:03d}"),
            session_date=date(2026, 3, number),
            recording=None,
        )
        add_sessions(services, session)
        ratings = ratings_of(services.codebook, [number] * 7)
        add_coding(services, session.session_id, ANNA, ratings)
    with services.context.store.transaction() as unit:
        unit.supervisions.add(Supervision(worker_id=WorkerId("W-001"), supervisor_id=sue))
    services.close()
    return folder


def test_pages_and_word_are_written_and_named(run: Run, team: Path, tmp_path: Path) -> None:
    pdf = run("report", "team", team, "--out", tmp_path / "t.pdf", *DAY)
    word = run("report", "team", team, "--out", tmp_path / "t.docx", *DAY)

    assert (pdf.code, word.code) == (0, 0), pdf.err + word.err
    assert pdf.out.strip() == str(tmp_path / "t.pdf")
    assert (tmp_path / "t.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "t.docx").read_bytes().startswith(b"PK")


def test_a_folder_gets_the_neutral_name(run: Run, team: Path, tmp_path: Path) -> None:
    done = run("report", "team", team, "--out", tmp_path, "--senior", *DAY)

    assert done.code == 0, done.err
    assert [path.name for path in tmp_path.iterdir()] == ["team-senior_2026-11-20.pdf"]


def test_the_same_day_makes_the_same_bytes(run: Run, team: Path, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        scope = ("--supervisor", "SUE", "--from", "2026-03-01", "--to", "2026-03-31")
        assert run("report", "team", team, "--out", tmp_path / name, *scope, *DAY).code == 0

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--office", "Nowhere"), "no office Nowhere"),
        (("--supervisor", "NOBODY"), "no person NOBODY"),
        (("--from", "2030-01-01"), "No session of this team"),
        (("--senior", "--outside"), "at least 10 workers"),
        (("--senior", "--supervisor", "SUE"), "at least 5 workers"),
    ],
)
def test_what_cannot_be_had_is_one_sentence(
    run: Run, team: Path, tmp_path: Path, options: tuple[str, ...], why: str
) -> None:
    done = run("report", "team", team, "--out", tmp_path / "t.pdf", *options)

    assert done.code == 1
    assert why in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_the_numbers_of_the_pages_are_those_of_json(run: Run, team: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "t.pdf"
    found = run("report", "team", team, "--out", pdf, "--json", *DAY).json

    measures = found["measures"]
    assert isinstance(measures, list)
    care = measures[0]
    assert care["mean"]["value"] == 3.0
    assert found["files"] == [str(pdf)]
    told = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    low, high = (f"{max(1.0, min(5.0, care['mean'][end])):.1f}" for end in ("ci_low", "ci_high"))
    text = " ".join(told.stdout.split())
    assert f"averaged 3.0 (95% CI {low} to {high})" in text
    assert f"In {care['n_sessions']} visits by {care['mean']['n']} workers" in text


def test_json_alone_writes_nothing(run: Run, team: Path) -> None:
    found = run("report", "team", team, "--json", "--senior").json

    assert found["files"] == []
    assert found["threshold"] == 5
    assert "W-001" not in str(found)


def test_nothing_wanted_is_refused(run: Run, team: Path) -> None:
    done = run("report", "team", team)

    assert done.code == 2
    assert "--out or --json" in done.err


def test_outside_goes_with_senior(run: Run, team: Path, tmp_path: Path) -> None:
    done = run("report", "team", team, "--out", tmp_path / "t.pdf", "--outside")

    assert done.code == 2
    assert "--senior" in done.err


def test_a_place_that_cannot_be_written_is_told(run: Run, team: Path, tmp_path: Path) -> None:
    done = run("report", "team", team, "--out", tmp_path / "missing" / "t.pdf")

    assert done.code == 1
    assert "could not be written" in done.err
