"""Studies by command: made, filled, asked, checked."""

from __future__ import annotations

from pathlib import Path

from practicecoder.services.studies import open_study
from tests.cli.conftest import Run


def test_a_new_study_is_sound_and_empty(run: Run, study: Path) -> None:
    assert run("study", "check", study).code == 0
    found = run("study", "info", study, "--json").json
    assert found["sessions"] == 0
    assert found["codebook"]["id"] == "swim7"  # type: ignore[index]  # JSON of our own


def test_a_study_is_not_made_over_something_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("kept", encoding="utf-8")

    done = run("study", "create", tmp_path, "--codebook", "swim7", "--title", "T")

    assert done.code == 1
    assert "not empty" in done.err
    assert (tmp_path / "there.txt").read_text(encoding="utf-8") == "kept"


def test_people_are_added_by_code_and_role(run: Run, study: Path) -> None:
    assert run("study", "add-person", study, "S1", "--role", "supervisor", "--as", "L1").code == 0

    again = run("study", "add-person", study, "S1", "--as", "L1")
    assert again.code == 1
    assert "taken" in again.err
    services = open_study(study, read_only=True)
    roles = {c.coder_id: sorted(c.roles) for c in services.people.coders()}
    services.close()
    assert roles == {"L1": ["lead"], "S1": ["supervisor"]}


def test_a_study_with_a_damaged_recording_does_not_pass_the_check(
    run: Run, demonstration: Path
) -> None:
    assert run("study", "check", demonstration).code == 0
    recording = next((demonstration / "audio").iterdir())
    recording.chmod(0o644)
    content = bytearray(recording.read_bytes())
    content[1000] ^= 1
    recording.write_bytes(content)

    done = run("study", "check", demonstration)

    assert done.code == 1
    assert len(done.err.strip().splitlines()) == 1


def test_recordings_are_described_and_drawn(run: Run, tmp_path: Path) -> None:
    visit = Path(__file__).parents[2] / "demonstration" / "audio" / "visit-5.ogg"

    found = run("audio", "info", visit, "--json").json
    assert found["channels"] == 1
    assert 344_000 < int(str(found["duration_ms"])) < 346_000
    peaks = tmp_path / "peaks"
    assert run("audio", "peaks", visit, "--out", peaks).code == 0
    assert peaks.stat().st_size > 10_000


def test_a_study_that_cannot_be_made_says_so_and_speaks_of_no_earlier_work(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    place = tmp_path / "file" / "study"

    done = run("study", "create", place, "--codebook", "swim7", "--title", "T")

    assert done.code == 1
    assert "No study was made" in done.err
    assert "Everything saved" not in done.err
