"""The start page: continue, open, make or try a study."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.settings import Settings
from practicecoder.ui.start.model import (
    RECENT_COLUMNS,
    RecentRow,
    continuation,
    is_study,
    recent_rows,
)
from practicecoder.ui.start.packets import is_packet
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.labels import button, card, label
from practicecoder.ui.widgets.notice import EmptyState

WIDEST_PX = 1080


class StartPage(QScrollArea):
    """What a person can do before a study is open, and afterwards to change to another one."""

    open_requested = Signal(object)
    """Folder of the study to open."""
    continue_requested = Signal(object)
    """Folder of the study to go on with where the work stopped."""
    restore_requested = Signal(object)
    """Folder of the study whose backups are to be shown."""
    choose_requested = Signal()
    new_requested = Signal()
    archive_requested = Signal()
    """A new study is to be made of a CACTI archive."""
    packet_requested = Signal()
    demonstration_requested = Signal()
    shortcuts_requested = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._continue_path: Path | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self._recent = RowTableModel(RECENT_COLUMNS, key=lambda r: r.path, parent=self)
        self._content = QWidget(self)
        self._content.setProperty("look", "page")
        self._lay_out()
        self.setWidget(self._content)
        self.refresh()

    def refresh(self) -> None:
        """Show recent studies and the place to continue as they are remembered."""
        rows = recent_rows(self._settings)
        self._recent.set_rows(rows)
        self._table.fit_columns()
        self._table.setVisible(bool(rows))
        self._first_time.setVisible(not rows)
        found = continuation(self._settings)
        self._continue_card.setVisible(found is not None)
        self._continue_path = None if found is None else found.path
        if found is not None:
            self._continue_text.setText(found.text)
            self._continue.setAccessibleName(self.tr("Continue: {}").format(found.text))

    def focus_first(self) -> None:
        """Put the focus where the next step is."""
        target = self._continue if self._continue_path is not None else self._demonstration
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Refuse further opening while a study is being opened or made."""
        self._content.setEnabled(not busy)

    # Layout

    def _lay_out(self) -> None:
        inner = QWidget(self._content)
        inner.setMaximumWidth(WIDEST_PX)
        outer = QHBoxLayout(self._content)
        outer.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, TRIPLE)
        outer.addStretch(1)
        outer.addWidget(inner, 100)
        outer.addStretch(1)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(TRIPLE)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(label("PracticeCoder", inner, Look.TITLE))
        head.addWidget(
            label(
                self.tr("Listen, rate with evidence, measure agreement, give feedback, analyse."),
                inner,
                Look.MUTED,
                wrapped=True,
            )
        )
        layout.addLayout(head)
        layout.addWidget(self._continue_line(inner))
        columns = QHBoxLayout()
        columns.setSpacing(TRIPLE)
        columns.addWidget(self._recent_card(inner), 3)
        columns.addWidget(self._begin_card(inner), 2)
        layout.addLayout(columns)
        layout.addStretch(1)

    def _continue_line(self, parent: QWidget) -> QFrame:
        self._continue_card, layout = card(parent)
        line = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(self.tr("Continue"), parent, Look.MUTED))
        self._continue_text = label("", parent, Look.HEADING, wrapped=True)
        words.addWidget(self._continue_text)
        line.addLayout(words, 1)
        self._continue = button(
            self.tr("Continue"), parent, self._go_on, look=Look.PRIMARY, drawing=Icon.NEXT
        )
        line.addWidget(self._continue)
        layout.addLayout(line)
        return self._continue_card

    def _recent_card(self, parent: QWidget) -> QFrame:
        frame, layout = card(parent)
        layout.addWidget(label(self.tr("Recent studies"), frame, Look.HEADING))
        self._table = RowTable(self.tr("Recent studies"), frame)
        self._table.show_model(self._recent, sortable=False)
        self._table.horizontalHeader().hide()
        self._table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.setMinimumHeight(280)
        self._table.row_activated.connect(self._open_recent)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._first_time = EmptyState(
            self.tr("New here?"),
            self.tr(
                "The demonstration study shows the whole way with made-up data: listen, rate, "
                "compare coders, report, analyse. You cannot break anything."
            ),
            frame,
            drawing=Icon.DEMONSTRATION,
            action=(
                self.tr("Open the demonstration study"),
                self.demonstration_requested.emit,
            ),
        )
        layout.addWidget(self._table, 1)
        layout.addWidget(self._first_time, 1)
        return frame

    def _begin_card(self, parent: QWidget) -> QFrame:
        frame, layout = card(parent)
        layout.addWidget(label(self.tr("Open or begin"), frame, Look.HEADING))
        for words, drawing, signal in (
            (self.tr("Open study folder…"), Icon.FOLDER, self.choose_requested.emit),
            (self.tr("New study…"), Icon.ADD, self.new_requested.emit),
            (
                self.tr("New study from a CACTI archive…"),
                Icon.IMPORT,
                self.archive_requested.emit,
            ),
            (self.tr("Open a coding packet…"), Icon.IMPORT, self.packet_requested.emit),
        ):
            layout.addWidget(self._wide_button(words, drawing, signal, frame))
        self._demonstration = self._wide_button(
            self.tr("Open the demonstration study"),
            Icon.DEMONSTRATION,
            self.demonstration_requested.emit,
            frame,
        )
        layout.addWidget(self._demonstration)
        self._drop = label(self.tr("Or drop a study folder or a packet here"), frame, Look.MUTED)
        self._drop.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drop.setMinimumHeight(64)
        self._drop.setProperty("drop", True)
        layout.addSpacing(SPACE)
        layout.addWidget(self._drop)
        layout.addStretch(1)
        keys = self._wide_button(
            self.tr("Shortcuts"), Icon.HELP, self.shortcuts_requested.emit, frame
        )
        dress(keys, Look.QUIET)
        layout.addWidget(keys)
        return frame

    def _wide_button(
        self, words: str, drawing: Icon, clicked: Callable[[], object], parent: QWidget
    ) -> QWidget:
        made = button(words, parent, clicked)
        made.setStyleSheet("text-align: left;")
        set_icon(made, drawing, Ink.ACCENT)
        name(made, words.rstrip("…"))
        return made

    # What is done here

    def _go_on(self) -> None:
        if self._continue_path is not None:
            self.continue_requested.emit(self._continue_path)

    def _open_recent(self, row: RecentRow) -> None:
        self.open_requested.emit(row.path)

    def _show_menu(self, at: QPoint) -> None:
        row = self._recent.row_at(self._table.indexAt(at))
        if row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = QAction(self.tr("Open"), menu)
        opening.triggered.connect(lambda: self.open_requested.emit(row.path))
        forgetting = QAction(self.tr("Remove from this list"), menu)
        forgetting.triggered.connect(lambda: self._forget(row))
        restoring = QAction(self.tr("Restore a backup…"), menu)
        restoring.triggered.connect(lambda: self.restore_requested.emit(row.path))
        menu.addActions([opening, restoring, forgetting])
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _forget(self, row: RecentRow) -> None:
        self._settings.forget_study(row.path)
        self.refresh()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder that holds a study, or a packet."""
        if _dropped_study(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped study or packet."""
        path = _dropped_study(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_requested.emit(path)


def _dropped_study(mime: QMimeData) -> Path | None:
    """Study folder or packet among what is dropped; its database file stands for a study."""
    for url in mime.urls():
        path = Path(url.toLocalFile())
        if is_packet(path):
            return path
        folder = path.parent if path.is_file() else path
        if is_study(folder):
            return folder
    return None
