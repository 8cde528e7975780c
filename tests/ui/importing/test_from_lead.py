"""The lead's table opens the import and shows what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.importing.dialog import TableImportDialog
from practicecoder.ui.sessions.lead import LeadPanel
from tests.builders import LEAD
from tests.ui.finding import the


def test_a_lead_imports_from_the_table_of_sessions(
    laboratory: StudyServices, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = LeadPanel(laboratory)
    qtbot.addWidget(panel)
    panel.show_actor(LEAD)
    changes: list[StudyChange] = []
    told: list[str] = []
    panel.study_changed.connect(changes.append)
    panel.told.connect(told.append)
    entry = next(a for a in panel.findChildren(QAction) if "with a preview" in a.text())
    entry.trigger()
    dialog = the(TableImportDialog, panel)
    file = tmp_path / "sessions.csv"
    file.write_text("Session,Office\nX-1,North\n", encoding="utf-8")

    dialog.read_file(file)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["Added 1 session."]
    assert changes[0].session_ids == {"X-1"}
