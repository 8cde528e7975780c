"""Tests of the window on a study that was made from a packet."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from practicecoder.ui.actions import ActionId
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.packets import PacketOpening, is_packet
from practicecoder.ui.study_view import StudyView
from tests.services.packets_made_up import a_lab, a_packet, at_home, finished, opened


def test_only_the_pages_of_a_coder_are_there(
    tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    lab = a_lab(tmp_path)
    packet = a_packet(lab, tmp_path)
    lab.close()
    home = at_home(packet, tmp_path / "home")
    finished(home, opened(home))
    view = StudyView(home, settings)
    qtbot.addWidget(view)
    assert view.person is not None
    allowed = {action for action in ActionId if view.may(action)}
    assert allowed == {ActionId.PAGE_SESSIONS, ActionId.PAGE_CODING, ActionId.PAGE_CODEBOOKS}
    assert view.header.title == "Packet for A, 1 of 2 done"
    assert [row.state.value for row in home.sessions.queue(view.person.coder_id)] == [
        "submitted",
        "new",
    ]
    view.close_study()


def test_a_file_that_is_no_packet_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    from practicecoder.ui.errors import MessageDialog

    file = tmp_path / "x.pcpacket"
    file.write_bytes(b"nothing")
    window = QWidget()
    qtbot.addWidget(window)
    assert is_packet(file)
    PacketOpening(window).open(file)
    qtbot.waitUntil(lambda: bool(window.findChildren(MessageDialog)))
    (told,) = window.findChildren(MessageDialog)
    assert "no coding packet" in told.text
    told.close()
