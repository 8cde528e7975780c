from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyreadstat
import pytest

from practicecoder.errors import ExportError
from practicecoder.export.table import Column, Table
from practicecoder.export.writers.sav_writer import missing_ranges, write_sav


@pytest.fixture
def file(small: Table, tmp_path: Path) -> Path:
    path = tmp_path / "sessions.sav"
    write_sav(small, path, label="Northshire (made-up data)", note="practicecoder 9.9.9")
    return path


def test_reasons_are_user_missing_in_the_terms_of_spss(file: Path) -> None:
    as_missing, _ = pyreadstat.read_sav(file)
    as_codes, meta = pyreadstat.read_sav(file, user_missing=True)
    assert as_missing["empathy"].isna().tolist() == [False, True, True, True, False]
    assert as_codes["empathy"].tolist()[:3] == [2.5, -8, -9]
    assert as_codes["empathy"].isna().tolist() == [False, False, False, True, False]
    assert meta.missing_ranges == {"empathy": [{"lo": -9.0, "hi": -6.0}]}


def test_days_keep_values_that_look_like_codes(file: Path) -> None:
    frame, _ = pyreadstat.read_sav(file)
    assert frame["days"].tolist()[:2] == [-8, -9]
    assert frame["days"].isna().tolist() == [False, False, True, False, False]


def test_labels_measures_formats_and_notes_survive(file: Path) -> None:
    frame, meta = pyreadstat.read_sav(file)
    assert meta.file_label == "Northshire (made-up data)"
    assert meta.notes == ["practicecoder 9.9.9"]
    assert meta.column_names_to_labels["empathy"] == "Empathy"
    assert meta.variable_value_labels["phase"] == {0.0: "pre", 1.0: "post"}
    assert meta.variable_value_labels["empathy"] == {
        -9.0: "None discussed",
        -8.0: "Too poor",
        -7.0: "No opportunity",
        -6.0: "Not rated",
        1.0: "1 not yet heard",
        5.0: "5 heard throughout",
    }
    assert meta.variable_measure["empathy"] == "ordinal"
    assert meta.variable_measure["days"] == "scale"
    assert meta.original_variable_types["empathy"] == "F4.1"
    assert meta.original_variable_types["phase"] == "F2.0"
    assert meta.original_variable_types["score"] == "F5.2"
    assert frame["session_id"].tolist() == ["S1", "S2", "S3", "=1+1", "Zoë 😀"]
    assert frame["score"].tolist()[2] == 1 / 3


def test_the_programs_own_reader_has_phases_again(file: Path) -> None:
    from practicecoder.interchange.sav_sheet import read_sav

    sheet = read_sav(file)
    assert sheet.labels["phase"] == {"0": "pre", "1": "post"}


@pytest.mark.parametrize("name", ["with", "2nd", "two words", "_x", "x" * 33, "Empathy", "str7"])
def test_names_that_spss_or_stata_refuse_are_refused(
    small: Table, tmp_path: Path, name: str
) -> None:
    table = replace(small, columns=(replace(small.columns[0], name=name), *small.columns[1:]))
    with pytest.raises(ExportError, match="Change the ids of the codebook"):
        write_sav(table, tmp_path / "x.sav", label="", note="")
    assert not (tmp_path / "x.sav").exists()


def test_a_name_that_stands_there_twice_is_refused(small: Table, tmp_path: Path) -> None:
    twice = (*small.columns[:-1], Column(name="days", label="Again"))
    with pytest.raises(ExportError, match="twice"):
        write_sav(replace(small, columns=twice), tmp_path / "x.sav", label="", note="")


def test_codes_with_a_gap_are_no_range(small: Table) -> None:
    codes = small.columns[3].missing_codes
    assert missing_ranges(codes[1:]) == [-8.0, -7.0, -6.0]
    with pytest.raises(ValueError, match="no unbroken range"):
        missing_ranges((*codes[1:], replace(codes[0], spss=-99)))


def test_an_empty_table_can_be_written(small: Table, tmp_path: Path) -> None:
    write_sav(replace(small, rows=()), tmp_path / "e.sav", label="", note="")
    frame, _ = pyreadstat.read_sav(tmp_path / "e.sav")
    assert list(frame.columns) == [column.name for column in small.columns]
    assert len(frame) == 0
