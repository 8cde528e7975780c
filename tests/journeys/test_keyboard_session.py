"""A coder codes a whole session with the keyboard alone, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from practicecoder.audio.intake import Intake
from practicecoder.domain.coding import CodingState, Polarity, Rating, RatingState
from practicecoder.domain.history import HistoryKind, Origin
from practicecoder.domain.sessions import SessionState
from practicecoder.services.studies import open_study
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.player import PlayerState
from practicecoder.ui.sessions.queue import QueuePanel
from practicecoder.ui.tables import RowTable
from practicecoder.ui.widgets.rule_out import RuleOutDialog
from tests.ui.coding.made_up import CODE, CODER, SESSION, make_study
from tests.ui.coding.studio import CONTROL, NONE, SHIFT, Hands

KEY = Qt.Key


class Coder(Hands):
    """Works in the window by keys alone; looks only at what has the focus."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot)
        self.qtbot = qtbot
        self.window = window

    def page(self) -> CodingPage:
        """The coding page, once a session is open on it."""
        pages = self.window.findChildren(CodingPage)
        assert pages
        return pages[0]

    def tab_to(self, kind: type[QWidget]) -> None:
        """Press Tab until a control of a kind has the focus."""
        for _ in range(30):
            if isinstance(self.focused, kind):
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not lead to a {kind.__name__}")

    def tab_into(self, area: QWidget, *, backwards: bool = False) -> None:
        """Press Tab until something in an area has the focus."""
        for _ in range(40):
            if area.isAncestorOf(self.focused):
                return
            self.press(KEY.Key_Tab, SHIFT if backwards else NONE)
        raise AssertionError(f"Tab does not lead into {area.objectName()}")

    def go_to_panel(self, area: QWidget) -> None:
        """Press F6 until something in a panel has the focus."""
        for _ in range(10):
            if area.isAncestorOf(self.focused) or area is self.focused:
                return
            self.press(KEY.Key_F6)
        raise AssertionError("F6 does not lead into the panel")

    def choose(self, words: str) -> None:
        """Move to a radio button by arrows and choose it with Space."""
        for key in (KEY.Key_Left, KEY.Key_Right):
            if self.focused.property("text") != words:
                self.press(key)
        assert self.focused.property("text") == words
        self.press(KEY.Key_Space)

    def wait_for_dialog(self, kind: type[QWidget]) -> None:
        """Wait until a dialog of a kind has the focus."""
        page = self.page()
        self.qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(kind)))
        self.wait_for_focus_in(next(d for d in page.findChildren(kind) if d.isVisible()))


def open_own_session(coder: Coder, folder: Path) -> None:
    """Open the study, say who works, and open the first session of the queue with Enter."""
    window, qtbot = coder.window, coder.qtbot
    window.open_study(folder)
    qtbot.waitUntil(lambda: window.study_view is not None, timeout=10_000)
    view = window.study_view
    assert view is not None
    coder.wait_for_focus_in(view.header.identity)
    coder.type("A")
    qtbot.waitUntil(lambda: view.person is not None and view.person.coder_id == CODER)
    queue = window.findChildren(QueuePanel)[0].table
    qtbot.waitUntil(lambda: queue.rows_model().rowCount() == 1)
    coder.tab_to(RowTable)
    coder.press(KEY.Key_Home, CONTROL)
    coder.press(KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(CodingPage)))
    player = coder.page().listening.player
    qtbot.waitUntil(lambda: player.state is PlayerState.PAUSED, timeout=10_000)
    coder.wait_for_focus_in(coder.page().listening)


def listen(coder: Coder) -> None:
    """Play, go faster, skip, note three pieces of evidence and a note, pause."""
    player = coder.page().listening.player
    coder.press(KEY.Key_F8)  # 1.1
    coder.press(KEY.Key_Space)
    coder.qtbot.waitUntil(lambda: player.position_ms > 400)
    coder.press(KEY.Key_Right)  # 5 s forward
    coder.press(KEY.Key_E)  # set back before the recording's start or a little after
    coder.press(KEY.Key_S)
    coder.press(KEY.Key_K)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_2, CONTROL)  # evidence for autonomy
    coder.press(KEY.Key_F9)
    coder.go_to_panel(coder.page().listening)
    coder.press(KEY.Key_B)
    coder.press(KEY.Key_3, CONTROL)
    coder.press(KEY.Key_F9, SHIFT)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_F9, SHIFT)
    coder.press(KEY.Key_J, CONTROL)
    coder.type("reply was a question about dates")
    coder.press(KEY.Key_Return)


def write_a_quote(coder: Coder) -> None:
    """Open the first piece of evidence and write what was said."""
    coder.go_to_panel(coder.page().evidence)
    coder.press(KEY.Key_Up)
    coder.press(KEY.Key_Up)
    coder.press(KEY.Key_Return)
    coder.type("the mornings are hardest")


def answer_questions(coder: Coder) -> None:
    """Answer yes, name the change, and say that a child was there."""
    first, change, child, recognised = coder.page().cards.questions.fields
    coder.go_to_panel(coder.page().cards)
    coder.wait_for_focus_in(coder.page().cards)
    coder.tab_into(first, backwards=True)
    coder.choose("Yes")
    coder.tab_into(change)
    coder.type("drinking less")
    coder.tab_into(child)
    coder.choose("Yes")
    coder.tab_into(recognised)
    coder.choose("No")


def rate_everything(coder: Coder) -> None:
    """Rate six dimensions in different ways and rule the last one out."""
    coder.press(KEY.Key_1, CONTROL)
    coder.type("4")  # collaboration, by digit
    coder.press(KEY.Key_2, CONTROL)
    coder.press(KEY.Key_Down)
    coder.press(KEY.Key_Return)  # autonomy 2, by highlight; on to empathy
    coder.press(KEY.Key_Space)  # empathy 3, the anchor confirmed
    coder.press(KEY.Key_U)  # unsure
    coder.press(KEY.Key_F12)
    coder.type("5")  # evocation
    coder.press(KEY.Key_Z, CONTROL)  # taken back ...
    coder.press(KEY.Key_Z, CONTROL | SHIFT)  # ... and made again
    coder.press(KEY.Key_F12)
    coder.type("2")  # purposefulness
    coder.press(KEY.Key_Up)  # one higher: 3
    coder.press(KEY.Key_F12)
    coder.type("1")  # clarity about concerns
    coder.press(KEY.Key_F12)
    coder.press(KEY.Key_N)  # child focus
    coder.wait_for_dialog(RuleOutDialog)
    coder.type("2")
    coder.tab_to(QLineEdit)
    coder.type("phone call")
    coder.press(KEY.Key_Return)
    coder.wait_for_focus_in(coder.page().cards)


def submit(coder: Coder) -> None:
    """Open the sheet, say why not all was heard, lock."""
    coder.press(KEY.Key_Return, CONTROL)
    coder.wait_for_dialog(SubmitSheet)
    coder.type("the rest is silence")
    with coder.qtbot.waitSignal(coder.page().finished):
        coder.press(KEY.Key_Return)
    coder.wait_for_focus_in(coder.page())


def test_a_whole_session_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, sound: Intake
) -> None:
    folder = tmp_path / "study"
    make_study(folder, sound=sound).close()
    coder = Coder(qtbot, window)

    open_own_session(coder, folder)
    listen(coder)
    write_a_quote(coder)
    answer_questions(coder)
    rate_everything(coder)
    submit(coder)
    assert coder.focused is coder.page().header.next_button
    window.close()

    services = open_study(folder, read_only=True)
    with services.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SESSION)
        history = unit.history.of_coding(coding.coding_id)
        session = unit.sessions.find(SESSION)
    queue = services.sessions.queue(CODER)
    services.close()

    assert coding.state is CodingState.LOCKED
    assert coding.submitted_at is not None
    assert coding.short_listen_reason == "the rest is silence"
    assert coding.coder_id == CODER
    assert session is not None
    assert session.state is SessionState.SUBMITTED
    assert [(row.blind_code, row.state) for row in queue] == [(CODE, "submitted")]

    assert dict(coding.ratings) == {
        "collaboration": Rating.rated(4),
        "autonomy": Rating.rated(2),
        "empathy": Rating.rated(3, unsure=True),
        "evocation": Rating.rated(5),
        "purposefulness": Rating.rated(3),
        "clarity_about_concerns": Rating.rated(1),
        "child_focus": Rating.not_applicable("no_opportunity", note="phone call"),
    }
    assert dict(coding.answers) == {
        "behaviour_change_discussed": True,
        "change_goal": "drinking less",
        "child_present": True,
        "recognised": False,
    }

    first, second, span = coding.evidence
    assert (first.dimension_ids, first.polarity) == (("collaboration",), Polarity.STRENGTH)
    assert first.quote == "the mornings are hardest"
    assert 2_400 <= first.span.start_ms < second.span.start_ms  # 5.4 s or later, less 3 s
    assert (second.dimension_ids, second.polarity) == (("autonomy",), Polarity.TO_BUILD)
    assert second.span.is_moment
    assert second.span.start_ms == coding.position_ms - 5_000 - 3_000
    assert (span.dimension_ids, span.polarity) == (("empathy",), Polarity.NEUTRAL)
    assert span.span.duration_ms == 5_000 + 3_000
    (note,) = coding.notes
    assert note.text.endswith("] reply was a question about dates")
    assert note.at_ms == span.span.end_ms

    assert coding.position_ms == span.span.end_ms
    assert coding.heard
    assert coding.heard[0].start_ms == 0

    evocation = [h for h in history if h.item == "evocation"]
    assert [h.origin for h in evocation] == [Origin.MADE, Origin.UNDO, Origin.REDO]
    by_kind = {kind: [h for h in history if h.kind is kind] for kind in HistoryKind}
    assert len(by_kind[HistoryKind.CODING_STARTED]) == 1
    assert len(by_kind[HistoryKind.SUBMITTED]) == 1
    assert by_kind[HistoryKind.SUBMITTED][0].reason == "the rest is silence"
    assert {h.item for h in by_kind[HistoryKind.RATING]} == set(coding.ratings)
    purposefulness = [h for h in history if h.item == "purposefulness"]
    assert len(purposefulness) == 2
    assert all(h.actor == CODER for h in history)
    assert coding.rating("child_focus").state is RatingState.NOT_APPLICABLE
