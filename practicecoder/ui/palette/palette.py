"""The command palette over the window: type a few letters, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.languages import ACTION_WORDS, translate
from practicecoder.ui.palette.entries import Entry, entries_of, ranked
from practicecoder.ui.settings import Settings
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look, dress, scaled

WIDTH = 620
"""In pixels at the normal text size; a narrower window makes it narrower."""
MOST_ROWS = 11
RECENT_LIMIT = 12
"""How many commands are remembered as used last."""

_COLUMNS = (
    Column[Entry](title="Command", text=lambda e: e.words, bold=lambda _: True),
    Column[Entry](
        title="Group", text=lambda e: translate(ACTION_WORDS, e.group), muted=lambda _: True
    ),
    Column[Entry](title="Key", text=lambda e: e.key, alignment=RIGHT),
)
_LIST_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_RUN_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class CommandPalette(QFrame):
    """Lists what can be done at this moment and does it; the window goes on meanwhile.

    With settings the commands used last are remembered over a restart, else as long as the
    palette lives. It closes when the focus leaves it.
    """

    def __init__(self, window: QWidget, settings: Settings | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._recent: tuple[str, ...] = () if settings is None else settings.recent_commands
        self._entries: tuple[Entry, ...] = ()
        self._came_from: QWidget | None = None
        dress(self, Look.CARD)
        name(self, self.tr("Command palette"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find a command"))
        name(self.field, self.tr("Find a command"), self.tr("Arrows choose, Enter runs it"))
        self.list = RowTable(self.tr("Commands"), self)
        self.list.set_placeholder(self.tr("No command that can be used here has these letters."))
        self.list.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._model = RowTableModel[Entry](_COLUMNS, key=lambda e: e.name, parent=self)
        self.list.show_model(self._model, sortable=False)
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.field.textChanged.connect(self._show_fitting)
        self.list.clicked.connect(lambda _index: self.run())
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        self.hide()

    @property
    def shown(self) -> tuple[Entry, ...]:
        """Entries in the list, best first."""
        return self._model.rows

    @property
    def current(self) -> Entry | None:
        """Entry that Enter would run; None if nothing fits."""
        rows = self.list.selected_rows()
        return rows[0] if rows else None

    def open(self) -> None:
        """Show what can be done at this moment; it goes on where the focus is."""
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
            self._entries = entries_of(self._window)
            self.field.clear()
            self._show_fitting()
            self._place()
            self.show()
            self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.tr("{0} commands").format(len(self._entries)))

    def dismiss(self) -> None:
        """Close, with the focus where it was."""
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.window().activateWindow()
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def run(self) -> None:
        """Do what is chosen, from where the focus was."""
        entry = self.current
        if entry is None:
            return
        self.dismiss()
        if not entry.can_run:
            announce(self, self.tr("{0} cannot be used any more").format(entry.words))
            return
        self._remember(entry)
        entry.action.trigger()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list with the keys of the field; follow the window's size."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.setAccepted(_is_own(event))
                return event.isAccepted()
            if event.type() is QEvent.Type.KeyPress and _is_own(event):
                self._take(event)
                return True
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    # Inside

    def _take(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in _RUN_KEYS:
            if not event.isAutoRepeat():
                self.run()
        else:
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_ROWS}
            self._go(steps.get(Qt.Key(event.key()), MOST_ROWS))

    def _go(self, steps: int) -> None:
        rows = len(self.shown)
        if rows:
            place = self.list.currentIndex().row() + steps
            self.list.selectRow(place % rows if abs(steps) == 1 else min(max(place, 0), rows - 1))
            self._say_current()

    def _show_fitting(self) -> None:
        self._model.set_rows(ranked(self._entries, self.field.text(), self._recent))
        self.list.fit_columns(stretch=0)
        self.list.clearSelection()
        if self.shown:
            self.list.selectRow(0)
            self.list.scrollToTop()
        if self.isVisible():
            self._say_current()

    def _say_current(self) -> None:
        entry = self.current
        if entry is None:
            announce(self, self.tr("No command"))
            return
        place = self.list.currentIndex().row() + 1
        words = self.tr("{0}, {1}, {2}, {3} of {4}").format(
            entry.words, entry.group, entry.key or self.tr("no key"), place, len(self.shown)
        )
        announce(self, words)

    def _remember(self, entry: Entry) -> None:
        others = [other for other in self._recent if other != entry.name]
        self._recent = (entry.name, *others)[:RECENT_LIMIT]
        if self._settings is not None:
            self._settings.recent_commands = self._recent

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and not self.isAncestorOf(new):
            self._came_from = None
            self.hide()

    def _place(self) -> None:
        width = min(scaled(WIDTH), self._window.width() - 2 * DOUBLE)
        rows = min(MOST_ROWS, max(len(self._entries), 1))
        row = self.list.verticalHeader().defaultSectionSize()
        height = self.field.sizeHint().height() + rows * row + 5 * SPACE
        height = min(height, self._window.height() - 4 * DOUBLE)
        self.setGeometry((self._window.width() - width) // 2, 3 * DOUBLE, width, height)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)


def _is_own(event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key(event.key())
    return plain and (key in _LIST_KEYS or key in _RUN_KEYS or key is Qt.Key.Key_Escape)
