from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating, RatingState
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.tables import read_ratings

Written = Callable[..., Path]
Told = Callable[[Callable[[], object]], list[tuple[int | None, str | None, str]]]

HEAD = "session_id,coder_id,item,value,na_reason\n"


def item(session: str, coder: str, name: str, rating: Rating) -> ItemRating:
    return ItemRating(
        session_id=SessionId(session), coder_id=CoderId(coder), item=name, rating=rating
    )


def test_long_ratings_in_three_states(written: Written, swim7: Codebook) -> None:
    path = written(
        HEAD + "S1,A,empathy,4,\nS1,A,evocation,,no_behaviour_change\nS1,A,autonomy,,\n"
    )
    assert read_ratings(path, swim7) == (
        item("S1", "A", "empathy", Rating.rated(4)),
        item("S1", "A", "evocation", Rating.not_applicable("no_behaviour_change")),
        item("S1", "A", "autonomy", Rating()),
    )


def test_wide_ratings_say_the_same(written: Written, swim7: Codebook) -> None:
    path = written(
        "session_id,coder_id,evocation,empathy,autonomy,evocation_na\n"
        "S1,A,,4,,no_behaviour_change\n"
    )
    assert read_ratings(path, swim7) == (
        item("S1", "A", "autonomy", Rating()),
        item("S1", "A", "empathy", Rating.rated(4)),
        item("S1", "A", "evocation", Rating.not_applicable("no_behaviour_change")),
    )


def test_codes_stay_texts(written: Written, swim7: Codebook) -> None:
    (rating,) = read_ratings(written(HEAD + "007,1e3,empathy,4,\n"), swim7)
    assert (rating.session_id, rating.coder_id) == ("007", "1e3")


def test_counts_have_no_upper_end(written: Written, miti: Codebook) -> None:
    path = written(HEAD + "S1,A,q,250,\nS1,A,sr,0,\nS1,A,cr,,inaudible\n")
    assert [rating.rating for rating in read_ratings(path, miti)] == [
        Rating.rated(250),
        Rating.rated(0),
        Rating.not_applicable("inaudible"),
    ]


def test_the_flag_unsure_is_kept(written: Written, swim7: Codebook) -> None:
    path = written(
        HEAD.strip() + ",codebook_version,early,unsure\nS1,A,empathy,4,,1.0.0,,1\n"
        "S1,A,autonomy,4,,1.0.0,,0\n"
    )
    assert [rating.rating.unsure for rating in read_ratings(path, swim7)] == [True, False]


def test_everything_wrong_with_a_long_table_at_once(
    written: Written, told: Told, swim7: Codebook
) -> None:
    path = written(
        HEAD
        + "S1,A,empaty,4,\n"
        + "S1,A,empathy,6,\n"
        + "S1,A,autonomy,high,\n"
        + "S1,A,collaboration,2.5,\n"
        + "S1,A,evocation,,no_behavior_change\n"
        + "S1,A,child_focus,,no_behaviour_change\n"
        + "S1,A,purposefulness,3,inaudible\n"
        + "S1,A,clarity_about_concerns,3,\n"
        + "S1,A,clarity_about_concerns,3,\n"
        + ",A,empathy,3,\n"
        + "S1,,empathy,3,\n"
        + "S1,A,mi_spirit,3,\n"
        + "S1,A,,3,\n"
        + "S1,B,empathy,NA,\n"
        + "S1,B,autonomy,0,\n"
    )
    assert told(lambda: read_ratings(path, swim7)) == [
        (2, "item", "There is no dimension or count 'empaty'. Did you mean 'empathy'?"),
        (3, "value", "6 is not on the scale from 1 to 5."),
        (4, "value", "'high' is not a number."),
        (5, "value", "2.5 is no level of the scale; coders give whole levels."),
        (
            6,
            "na_reason",
            "There is no reason 'no_behavior_change'. Did you mean 'no_behaviour_change'?",
        ),
        (7, "na_reason", "The reason no_behaviour_change may not be given on child_focus."),
        (8, "value", "The cell has a value, and a reason is given beside it."),
        (10, "item", "The rating of this session, coder and item stands in line 9 as well."),
        (11, "session_id", "The code is missing."),
        (12, "coder_id", "The code is missing."),
        (13, "item", "'mi_spirit' is a score; scores are computed from ratings."),
        (14, "item", "The item is missing."),
        (15, "value", "'NA' is not a number. Leave a missing value blank."),
        (16, "value", "0 is not on the scale from 1 to 5."),
    ]


def test_everything_wrong_with_a_wide_table_at_once(
    written: Written, told: Told, swim7: Codebook
) -> None:
    path = written(
        "session_id,coder_id,empathy,autonomy,empathy_na,unsure\n"
        "S1,A,6,x,,\n"
        "S1,B,3,3,inaudible,\n"
        "S1,C,3,3,,\n"
        "S1,C,4,3,,\n"
        "=S2,C,4,3,,\n"
        "S3,C,4,3,,maybe\n"
    )
    assert told(lambda: read_ratings(path, swim7)) == [
        (2, "autonomy", "'x' is not a number."),
        (2, "empathy", "6 is not on the scale from 1 to 5."),
        (3, "empathy", "The cell has a value, and a reason is given beside it."),
        (5, "autonomy", "The rating of this session, coder and item stands in line 4 as well."),
        (5, "empathy", "The rating of this session, coder and item stands in line 4 as well."),
        (6, "session_id", "A code may not begin with =."),
        (7, "unsure", "The column unsure holds 0 or 1."),
        (7, "unsure", "The column unsure holds 0 or 1."),
    ]


def test_counts_below_zero_or_between_whole_numbers(
    written: Written, told: Told, miti: Codebook
) -> None:
    path = written(HEAD + "S1,A,q,-1,\nS1,A,sr,1.5,\n")
    assert [sentence for _line, _key, sentence in told(lambda: read_ratings(path, miti))] == [
        "'-1' is no count: it is below 0.",
        "'1.5' is no count: it is not whole.",
    ]


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("session_id,coder_id,item,score", [("score", "no column"), ("value", "no such column")]),
        ("session,coder_id,item,value", [("session", "session_id"), ("session_id", "'session'")]),
        ("session_id,coder_id,empthy", [("empthy", "'empathy'"), (None, "neither")]),
        ("session_id,empathy", [("coder_id", "no such column")]),
        (
            "a,b",
            [
                ("a", "Take"),
                ("b", "Take"),
                ("session_id", "no such"),
                ("coder_id", "no such"),
                (None, "neither the columns item and value nor"),
            ],
        ),
    ],
)
def test_headings(
    written: Written,
    told: Told,
    swim7: Codebook,
    heading: str,
    expected: list[tuple[str | None, str]],
) -> None:
    row = ",".join("1" for _ in heading.split(","))
    problems = told(lambda: read_ratings(written(f"{heading}\n{row}\n"), swim7))
    assert len(problems) == len(expected), problems
    for key, piece in expected:
        assert any(
            found_key == key and piece in sentence for _line, found_key, sentence in problems
        ), (key, piece, problems)


def test_final_values_may_be_halves_if_allowed(
    written: Written, told: Told, swim7: Codebook
) -> None:
    path = written(
        "session_id,empathy,empathy_na,evocation,evocation_na\nS1,2.5,,,coders_differ\n"
    )
    assert read_ratings(path, swim7, finals_allowed=True) == (
        item("S1", "final", "empathy", Rating.rated(2.5)),
        item("S1", "final", "evocation", Rating.not_applicable("coders_differ")),
    )
    assert told(lambda: read_ratings(path, swim7)) == [(1, "coder_id", "There is no such column.")]


def test_a_semicolon_file_may_have_decimal_commas(written: Written, swim7: Codebook) -> None:
    path = written("session_id;coder_id;empathy\nS1;A;2,5\n")
    assert read_ratings(path, swim7, finals_allowed=True)[0].rating.value == 2.5


def test_an_empty_table_has_no_ratings(written: Written, swim7: Codebook) -> None:
    assert read_ratings(written(HEAD), swim7) == ()


def test_other_formats_give_the_same_ratings(
    golden: Path, tmp_path: Path, swim7: Codebook
) -> None:
    source = golden / "fsh_reliability_long.csv"
    expected = read_ratings(source, swim7)
    with source.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    for number, row in enumerate(rows):
        page.append([int(c) if number and at == 3 and c else c for at, c in enumerate(row)])
    book.save(tmp_path / "t.xlsx")
    frame = pd.DataFrame(rows[1:], columns=rows[0])
    frame["value"] = pd.to_numeric(frame["value"])
    frame.to_parquet(tmp_path / "t.parquet")
    pyreadstat.write_sav(frame, tmp_path / "t.sav")
    assert len(expected) == 588
    for suffix in ("xlsx", "parquet", "sav"):
        assert read_ratings(tmp_path / f"t.{suffix}", swim7) == expected, suffix


def test_user_missing_codes_of_spss_become_reasons(
    tmp_path: Path, told: Told, swim7: Codebook
) -> None:
    path = tmp_path / "t.sav"
    frame = pd.DataFrame(
        {
            "session_id": ["S1", "S2", "S3"],
            "coder_id": ["A", "A", "A"],
            "empathy": [4.0, -8.0, -6.0],
            "evocation": [-9.0, None, 2.0],
        }
    )
    pyreadstat.write_sav(frame, path, missing_ranges={"empathy": [{"lo": -9, "hi": -6}]})
    assert [rating.rating for rating in read_ratings(path, swim7)] == [
        Rating.rated(4),
        Rating.not_applicable("no_behaviour_change"),
        Rating.not_applicable("inaudible"),
        Rating(),
        Rating.not_applicable("not_rated"),
        Rating.rated(2),
    ]
    frame["empathy"] = [99.0, -9.0, 3.0]
    pyreadstat.write_sav(frame, path, missing_ranges={"empathy": [99, 3]})
    assert told(lambda: read_ratings(path, swim7)) == [
        (1, "empathy", "99 is declared as missing, and no reason of the codebook has this code."),
        (2, "empathy", "The reason no_behaviour_change may not be given on empathy."),
        (3, "empathy", "3 is declared as missing, and no reason of the codebook has this code."),
    ]


def test_a_number_for_a_reason_is_no_value_elsewhere(
    written: Written, told: Told, swim7: Codebook
) -> None:
    problems = told(lambda: read_ratings(written(HEAD + "S1,A,empathy,-8,\n"), swim7))
    assert problems == [(2, "value", "-8 is not on the scale from 1 to 5.")]


def test_codes_that_a_workbook_turned_into_dates(
    tmp_path: Path, told: Told, swim7: Codebook
) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append(["session_id", "coder_id", "empathy"])
    page.append([pd.Timestamp(2024, 5, 3).to_pydatetime(), "A", 3])
    book.save(tmp_path / "t.xlsx")
    assert told(lambda: read_ratings(tmp_path / "t.xlsx", swim7)) == [
        (2, "session_id", "The code was turned into a date. Format the column as text.")
    ]


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["S1", "", "S2 ", '"', "=x", "\u202e"]),
            st.sampled_from(["A", "B", ""]),
            st.sampled_from(["empathy", "autonomy", "nothing", ""]),
            st.sampled_from(["1", "5", "6", "x", "", "nan", "2.5"]),
            st.sampled_from(["", "inaudible", "no_behaviour_change", "what"]),
        ),
        max_size=6,
    )
)
def test_a_table_is_either_sound_or_refused(
    tmp_path_factory: pytest.TempPathFactory,
    swim7: Codebook,
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz_ratings.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD.strip().split(","), *rows])
    try:
        ratings = read_ratings(path, swim7)
    except ImportedDataError as error:
        lines = [problem.line for problem in error.problems]
    else:
        lines = []
        assert len({(r.session_id, r.coder_id, r.item) for r in ratings}) == len(ratings)
        assert all(
            r.rating.value in swim7.dimension(r.item).scale
            for r in ratings
            if r.rating.state is RatingState.RATED
        )
    assert all(line is not None for line in lines)
