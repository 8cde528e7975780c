"""Tests of the dialogs of packets: make, open, merge, settle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.domain.ids import SessionId
from practicecoder.services.context import StudyServices
from practicecoder.services.packet_opening import describe_packet
from practicecoder.services.packet_shares import PacketRequest
from practicecoder.ui.packets.fork_dialog import ForkDialog
from practicecoder.ui.packets.make_dialog import MakePacketDialog
from practicecoder.ui.packets.merge_dialog import MergeDialog
from practicecoder.ui.packets.open_dialog import OpenPacketDialog, PacketToOpen
from practicecoder.ui.packets.packets_dialog import PacketsDialog
from practicecoder.ui.packets.returning import ask_to_return
from tests.builders import ANNA, LEAD
from tests.services.packets_made_up import (
    PASSPHRASE,
    a_lab,
    a_packet,
    at_home,
    opened,
    rated,
    returned,
)

FIRST = SessionId("V-0001")


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[StudyServices]:
    services = a_lab(tmp_path)
    yield services
    services.close()


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_packet_needs_sessions_and_a_passphrase_typed_twice(
    lab: StudyServices, host: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = MakePacketDialog(lab.people.coders(), lab.packets.preview, host, chosen=[FIRST])
    assert "2 sessions" in dialog.holds.text()
    assert not dialog.act.isEnabled()
    dialog.only_chosen.setChecked(True)
    assert "1 session" in dialog.holds.text()
    dialog.choice.first.line.setText(PASSPHRASE)
    dialog.choice.second.line.setText(PASSPHRASE[:-1])
    assert not dialog.act.isEnabled()
    dialog.choice.second.line.setText(PASSPHRASE)
    assert dialog.act.isEnabled()
    told: list[object] = []
    dialog.wanted.connect(lambda *given: told.extend(given))
    save_as(monkeypatch, tmp_path / "for anna")
    dialog.finish()
    request = PacketRequest(coder_id=ANNA, session_ids=frozenset({FIRST}))
    assert told == [request, tmp_path / "for anna.pcpacket", PASSPHRASE]
    assert dialog.choice.passphrase == ""


def test_making_and_merging_show_in_the_list(
    lab: StudyServices, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = PacketsDialog(lab, LEAD, host)
    with qtbot.waitSignal(dialog.study_changed):
        dialog.make_packet(PacketRequest(coder_id=ANNA), tmp_path / "p.pcpacket", PASSPHRASE)
    (row,) = dialog.table.rows_model().rows
    assert (row.packet.coder_id, len(row.returns)) == (ANNA, 0)
    home = at_home(tmp_path / "p.pcpacket", tmp_path / "home")
    rated(home, opened(home), 4)
    file = returned(home, tmp_path)
    home.close()
    preview = lab.packet_returns.preview(file, actor=LEAD)
    dialog._show_return(preview)
    (merging,) = dialog.findChildren(MergeDialog)
    assert merging.table.rows_model().rowCount() == 1
    with qtbot.waitSignal(dialog.study_changed):
        merging.act.click()
    assert "Receipt for packet" in merging.receipt.toPlainText()
    assert len(dialog.table.rows_model().rows[0].returns) == 1
    assert not dialog.settle.isEnabled()


def test_two_versions_are_settled_by_key(
    lab: StudyServices, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    packet = a_packet(lab, tmp_path)
    for name, value in (("one", 2), ("two", 5)):
        home = at_home(packet, tmp_path / name)
        rated(home, opened(home), value)
        file = returned(home, tmp_path, name)
        home.close()
        lab.packet_returns.merge(lab.packet_returns.preview(file, actor=LEAD), actor=LEAD)
    dialog = ForkDialog(
        lambda: lab.forks.all(actor=LEAD), lambda s: lab.forks.settle(s, actor=LEAD), host
    )
    fork, *_ = lab.forks.all(actor=LEAD)
    shown = dialog.fork
    assert shown == fork
    assert not dialog.act.isEnabled()
    assert dialog.coding.isHidden()  # there is nothing to choose
    assert dialog.only.text() == f"{fork.session_id}, coded by A"
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.radios[0].setChecked(True)
    dialog.reason.setFocus()
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    shown = dialog.fork
    assert shown == fork, "it was settled without a reason"
    assert dialog.isVisible()
    dialog.reason.setText("made up")
    dialog.table.selectRow(0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.table.rows_model().rows[0].place == 1
    with qtbot.waitSignal(dialog.study_changed):
        dialog.act.click()
    assert dialog.fork is None
    first = lab.codebook.dimension_ids[0]
    wanted = fork.versions[1].coding.rating(first)
    with lab.context.store.reading() as unit:
        stored = unit.codings.find(fork.coding_id)
    assert stored is not None
    assert stored.rating(first) == wanted


def test_opening_asks_for_the_passphrase_and_a_new_folder(
    lab: StudyServices, host: QWidget, tmp_path: Path
) -> None:
    packet = a_packet(lab, tmp_path)
    dialog = OpenPacketDialog(packet, describe_packet(packet), host)
    dialog.folder.setText(str(tmp_path))
    dialog.passphrase.line.setText(PASSPHRASE)
    assert "not empty" in dialog.problem.text()
    dialog.folder.setText(str(tmp_path / "home"))
    assert dialog.act.isEnabled()
    dialog.own.setChecked(True)
    assert not dialog.act.isEnabled()
    dialog.own.setChecked(False)
    told: list[PacketToOpen] = []
    dialog.wanted.connect(told.append)
    dialog.finish()
    assert told == [PacketToOpen(file=packet, folder=tmp_path / "home", passphrase=PASSPHRASE)]
    assert PASSPHRASE not in repr(told)
    assert dialog.passphrase.text == ""


def test_a_passphrase_of_their_own_finds_room(
    lab: StudyServices, host: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    packet = a_packet(lab, tmp_path)
    dialog = OpenPacketDialog(packet, describe_packet(packet), host)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.own.setChecked(True)
    layout = dialog.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: dialog.height() >= layout.totalHeightForWidth(dialog.width()))
    advice = dialog.choice.strength
    assert advice.height() >= advice.heightForWidth(advice.width())
    dialog.reject()


def test_a_return_is_written_where_the_coder_says(
    lab: StudyServices,
    host: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = at_home(a_packet(lab, tmp_path), tmp_path / "home")
    save_as(monkeypatch, tmp_path / "back")
    told: list[object] = []
    ask_to_return(home, host, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert (tmp_path / "back.pcreturn").is_file()
    home.close()
