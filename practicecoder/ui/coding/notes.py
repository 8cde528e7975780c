"""Notes of the coder: a list in order of time, and one field in which each is written."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from practicecoder.domain.coding import Coding, Note
from practicecoder.domain.ids import new_id
from practicecoder.domain.spans import clock
from practicecoder.ui.accessibility import name
from practicecoder.ui.actions import ActionId, follow_keys, shortcut_text
from practicecoder.ui.coding.autosave import Autosave
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import button
from practicecoder.ui.widgets.time_edit import TimeEdit

FIELD_LINES = 3
_LEADING_STAMP = re.compile(r"^\[((?:\d+:)?\d+:\d\d)\]\s*")


class NoteField(QPlainTextEdit):
    """Text of one note: Enter ends it, Shift+Enter begins a new line, Escape leaves."""

    ended = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the note with Enter; other keys write."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and not shifted:
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class NotesPanel(QWidget):
    """Lists notes and writes one at a time; each saves itself.

    A new note belongs to the moment at which writing began. Its time can be changed, or emptied
    for a note on the whole session. A note without words is no note.
    """

    play_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._note_id: str | None = None
        self._position_ms = 0
        self.head = QWidget(self)
        """Controls for the heading of the panel."""
        self.table = RowTable(self.tr("Notes"), self)
        self.table.row_activated.connect(self._edit)
        self.field = NoteField(self)
        self.field.setTabChangesFocus(True)
        name(self.field, self.tr("Note"), self.tr("Enter ends the note"))
        follow_keys(self.field, self._show_how_to_stamp)
        self.field.ended.connect(self.end_note)
        self.field.escaped.connect(self._leave)
        self._saver = Autosave(self.field, self._store)
        self._was_blank = True
        self.field.textChanged.connect(self._show_own_time)
        self._time = TimeEdit(
            self.head, commit_on_leave=True, empty_words=self.tr("whole session"), tenths=False
        )
        name(self._time, self.tr("Time of the note, empty for the whole session"))
        self._time.time_entered.connect(self._time_entered)
        self._new = button(self.tr("New note"), self, self._begin, look=Look.QUIET)
        self._new.hide()
        self._lay_out()

    # Life

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the notes of a coding; None while there is none."""
        self._coding = coding
        self._begin_blank()
        if coding is None:
            return
        columns: tuple[Column[Note], ...] = (
            Column(title="Time", text=_time_in_words, alignment=RIGHT),
            Column(title="Note", text=_text_in_list, cell_tooltip=lambda n: n.text),
        )
        model = RowTableModel(columns, key=lambda n: n.note_id, parent=self.table)
        self.table.show_model(model, sortable=False)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.fit_columns(stretch=1)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        model = self.table.rows_model()
        if model.rows != coding.notes:
            model.set_rows(coding.notes)
            self.table.fit_columns(stretch=1)
        count = len(coding.notes)
        title = self.tr("Notes ({0})") if count else self.tr("Notes")
        self.setWindowTitle(title.format(count))
        editable = self._coding is not None and self._coding.is_editable
        words = self.tr("What you write below is kept with its time.")
        self.table.set_placeholder(words if editable else self.tr("There are no notes."))
        self._show_note(coding)
        for field in (self.field, self._time):
            field.setReadOnly(not editable)
            field.setVisible(editable or self._note_id is not None)

    def set_position(self, position_ms: int) -> None:
        """Keep the moment at which a note would begin."""
        self._position_ms = position_ms

    def flush(self) -> bool:
        """Save what was typed; False if that failed."""
        return self._saver.flush()

    def enter(self) -> None:
        """Go to the field; to the list where nothing can be written, as in a locked coding."""
        where = self.table if self.field.isHidden() else self.field
        where.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def open_note_id(self) -> str:
        """Id of the note in the field; empty if it is a new one without words."""
        return self._note_id or ""

    @property
    def is_writing(self) -> bool:
        """Whether a stored note stands in the field to be changed."""
        return self._note_id is not None and not self.field.isReadOnly()

    # Acts

    def take_up(self, note_id: str) -> bool:
        """Go on writing a note; False if there is no such note."""
        note = None if self._coding is None else self._coding.note(note_id)
        if note is None or self.field.isReadOnly():
            return False
        self._edit(note)
        return True

    def stamp(self, at_ms: int) -> None:
        """Write a time into the note, going to its field if need be."""
        if self.field.isReadOnly():
            return
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._position_ms = at_ms
        before = (
            self.field.textCursor().block().text()[: self.field.textCursor().positionInBlock()]
        )
        gap = "" if not before or before.endswith(" ") else " "
        self.field.insertPlainText(f"{gap}[{clock(at_ms)}] ")

    def end_note(self) -> None:
        """Save the note and begin another one."""
        if self._saver.flush():
            self._begin_blank()

    def edit_selected(self) -> None:
        """Take the selected note into the field."""
        for note in self.table.chosen_rows()[-1:]:
            self._edit(note)

    def play_selected(self) -> None:
        """Play from the moment of the selected note."""
        for note in self.table.chosen_rows()[-1:]:
            if note.at_ms is not None:
                self.play_wanted.emit(note.at_ms)

    def remove_selected(self) -> None:
        """Remove the selected note."""
        if self._coding is None or not self._coding.is_editable:
            return
        for note in self.table.chosen_rows()[-1:]:
            self._coding.remove_note(note.note_id)

    # Inside

    def _show_how_to_stamp(self) -> None:
        """Say in the empty field which key stamps the time, by the keys in force."""
        stamp, words = shortcut_text(ActionId.NOTE_STAMP), self.tr("Write a note.")
        if stamp:
            words = self.tr("Write a note. {0} stamps the time.").format(stamp)
        self.field.setPlaceholderText(words)

    def _store(self, text: str) -> bool:
        if self._coding is None:
            return True
        words = text.strip()
        if not words:
            return self._note_id is None or self._coding.remove_note(self._note_id)
        if self._note_id is None:
            self._note_id = new_id()
        note = Note(note_id=self._note_id, text=words, at_ms=self._time.time_ms)
        return self._coding.put_note(note, visit=(self._note_id, self._saver.visit))

    def _time_entered(self) -> None:
        """Keep a changed time with a note that is stored already."""
        note = None if self._coding is None or not self._note_id else self._stored()
        if note is not None and self._coding is not None:
            self._saver.flush()
            text = self._saver.text.strip()
            self._coding.put_note(Note(note_id=note.note_id, text=text, at_ms=self._time.time_ms))

    def _edit(self, note: Note) -> None:
        """Take a note of the list into the field."""
        if not self._saver.flush():
            return
        self._note_id = note.note_id
        self._saver.reset(note.text)
        self._time.reset(note.at_ms)
        self._new.setVisible(not self.field.isReadOnly())
        self.field.show()
        self._time.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def _begin(self) -> None:
        self.end_note()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_blank(self) -> None:
        self._note_id = None
        self._saver.reset("")
        self._time.reset(None)
        self._new.hide()

    def _leave(self) -> None:
        self.end_note()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_note(self, coding: Coding) -> None:
        """Bring the field into line with what is stored, such as after undo."""
        if self._note_id is None:
            return
        note = next((n for n in coding.notes if n.note_id == self._note_id), None)
        if note is not None:
            if self._saver.text.strip() != note.text:
                self._saver.show(note.text)
            self._time.set_time(note.at_ms)
        elif not self._saver.is_dirty:
            self._begin_blank()

    def _show_own_time(self) -> None:
        """Give a new note its time as writing begins."""
        was_blank, self._was_blank = self._was_blank, not self._saver.text.strip()
        begins = was_blank and not self._was_blank
        if begins and self._note_id is None and self._saver.is_dirty:
            self._time.reset(self._position_ms)

    def _stored(self) -> Note | None:
        if self._coding is None or self._note_id is None:
            return None
        return self._coding.note(self._note_id)

    def _lay_out(self) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE)
        head.addWidget(self._time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(HALF, 0, HALF, HALF)
        layout.setSpacing(SPACE)
        layout.addWidget(self.table, 1)
        writing = QHBoxLayout()  # the button takes room of the field alone: no panel moves
        writing.setSpacing(SPACE)
        writing.addWidget(self.field, 1)
        writing.addWidget(self._new, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(writing)
        line = self.field.fontMetrics().lineSpacing()
        self.field.setFixedHeight(FIELD_LINES * line + 2 * SPACE)
        self.table.setMinimumHeight(2 * self.table.verticalHeader().defaultSectionSize())


def _time_in_words(note: Note) -> str:
    return translate("Notes", "session") if note.at_ms is None else clock(note.at_ms)


def _text_in_list(note: Note) -> str:
    """Note in one line, without a leading stamp that repeats its time."""
    text = " ".join(note.text.split())
    stamp = _LEADING_STAMP.match(text)
    if stamp and note.at_ms is not None and stamp.group(1) == clock(note.at_ms):
        return text[stamp.end() :] or text
    return text
