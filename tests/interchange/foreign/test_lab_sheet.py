"""A lab's own sheet is understood by what stands in it; what an odd cell means is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.errors import ImportedDataError
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.interchange.foreign.lab_sheet import (
    NO_SHEET_HINTS,
    SheetHints,
    read_lab_sheet,
)
from practicecoder.interchange.foreign.values import CodedRecording, ForeignData
from tests.interchange.foreign.conftest import FORMATS

REASON = "no_behaviour_change"
A = {"collaboration": "3", "autonomy": "2", "empathy": "3", "purposefulness": "3"}
A |= {"clarity": "4", "child_focus": "4", "evocation": REASON}
B = A | {"autonomy": "3", "empathy": "2", "child_focus": "3"}
SHORT = {"collaboration": "collab", "autonomy": "autono", "evocation": "evocat"}
SHORT |= {"empathy": "empath", "purposefulness": "purpos", "clarity": "clarit"}
SHORT |= {"child_focus": "child"}


def given(one: CodedRecording) -> dict[str, str]:
    return {rating.item: rating.value or rating.reason for rating in one.ratings}


def read(tmp_path: Path, text: str, hints: SheetHints = NO_SHEET_HINTS) -> ForeignData:
    path = tmp_path / "sheet.csv"
    path.write_text(text)
    return read_lab_sheet(path, hints)


def told(data: ForeignData) -> list[str]:
    return [problem.sentence() for problem in data.problems]


def test_long_sheet() -> None:
    data = read_lab_sheet(FORMATS / "lab_long.csv", SheetHints(missing={"NA": REASON}))
    assert data.format is ForeignFormat.SHEET
    assert [(one.session, one.coder) for one in data.recordings] == [
        ("HF-0042", "A"),
        ("HF-0042", "B"),
    ]
    assert [given(one) for one in data.recordings] == [A, B]
    assert data.recordings[0].attributes["office"] == "North"
    assert not data.problems


def test_wide_sheet() -> None:
    data = read_lab_sheet(FORMATS / "lab_wide_spss.csv", SheetHints(missing={"-99": REASON}))
    assert data.coders == ("C1", "C2")
    expected = [{SHORT[item]: value for item, value in one.items()} for one in (A, B)]
    assert [given(one) for one in data.recordings] == expected
    assert data.recordings[0].attributes["VisitDate"] == "03.11.2015"


def test_redcap_with_its_dictionary() -> None:
    hints = SheetHints(dictionary=FORMATS / "redcap_data_dictionary.csv", hidden_reason=REASON)
    data = read_lab_sheet(FORMATS / "redcap_double_entry_export.csv", hints)
    assert data.format is ForeignFormat.REDCAP
    assert data.coders == ("A", "B")
    assert [given(one) for one in data.recordings] == [A, B]
    assert data.recordings[0].attributes["bc_discussed"] == "0"


@pytest.mark.parametrize(("name", "text"), [("lab_long.csv", "NA"), ("lab_wide_spss.csv", "-99")])
def test_what_may_mean_missing_is_asked(name: str, text: str) -> None:
    found = told(read_lab_sheet(FORMATS / name))
    assert found
    assert all(f"'{text}' stands in" in sentence for sentence in found)
    answered = read_lab_sheet(FORMATS / name, SheetHints(missing={text: ""}))
    assert not answered.problems


def test_blank_is_not_yet_rated_and_told(tmp_path: Path) -> None:
    data = read(tmp_path, "session,coder,empathy\nS1,A,3\nS2,A,\n")
    rating = data.recordings[1].ratings[0]
    assert (rating.value, rating.reason) == (None, "")
    assert "'empathy' is blank in 1 row: not yet rated." in data.notices
    other = read(
        tmp_path, "session,coder,empathy\nS1,A,3\nS2,A,\n", SheetHints(missing={"": "too_short"})
    )
    assert other.recordings[1].ratings[0].reason == "too_short"


def test_reasons_may_stand_in_columns_of_their_own(tmp_path: Path) -> None:
    text = "session_id,coder_id,empathy,empathy_na\nS1,A,3,\nS2,A,,too_short\nS3,A,3,too_short\n"
    data = read(tmp_path, text)
    assert [given(one) for one in data.recordings][:2] == [
        {"empathy": "3"},
        {"empathy": "too_short"},
    ]
    assert told(data) == [
        "sheet.csv, line 4, empathy: The cell has a value, and a reason is given beside it."
    ]
    assert not any("details" in notice for notice in data.notices)


@pytest.mark.parametrize("text", ["NA", "n/a", ".", "-", "99", "999", "-99", "high"])
def test_cells_that_are_no_plain_numbers_are_problems(tmp_path: Path, text: str) -> None:
    data = read(
        tmp_path,
        f"session,coder,empathy\nS1,A,3\nS2,A,{text}\nS3,A,{text}\n",
        SheetHints(items=("empathy",)),
    )
    (sentence,) = told(data)
    assert f"line 3, empathy: '{text}' stands in 2 rows" in sentence


@pytest.mark.parametrize(
    "heading",
    [
        "empathy_C1,empathy_C2,trust_C1,trust_C2",
        "empathy_1,empathy_2,trust_1,trust_2",
        "empathy_Coder1,empathy_Coder2,trust_Coder1,trust_Coder2",
        "empathy.R1,empathy.R2,trust.R1,trust.R2",
        "A_empathy,B_empathy,A_trust,B_trust",
    ],
)
def test_coders_stand_behind_or_before_columns(tmp_path: Path, heading: str) -> None:
    data = read(tmp_path, f"SessionID,{heading}\nS1,1,2,3,4\n")
    assert [given(one) for one in data.recordings] == [
        {"empathy": "1", "trust": "3"},
        {"empathy": "2", "trust": "4"},
    ]


def test_agreed_columns_are_a_coder_apart(tmp_path: Path) -> None:
    text = "session_id,empathy_C1,empathy_C2,empathy_Final\nS1,1,3,2\n"
    data = read(tmp_path, text)
    assert data.coders == ("C1", "C2", "consensus")
    assert any("agreed on" in notice for notice in data.notices)


def test_a_coder_without_ratings_of_a_session_did_not_code_it(tmp_path: Path) -> None:
    text = "session_id,empathy_C1,empathy_C2\nS1,1,3\nS2,2,\n"
    found = [(one.session, one.coder) for one in read(tmp_path, text).recordings]
    assert found == [("S1", "C1"), ("S1", "C2"), ("S2", "C1")]


def test_redcap_records_without_a_mark_are_agreed(tmp_path: Path) -> None:
    text = "record_id,empathy,form_complete\nS1--1,3,2\nS1--2,4,1\nS1,4,2\n"
    data = read(tmp_path, text)
    assert data.coders == ("1", "2", "consensus")
    assert "Ratings in 1 row are drafts: REDCap's form is open." in data.notices


def test_decimal_commas_are_points(tmp_path: Path) -> None:
    data = read(tmp_path, "session;coder;empathy\nS1;A;2,5\n", SheetHints(items=("empathy",)))
    assert given(data.recordings[0]) == {"empathy": "2.5"}


def test_ids_stay_texts(tmp_path: Path) -> None:
    data = read(tmp_path, "session,coder,empathy\n007,1E3,3\n")
    assert [(one.session, one.coder) for one in data.recordings] == [("007", "1E3")]


def test_repeats_are_problems(tmp_path: Path) -> None:
    data = read(tmp_path, "session,coder,empathy\nS1,A,3\nS1,A,3\n,A,3\n")
    found = told(data)
    assert "line 3: Session 'S1' and its coder stand in line 2 as well" in found[0]
    assert "The session is missing." in found[1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("worker,coder,empathy\nW,A,3\n", "No column names the session"),
        ("session,coder,note\nS1,A,well\n", "No column holds ratings"),
    ],
)
def test_sheets_that_tell_too_little_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ImportedDataError, match=sentence):
        read(tmp_path, text)


def test_branching_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dictionary.csv"
    text = (FORMATS / "redcap_data_dictionary.csv").read_text()
    path.write_text(text.replace("[bc_discussed]='1'", "[a]='1' and [b]='2'"))
    with pytest.raises(ImportedDataError, match="Only branching of the form"):
        read_lab_sheet(FORMATS / "redcap_double_entry_export.csv", SheetHints(dictionary=path))
    with pytest.raises(ImportedDataError, match="no data dictionary"):
        read_lab_sheet(
            FORMATS / "redcap_double_entry_export.csv",
            SheetHints(dictionary=FORMATS / "lab_long.csv"),
        )
