"""The command that writes the reliability report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

RATINGS = Path(__file__).parents[1] / "golden" / "fsh_reliability_long.csv"


def test_every_form_of_a_table_of_ratings(run: Run, tmp_path: Path) -> None:
    out, docx, csv, methods = (tmp_path / f"r.{end}" for end in ("pdf", "docx", "csv", "txt"))

    done = run(
        *("report", "reliability", RATINGS, "--codebook", "swim7", "--out", out),
        *("--docx", docx, "--csv", csv, "--methods", methods, "--made-on", "2026-11-20"),
    )

    assert done.code == 0, done.err
    assert done.out.split() == [str(path) for path in (out, docx, csv, methods)]
    assert out.read_bytes().startswith(b"%PDF")
    assert docx.read_bytes().startswith(b"PK")


def test_the_same_day_makes_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("one.pdf", "two.pdf"):
        done = run(
            *("report", "reliability", RATINGS, "--out", tmp_path / name),
            *("--made-on", "2026-11-20"),
        )
        assert done.code == 0, done.err

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_numbers_are_those_of_the_statistics_command(run: Run) -> None:
    report = run("report", "reliability", RATINGS, "--json").json
    plain = run("reliability", RATINGS, "--json").json

    assert report.pop("files") == []
    assert report == plain


def test_a_study_without_double_codings_has_a_report(
    run: Run, study: Path, tmp_path: Path
) -> None:
    done = run("report", "reliability", study, "--out", tmp_path / "r.pdf")

    assert done.code == 0, done.err
    assert (tmp_path / "r.pdf").exists()


def test_nothing_wanted_is_refused(run: Run) -> None:
    done = run("report", "reliability", RATINGS)

    assert done.code == 2
    assert "--out" in done.err


def test_a_scope_of_a_table_is_refused(run: Run, tmp_path: Path) -> None:
    done = run("report", "reliability", RATINGS, "--coder", "C1", "--out", tmp_path / "r.pdf")

    assert done.code == 2
    assert "go with a study" in " ".join(done.err.split())
    assert not (tmp_path / "r.pdf").exists()


def test_unknown_bands_are_refused(run: Run, tmp_path: Path) -> None:
    done = run("report", "reliability", RATINGS, "--bands", "mine", "--out", tmp_path / "r.pdf")

    assert done.code == 2
    assert "cicchetti, koo-li" in done.err


def test_another_codebook_than_the_studys_is_refused(
    run: Run, study: Path, tmp_path: Path
) -> None:
    done = run(
        *("report", "reliability", study, "--codebook", "miti-4.2.1"),
        *("--out", tmp_path / "r.pdf"),
    )

    assert done.code == 1
    assert "Leave --codebook out" in done.err


@pytest.mark.parametrize(
    "choice",
    [
        ("--coder", "ZZ"),
        ("--codebook-version", "9.9.9"),
        ("--from", "2030-01-02", "--to", "2030-01-01"),
    ],
)
def test_a_choice_that_nothing_can_satisfy_is_refused(
    run: Run, study: Path, tmp_path: Path, choice: tuple[str, ...]
) -> None:
    out = tmp_path / "report.pdf"

    done = run("report", "reliability", study, "--out", out, *choice)

    assert (done.code, done.out) == (1, "")
    assert not out.exists()
