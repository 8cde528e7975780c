"""A coder goes through every page and dialog of the window; nothing there breaks the blind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QClipboard, QGuiApplication, QUndoStack
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QStatusBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from practicecoder.codebook import library
from practicecoder.domain.coding import CodingState, Evidence, Note
from practicecoder.domain.ids import BlindCode, CoderId, SessionId, new_id
from practicecoder.domain.spans import TimeSpan
from practicecoder.domain.transcripts import SpeakerRole
from practicecoder.services.context import StudyServices
from practicecoder.services.studies import create_study
from practicecoder.ui.actions import ActionId
from practicecoder.ui.coding.coding_host import CodingHost
from practicecoder.ui.coding.concern import ConcernDialog
from practicecoder.ui.coding.panels import PanelName
from practicecoder.ui.coding.submit import SubmitSheet
from practicecoder.ui.coding.timeline_table import TimelineTable
from practicecoder.ui.coding.transcript.importing import ImportDialog
from practicecoder.ui.consensus.page import ConsensusPage
from practicecoder.ui.main_window import MainWindow
from practicecoder.ui.palette.palette import CommandPalette
from practicecoder.ui.preferences.dialog import PreferencesDialog
from practicecoder.ui.sessions.page import SessionsPage
from practicecoder.ui.tables import RowTable
from practicecoder.ui.training.page import TrainingPage
from practicecoder.ui.widgets.codebook_page import CodebookPage
from practicecoder.ui.widgets.shortcut_sheet import ShortcutSheet
from tests.journeys.coder import KEY, Coder
from tests.ui.coding.made_up import LEAD, Clock, write_talk
from tests.ui.coding.studio import CONTROL, NONE, SHIFT

ME, OTHER = CoderId("ME"), CoderId("QUOKKA")
OPEN, MET, TRIAL = (SessionId(f"NARWHAL-{n}") for n in range(3))
"""Sessions of both coders: one that is open for me, one both submitted, a training recording."""
WORDS = "bandersnatch"
"""In everything that the other coder wrote about the open session."""
PERSON = "Zephyrine Quillfeather"
CANARIES: Mapping[str, str] = {
    "session id": "narwhal",
    "worker": "wombat",
    "office": "ocelot",
    "other coder": "quokka",
    "date": r"2031-07-29|29 Jul|July 29|29/07|07/29|2029-02-12",
    "days": r"\b897\b",
    "phase": r"\btransition\b",
    "session type": "tapirvisit",
    "worker role": "pangolinist",
    "file name": "axolotl",
    "other coder's words": WORDS,
    "name in a transcript": "zephyrine|quillfeather",
}
"""Patterns that stand for what a coder may not know; each occurs nowhere else in the program."""
TOLD_TO_LEADS = frozenset(
    {"session id", "worker", "office", "other coder", "days", "phase", "session type"}
)
"""What the lead's table shows; dates, roles and names of files stand nowhere in the window."""


# The study


def make_blind_study(folder: Path, incoming: Path) -> None:
    """Take three recordings in by a sheet full of canaries; the other coder codes all of them."""
    incoming.mkdir()
    heading = (
        "session_id,worker_id,office_id,phase,session_date,implementation_date,session_type,"
        "worker_role,audio,coder_id"
    )
    lines = [heading]
    for number, session_id in enumerate((OPEN, MET, TRIAL)):
        write_talk(incoming / f"axolotl{number}.wav", seconds=8 + number)
        coders = f"{ME};{OTHER}" if session_id != TRIAL else str(OTHER)
        lines.append(
            f"{session_id},WOMBAT-1,OCELOT,transition,2031-07-29,2029-02-12,tapirvisit,"
            f"pangolinist,axolotl{number}.wav,{coders}"
        )
    sheet = incoming / "axolotl.csv"
    sheet.write_text("\n".join(lines), encoding="utf-8")
    services = create_study(
        folder,
        title="Blind study",
        codebook=library.find("miti-4.2.1"),
        made_up=True,
        now=Clock(),
    )
    services.importing.add_sessions(sheet, actor=LEAD)
    for session_id in (OPEN, MET, TRIAL):
        code_all(services, session_id, OTHER, words=WORDS if session_id == OPEN else "other")
    code_all(services, MET, ME, words="own")
    with services.context.store.reading() as unit:
        (source,) = unit.codings.of_session(TRIAL)
    services.training_recordings.take_over(source.coding_id, actor=LEAD)
    services.training_recordings.assign([TRIAL], [ME], actor=LEAD, seed=1)
    code_all(services, TRIAL, ME, words="own")
    put_transcript(services, incoming)
    services.close()


def code_of(services: StudyServices, session_id: SessionId) -> BlindCode:
    """Blind code of a session."""
    with services.context.store.reading() as unit:
        session = unit.sessions.find(session_id)
    assert session is not None
    return session.blind_code


def code_all(
    services: StudyServices, session_id: SessionId, coder_id: CoderId, *, words: str
) -> None:
    """Code a session as its coder would: answers, ratings, evidence, a note, a concern; submit."""
    acts = services.coding
    coding = acts.open_desk(code_of(services, session_id), coder_id).coding
    coding = acts.answer(coding, "change_goal", f"{words} goal").after
    for place, dimension_id in enumerate(services.codebook.dimension_ids):
        coding = acts.rate(coding, dimension_id, 1 + (place + len(coder_id)) % 5).after
    evidence = Evidence(
        evidence_id=new_id(),
        span=TimeSpan(1_000, 2_000),
        dimension_ids=("empathy",),
        quote=f"{words} quote",
        note=f"{words} thought",
    )
    coding = acts.put_evidence(coding, evidence).after
    coding = acts.put_note(coding, Note(note_id=new_id(), text=f"{words} note")).after
    coding = services.counting.add_mark(coding, "q", 3_000).after
    services.concerns.raise_concern(coding, f"{words} concern", at_ms=2_000)
    acts.submit(coding, short_listen_reason=f"{words} reason")


def put_transcript(services: StudyServices, incoming: Path) -> None:
    """Give the open session a transcript, in whose file somebody is named."""
    file = incoming / "axolotl.vtt"
    cue = f"00:00:01.000 --> 00:00:03.000\n<v {PERSON}>{PERSON.split()[0]} was late.</v>\n"
    file.write_text(f"WEBVTT\n\n{cue}", encoding="utf-8")
    coding = services.coding.open_desk(code_of(services, OPEN), ME).coding
    read = services.transcripts.read(file)
    preview = services.transcripts.preview(coding, read, {PERSON: SpeakerRole.PARENT})
    services.transcripts.add(coding, preview)


# The walk

_TEXTS = (
    "windowTitle",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "objectName",
    "text",
    "iconText",
    "title",
    "placeholderText",
    "plainText",
    "currentText",
    "windowFilePath",
)
"""Properties in which an object may hold words."""
_HEARD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def everything_there(window: MainWindow) -> Iterator[tuple[str, str]]:
    """Every text of the window, shown or hidden, with where it is; and all that can be copied.

    The choice of person is left out: it names everybody who works in the study.
    """
    identity = window.study_view.header.identity if window.study_view is not None else None
    for top in QApplication.topLevelWidgets():
        for each in (top, *top.findChildren(QObject)):
            if identity is not None and _belongs(each, identity):
                continue
            yield from _texts_of(each)
    undo = [text for stack in window.findChildren(QUndoStack) for text in _acts(stack)]
    yield from (("undo", text) for text in undo)


def _belongs(each: QObject, area: QObject) -> bool:
    above: QObject | None = each
    while above is not None and above is not area:
        above = above.parent()
    return above is area


def _acts(stack: QUndoStack) -> list[str]:
    return [stack.text(number) for number in range(stack.count())]


def _texts_of(each: QObject) -> Iterator[tuple[str, str]]:
    where = f"{type(each).__name__} {each.objectName()}"
    own = [bytes(n.data()).decode() for n in each.dynamicPropertyNames()]
    for prop in (*_TEXTS, *(words for words in own if not words.startswith("_"))):  # not Qt's
        value = each.property(prop)
        if isinstance(value, str | list | dict | tuple):
            yield f"{where}.{prop}", str(value)
    match each:
        case QAction():
            yield f"{where}.data", str(each.data())
        case QStatusBar():
            yield f"{where}.message", each.currentMessage()
        case QTabBar():
            for number in range(each.count()):
                yield f"{where} tab", f"{each.tabText(number)} {each.tabToolTip(number)}"
        case QAbstractItemView() | QComboBox() if each.model() is not None:
            yield from _texts_of_model(each.model(), where)
    yield from _heard_and_copied(each, where)


def _heard_and_copied(each: QObject, where: str) -> Iterator[tuple[str, str]]:
    """What a screen reader says, and what a table puts on the clipboard."""
    interface = QAccessible.queryAccessibleInterface(each) if isinstance(each, QWidget) else None
    if interface is not None:
        for kind in _HEARD:
            yield f"{where} heard", interface.text(kind)
    if isinstance(each, RowTable) and each.model() is not None:
        each.copy_table()
        yield f"{where} copied", QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard)


def _texts_of_model(model: QAbstractItemModel, where: str) -> Iterator[tuple[str, str]]:
    root = QModelIndex()
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for role in Qt.ItemDataRole:
        for column in range(columns):
            yield f"{where} heading", str(model.headerData(column, across, role))
            for row in range(model.rowCount(root)):
                yield f"{where} cell", str(model.index(row, column, root).data(role))
        for row in range(model.rowCount(root)):
            yield f"{where} row", str(model.headerData(row, down, role))


class Walk:
    """What was found of the canaries, and what was looked at."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.found: dict[str, set[str]] = {}
        self.texts: set[str] = set()
        self.places = 0

    def look(self) -> None:
        """Look at everything that is there at this moment."""
        QApplication.processEvents()
        self.places += 1
        patterns = {what: re.compile(p, re.IGNORECASE) for what, p in CANARIES.items()}
        for where, text in everything_there(self._window):
            self.texts.add(text)
            for what, pattern in patterns.items():
                if pattern.search(text):
                    self.found.setdefault(what, set()).add(f"{where}: {text[:120]}")


# The way through the window


def look_at_dialog(
    coder: Coder, walk: Walk, key: Qt.Key, held: Qt.KeyboardModifier, kind: type[QWidget]
) -> None:
    """Open a dialog by its key, look, and close it."""
    coder.press(key, held)
    dialog = coder.wait_for_dialog(kind)
    walk.look()
    coder.press(KEY.Key_Escape)
    coder.qtbot.waitUntil(lambda: not _is_shown(dialog))
    coder.window.activateWindow()  # as the system's windows do by themselves
    coder.wait_for_focus_in(coder.window)


def _is_shown(dialog: QWidget) -> bool:
    try:
        return dialog.isVisible()
    except RuntimeError:  # it is gone
        return False


def look_at_coding(coder: Coder, walk: Walk) -> None:
    """Look at the open session in every workspace, and at every dialog there."""
    page = coder.page()
    for key in (KEY.Key_L, KEY.Key_R, KEY.Key_K):
        coder.press(key, CONTROL | SHIFT)
        coder.wait_for_focus_in(page.workbench)
        walk.look()
    coder.press(KEY.Key_L, CONTROL | SHIFT)
    coder.press(KEY.Key_1, CONTROL)
    for key, held, kind in (
        (KEY.Key_F1, NONE, CodebookPage),
        (KEY.Key_T, CONTROL | SHIFT, TimelineTable),
        (KEY.Key_H, CONTROL | SHIFT, ConcernDialog),
        (KEY.Key_Return, CONTROL, SubmitSheet),
        (KEY.Key_Slash, CONTROL, ShortcutSheet),
        (KEY.Key_P, CONTROL | SHIFT, CommandPalette),
        (KEY.Key_Comma, CONTROL, PreferencesDialog),
    ):
        look_at_dialog(coder, walk, key, held, kind)
    page.transcript.files.choose_file()  # the menu's first entry
    coder.wait_for_dialog(ImportDialog)
    walk.look()
    coder.press(KEY.Key_Escape)
    coder.window.activateWindow()
    coder.wait_for_focus_in(page)


def look_at_locked(coder: Coder, walk: Walk, blind_code: BlindCode) -> None:
    """Look at a session that I submitted, with its scores."""
    host = coder.window.findChildren(CodingHost)[0]
    host.go_to(blind_code)
    coder.wait_for_sound()
    coding = coder.page().coding
    assert coding is not None
    assert coding.state is CodingState.LOCKED
    assert PanelName.SCORES.value in coder.open_panels()
    walk.look()


def look_at_consensus(coder: Coder, walk: Walk, blind_code: BlindCode) -> None:
    """Look at the list of meetings and at the one I am asked to."""
    coder.press(KEY.Key_6, Qt.KeyboardModifier.AltModifier)
    page = coder.view.page
    assert isinstance(page, ConsensusPage)
    table = page.meetings.table
    coder.qtbot.waitUntil(lambda: table.rows_model().rowCount() == 1, timeout=10_000)
    walk.look()
    page.meetings.meeting_wanted.emit(blind_code)
    coder.qtbot.waitUntil(page.meeting.isVisible, timeout=10_000)
    walk.look()


def look_at_training(coder: Coder, walk: Walk, blind_code: BlindCode) -> None:
    """Look at my trials, and at one beside its reference."""
    coder.press(KEY.Key_7, Qt.KeyboardModifier.AltModifier)
    page = coder.view.page
    assert isinstance(page, TrainingPage)
    coder.qtbot.waitUntil(lambda: not page.is_computing, timeout=10_000)
    walk.look()
    page.compare(blind_code)
    coder.qtbot.waitUntil(
        lambda: any(d.isVisible() for d in page.findChildren(QDialog)), timeout=10_000
    )
    walk.look()
    coder.press(KEY.Key_Escape)


@pytest.fixture
def blind_folder(tmp_path: Path) -> Path:
    """Study full of canaries."""
    folder = tmp_path / "study"
    make_blind_study(folder, tmp_path / "incoming")
    return folder


def test_no_page_or_dialog_breaks_the_blind(
    window: MainWindow, qtbot: QtBot, blind_folder: Path
) -> None:
    coder, walk = Coder(qtbot, window), Walk(window)
    coder.open_study(blind_folder, ME)
    services = coder.view.services
    codes = [code_of(services, session_id) for session_id in (OPEN, MET, TRIAL)]
    assert not coder.view.may(ActionId.PAGE_RELIABILITY)
    page = coder.view.page
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(lambda: page.queue.table.rows_model().rowCount() == 3)
    walk.look()

    coder.view.open_coding(codes[0])
    coder.wait_for_sound()
    answer = coder.page().before
    coder.wait_for_focus_in(answer)
    coder.type("my own words")
    look_at_coding(coder, walk)
    look_at_locked(coder, walk, codes[1])
    look_at_locked(coder, walk, codes[2])
    look_at_consensus(coder, walk, codes[1])
    look_at_training(coder, walk, codes[2])

    assert walk.found == {}
    assert walk.places == 18
    for shown in ("was late.", "my own words", "own note", "other quote"):
        assert any(shown in text for text in walk.texts), f"the walk did not come by “{shown}”"


def test_the_same_walk_finds_everything_on_the_leads_page(
    window: MainWindow, qtbot: QtBot, blind_folder: Path
) -> None:
    lead, walk = Coder(qtbot, window), Walk(window)
    lead.open_study(blind_folder, LEAD)
    page = lead.view.page
    assert isinstance(page, SessionsPage)
    qtbot.waitUntil(lambda: page.lead.table.rows_model().rowCount() == 3)
    walk.look()
    assert walk.found.keys() >= TOLD_TO_LEADS
