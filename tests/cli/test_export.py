"""The analysis package by command: formats, profile, purpose, and the register."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from tests.builders import a_laboratory
from tests.cli.conftest import Run


def a_folder(tmp_path: Path) -> Path:
    a_laboratory(tmp_path / "lab", n_sessions=12).close()
    return tmp_path / "lab"


def test_a_package_in_several_formats_is_entered_in_the_register(run: Run, tmp_path: Path) -> None:
    study = a_folder(tmp_path)
    nothing = run("study", "exports", study)
    assert nothing.out.strip() == "Nothing was exported."

    done = run(
        *("export", study, "--out", tmp_path / "p", "--formats", "csv,sav,dta,xlsx"),
        *("--purpose", "a made-up paper", "--as", "L1", "--only-data"),
    )

    assert done.code == 0, done.err
    assert str(tmp_path / "p" / "data" / "sessions.sav") in done.out.splitlines()
    assert not (tmp_path / "p" / "analysis").exists()
    (entry,) = cast(
        "list[dict[str, Any]]", run("study", "exports", study, "--json").json["exports"]
    )
    assert (entry["by"], entry["purpose"], entry["profile"]) == ("L1", "a made-up paper", "team")
    assert entry["rows"]["sessions"] == 12
    assert "a made-up paper" in run("study", "exports", study).out


def test_what_cannot_be_written_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    study = a_folder(tmp_path)

    unknown = run("export", study, "--out", tmp_path / "p", "--formats", "ods")
    assert unknown.code == 1
    assert "There is no format ods" in unknown.err

    outside = run("export", study, "--out", tmp_path / "p", "--profile", "outside")
    assert outside.code == 1
    assert "fewer than 10 different workers" in outside.err

    assert run("export", study, "--out", tmp_path / "p", "--profile", "all").code == 2
    assert not (tmp_path / "p").exists()


def test_a_coder_exports_nothing(run: Run, tmp_path: Path) -> None:
    study, out = a_folder(tmp_path), tmp_path / "p"

    for code in ("A", "nobody"):
        refused = run("export", study, "--out", out, "--only-data", "--as", code)
        assert refused.code == 1
        assert "Only an analyst or a lead exports everybody's ratings" in refused.err
        assert len(refused.err.strip().splitlines()) == 1
        assert not out.exists()
    assert run("study", "exports", study, "--json").json == {"exports": []}
    assert run("export", study, "--out", out, "--only-data", "--as", "N1").code == 0
