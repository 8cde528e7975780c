"""A day with made-up words in the real window: ``python -m tests.trust.canary_session PLACE``.

PLACE is a folder with ``recording.wav``; the study is made beside it, encrypted if a passphrase
follows. ``-`` in its place makes a plain study without the day's work. Words that must not be
found afterwards are all made of :data:`CANARY`.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practicecoder import app
from practicecoder.codebook import library
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Role
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.services.studies import create_study
from practicecoder.ui.coding.page import CodingPage
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.player import PlayerState
from practicecoder.ui.security.passphrase_dialog import PassphraseDialog
from practicecoder.ui.settings import Settings
from practicecoder.ui.study_view import StudyView
from tests.sound_device import plug_in
from tests.trust.marked_session import SESSION as MARKED
from tests.trust.marked_session import add_marked_session

CANARY = "KANARIENVOGEL"
CODER, LEAD = CoderId(f"{CANARY}-C"), CoderId("L1")
SESSION = SessionId(f"{CANARY}-S")
EVERY_LOG = "every.log"
"""What any library logs, statements to the database among it."""
ONLY_MADE = "-"
PATIENCE_S = 60.0
CONTROL = Qt.KeyboardModifier.ControlModifier


def main(place: Path, passphrase: str | None) -> None:
    """Make the study, work in it, lock it, open it again, and end."""
    logging.basicConfig(filename=place / EVERY_LOG, level=logging.INFO)
    app.log_to_file()
    logging.getLogger("practicecoder").setLevel(logging.DEBUG)
    make_study(place, None if passphrase == ONLY_MADE else passphrase)
    if passphrase == ONLY_MADE:
        return
    application = app.make_application(sys.argv)
    with pytest.MonkeyPatch.context() as patch:
        plug_in(patch)
        window = MainWindow(Settings())
        window.show()
        window.activateWindow()
        view = opened(window, place / "study", passphrase)
        view.choose_person(CODER)
        code_a_session(window, view)
        if passphrase is not None:
            window.lock_study()
            view = unlocked(window, passphrase)
        view.services.context.store.backup()
        provoke(view)
        window.close()
        application.processEvents()


def make_study(place: Path, passphrase: str | None) -> None:
    """Make a study whose every word is marked, with a real recording that waits to be coded."""
    services = create_study(
        place / "study",
        title=f"{CANARY} title",
        codebook=library.find("swim7"),
        passphrase=passphrase,
    )
    add_marked_session(services)
    with services.context.store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))
    sheet = place / "sessions.csv"
    sheet.write_text(
        "session_id,worker_id,office_id,purpose,audio,coder_id\n"
        f"{SESSION},{CANARY}-W,{CANARY}-O,both,recording.wav,{CODER}\n",
        encoding="utf-8",
    )
    services.importing.add_sessions(sheet, actor=LEAD)
    sheet.unlink()
    services.close()


def opened(window: MainWindow, study: Path, passphrase: str | None) -> StudyView:
    """Open the study as a person does."""
    window.open_study(study)
    return unlocked(window, passphrase)


def unlocked(window: MainWindow, passphrase: str | None) -> StudyView:
    """Enter the passphrase where there is one, and wait for the study."""
    if passphrase is not None:
        until(lambda: any(d.isVisible() for d in window.findChildren(PassphraseDialog)))
        asking = next(d for d in window.findChildren(PassphraseDialog) if d.isVisible())
        asking.field.line.setText(passphrase)
        QTest.keyClick(asking.field.line, Qt.Key.Key_Return)
    until(lambda: window.study_view is not None)
    assert window.study_view is not None
    return window.study_view


def code_a_session(window: MainWindow, view: StudyView) -> None:
    """Listen, rate, take evidence with a quote, write a note; give it a transcript."""
    desk = next(row for row in view.services.sessions.queue(CODER))
    view.open_coding(desk.blind_code)
    until(lambda: bool(window.findChildren(CodingPage)))
    page = window.findChildren(CodingPage)[0]
    until(lambda: page.listening.player.state is PlayerState.PAUSED)
    until(lambda: page.coding is not None)
    window.activateWindow()
    page.focus_first()
    until(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_Space)
    until(lambda: page.listening.player.position_ms > 400)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_1, CONTROL)
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_S)
    press(Qt.Key.Key_J, CONTROL)
    for letter in f"{CANARY} note":
        QTest.keyClicks(focused(), letter)
    press(Qt.Key.Key_Return)
    assert page.flush()
    put_transcript(view, window)


def put_transcript(view: StudyView, window: MainWindow) -> None:
    """Add a transcript as the coding page does."""
    file = Path.cwd() / "talk.vtt"
    file.write_text(
        f"WEBVTT\n\n00:00:00.500 --> 00:00:01.500\n<v {CANARY}>{CANARY} line</v>\n",
        encoding="utf-8",
    )
    page = window.findChildren(CodingPage)[0]
    assert page.coding is not None
    with view.services.context.store.reading() as unit:
        (coding,) = unit.codings.of_session(SESSION)
    read = view.services.transcripts.read(file)
    roles = {CANARY: SpeakerRole.WORKER}
    view.services.transcripts.add(coding, view.services.transcripts.preview(coding, read, roles))
    file.unlink()


def provoke(view: StudyView) -> None:
    """Have the program meet errors whose messages could tell something."""
    from practicecoder.errors import PracticeCoderError

    services = view.services
    acts: tuple[Callable[[], object], ...] = (
        lambda: services.people.add_coder(CODER, frozenset({Role.CODER}), actor=LEAD),
        lambda: _twice(view),
        lambda: services.importing.import_ratings(Path(f"{CANARY}.csv"), actor=LEAD),
        lambda: services.sessions.assign((MARKED,), CoderId(CANARY), actor=LEAD, seed=1),
        lambda: services.importing.add_sessions(Path(f"{CANARY}.csv"), actor=LEAD),
        lambda: _damage_recordings(view),
    )
    for act in acts:
        try:
            act()
        except PracticeCoderError as error:
            logging.getLogger("practicecoder").info("refused: %s", type(error).__name__)
        except Exception:
            logging.getLogger("practicecoder").exception("failed")


def _damage_recordings(view: StudyView) -> None:
    """Check and open recordings that are damaged; afterwards they are as they were."""
    store = view.services.context.store
    whole = {file: file.read_bytes() for file in store.audio_dir.iterdir()}
    for file in whole:
        file.write_bytes(b"nonsense")
    problems = store.check()
    logging.getLogger("practicecoder").info("refused: %d problems", len(problems))
    view.open_coding(next(iter(view.services.sessions.queue(CODER))).blind_code)
    QTest.qWait(500)
    for file, content in whole.items():
        file.write_bytes(content)


def _twice(view: StudyView) -> None:
    with view.services.context.store.transaction() as unit:
        unit.people.add_coder(Coder(coder_id=CODER))


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(focused(), key, held)


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so."""
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to it")
        QTest.qWait(10)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
