"""What REDCap adds to an export is recognised, and labels are read as the levels they name."""

from __future__ import annotations

from pathlib import Path

from practicecoder.codebook import library
from practicecoder.interchange.column_mapping import Meaning
from practicecoder.interchange.mapped_table import mapped
from practicecoder.interchange.sheet_files import read_sheet
from practicecoder.interchange.understanding import is_redcap, understood

HEAD = (
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,topics___1,"
    "coder,empathy,clarity,coding_form_complete\n"
)


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_columns_of_redcap_are_recognised(tmp_path: Path) -> None:
    path = table(tmp_path, "S1,baseline_arm_1,,,1,A,3,4,2", "S2,follow_up_arm_1,,,0,A,2,2,2")
    sheet = read_sheet(path)
    uses = {use.column: use for use in understood(sheet, library.find("swim7")).columns}
    assert is_redcap(sheet)
    assert uses["redcap_event_name"].meaning is Meaning.PHASE
    assert uses["topics___1"].meaning is Meaning.NOTHING
    assert "several answers" in uses["topics___1"].because
    assert "repeated form" in uses["redcap_repeat_instance"].because
    assert uses["coding_form_complete"].meaning is Meaning.COMPLETE


def test_an_event_that_all_rows_share_tells_nothing(tmp_path: Path) -> None:
    sheet = read_sheet(table(tmp_path, "S1,arm_1,,,1,A,3,4,2", "S2,arm_1,,,0,A,2,2,2"))
    uses = {use.column: use for use in understood(sheet, library.find("swim7")).columns}
    assert uses["redcap_event_name"].meaning is Meaning.NOTHING


def test_labels_in_place_of_codes_are_levels(tmp_path: Path) -> None:
    book = library.find("swim7")
    rows = ("S1,arm_1,,,Checked,A,3 (anchor),4 - good,Complete", "S2,arm_1,,,,A,2,1,Incomplete")
    sheet = read_sheet(table(tmp_path, *rows))
    found = mapped(sheet, understood(sheet, book), book, tmp_path)
    assert found.problems == ()
    ratings = [one.rating for one in found.ratings]
    values = {(str(r.session_id), r.item): r.rating.value for r in ratings}
    assert values["S1", "empathy"] == 3
    assert values["S1", "clarity_about_concerns"] == 4
    assert found.drafts == {("S2", "A")}


def test_a_number_with_words_that_is_no_level_stays_a_question(tmp_path: Path) -> None:
    book = library.find("swim7")
    sheet = read_sheet(table(tmp_path, "S1,arm_1,,,,A,9 (unclear),3,2"))
    found = mapped(sheet, understood(sheet, book), book, tmp_path)
    assert [cell.text for cell in found.open_cells] == ["9 (unclear)"]
