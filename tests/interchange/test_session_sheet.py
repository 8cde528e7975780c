from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from practicecoder.domain.sessions import Phase, Purpose
from practicecoder.interchange.session_sheet import SheetRow, read_session_sheet

Written = Callable[..., Path]
Told = Callable[[Callable[[], object]], list[tuple[int | None, str | None, str]]]


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """Folder of the sheet, with two recordings, and one beside the folder."""
    (tmp_path / "audio").mkdir()
    for name in ("one.wav", "audio/two.wav"):
        (tmp_path / name).write_bytes(b"RIFF")
    return tmp_path


def test_every_column_is_read(written: Written, recordings: Path) -> None:
    path = written(
        "session_id,worker_id,office_id,phase,days_since_implementation,session_date,"
        "implementation_date,session_type,worker_role,purpose,audio,coder_id\n"
        "S1,W1,North,Post,120,2015-11-03,06.07.2015,group,support worker,both,one.wav,A; B\n"
        "S2,W2,North,,,3.12.2015,,,,,audio\\two.wav,A\n"
        "S3,,,,,,,,,,,\n"
    )
    rows = read_session_sheet(path)
    assert rows[0] == SheetRow(
        line=2,
        session_id=rows[0].session_id,
        worker_id="W1",
        office_id="North",
        phase=Phase.POST,
        days_since_implementation=120,
        session_date=dt.date(2015, 11, 3),
        implementation_date=dt.date(2015, 7, 6),
        session_type="group",
        worker_role="support worker",
        purpose=Purpose.BOTH,
        audio=recordings / "one.wav",
        coder_ids=rows[0].coder_ids,
    )
    assert rows[0].session_id == "S1"
    assert rows[0].coder_ids == ("A", "B")
    assert rows[1].audio == recordings / "audio" / "two.wav"
    assert rows[2] == SheetRow(line=4, session_id=rows[2].session_id)


def test_an_office_has_its_date_in_every_row(written: Written) -> None:
    path = written("session_id,office_id,go_live_date\nS1,N,\nS2,N,2015-07-06\nS3,M,\n")
    assert [row.implementation_date for row in read_session_sheet(path)] == [
        dt.date(2015, 7, 6),
        dt.date(2015, 7, 6),
        None,
    ]


def test_other_columns_are_left_alone(golden: Path) -> None:
    rows = read_session_sheet(golden / "fsh_sessions.csv")
    assert len(rows) == 104
    assert rows[0].office_id == "Office 1"
    assert rows[0].days_since_implementation == -91


def test_everything_wrong_at_once(written: Written, told: Told, recordings: Path) -> None:
    (recordings / "sheets").mkdir()
    path = written(
        "session_id,office_id,phase,days_since_implementation,session_date,implementation_date,"
        "go_live_date,purpose,audio,coder_id,worker_role\n"
        ",N,,,,2015-07-06,,,,,\n"
        "S1,N,before,x,2015-13-01,2015-07-07,,,../one.wav,,\n"
        "S1,M,pst,1.5,11/03/2015,2015-07-06,2015-07-08,reserch,two.wav,A;A,\n"
        "S2,N,,5,2015-07-06,,,feedback,/one.wav,=A,\n"
        "S3,N,,99999,,,,,C:/one.wav,,\n"
        f"S4,N,,,,,,,audio,,{'x' * 81}\n"
        "S5,N,,,,,,,../one.wav,,\n"
        "S6,N,,,,,,,two.wav,,\n",
        "sheets/sheet.csv",
    )
    (recordings / "sheets" / "two.wav").write_bytes(b"RIFF")
    below = "The recording must be named relative to the sheet and lie below its folder."
    assert told(lambda: read_session_sheet(path)) == [
        (2, "session_id", "The code is missing."),
        (3, "phase", "'before' is no phase. A phase is pre, post, transition."),
        (3, "days_since_implementation", "'x' is not a number."),
        (3, "session_date", "There is no day '2015-13-01'."),
        (3, "audio", below),
        (3, "implementation_date", "Line 2 gives this office another implementation date."),
        (4, "phase", "'pst' is no phase. Did you mean 'post'?"),
        (4, "days_since_implementation", "'1.5' is not a whole number."),
        (
            4,
            "session_date",
            "'11/03/2015' is not a date; write it as 2015-11-03 or 03.11.2015 (day first).",
        ),
        (4, "go_live_date", "implementation_date and go_live_date name different days."),
        (4, "purpose", "'reserch' is no purpose. Did you mean 'research'?"),
        (4, "coder_id", "A coder is named twice."),
        (4, "session_id", "The session stands in line 3 as well."),
        (5, "purpose", "'feedback' is no purpose. A purpose is research, supervision, both."),
        (5, "audio", below),
        (5, "coder_id", "A code may not begin with =."),
        (5, "days_since_implementation", "The row says 5 days; its dates are 0 days apart."),
        (6, "days_since_implementation", "99999 days are more than a hundred years."),
        (6, "audio", below),
        (7, "worker_role", "The text is longer than 80 characters or not printable."),
        (7, "audio", "There is no such recording beside or below the sheet."),
        (8, "audio", below),
        (9, "audio", "The recording stands in line 4 as well."),
    ]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, written: Written, told: Told) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    (tmp_path / "secret.wav").write_bytes(b"RIFF")
    (folder / "inside.wav").symlink_to(tmp_path / "secret.wav")
    path = written("session_id,audio\nS1,inside.wav\n", "sheets/sheet.csv")
    ((line, key, sentence),) = told(lambda: read_session_sheet(path))
    assert (line, key) == (2, "audio")
    assert "a link that leads out" in sentence


def test_a_name_that_no_file_can_have(written: Written, told: Told) -> None:
    path = written(f"session_id,audio\nS1,{'x' * 5000}\n")
    assert "cannot be used" in told(lambda: read_session_sheet(path))[0][2]


def test_headings(written: Written, told: Told) -> None:
    path = written("session,worker\nS1,W1\n")
    assert told(lambda: read_session_sheet(path)) == [
        (1, "session_id", "There is no such column. Did you mean 'session'?"),
        (
            1,
            None,
            "There is no column 'session'. Did you mean 'session_id'? Else give it another name.",
        ),
        (
            1,
            None,
            "There is no column 'worker'. Did you mean 'worker_id'? Else give it another name.",
        ),
    ]


def test_a_sheet_without_sessions(written: Written, told: Told) -> None:
    path = written("session_id\n")
    assert told(lambda: read_session_sheet(path)) == [(None, None, "The sheet has no sessions.")]


def test_the_words_of_an_spss_file_count_for_the_phase(tmp_path: Path) -> None:
    path = tmp_path / "sheet.sav"
    frame = pd.DataFrame(
        {
            "session_id": ["S1", "S2"],
            "phase": [0.0, 1.0],
            "session_date": [dt.date(2015, 7, 6)] * 2,
        }
    )
    labels: dict[str, dict[int | float, str]] = {"phase": {0: "Pre", 1: "Post"}}
    pyreadstat.write_sav(frame, path, variable_value_labels=labels)
    rows = read_session_sheet(path)
    assert [row.phase for row in rows] == [Phase.PRE, Phase.POST]
    assert rows[0].session_date == dt.date(2015, 7, 6)
