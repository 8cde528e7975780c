"""Tables of laboratories: what is understood, what is asked, what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.sessions import Phase
from practicecoder.errors import ImportedDataError
from practicecoder.interchange.column_mapping import (
    ANY_COLUMN,
    NOT_RATED,
    ColumnMapping,
    ColumnUse,
    DayOrder,
    Meaning,
    TableForm,
)
from practicecoder.interchange.days import day, order_of
from practicecoder.interchange.item_names import ItemNames, NamedBy
from practicecoder.interchange.mapped_table import MappedTable, mapped
from practicecoder.interchange.mapping_shelf import headings_digest, shelf_of, shelf_text
from practicecoder.interchange.sheet_files import read_sheet
from practicecoder.interchange.understanding import read_dictionary, understood

SAMPLES = Path(__file__).parents[1] / "golden" / "formats"
VALUES = {
    "A": {"collaboration": 3, "autonomy": 2, "empathy": 3, "purposefulness": 3},
    "B": {"collaboration": 3, "autonomy": 3, "empathy": 2, "purposefulness": 3},
}
CLARITY_AND_CHILD = {"A": (4, 4), "B": (4, 3)}


@pytest.fixture(scope="module")
def swim() -> Codebook:
    return library.find("swim7")


def table(path: Path, text: str, codebook: Codebook) -> tuple[ColumnMapping, MappedTable]:
    path.write_text(text, encoding="utf-8")
    sheet = read_sheet(path)
    mapping = understood(sheet, codebook)
    return mapping, mapped(sheet, mapping, codebook, path.parent)


def by_coder(found: MappedTable, item: str) -> dict[str, float | str | None]:
    return {
        p.rating.coder_id: p.rating.rating.value
        if p.rating.rating.value is not None
        else p.rating.rating.na_reason
        for p in found.ratings
        if p.rating.item == item
    }


def check_sample_values(found: MappedTable, coders: tuple[str, str]) -> None:
    for coder, letter in zip(coders, "AB", strict=True):
        for item, value in VALUES[letter].items():
            assert by_coder(found, item)[coder] == value
        clarity, child = CLARITY_AND_CHILD[letter]
        assert by_coder(found, "clarity_about_concerns")[coder] == clarity
        assert by_coder(found, "child_focus")[coder] == child
        assert by_coder(found, "evocation")[coder] == "no_behaviour_change"


@pytest.mark.parametrize(
    ("word", "item", "by"),
    [
        ("evocation", "evocation", NamedBy.ID),
        ("Clarity about concerns", "clarity_about_concerns", NamedBy.ID),
        ("emp", "empathy", NamedBy.ABBREVIATION),
        ("Support for behaviour change", "evocation", NamedBy.ALIAS),
        ("child_", "child_focus", NamedBy.BEGINNING),
    ],
)
def test_items_go_by_id_abbreviation_alias_and_beginning(
    swim: Codebook, word: str, item: str, by: NamedBy
) -> None:
    found = ItemNames(swim).rated(word)
    assert found is not None
    assert (found.item, found.by) == (item, by)


@pytest.mark.parametrize("word", ["", "c", "warmth", "%"])
def test_other_words_are_no_item(swim: Codebook, word: str) -> None:
    assert ItemNames(swim).rated(word) is None


def test_a_wide_table_asks_what_na_means_and_then_has_every_rating(swim: Codebook) -> None:
    sheet = read_sheet(SAMPLES / "lab_long.csv")
    mapping = understood(sheet, swim)
    asked = mapped(sheet, mapping, swim, SAMPLES)

    assert asked.form is TableForm.WIDE
    assert [(c.column, c.text, c.n_rows, c.line) for c in asked.open_cells] == [
        ("evocation", "NA", 2, 2)
    ]
    assert [(p.line, p.key) for p in asked.problems] == [(2, "evocation"), (3, "evocation")]

    told = mapped(
        sheet, mapping.with_cell("evocation", "NA", "no_behaviour_change"), swim, SAMPLES
    )
    assert (told.problems, told.open_cells) == ((), ())
    check_sample_values(told, ("A", "B"))
    assert all(a == {"behaviour_change_discussed": False} for a in told.answers.values())
    session = told.sessions[0]
    assert (session.session_id, session.office_id, session.phase) == (
        "HF-0042",
        "North",
        Phase.POST,
    )
    assert session.session_date == dt.date(2015, 11, 3)


def test_columns_of_two_coders_ask_for_missing_numbers_phases_and_the_order_of_days(
    swim: Codebook,
) -> None:
    sheet = read_sheet(SAMPLES / "lab_wide_spss.csv")
    mapping = understood(sheet, swim)
    asked = mapped(sheet, mapping, swim, SAMPLES)

    assert asked.form is TableForm.CODERS_BESIDE
    assert {p.key for p in asked.problems} == {"evocat_C1", "evocat_C2", "VisitDate", "Phase"}
    day_problem = next(p for p in asked.problems if p.key == "VisitDate")
    assert "2015-11-03 or 2015-03-11" in day_problem.what
    assert [c for c, _ in next(c for c in asked.open_cells if c.column == "Phase").choices] == [
        "pre",
        "post",
        "transition",
    ]

    told = ColumnMapping(
        columns=mapping.columns,
        cells={ANY_COLUMN: {"-99": "no_behaviour_change"}, "Phase": {"2": "post"}},
        day_order=DayOrder.DAY_FIRST,
        coders={"C1": "A", "C2": "B"},
    )
    found = mapped(sheet, told, swim, SAMPLES)
    assert found.problems == ()
    check_sample_values(found, ("A", "B"))
    assert found.sessions[0].session_date == dt.date(2015, 11, 3)


def test_phases_may_be_said_as_the_window_shows_them(swim: Codebook, tmp_path: Path) -> None:
    _, found = table(
        tmp_path / "t.csv",
        "session_id,coder_id,phase,empathy\nV1,A,before,3\nV2,A,After,4\nV3,A,Transition,4\n",
        swim,
    )
    assert (found.problems, found.open_cells) == ((), ())
    assert [s.phase for s in found.sessions] == [Phase.PRE, Phase.POST, Phase.TRANSITION]
    _, asked = table(
        tmp_path / "u.csv", "session_id,coder_id,phase,empathy\nV1,A,earlier,3\n", swim
    )
    (cell,) = asked.open_cells
    assert [words for _, words in cell.choices] == ["before", "after", "transition"]


def test_double_entry_takes_what_branching_hid_for_not_applicable(swim: Codebook) -> None:
    dictionary = read_dictionary(SAMPLES / "redcap_data_dictionary.csv")
    sheet = read_sheet(SAMPLES / "redcap_double_entry_export.csv")
    found = mapped(sheet, understood(sheet, swim, dictionary), swim, SAMPLES)

    assert found.form is TableForm.DOUBLE_ENTRY
    assert found.problems == ()
    assert {p.rating.session_id for p in found.ratings} == {"HF-0042"}
    check_sample_values(found, ("A", "B"))


def test_without_the_dictionary_a_blank_cell_is_not_yet_rated(swim: Codebook) -> None:
    sheet = read_sheet(SAMPLES / "redcap_double_entry_export.csv")
    found = mapped(sheet, understood(sheet, swim), swim, SAMPLES)
    assert by_coder(found, "evocation") == {"A": None, "B": None}


def test_drafts_and_merged_records_of_double_entry_are_told(
    swim: Codebook, tmp_path: Path
) -> None:
    _, found = table(
        tmp_path / "r.csv",
        "record_id,empathy,form_complete\nV1--1,3,2\nV1--2,4,1\nV1,4,2\n",
        swim,
    )
    assert by_coder(found, "empathy") == {"1": 3, "2": 4}
    assert found.drafts == {("V1", "2")}
    assert len(found.notices) == 2
    assert "line 4" in found.notices[0]


def test_a_long_table_goes_by_any_name_of_a_dimension(swim: Codebook, tmp_path: Path) -> None:
    mapping, found = table(
        tmp_path / "long.csv",
        "session;rater;dimension;rating\nV1;A;Empathy;3\nV1;A;EVO;-99\nV1;A;warmth;2\n",
        swim,
    )
    assert mapping.form is TableForm.LONG
    assert by_coder(found, "empathy") == {"A": 3}
    assert [(p.line, p.key) for p in found.problems] == [(3, "rating"), (4, "dimension")]


def test_decimal_commas_are_numbers_and_halves_are_asked_about(
    swim: Codebook, tmp_path: Path
) -> None:
    _, found = table(tmp_path / "c.csv", "session;coder;empathy;autonomy\nV1;A;3,0;2,5\n", swim)
    assert by_coder(found, "empathy") == {"A": 3}
    assert [(c.column, c.text) for c in found.open_cells] == [("autonomy", "2,5")]


def test_a_value_outside_the_scale_is_a_problem(swim: Codebook, tmp_path: Path) -> None:
    _, found = table(tmp_path / "c.csv", "session,coder,empathy\nV1,A,7\n", swim)
    assert [(p.line, p.key) for p in found.problems] == [(2, "empathy")]
    assert found.open_cells == ()


def test_a_rating_that_stands_twice_is_a_problem_even_if_equal(
    swim: Codebook, tmp_path: Path
) -> None:
    _, found = table(tmp_path / "c.csv", "session,coder,empathy\nV1,A,3\nV1,A,3\n", swim)
    assert [(p.line, p.key) for p in found.problems] == [(3, "empathy")]


def test_consensus_scores_counts_and_unknown_columns_are_not_taken_and_say_why(
    swim: Codebook, tmp_path: Path
) -> None:
    mapping, _ = table(
        tmp_path / "c.csv",
        "session,empathy_1,empathy_2,empathy_cons,care_engagement,question_open,shoe_size\n"
        "V1,3,4,3,3,12,44\n",
        swim,
    )
    aside = {u.column: u.because for u in mapping.columns if u.meaning is Meaning.NOTHING}
    assert set(aside) == {"empathy_cons", "care_engagement", "question_open", "shoe_size"}
    assert all(aside.values())
    assert len(set(aside.values())) == 4


def test_rows_of_one_session_may_not_tell_different_things_of_it(
    swim: Codebook, tmp_path: Path
) -> None:
    _, found = table(
        tmp_path / "c.csv", "session,coder,office,empathy\nV1,A,North,3\nV1,B,South,3\n", swim
    )
    assert [(p.line, p.key) for p in found.problems] == [(3, "office")]


def test_a_table_without_ratings_holds_sessions(swim: Codebook, tmp_path: Path) -> None:
    _, found = table(
        tmp_path / "s.csv",
        "Session,Visit date,Go live,Coder\nV1,13/11/2015,01/10/2015,C1;C2\n",
        swim,
    )
    assert found.form is TableForm.SESSIONS
    assert found.problems == ()
    row = found.sessions[0]
    assert row.session_date == dt.date(2015, 11, 13)
    assert row.implementation_date == dt.date(2015, 10, 1)
    assert row.coder_ids == ("C1", "C2")


def test_a_missing_column_is_told_before_anything_is_read(swim: Codebook, tmp_path: Path) -> None:
    _, found = table(tmp_path / "c.csv", "session,empathy\nV1,3\n", swim)
    assert [p.what for p in found.problems] == ["No column names the coder."]
    assert found.ratings == ()


def test_value_labels_and_declared_missing_numbers_of_spss_are_used(
    swim: Codebook, tmp_path: Path
) -> None:
    path = tmp_path / "lab.sav"
    frame = pd.DataFrame(
        {"session": ["V1"], "coder": ["A"], "phase": [2.0], "office": [1.0], "empathy": [-99.0]}
    )
    code = swim.reason("inaudible").export_code
    frame["evocation"] = float(code)
    pyreadstat.write_sav(
        frame,
        path,
        variable_value_labels={"phase": {1.0: "Pre", 2.0: "Post"}, "office": {1.0: "North"}},
        missing_ranges={"empathy": [-99], "evocation": [code]},
    )
    sheet = read_sheet(path)
    mapping = understood(sheet, swim).with_cell("empathy", "-99", NOT_RATED)
    found = mapped(sheet, mapping, swim, tmp_path)
    assert found.problems == ()
    assert by_coder(found, "evocation") == {"A": "inaudible"}
    assert by_coder(found, "empathy") == {"A": None}
    assert (found.sessions[0].phase, found.sessions[0].office_id) == (Phase.POST, "North")


def test_a_number_of_exports_is_suggested_and_not_taken_by_itself(
    swim: Codebook, tmp_path: Path
) -> None:
    code = swim.reason("inaudible").export_code
    _, found = table(tmp_path / "c.csv", f"session,coder,empathy\nV1,A,{code}\n", swim)
    assert [c.suggested for c in found.open_cells] == ["inaudible"]
    assert found.ratings == ()


def test_two_columns_for_one_thing_and_a_rating_without_an_item_are_faults() -> None:
    uses = (
        ColumnUse(column="a", meaning=Meaning.SESSION_ID),
        ColumnUse(column="b", meaning=Meaning.SESSION_ID),
        ColumnUse(column="c", meaning=Meaning.RATING, coder="1"),
    )
    assert {column for column, _ in ColumnMapping(columns=uses).faults()} == {"a", "b", "c"}


def test_the_order_of_a_column_of_days_follows_from_any_number_over_twelve() -> None:
    assert order_of(["03.11.2015", "13.11.2015"]) is DayOrder.DAY_FIRST
    assert order_of(["03/11/2015", "11/13/2015"]) is DayOrder.MONTH_FIRST
    assert order_of(["03/11/2015"]) is None
    assert order_of(["13/11/2015", "11/13/2015"]) is None


def test_days_are_read_in_either_order() -> None:
    assert day("03.11.2015", DayOrder.DAY_FIRST) == dt.date(2015, 11, 3)
    assert day("03.11.2015", DayOrder.MONTH_FIRST) == dt.date(2015, 3, 11)
    assert day("11/11/2015", None) == dt.date(2015, 11, 11)
    assert day("11/13/2015", None) == dt.date(2015, 11, 13)


@pytest.mark.parametrize("text", ["03.11.15", "2015", "3.11/2015", "32.13.2015", "03.11.2015"])
def test_other_days_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        day(text, None)


def test_a_mapping_survives_as_json_and_goes_by_its_headings(swim: Codebook) -> None:
    sheet = read_sheet(SAMPLES / "lab_wide_spss.csv")
    mapping = understood(sheet, swim).with_cell("Phase", "2", "post")
    key = headings_digest(sheet.columns)
    assert shelf_of(shelf_text({key: mapping})) == {key: mapping}
    assert headings_digest(reversed(sheet.columns)) == key
    assert headings_digest(sheet.columns[1:]) != key


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"a": 1}'])
def test_what_is_no_shelf_holds_no_mapping(text: str) -> None:
    assert shelf_of(text) == {}


def test_a_file_that_is_no_dictionary_is_refused() -> None:
    with pytest.raises(ImportedDataError, match="no data dictionary"):
        read_dictionary(SAMPLES / "lab_long.csv")


def test_a_mapping_that_does_not_fit_the_codebook_is_told_and_not_followed(
    swim: Codebook, tmp_path: Path
) -> None:
    path = tmp_path / "c.csv"
    path.write_text("session,a,b\nV1,3,4\n", encoding="utf-8")
    mapping = ColumnMapping(
        columns=(
            ColumnUse(column="session", meaning=Meaning.SESSION_ID),
            ColumnUse(column="a", meaning=Meaning.RATING, item="warmth", coder="A"),
            ColumnUse(column="b", meaning=Meaning.RATING, item="empathy", coder="=B"),
        )
    )
    found = mapped(read_sheet(path), mapping, swim, tmp_path)
    assert {p.key for p in found.problems} == {"a", "b"}
    assert found.ratings == ()


def test_a_reason_that_is_not_the_dimensions_stands_at_the_column_of_the_rating(
    swim: Codebook, tmp_path: Path
) -> None:
    path = tmp_path / "c.csv"
    path.write_text("session,coder,empathy\nV1,A,NA\n", encoding="utf-8")
    sheet = read_sheet(path)
    mapping = understood(sheet, swim).with_cell("empathy", "NA", "no_behaviour_change")
    found = mapped(sheet, mapping, swim, tmp_path)
    assert [(p.line, p.key) for p in found.problems] == [(2, "empathy")]


@pytest.mark.parametrize(
    ("cell", "meaning"),
    [
        ("3", Meaning.RATING),
        ("research", Meaning.PURPOSE),
        ("reserch\nV2,A,both", Meaning.PURPOSE),
    ],
)
def test_a_heading_that_could_be_two_things_is_told_by_its_cells(
    swim: Codebook, tmp_path: Path, cell: str, meaning: Meaning
) -> None:
    mapping, _ = table(tmp_path / "c.csv", f"session,coder,Purpose\nV1,A,{cell}\n", swim)
    assert mapping.columns[2].meaning is meaning
