"""A coder counts and rates a MITI session with the keyboard alone, inside its drawn segment."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import (
    CodeMark,
    Coding,
    CodingState,
    CountingMode,
    Polarity,
    Rating,
)
from practicecoder.domain.history import HistoryKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession, Segment, SegmentChoice, SessionState
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import Score
from practicecoder.scoring.scores import all_scores
from practicecoder.services import segments
from practicecoder.services.studies import create_study, open_study
from practicecoder.ui.coding.panels import PanelName, Workspace
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.player import RUN_IN_MS
from practicecoder.ui.widgets.time_edit import TimeEdit
from tests.journeys.coder import KEY, Coder
from tests.ui.coding.made_up import CODER, LEAD, Clock
from tests.ui.coding.studio import CONTROL, SHIFT

SESSION = SessionId("V-0001")
MINUTES, SEGMENT_MS = 25, 20 * 60_000
SEED = 20_261_006
"""Stands for the seed that the program would have chosen by itself."""
GOAL = "fewer drinks on weekdays"
SHORT = "only a little was played"
REACTION_MS = 3_000


def write_long_talk(path: Path) -> Path:
    """Write 25 minutes of noise, cheaply: the same ten seconds again and again."""
    rate, seconds = 4_000, 10
    noise = np.random.default_rng(1).normal(0, 3_000, rate * seconds).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.tile(noise, MINUTES * 60 // seconds).tobytes())
    return path


def make_counted_study(folder: Path, incoming: Path) -> PracticeSession:
    """Make a MITI study and take its one recording in through the lead's sheet."""
    incoming.mkdir()
    write_long_talk(incoming / "talk.wav")
    sheet = incoming / "sessions.csv"
    sheet.write_text(f"session_id,audio,coder_id\n{SESSION},talk.wav,{CODER}\n", encoding="utf-8")
    services = create_study(
        folder,
        title="Counted study",
        codebook=library.find("miti-4.2.1"),
        made_up=True,
        now=Clock(),
    )
    services.importing.add_sessions(sheet, actor=LEAD)
    with services.context.store.reading() as unit:
        session = unit.sessions.find(SESSION)
    services.close()
    assert session is not None
    return session


def span_of(coder: Coder) -> tuple[int, int]:
    """Begin and end of the segment on the desk."""
    coding = coder.page()._coding
    assert coding is not None
    assert coding.desk.segment is not None
    return coding.desk.segment.start_ms, coding.desk.segment.end_ms


def stored_coding(coder: Coder) -> Coding:
    """A's coding as the study holds it at this moment."""
    with coder.view.services.context.store.reading() as unit:
        return unit.codings.of_session(SESSION)[0]


def stored_marks(coder: Coder) -> tuple[CodeMark, ...]:
    """Marks as the study holds them at this moment."""
    return stored_coding(coder).marks


# Steps


def answer_before_listening(coder: Coder) -> None:
    """Write the change goal down, which the page asks for first."""
    page = coder.page()
    coder.wait_for_focus_in(page.before)
    coder.type(GOAL)
    coder.go_to_panel(PanelName.LISTENING)


def go_to_time(coder: Coder, words: str) -> None:
    """Type a time into the field of the transport, and come back to the waveform."""
    field = coder.page().listening.transport.time
    coder.tab_into(field, backwards=True)
    coder.type(words)
    coder.press(KEY.Key_Return)
    coder.go_to_panel(PanelName.LISTENING)


def try_to_leave_the_segment(coder: Coder) -> None:
    """Nothing before the segment can be reached, counted or noted; nothing after it either."""
    page, player = coder.page(), coder.player
    start_ms, end_ms = span_of(coder)
    assert page.workbench.workspace is Workspace.COUNT
    coder.go_to_panel(PanelName.LISTENING)
    go_to_time(coder, "0:00")
    assert player.position_ms == start_ms - RUN_IN_MS
    coder.press(KEY.Key_F9)
    (evidence,) = stored_coding(coder).evidence
    assert evidence.span.start_ms == start_ms, "evidence is drawn to the nearest moment"
    coder.press(KEY.Key_Z, CONTROL)
    assert stored_coding(coder).evidence == ()
    coder.go_to_panel(PanelName.COUNTING)
    coder.type("q")
    assert "outside" in page.banner.text
    assert stored_marks(coder) == ()
    coder.go_to_panel(PanelName.LISTENING)
    go_to_time(coder, "24:59")
    assert player.position_ms == end_ms
    coder.press(KEY.Key_F3)
    assert player.position_ms == end_ms
    go_to_time(coder, "0:00")
    for _ in range(2):
        coder.press(KEY.Key_Right)
    assert player.position_ms == start_ms - RUN_IN_MS + 10_000


def choose_volleys(coder: Coder) -> None:
    """Switch to the Count workspace and choose to count by volley."""
    page = coder.page()
    coder.press(KEY.Key_K, CONTROL | SHIFT)
    coder.wait_for_focus_in(page.counting)
    assert page.workbench.workspace is Workspace.COUNT
    coder.tab_to_words("By volley")
    coder.press(KEY.Key_Space)
    coder.wait_for_focus_in(page.counting.pad)


def count_volleys(coder: Coder) -> None:
    """Count in six volleys; F3 goes five seconds on between two."""
    page = coder.page()
    coder.go_to_panel(PanelName.COUNTING)
    coder.type("s")
    coder.type("c")  # the slot of reflections has one place: the complex one counts
    coder.type("q")
    coder.press(KEY.Key_Return)
    coder.press(KEY.Key_F3)
    coder.type("q")
    coder.press(KEY.Key_X, SHIFT)  # the same utterance: it confronts, and is no question
    coder.type("a")
    coder.type("m")
    coder.press(KEY.Key_Backspace)  # that was a slip
    assert page.counting.told.startswith("Taken back: Emphasizing autonomy")
    coder.press(KEY.Key_Return)
    coder.press(KEY.Key_F3)
    coder.type("gpo")  # persuade, then with permission: one slot
    coder.press(KEY.Key_Return)
    coder.press(KEY.Key_F3)
    coder.type("sk")
    coder.press(KEY.Key_Return)
    for _ in range(2):  # two questions with an answer between them
        coder.press(KEY.Key_F3)
        coder.type("q")
        coder.press(KEY.Key_Return)


def mend_the_list(coder: Coder) -> None:
    """In the list: remove one mark, exchange the code of another, note a third; stay inside."""
    page = coder.page()
    events = page.counting.events
    coder.tab_into(events.table)
    coder.press(KEY.Key_Home, CONTROL)
    codes = [mark.count_id for mark in stored_marks(coder)]
    assert len(codes) == 13
    for _ in range(codes.index("seek")):
        coder.press(KEY.Key_Down)
    current = events.table.current_row()
    assert current is not None
    assert current.count_id == "seek"
    coder.press(KEY.Key_Delete)
    assert [m.count_id for m in stored_marks(coder)] == [c for c in codes if c != "seek"]

    coder.press(KEY.Key_End, CONTROL)
    coder.press(KEY.Key_Home)  # the time of the last mark
    coder.press(KEY.Key_Return)
    coder.expect(TimeEdit)
    coder.type("0:01")
    coder.press(KEY.Key_Return)
    coder.qtbot.waitUntil(lambda: "outside" in page.banner.text)
    coder.wait_for_focus_on(events.table)
    start_ms, end_ms = span_of(coder)
    assert all(start_ms <= mark.at_ms <= end_ms for mark in stored_marks(coder))

    coder.press(KEY.Key_Right)
    coder.press(KEY.Key_Return)  # the last question was a simple reflection
    coder.expect(QComboBox)
    coder.type("simple")
    coder.press(KEY.Key_Return)
    coder.wait_for_focus_on(events.table)
    coder.press(KEY.Key_End)
    coder.press(KEY.Key_Return)
    coder.expect(QLineEdit)
    coder.type("after a pause")
    coder.press(KEY.Key_Return)
    coder.wait_for_focus_on(events.table)


def rate_with_evidence(coder: Coder) -> None:
    """Rate the four globals in the Rate workspace, with three pieces of evidence."""
    page = coder.page()
    coder.press(KEY.Key_R, CONTROL | SHIFT)
    coder.wait_for_focus_in(page.cards)
    assert page.workbench.workspace is Workspace.RATE
    coder.press(KEY.Key_1, CONTROL)
    coder.press(KEY.Key_F9)
    coder.type("4")
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_2, CONTROL)
    coder.press(KEY.Key_F9)
    coder.type("3")
    coder.press(KEY.Key_F12)
    coder.type("5")
    coder.press(KEY.Key_F12)
    coder.press(KEY.Key_F9, SHIFT)
    coder.press(KEY.Key_F3)
    coder.press(KEY.Key_F9, SHIFT)
    coder.type("4")


def submit(coder: Coder) -> None:
    """Lock with a reason for the short listen; only then are there counts and scores."""
    page = coder.page()
    assert "Scores" not in coder.open_panels()
    assert page.scores.scores.texts == {}
    coder.press(KEY.Key_Return, CONTROL)
    coder.wait_for_dialog(SubmitSheet)
    coder.type(SHORT)
    with coder.qtbot.waitSignal(page.finished):
        coder.press(KEY.Key_Return)
    coder.wait_for_focus_in(page)
    assert "Scores" in coder.open_panels()
    coder.go_to_panel(PanelName.SCORES)


SHOWN = {
    "technical_global": "3.50",
    "relational_global": "4.50",
    "pct_cr": "33.3",
    "r_to_q": "1.50",
    "total_mia": "1.0",
    "total_mina": "1.0",
    "gi": "1",
    "persuade": "0",
    "persuade_permission": "1",
    "q": "2",
    "sr": "2",
    "cr": "1",
    "affirm": "1",
    "seek": "0",
    "emphasize": "0",
    "confront": "1",
}
"""What the coder sees after the lock: six scores, then ten counts."""
VOLLEYS = [
    [{"sr"}, {"cr"}, {"q"}],
    [{"q", "confront"}, {"affirm"}],
    [{"gi"}, {"persuade"}, {"persuade_permission"}],
    [{"sr"}],
    [{"q"}],
    [{"sr"}],
]
"""Codes of each utterance of each volley."""


def test_a_miti_session_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "new_seed", lambda: SEED)
    folder = tmp_path / "study"
    taken_in = make_counted_study(folder, tmp_path / "incoming")
    coder = Coder(qtbot, window)

    coder.open_study(folder)
    coder.open_from_queue()
    answer_before_listening(coder)
    coder.press(KEY.Key_Space)
    coder.play_until(span_of(coder)[0] - RUN_IN_MS + 400)
    coder.press(KEY.Key_Space)
    choose_volleys(coder)
    try_to_leave_the_segment(coder)
    count_volleys(coder)
    mend_the_list(coder)
    rate_with_evidence(coder)
    submit(coder)
    assert coder.page().scores.scores.texts == SHOWN
    assert coder.page().scores.scores.isVisible()
    window.close()

    services = open_study(folder, read_only=True)
    with services.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SESSION)
        history = unit.history.of_coding(coding.coding_id)
        session = unit.sessions.find(SESSION)
    services.close()
    assert session is not None

    check_segment(taken_in, session)
    check_marks(coding, session)
    check_scores(coding)
    assert coding.state is CodingState.LOCKED
    assert session.state is SessionState.SUBMITTED
    assert coding.short_listen_reason == SHORT
    assert dict(coding.answers) == {"change_goal": GOAL}
    assert dict(coding.ratings) == {
        "cultivating_change_talk": Rating.rated(4),
        "softening_sustain_talk": Rating.rated(3),
        "partnership": Rating.rated(5),
        "empathy": Rating.rated(4),
    }
    assert len(coding.evidence) == 3
    assert {e.dimension_ids for e in coding.evidence} == {
        ("cultivating_change_talk",),
        ("softening_sustain_talk",),
        ("empathy",),
    }
    assert all(e.polarity is Polarity.NEUTRAL for e in coding.evidence)
    assert coding.heard
    (submitted,) = (h for h in history if h.kind is HistoryKind.SUBMITTED)
    assert (submitted.actor, submitted.reason) == (CoderId("A"), SHORT)
    of_marks = [h for h in history if h.kind is HistoryKind.MARK]
    assert len(of_marks) == 14 + 1 + 1 + 2  # made, taken back, removed, edited


def check_segment(taken_in: PracticeSession, session: PracticeSession) -> None:
    """The 20 minutes were drawn from a stored seed at intake, and nothing changed them."""
    assert taken_in.recording is not None
    assert taken_in.recording.duration_ms == MINUTES * 60_000
    segment = session.segment
    assert segment is not None
    assert segment == taken_in.segment
    assert (segment.choice, segment.seed) == (SegmentChoice.RANDOM, SEED)
    assert segment.span.duration_ms == SEGMENT_MS
    assert segment.span.start_ms > RUN_IN_MS
    drawn_again = Segment.drawn(MINUTES * 60_000, length_ms=SEGMENT_MS, seed=SEED)
    assert drawn_again == segment


def check_marks(coding: Coding, session: PracticeSession) -> None:
    """The marks stand in their volleys and utterances, all of them inside the segment."""
    assert session.segment is not None
    span = session.segment.span
    assert coding.counting is CountingMode.VOLLEY
    volleys: dict[int, dict[int, set[str]]] = {}
    for mark in coding.marks:
        assert mark.volley is not None
        assert mark.utterance is not None
        volley = volleys.setdefault(mark.volley, {})
        volley.setdefault(mark.utterance, set()).add(mark.count_id)
    assert [[codes for _, codes in sorted(v.items())] for _, v in sorted(volleys.items())] == (
        VOLLEYS
    )
    assert all(span.start_ms <= mark.at_ms <= span.end_ms for mark in coding.marks)
    assert all(
        span.start_ms <= e.span.start_ms and e.span.end_ms <= span.end_ms for e in coding.evidence
    )
    first, last = coding.marks[0], coding.marks[-1]
    assert first.at_ms == span.start_ms - RUN_IN_MS + 10_000 - REACTION_MS
    assert last.at_ms == first.at_ms + 5 * 5_000
    assert last.note == "after a pause"


def check_scores(coding: Coding) -> None:
    """Counts follow the rules of volley and utterance; scores follow from them."""
    codebook = library.find("miti-4.2.1")
    counts = counts_of(codebook, coding)
    assert counts is not None
    assert {c: str(n) for c, n in counts.items()} == {c: SHOWN[c] for c in codebook.count_ids}
    values = {
        score_id: round(score.value, 4)
        for score_id, score in all_scores(codebook, coding.ratings, counts).items()
        if isinstance(score, Score)
    }
    assert values == {
        "technical_global": 3.5,
        "relational_global": 4.5,
        "pct_cr": 33.3333,
        "r_to_q": 1.5,
        "total_mia": 1,
        "total_mina": 1,
    }
