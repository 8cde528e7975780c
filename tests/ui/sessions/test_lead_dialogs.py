"""Segments, concerns, the story of a session and the study's settings, from the lead's table."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.domain.coding import Coding, ScoreBasis
from practicecoder.domain.ids import SessionId
from practicecoder.domain.people import Coder
from practicecoder.domain.sessions import Segment, SegmentChoice
from practicecoder.services.changes import ChangeKind
from practicecoder.services.context import StudyServices
from practicecoder.services.session_rows import SessionRow
from practicecoder.services.studies import open_study
from practicecoder.services.study_settings import StudySettings, pass_rule
from practicecoder.ui.sessions.concerns import ConcernsDialog
from practicecoder.ui.sessions.drawing import DrawAgainDialog, DrawDialog
from practicecoder.ui.sessions.filters import LeadFilters, Pick
from practicecoder.ui.sessions.lead import LeadPanel
from practicecoder.ui.sessions.story import StoryDialog
from practicecoder.ui.sessions.study_settings import StudySettingsDialog
from practicecoder.ui.tables import RowTable
from tests.builders import (
    ANNA,
    LEAD,
    a_recording,
    a_session,
    a_study,
    add_people,
    add_sessions,
)
from tests.ui.finding import called, the, the_button

WORDS = "A child said that it was left alone at night."


def a_panel(services: StudyServices, qtbot: QtBot) -> LeadPanel:
    panel = LeadPanel(services)
    qtbot.addWidget(panel)
    panel.resize(1240, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_actor(LEAD)
    n = len(services.sessions.lead_table())
    qtbot.waitUntil(lambda: len(panel.table.rows_model().rows) == n)
    return panel


@pytest.fixture
def panel(laboratory: StudyServices, qtbot: QtBot) -> LeadPanel:
    return a_panel(laboratory, qtbot)


@pytest.fixture
def windows(tmp_path: Path) -> StudyServices:
    """A study whose codebook draws windows of twenty minutes."""
    made = a_study(tmp_path / "windows", codebook_id="miti-4.2.1")
    add_people(made, Coder(coder_id=ANNA))
    add_sessions(
        made,
        a_session(1),
        a_session(2, recording=a_recording(2, minutes=12)),
        a_session(3, recording=None),
    )
    return made


def tab(dialog: StoryDialog, place: int) -> QWidget:
    found = dialog.tabs.widget(place)
    assert found is not None
    return found


def entry(panel: LeadPanel, words: str) -> QAction:
    found = [a for menu in panel.findChildren(QMenu) for a in menu.actions() if a.text() == words]
    assert found, f"there is no entry {words!r}"
    return found[0]


def cells(table: RowTable) -> list[list[str]]:
    model = table.rows_model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def segment(services: StudyServices, session_id: str) -> Segment | None:
    with services.context.store.reading() as unit:
        session = unit.sessions.find(SessionId(session_id))
    assert session is not None
    return session.segment


def raised(services: StudyServices, text: str = WORDS) -> Coding:
    """A concern of Anna's about a session of hers."""
    row = services.sessions.queue(ANNA)[0]
    coding = services.coding.open_desk(row.blind_code, ANNA).coding
    services.concerns.raise_concern(coding, text, at_ms=65_000)
    return coding


def shown(panel: LeadPanel) -> list[str]:
    rows: tuple[SessionRow, ...] = panel.table.rows_model().shown_rows
    return [row.session.session_id for row in rows]


# Segments


def test_segments_are_drawn_with_the_seed_that_was_entered(
    windows: StudyServices, qtbot: QtBot
) -> None:
    panel = a_panel(windows, qtbot)
    entry(panel, "&Draw segments…").trigger()
    qtbot.waitUntil(lambda: panel.findChild(DrawDialog) is not None)
    dialog = the(DrawDialog, panel)
    said = " ".join(shown.text() for shown in dialog.findChildren(QLabel))
    assert "2 sessions will get a segment." in said
    assert "1 of them shorter than the window" in said
    assert "1 session left as before: no recording (1)." in said
    assert segment(windows, "V-0001") is None
    QTest.keyClicks(called(QLineEdit, "Seed", dialog), "seed 7")

    with qtbot.waitSignal(panel.told) as told:
        QTest.mouseClick(the_button("Draw", dialog), Qt.MouseButton.LeftButton)

    assert told.args == ["Drew 2 sessions. 1 shorter than the window, taken whole."]
    drawn = segment(windows, "V-0001")
    assert drawn is not None
    assert drawn.choice is SegmentChoice.RANDOM
    other = a_study(windows.path.parent / "other", codebook_id="miti-4.2.1")
    add_sessions(other, a_session(1), a_session(2))
    other.segments.draw([SessionId("V-0001"), SessionId("V-0002")], actor=LEAD, seed=7)
    assert segment(other, "V-0001") == drawn
    other.close()


def test_a_study_of_whole_recordings_offers_no_draw(tmp_path: Path, qtbot: QtBot) -> None:
    services = a_study(tmp_path / "whole", codebook_id="distance-travelled")
    panel = a_panel(services, qtbot)

    assert not entry(panel, "&Draw segments…").isEnabled()
    assert "whole recordings" in entry(panel, "&Draw segments…").toolTip()
    assert not entry(panel, "Draw &again…").isEnabled()


def test_a_segment_is_chosen_again_with_a_reason(windows: StudyServices, qtbot: QtBot) -> None:
    windows.segments.draw([SessionId("V-0001")], actor=LEAD, seed=1)
    panel = a_panel(windows, qtbot)
    panel.table.select_key("V-0001")
    before = segment(windows, "V-0001")
    entry(panel, "Draw &again…").trigger()
    dialog = the(DrawAgainDialog, panel)
    act = the_button("Draw again", dialog)
    assert not act.isEnabled()
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "loud noise")
    QTest.keyClicks(called(QLineEdit, "Seed", dialog), "99")

    with qtbot.waitSignal(panel.study_changed) as changed:
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)

    assert changed.args[0].concerns(ChangeKind.SESSIONS)
    after = segment(windows, "V-0001")
    assert after is not None
    assert after.seed == 99
    assert after != before
    line = windows.stories.of(SessionId("V-0001"), actor=LEAD).lines[-1]
    assert line.reason == "loud noise"


def test_a_recording_is_taken_whole_where_the_codebook_offers_it(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    panel.table.select_key("V-0012")
    entry(panel, "Take the &whole…").trigger()
    dialog = the(DrawAgainDialog, panel)
    chosen = [r.text() for r in dialog.findChildren(QRadioButton) if r.isChecked()]
    assert chosen == ["The w&hole recording"]
    QTest.keyClicks(called(QPlainTextEdit, "Reason", dialog), "short visit")

    with qtbot.waitSignal(panel.study_changed):
        QTest.mouseClick(the_button("Take the whole", dialog), Qt.MouseButton.LeftButton)

    found = segment(laboratory, "V-0012")
    assert found is not None
    assert found.choice is SegmentChoice.WHOLE


# Flags


def test_sessions_are_picked_out_by_their_flags(laboratory: StudyServices, qtbot: QtBot) -> None:
    raised(laboratory)
    panel = a_panel(laboratory, qtbot)
    session_id = next(r.session.session_id for r in laboratory.sessions.lead_table() if r.concerns)
    filters = the(LeadFilters, panel)
    pick = called(QComboBox, "What to look at", filters)
    pick.setFocus()

    QTest.keyClicks(pick, "Concern")
    assert filters.picked is Pick.CONCERN
    assert shown(panel) == [session_id]

    filters.choose(Pick.DOUBLE)
    assert shown(panel) == ["V-0001", "V-0002", "V-0003", "V-0004"]
    filters.choose(Pick.UNBLINDED)
    assert shown(panel) == []
    filters.choose(Pick.EVERYTHING)
    assert len(shown(panel)) == 12


def test_flags_are_words_with_their_reasons(laboratory: StudyServices, qtbot: QtBot) -> None:
    coding = raised(laboratory)
    row = next(r for r in laboratory.sessions.lead_table() if r.concerns)
    panel = a_panel(laboratory, qtbot)
    model = panel.table.rows_model()
    place = model.row_of_key(row.session.session_id)
    column = [c.title for c in model.columns].index("Flags")
    assert place is not None

    index = model.index(place, column)

    assert index.data() == "concern"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "1 raised, 1 not seen yet: see Concerns"
    assert coding.coder_id == ANNA


# Concerns


def test_a_concern_is_read_and_answered_by_keys(laboratory: StudyServices, qtbot: QtBot) -> None:
    raised(laboratory)
    panel = a_panel(laboratory, qtbot)
    button = the_button("Concerns (1)…", panel)
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog = the(ConcernsDialog, panel)
    assert called(QPlainTextEdit, "What was heard", dialog).toPlainText() == WORDS
    seen = the_button("Mark as seen", dialog)
    assert not seen.isEnabled()
    QTest.keyClicks(called(QPlainTextEdit, "What is done about it", dialog), "told the office")

    with qtbot.waitSignal(panel.study_changed) as changed:
        QTest.keyClick(seen, Qt.Key.Key_Space)

    assert changed.args[0].concerns(ChangeKind.CONCERNS)
    (concern,) = laboratory.concerns.for_lead(LEAD)
    assert (concern.seen_by, concern.action) == (LEAD, "told the office")
    assert cells(dialog.table)[0][-1] == "seen by L1"
    panel.refresh()
    qtbot.waitUntil(lambda: button.text() == "Concerns…")


def test_what_is_being_written_outlasts_a_look_at_another_concern(
    laboratory: StudyServices, qtbot: QtBot
) -> None:
    raised(laboratory)
    raised(laboratory, "Somebody was shouted at.")
    panel = a_panel(laboratory, qtbot)
    panel.acts.show_concerns()
    dialog = the(ConcernsDialog, panel)
    action = called(QPlainTextEdit, "What is done about it", dialog)
    QTest.keyClicks(action, "calling now")

    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert action.toPlainText() == ""
    QTest.keyClick(dialog.table, Qt.Key.Key_Up)

    assert action.toPlainText() == "calling now"


def test_without_a_concern_the_dialog_says_where_they_come_from(
    panel: LeadPanel, laboratory: StudyServices
) -> None:
    panel.acts.show_concerns()

    dialog = the(ConcernsDialog, panel)

    assert cells(dialog.table) == []
    assert not the_button("Mark as seen", dialog).isEnabled()


# The story of a session


def test_enter_opens_the_story_of_a_session(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    row = next(r for r in laboratory.sessions.lead_table() if r.session.session_id == "V-0001")
    coding_id = row.coders[0].coding_id
    assert coding_id is not None
    laboratory.coding.unlock(coding_id, actor=LEAD, reason="wrong segment")
    panel.table.select_key("V-0001")
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.findChild(StoryDialog) is not None)
    dialog = the(StoryDialog, panel)

    history = cells(called(RowTable, "History of the session", dialog))
    assert history[-1][1:] == [
        LEAD, "Primary coding of A unlocked", "", "", "wrong segment",
    ]  # fmt: skip
    seals = [w.text() for w in dialog.findChildren(QLabel) if "seal" in w.text()]
    assert seals == ["Every entry bears the seal of this study: nothing was altered or removed."]
    assert [dialog.tabs.tabText(n) for n in range(3)] == ["History", "A (primary)", "B (double)"]
    first = tab(dialog, 1)
    assert "being changed by its coder" in " ".join(w.text() for w in first.findChildren(QLabel))
    items = {cell[0]: cell[1] for cell in cells(the(RowTable, first))}
    with laboratory.context.store.reading() as unit:
        stored = unit.codings.find(coding_id)
    assert stored is not None
    assert items["Empathy"] == f"{stored.rating('empathy').value:g}"


def test_the_story_is_listed_by_kind_and_by_person(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    row = next(r for r in laboratory.sessions.lead_table() if r.session.session_id == "V-0001")
    assert row.coders[0].coding_id is not None
    laboratory.coding.unlock(row.coders[0].coding_id, actor=LEAD, reason="wrong segment")
    panel.session_acts.show_story(row.session.session_id)
    qtbot.waitUntil(lambda: panel.findChild(StoryDialog) is not None)
    dialog = the(StoryDialog, panel)
    table = called(RowTable, "History of the session", dialog)
    everything = len(cells(table))

    people = called(QComboBox, "Whose acts are listed", dialog)
    people.setCurrentIndex(people.findData(LEAD))
    assert {cell[1] for cell in cells(table)} == {LEAD}
    people.setCurrentIndex(0)
    kinds = called(QComboBox, "What is listed", dialog)
    kinds.setCurrentIndex(1)

    assert len(cells(table)) >= everything > 0


def test_a_coding_submitted_again_stands_beside_its_first_version(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    row = next(r for r in laboratory.sessions.lead_table() if r.session.session_id == "V-0001")
    coding_id = row.coders[0].coding_id
    assert coding_id is not None
    with laboratory.context.store.reading() as unit:
        stored = unit.codings.find(coding_id)
    assert stored is not None
    before = stored.rating("empathy").value or 0
    laboratory.coding.unlock(coding_id, actor=LEAD, reason="wrong segment")
    opened = laboratory.coding.open_desk(row.session.blind_code, ANNA).coding
    for question in laboratory.codebook.questions:
        if question.is_needed(opened.answers) and question.question_id not in opened.answers:
            value = True if question.answer_type.value == "bool" else "to stay at home"
            opened = laboratory.coding.answer(opened, question.question_id, value).after
    changed = laboratory.coding.rate(opened, "empathy", 5 if before < 5 else 1).after
    laboratory.coding.submit(changed, short_listen_reason="heard before")

    panel.session_acts.show_story(SessionId("V-0001"))
    qtbot.waitUntil(lambda: panel.findChild(StoryDialog) is not None)

    items = {row[0]: row[1:] for row in cells(the(RowTable, tab(the(StoryDialog, panel), 1)))}
    assert items["Empathy"] == [f"{before:g}", "5" if before < 5 else "1"]


def test_a_coding_in_progress_shows_the_lead_no_rating(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    begun = next(
        r
        for r in laboratory.sessions.lead_table()
        if any(c.coding_id for c in r.coders) and not r.n_submitted
    )
    panel.session_acts.show_story(begun.session.session_id)
    qtbot.waitUntil(lambda: panel.findChild(StoryDialog) is not None)

    page = tab(the(StoryDialog, panel), 1)

    assert cells(the(RowTable, page)) == []


# Settings of the study


def test_settings_of_the_study_are_changed_by_keys(
    panel: LeadPanel, laboratory: StudyServices, qtbot: QtBot
) -> None:
    entry(panel, "Study &settings…").trigger()
    dialog = the(StudySettingsDialog, panel)
    assert dialog.settings == StudySettings()
    for words, value in (
        ("Share of double coding in percent", "30"),
        ("Least number of recordings", "12"),
        ("Least share of exact agreement in percent", "60"),
        ("Days a certificate lasts", "180"),
    ):
        spin = called(QSpinBox, words, dialog)
        spin.selectAll()
        QTest.keyClicks(spin, value)
    for box in dialog.findChildren(QCheckBox):
        QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(called(QComboBox, "What several codings give", dialog), Qt.Key.Key_Down)

    with qtbot.waitSignal(panel.study_changed) as changed:
        QTest.mouseClick(the_button("Save", dialog), Qt.MouseButton.LeftButton)

    assert changed.args[0].concerns(ChangeKind.STUDY)
    stored = laboratory.settings.current()
    assert stored.double_share == 0.3
    assert stored.certificates_required
    assert stored.basis_of_several is ScoreBasis.SINGLE
    rule = pass_rule(laboratory.study)
    assert (rule.recordings, rule.exact, rule.kappa, rule.each_dimension, rule.valid_days) == (
        12, 0.6, 0.6, True, 180,
    )  # fmt: skip


def test_nothing_is_planned_or_set_in_a_study_opened_to_read(
    laboratory: StudyServices, qtbot: QtBot
) -> None:
    raised(laboratory)
    reading = open_study(laboratory.path, read_only=True)
    panel = a_panel(reading, qtbot)
    panel.table.select_key("V-0001")

    for words in ("&Plan coding…", "&Replace a coder…", "&Draw segments…"):
        assert not entry(panel, words).isEnabled()
    assert not the_button("Segment", panel).isEnabled()
    assert the_button("History…", panel).isEnabled()
    panel.acts.show_settings()
    assert not the_button("Save", the(StudySettingsDialog, panel)).isEnabled()
    panel.acts.show_concerns()
    action = called(QPlainTextEdit, "What is done about it", the(ConcernsDialog, panel))
    assert action.isReadOnly()
    reading.close()
