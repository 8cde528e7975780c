"""A conversion is written whole or not at all, and leaves its source as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from practicecoder.errors import ExportError, ImportedDataError
from practicecoder.interchange.foreign.formats import ForeignFormat
from practicecoder.services.converting import Wishes, convert_file, target_kind

FORMATS = Path(__file__).parents[1] / "golden" / "formats"
WISHES = Wishes(written_at=datetime(2024, 1, 1, 9, tzinfo=UTC))


def test_nothing_is_left_when_a_place_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        convert_file(FORMATS / "elan.eaf", tmp_path / "none" / "a.sds", WISHES)
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_when_one_of_several_files_is_there_already(tmp_path: Path) -> None:
    taken = tmp_path / "HF-0042 2.TextGrid"
    taken.write_text("mine")
    wishes = replace(WISHES, target=ForeignFormat.TEXTGRID)
    with pytest.raises(ExportError, match="is there already"):
        convert_file(FORMATS / "labelstudio_export.json", tmp_path, wishes)
    assert list(tmp_path.iterdir()) == [taken]
    assert taken.read_text() == "mine"


def test_nothing_is_left_when_one_of_several_files_fails(tmp_path: Path) -> None:
    (tmp_path / ".HF-0042 2.TextGrid.making").mkdir()
    wishes = replace(WISHES, target=ForeignFormat.TEXTGRID)
    with pytest.raises(ExportError, match="cannot be written"):
        convert_file(FORMATS / "labelstudio_export.json", tmp_path, wishes)
    assert not [path for path in tmp_path.iterdir() if path.is_file()]


def test_the_date_is_the_given_one(tmp_path: Path) -> None:
    convert_file(FORMATS / "boris_project.boris", tmp_path / "a.eaf", WISHES)
    assert 'DATE="2024-01-01T09:00:00+00:00"' in (tmp_path / "a.eaf").read_text()
    convert_file(FORMATS / "elan.eaf", tmp_path / "a.boris", WISHES)
    assert '"project_date": "2024-01-01T09:00:00"' in (tmp_path / "a.boris").read_text()


def test_names_of_files_are_good_on_every_system(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text('session_id,coder_id,start_ms,end_ms,code\n"a/b:c",A,1,,Q\nd,A,1,,Q\n')
    out = tmp_path / "out"
    out.mkdir()
    convert_file(source, out, replace(WISHES, target=ForeignFormat.AUDACITY))
    assert sorted(path.name for path in out.iterdir()) == ["a_b_c A.txt", "d A.txt"]


def test_the_source_stays_as_it_was(tmp_path: Path) -> None:
    source = tmp_path / "a.casaa"
    source.write_bytes((FORMATS / "cacti_v080_sqlite.casaa").read_bytes())
    before = source.stat()
    convert_file(source, tmp_path / "a.boris", WISHES)
    assert source.read_bytes() == (FORMATS / "cacti_v080_sqlite.casaa").read_bytes()
    assert source.stat().st_mtime_ns == before.st_mtime_ns
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.boris", "a.casaa"]


def test_a_format_that_is_read_only_is_not_written(tmp_path: Path) -> None:
    wishes = replace(WISHES, target=ForeignFormat.DATAVYU)
    with pytest.raises(ImportedDataError, match="is read only"):
        convert_file(FORMATS / "elan.eaf", tmp_path / "a.opf", wishes)


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a"])
def test_endings_of_several_formats_are_asked_about(name: str) -> None:
    with pytest.raises(ImportedDataError, match="--to"):
        target_kind(Path(name))


def test_renamed_items_have_to_be_there(tmp_path: Path) -> None:
    wishes = replace(WISHES, target=ForeignFormat.RATINGS, items={"trust": "t"})
    with pytest.raises(ImportedDataError, match="no item 'trust'"):
        convert_file(FORMATS / "boris_project.boris", tmp_path / "a.csv", wishes)
