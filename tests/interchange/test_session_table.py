from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from practicecoder.codebook.model import Codebook
from practicecoder.interchange.session_table import read_session_table

Written = Callable[..., Path]
Told = Callable[[Callable[[], object]], list[tuple[int | None, str | None, str]]]


def test_the_made_up_sessions_have_the_published_numbers(golden: Path, swim7: Codebook) -> None:
    frame = read_session_table(golden / "fsh_sessions.csv", swim7)
    assert frame.shape[0] == 104
    assert frame["care_engagement"].count() == 96
    assert frame["good_authority"].count() == 103
    assert frame["mi_spirit"].count() == 44
    assert frame.loc[0, "days_since_implementation"] == -91
    assert list(frame.columns[:5]) == [
        "session_id",
        "worker_id",
        "office_id",
        "phase",
        "days_since_implementation",
    ]
    assert frame["empathy"].dtype == np.float64


def test_scores_that_are_absent_are_computed(
    golden: Path, tmp_path: Path, swim7: Codebook
) -> None:
    stated = read_session_table(golden / "fsh_sessions.csv", swim7)
    source = pd.read_csv(golden / "fsh_sessions.csv", dtype=str)
    source.drop(columns=list(swim7.score_ids)).to_csv(tmp_path / "t.csv", index=False)
    computed = read_session_table(tmp_path / "t.csv", swim7)
    for score_id in swim7.score_ids:
        assert computed[score_id].isna().equals(stated[score_id].isna())
        assert np.allclose(
            computed[score_id], stated[score_id], equal_nan=True, rtol=0, atol=1e-12
        )


def test_scores_alone_are_enough(written: Written, swim7: Codebook) -> None:
    frame = read_session_table(written("session_id,phase,mi_spirit\nS1,pre,2.5\nS2,,\n"), swim7)
    assert frame.to_dict("list") == {
        "session_id": ["S1", "S2"],
        "phase": ["pre", None],
        "mi_spirit": [2.5, pytest.approx(float("nan"), nan_ok=True)],
    }


def test_blanks_stay_missing_and_reasons_are_kept(written: Written, swim7: Codebook) -> None:
    path = written(
        "session_id,collaboration,autonomy,evocation,evocation_na,mi_spirit\n"
        "S1,3,4,,no_behaviour_change,\nS2,3,4,,coders_differ,3.7\nS3,3,4,2,,\n"
    )
    frame = read_session_table(path, swim7)
    assert frame["evocation"].isna().tolist() == [True, True, False]
    assert frame["mi_spirit"].tolist()[1] == 3.7
    assert frame["mi_spirit"].isna().tolist() == [True, False, True]
    assert frame["evocation_na"].tolist() == ["no_behaviour_change", "coders_differ", None]


def test_scores_of_counts(written: Written, miti: Codebook) -> None:
    path = written("session_id,sr,cr,q\nS1,4,6,5\nS2,0,0,5\nS3,,,\n")
    frame = read_session_table(path, miti)
    assert frame["pct_cr"].tolist()[0] == 60.0
    assert frame["r_to_q"].tolist()[:2] == [2.0, 0.0]
    assert frame["pct_cr"].isna().tolist() == [False, True, True]
    assert "total_mia" not in frame.columns


def test_everything_wrong_at_once(written: Written, told: Told, swim7: Codebook) -> None:
    path = written(
        "session_id,phase,days_since_implementation,empathy,collaboration,autonomy,"
        "care_engagement\n"
        "S1,pre,-8,3,3,3,3\n"
        "S1,before,1.5,6,3,3,4\n"
        ",post,x,3,3,3,3.1\n"
        "S4,post,1,2,3,3,2.6666666\n"
        "S5,post,1,2,3,3,high\n"
    )
    assert told(lambda: read_session_table(path, swim7)) == [
        (3, "session_id", "The session stands in line 2 as well; each session has one row."),
        (3, "phase", "'before' is no phase. A phase is pre, post, transition."),
        (3, "days_since_implementation", "'1.5' is not a whole number."),
        (3, "empathy", "6 is not on the scale from 1 to 5."),
        (4, "session_id", "The code is missing."),
        (4, "days_since_implementation", "'x' is not a number."),
        (
            4,
            "care_engagement",
            (
                "The table says 3.1; its parts give 3. "
                "Correct the row, or leave the column out to have the score computed."
            ),
        ),
        (6, "care_engagement", "'high' is not a number."),
    ]


def test_headings(written: Written, told: Told, swim7: Codebook) -> None:
    path = written("session,empthy\nS1,3\n")
    assert told(lambda: read_session_table(path, swim7)) == [
        (1, "session_id", "There is no such column. Did you mean 'session'?"),
        (1, None, "The table has no dimension or score of the codebook swim7."),
        (
            1,
            None,
            (
                "There is no dimension, count or score 'empthy'. Did you mean 'empathy'? "
                "Else give the column another name."
            ),
        ),
    ]


def test_ratings_are_not_taken_for_sessions(written: Written, told: Told, swim7: Codebook) -> None:
    path = written("session_id,coder_id,item,value\nS1,A,empathy,3\n")
    ((_line, _key, sentence),) = told(lambda: read_session_table(path, swim7))
    assert sentence.startswith("This is a table of ratings")


def test_a_table_without_sessions(written: Written, told: Told, swim7: Codebook) -> None:
    path = written("session_id,empathy\n")
    assert told(lambda: read_session_table(path, swim7))[0][2] == "The table has no sessions."


def test_an_spss_table(tmp_path: Path, swim7: Codebook) -> None:
    frame = pd.DataFrame(
        {
            "session_id": ["S1", "S2"],
            "phase": [0.0, 1.0],
            "days_since_implementation": [-8.0, 5.0],
            "empathy": [2.5, -8.0],
        }
    )
    path = tmp_path / "t.sav"
    pyreadstat.write_sav(
        frame,
        path,
        missing_ranges={"empathy": [{"lo": -9, "hi": -6}]},
        variable_value_labels={"phase": {0: "pre", 1: "post"}},
    )
    read = read_session_table(path, swim7)
    assert read["phase"].tolist() == ["pre", "post"]
    assert read["days_since_implementation"].tolist() == [-8.0, 5.0]
    assert read["empathy"].isna().tolist() == [False, True]


def test_the_numbers_of_an_export_are_numbers(
    written: Written, told: Told, swim7: Codebook
) -> None:
    text = "session_id,empathy,n_coders,unblinded,phase_rule\nS1,3,2,0,as_entered\nS2,3,,,\n"
    frame = read_session_table(written(text), swim7)
    assert frame["n_coders"].tolist()[0] == 2.0
    assert frame["unblinded"].isna().tolist() == [False, True]
    assert frame["phase_rule"].tolist() == ["as_entered", None]
    text = "session_id,empathy,n_coders\nS1,3,two\n"
    assert told(lambda: read_session_table(written(text), swim7)) == [
        (2, "n_coders", "'two' is not a number.")
    ]
