from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.coding.timeline_rows import KIND_OF_LANE, RowKind
from practicecoder.ui.widgets.timeline_scene import Lane
from tests.ui.coding.desk import CODES, Desk, fill, made_evidence
from tests.ui.coding.made_up import SECONDS

KEY = Qt.Key
SEGMENT = TimeSpan(10_000, 20_000)


def test_every_lane_is_in_the_table(desk: Desk) -> None:
    desk.open(SEGMENT)
    fill(desk)
    desk.panel.player.set_loop(TimeSpan(11_000, 12_000))
    table = desk.table()
    kinds = {row.kind for row in table.table.rows_model().rows}
    assert set(desk.panel.waveform.lanes) == set(Lane)
    assert {KIND_OF_LANE[lane] for lane in desk.panel.waveform.lanes} <= kinds
    assert kinds == set(RowKind)


def test_rows_say_time_kind_what_speaker_and_note(desk: Desk) -> None:
    desk.open()
    fill(desk)
    model = desk.table().table.rows_model()
    lines = [line.split("\t") for line in model.tsv().splitlines()]
    assert lines[0] == ["Time", "Kind", "What", "Speaker", "Note"]
    assert ["00:04", "Evidence", "Empathy: neutral", "", "a made-up sentence"] in lines
    assert ["00:07", "Code", CODES[0].label, CODES[0].speaker, "made up"] in lines
    assert ["00:09–00:09", "Transcript", "made up", "worker", ""] in lines
    starts = [row.span.start_ms for row in model.shown_rows]
    assert starts == sorted(starts)


def test_table_can_be_sorted_and_narrowed_to_a_kind(desk: Desk) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    model = table.table.rows_model()
    model.sort(0, Qt.SortOrder.DescendingOrder)
    starts = [row.span.start_ms for row in model.shown_rows]
    assert starts == sorted(starts, reverse=True)
    table.kinds.setCurrentIndex(table.kinds.findData(RowKind.CODE.value))
    assert [row.key for row in model.shown_rows] == ["m1"]
    table.kinds.setCurrentIndex(0)
    assert len(model.shown_rows) == len(starts)


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
def test_space_and_enter_play_from_a_row(desk: Desk, key: Qt.Key) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    assert table.table.select_key("m1")
    desk.qtbot.keyClick(table.table, key)
    assert desk.panel.player.is_playing
    assert desk.panel.player.position_ms == pytest.approx(7_000, abs=500)


def test_gaps_are_a_table_and_can_be_played(desk: Desk) -> None:
    desk.open()
    fill(desk)
    table = desk.table()
    assert table.gaps.rows_model().rows == (TimeSpan(12_000, SECONDS * 1000),)
    table.gaps.selectRow(0)
    assert table._play_gap.isEnabled()
    table._play_gap.click()
    assert desk.panel.player.is_playing
    assert desk.panel.player.position_ms == pytest.approx(12_000, abs=500)


def test_open_table_follows_what_is_coded(desk: Desk) -> None:
    desk.open()
    table = desk.table()
    model = table.table.rows_model()
    assert RowKind.EVIDENCE not in {row.kind for row in model.rows}
    desk.opened.put_evidence(made_evidence(4_000))
    desk.panel.show_coding(desk.opened.coding)
    desk.qtbot.waitUntil(lambda: RowKind.EVIDENCE in {row.kind for row in model.rows})


def test_table_does_not_lock_the_page_and_has_names(desk: Desk) -> None:
    desk.open()
    table = desk.table()
    assert table.table.selected_rows() == table.table.rows_model().shown_rows[:1]
    assert not table.isModal()
    assert QApplication.activeModalWidget() is None
    names = [w.accessibleName() for w in (table.table, table.gaps, table.kinds)]
    assert names == ["Timeline", "Not heard yet", "Kind of rows"]
    desk.panel.open_coding(None)
    desk.qtbot.waitUntil(lambda: table.table.rows_model().rows == ())
