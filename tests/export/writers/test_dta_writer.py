from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

from practicecoder.errors import ExportError
from practicecoder.export.table import Table
from practicecoder.export.writers.dta_writer import write_dta


@pytest.fixture
def file(small: Table, tmp_path: Path) -> Path:
    path = tmp_path / "sessions.dta"
    write_dta(small, path, label="Northshire")
    return path


def test_reasons_are_extended_missing_values(file: Path) -> None:
    frame = pd.read_stata(file, convert_categoricals=False, convert_missing=True)
    assert [str(value) for value in frame["empathy"]] == ["2.5", ".b", ".a", ".", "4.0"]


def test_days_and_scores_are_as_they_were(file: Path) -> None:
    frame = pd.read_stata(file, convert_categoricals=False)
    assert frame["days"].tolist()[:2] == [-8, -9]
    assert frame["days"].isna().tolist() == [False, False, True, False, False]
    assert frame["score"].tolist()[2] == 1 / 3
    assert frame["session_id"].tolist() == ["S1", "S2", "S3", "=1+1", "Zoë 😀"]


def test_labels_fit_stata(file: Path) -> None:
    _, meta = pyreadstat.read_dta(file, user_missing=True)
    assert meta.variable_value_labels["phase"] == {0: "pre", 1: "post"}
    assert meta.variable_value_labels["empathy"] == {
        1: "1 not yet heard",
        5: "5 heard throughout",
        "a": "None discussed",
        "b": "Too poor",
    }
    label = str(meta.column_names_to_labels["score"])
    assert len(label) == 80
    assert label.endswith("…")
    assert meta.file_label == "Northshire"


def test_more_reasons_than_letters_are_refused(small: Table, tmp_path: Path) -> None:
    empathy = small.columns[3]
    codes = (*empathy.missing_codes, replace(empathy.missing_codes[0], stata=""))
    columns = (
        *small.columns[:3],
        replace(empathy, missing_codes=codes),
        *small.columns[4:],
    )
    with pytest.raises(ExportError, match="Export without dta"):
        write_dta(replace(small, columns=columns), tmp_path / "x.dta", label="")
