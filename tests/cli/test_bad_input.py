"""Bad input: every problem in one go, exit 1, and nothing of it in the study."""

from __future__ import annotations

import io
import json
import sys
import wave
from pathlib import Path

import pytest

from practicecoder.cli.main import main
from tests.cli.conftest import Done, Run

HEAD = "session_id,coder_id,item,value,na_reason\n"


def counts(run: Run, study: Path) -> dict[str, object]:
    return run("study", "info", study, "--json").json


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def filled(run: Run, study: Path, tmp_path: Path) -> Path:
    sheet = write(tmp_path / "first.csv", "session_id,worker_id\nA1,W1\nA2,W1\n")
    assert run("study", "add-sessions", study, sheet).code == 0
    return study


def assert_refused(done: Done, *fragments: str) -> None:
    assert done.code == 1
    assert done.out == ""
    for fragment in fragments:
        assert fragment in done.err


@pytest.mark.parametrize("head", [HEAD, "session_id,coder_id,empathy,autonomy\n"])
@pytest.mark.parametrize("suffix", [(), ("--json",)])
def test_a_ratings_table_without_rows_is_refused_in_a_sentence(
    run: Run, tmp_path: Path, head: str, suffix: tuple[str, ...]
) -> None:
    sheet = write(tmp_path / "ratings.csv", head)

    assert_refused(run("reliability", sheet, *suffix), "ratings.csv: The table has no rows.")


def test_no_report_is_made_of_a_ratings_table_without_rows(run: Run, tmp_path: Path) -> None:
    sheet, out = write(tmp_path / "ratings.csv", HEAD), tmp_path / "report.pdf"

    assert_refused(run("report", "reliability", sheet, "--out", out), "The table has no rows.")
    assert not out.exists()


def test_every_fault_of_a_ratings_sheet_is_listed_and_nothing_is_imported(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    before = counts(run, filled)
    sheet = write(
        tmp_path / "ratings.csv",
        HEAD
        + "A1,C1,empathy,6,\n"
        + "A1,C1,empaty,3,\n"
        + "A1,C1,autonomy,2,\n"
        + "A1,C1,autonomy,2,\n"
        + "A1,C1,child_focus,three,\n"
        + "A1,C1,evocation,,because\n"
        + "A1,C1,purposefulness,2.5,\n",
    )

    done = run("study", "import-ratings", filled, sheet)

    assert_refused(done, *(f"line {n}" for n in (2, 3, 5, 6, 7, 8)))
    assert "empathy" in done.err  # the near match for the misspelt id
    assert counts(run, filled) == before


def test_ratings_of_an_unknown_session_are_refused(run: Run, filled: Path, tmp_path: Path) -> None:
    before = counts(run, filled)
    sheet = write(
        tmp_path / "r.csv", HEAD + "A1,C1,empathy,3,\nB7,C1,empathy,3,\nB8,C1,empathy,3,\n"
    )

    assert_refused(run("study", "import-ratings", filled, sheet), "B7", "B8")
    assert counts(run, filled) == before


@pytest.mark.parametrize(
    ("content", "fragment"),
    [
        (b"session_id,item,value\nA1,empathy,3\n", "coder_id"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "no text"),
        (b"", "empty"),
        (b"session_id,coder_id,item,value,na_reason\nA1,C1,empathy\n", "line 2"),
    ],
)
def test_what_is_not_a_ratings_table_is_refused(
    run: Run, filled: Path, tmp_path: Path, content: bytes, fragment: str
) -> None:
    before = counts(run, filled)
    sheet = tmp_path / "odd.csv"
    sheet.write_bytes(content)

    assert_refused(run("study", "import-ratings", filled, sheet), fragment)
    assert counts(run, filled) == before


def test_a_second_import_of_the_same_ratings_overwrites_nothing(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    sheet = write(tmp_path / "r.csv", HEAD + "A1,C1,empathy,3,\n")
    assert run("study", "import-ratings", filled, sheet).code == 0
    before = counts(run, filled)

    assert_refused(run("study", "import-ratings", filled, sheet), "already coded")
    assert counts(run, filled) == before


def test_faulty_recordings_are_all_listed_and_no_session_is_added(
    run: Run, study: Path, tmp_path: Path
) -> None:
    write(tmp_path / "text.wav", "this is no sound\n" * 40)
    whole = tmp_path / "whole.wav"
    with wave.open(str(whole), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(b"\x10\x00\x20\x00" * 16_000)
    (tmp_path / "cut.wav").write_bytes(whole.read_bytes()[:20_000])
    sheet = write(
        tmp_path / "sheet.csv",
        "session_id,audio\nA1,text.wav\nA2,cut.wav\nA3,missing.wav\nA4,whole.wav\n",
    )
    before = counts(run, study)

    done = run("study", "add-sessions", study, sheet)

    assert_refused(done, "line 4")
    assert counts(run, study) == before
    assert not any((study / "audio").iterdir())
    sheet.write_text("session_id,audio\nA1,text.wav\nA2,cut.wav\nA4,whole.wav\n", encoding="utf-8")
    assert_refused(run("study", "add-sessions", study, sheet), "line 2", "line 3")
    assert counts(run, study) == before
    assert not any((study / "audio").iterdir())


def test_a_codebook_with_five_faults_lists_five_with_their_lines(run: Run, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "codebooks" / "swim7.toml").read_text(encoding="utf-8")
    broken = (
        text.replace('version = "1.0.0"', 'version = "1.0"', 1)
        .replace("anchor = 3", "anchor = 9", 1)
        .replace('abbr = "AUT"', 'abbr = "COL"', 1)
        .replace('fn = "mean"', 'fn = "median"', 1)
        .replace('group = "evocation"', 'group = "evocatoin"', 1)
    )
    faulty = write(tmp_path / "swim7.toml", broken)

    done = run("codebook", "check", faulty)

    assert_refused(done, "version", "anchor", "abbr", "care_engagement].fn", "evocatoin")
    assert len(done.err.strip().splitlines()) == 5
    assert all("line " in line for line in done.err.strip().splitlines())


def test_wrong_usage_is_exit_2_and_says_what_is_missing(run: Run) -> None:
    done = run("compare")

    assert done.code == 2
    assert "TABLE" in done.err or "--score" in done.err


def test_a_study_that_is_not_there_is_a_sentence(run: Run, tmp_path: Path) -> None:
    assert_refused(run("study", "info", tmp_path / "nothing"), "no study")


def test_a_misspelt_codebook_gets_the_near_match(run: Run, tmp_path: Path) -> None:
    done = run("study", "create", tmp_path / "s", "--codebook", "swin7", "--title", "T")

    assert_refused(done, "swim7")
    assert not (tmp_path / "s").exists()


def test_an_unknown_score_names_the_columns_there_are(run: Run) -> None:
    sessions = Path(__file__).parents[1] / "golden" / "fsh_sessions.csv"

    assert_refused(run("compare", sessions, "--score", "kindness"), "kindness", "good_authority")


def test_json_output_holds_one_document_and_nothing_else(run: Run, study: Path) -> None:
    done = run("study", "info", study, "--json")

    assert json.loads(done.out)["sessions"] == 0
    assert done.err == ""


GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("place", "fragment"),
    [("folder", "directory"), ("no/such/folder.csv", "No such"), ("file/below.csv", "directory")],
)
def test_a_result_that_cannot_be_written_is_a_sentence_and_leaves_nothing(
    run: Run, tmp_path: Path, place: str, fragment: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("kept", encoding="utf-8")

    done = run("score", GOLDEN / "fsh_long.csv", "--json", "--out", tmp_path / place)

    assert_refused(done, str(tmp_path / place), fragment)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


def test_a_place_that_the_computer_refuses_is_a_sentence(run: Run, tmp_path: Path) -> None:
    done = run("study", "create", tmp_path / ("n" * 300), "--codebook", "swim7", "--title", "T")

    assert_refused(done, "too long")
    assert "fault of its own" not in done.err


@pytest.mark.parametrize("place", ["no-study-here", "./folder", "folder", "notes.txt"])
def test_opening_what_is_no_study_is_a_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    write(tmp_path / "notes.txt", "no study")

    if place == "no-study-here":
        done = run(tmp_path / place)
        assert_refused(done, str(tmp_path / place), "no study")
    else:
        assert_refused(run(place), place.removeprefix("./"), "no study")


def test_a_misspelt_command_is_wrong_usage(run: Run) -> None:
    done = run("relability")

    assert done.code == 2
    assert "reliability" in done.err


@pytest.mark.parametrize("code", ["", "=cmd", "a\nb", "x" * 65])
def test_a_code_that_no_sheet_could_hold_is_refused(
    run: Run, study: Path, tmp_path: Path, code: str
) -> None:
    before = counts(run, study)

    assert_refused(run("study", "add-person", study, code, "--as", "L1"), "code")
    assert counts(run, study) == before
    other = tmp_path / "other"
    made = run("study", "create", other, "--codebook", "swim7", "--title", "T", "--lead", code)
    assert_refused(made, "code")
    assert not other.exists()


@pytest.mark.parametrize("title", ["two\nlines", "\x1b[31mred", "x" * 201])
def test_a_title_is_one_printable_line(run: Run, tmp_path: Path, title: str) -> None:
    made = run("study", "create", tmp_path / "s", "--codebook", "swim7", "--title", title)

    assert_refused(made, "title")
    assert not (tmp_path / "s").exists()


def test_a_waveform_that_was_not_written_is_not_said_to_be(run: Run, tmp_path: Path) -> None:
    visit = Path(__file__).parents[2] / "demonstration" / "audio" / "visit-5.ogg"

    done = run("audio", "peaks", visit, "--out", tmp_path)

    assert_refused(done, str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_study_is_not_read_with_another_codebook(run: Run, filled: Path) -> None:
    for command in ("score", "reliability"):
        done = run(command, filled, "--codebook", "miti-4.2.1")
        assert_refused(done, "swim7", "miti-4.2.1")
    assert_refused(
        run("compare", filled, "--score", "empathy", "--codebook", "miti-4.2.1"), "swim7"
    )
    assert run("score", filled, "--codebook", "swim7").code == 0


def test_output_survives_a_console_with_few_letters(
    monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    done = run("codebook", "show", "group-supervision")

    assert done.code == 0, done.err
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    assert run("score", GOLDEN / "fsh_long.csv", "--json").code == 0


def test_unknown_columns_hide_neither_values_nor_repeats(run: Run, tmp_path: Path) -> None:
    text = "session_id,coder_id,empathy,bogus\nS1,A,7,1\nS1,A,4,1\n"

    done = run("score", write(tmp_path / "wide.csv", text), "--json")

    assert_refused(done, "line 1, bogus", "line 2, empathy: 7", "line 3, empathy: The rating of")


def test_a_repeat_of_a_rating_that_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    text = f"{HEAD}S1,A,empathy,9,\nS1,A,empathy,3,\n"

    done = run("score", write(tmp_path / "ratings.csv", text))

    assert_refused(done, "line 2, value: 9", "line 3, item: The rating of this session")


def test_ratings_of_another_version_of_the_codebook_are_not_taken_for_this_one(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    text = (
        "session_id,coder_id,item,value,codebook_version\n"
        "A1,C1,empathy,3,9.9.9\nA2,C1,empathy,3,1.0.0\nA2,C2,empathy,3,0.1.0\n"
    )

    done = run("study", "import-ratings", filled, write(tmp_path / "ratings.csv", text))

    assert_refused(done, "line 2, codebook_version: ", "9.9.9", "line 4, ", "swim7 1.0.0")
    assert counts(run, filled)["codings"] == 0


def test_ratings_of_the_version_in_use_are_taken(run: Run, filled: Path, tmp_path: Path) -> None:
    text = "session_id,coder_id,empathy,codebook_version\nA1,C1,3,1.0.0\nA2,C1,3,\n"

    done = run("study", "import-ratings", filled, write(tmp_path / "ratings.csv", text))

    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--nosuch",), "No such option: --nosuch. Add"),
        (("publish", "x.csv", "--made-on", "2026-13-45"), "no day; write it like"),
        (("study", "office-date", "x", "O1", "--day", "1.2.20"), "no day; write it like"),
        (("study", "add-person", "x", "C1", "--role", "boss"), ": 'boss' is not one of"),
        (("reliability", "x.csv", "--events", "--tolerance-ms", "-5"), "or equal to 0. Add"),
    ],
)
def test_wrong_usage_is_told_in_whole_sentences(
    run: Run, arguments: tuple[str, ...], told: str
) -> None:
    done = run(*arguments)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert "Value error" not in done.err


def test_a_score_without_parts_is_input_at_fault(run: Run, tmp_path: Path) -> None:
    sheet = write(tmp_path / "sessions.csv", "session_id,empathy\nS1,3\nS2,4\n")

    done = run("consistency", sheet, "--score", "empathy")

    assert_refused(done, "empathy", "care_engagement, good_authority, mi_spirit")


@pytest.mark.parametrize("closed", ["stdout", "stderr"])
def test_output_that_nobody_reads_is_no_fault(
    monkeypatch: pytest.MonkeyPatch, closed: str
) -> None:
    monkeypatch.setattr(sys, closed, None)  # as after >&- and 2>&-

    assert main(["codebook", "list"], lambda _study: 1) == 0

    getattr(sys, closed).close()


def test_a_file_of_heads_that_is_not_there_is_input_at_fault(
    run: Run, study: Path, tmp_path: Path
) -> None:
    assert_refused(run("study", "check", study, "--heads", tmp_path / "none.txt"), "none.txt")


def test_every_unknown_session_is_named(run: Run, filled: Path) -> None:
    done = run(
        *("study", "consent", filled, "--session", "NO1", "--session", "A1", "--session", "NO2"),
        *("--as", "L1", "--given", "coding"),
    )

    assert_refused(done, "NO1", "NO2", "Nothing was recorded")


def test_who_may_export_is_told_in_full(run: Run, filled: Path, tmp_path: Path) -> None:
    done = run("export", filled, "--out", tmp_path / "package", "--as", "X9")

    assert_refused(done, "Only an analyst or a lead exports")


@pytest.mark.parametrize(
    "command",
    [("score", "--out"), ("reliability", "--out"), ("report", "reliability", "--csv")],
)
def test_results_are_not_written_over_what_they_come_from(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    text = f"{HEAD}S1,A,empathy,3,\nS1,B,empathy,4,\n"
    sheet = write(tmp_path / "ratings.csv", text)
    (tmp_path / "same.csv").hardlink_to(sheet)
    *words, option = command

    done = run(*words, sheet, option, tmp_path / "same.csv")

    assert (done.code, done.out) == (2, "")
    assert "is the file that is read" in done.err
    assert sheet.read_text(encoding="utf-8") == text
