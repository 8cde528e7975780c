"""Concerns about possible harm, as the lead reads and answers them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from practicecoder.domain.concerns import Concern
from practicecoder.domain.ids import CoderId
from practicecoder.domain.spans import clock
from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, card, in_row, label

TEXT_HEIGHT_PX, ACTION_HEIGHT_PX = 96, 64
FEWEST_ROWS = 2
"""Concerns that are seen at once, however large the text is."""

_COLUMNS = (
    Column[Concern](
        title="Raised", text=lambda c: f"{c.raised_at.astimezone():%Y-%m-%d %H:%M}",
        sort_key=lambda c: c.raised_at, bold=lambda c: not c.is_seen,
    ),
    Column[Concern](title="Session", text=lambda c: c.session_id, bold=lambda c: not c.is_seen),
    Column[Concern](title="Coder", text=lambda c: c.coder_id),
    Column[Concern](
        title="At", text=lambda c: "" if c.at_ms is None else clock(c.at_ms),
        sort_key=lambda c: c.at_ms, alignment=RIGHT, tooltip="Moment in the recording",
    ),
    Column[Concern](
        title="State",
        text=lambda c: (
            _tr("seen by {}").format(c.seen_by) if c.is_seen else _tr("not seen yet")
        ),
        sort_key=lambda c: c.is_seen,
    ),
)  # fmt: skip


class ConcernsDialog(QDialog):
    """Lists concerns, those not seen first; each is answered with what is done about it."""

    study_changed = Signal(object)

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Concerns"))
        self.setMinimumSize(640, 480)
        take_room(self, 760, 600)
        self._services = services
        self._actor = actor
        self._drafts: dict[str, str] = {}
        self._shown: Concern | None = None
        self._model = RowTableModel(_COLUMNS, key=lambda c: c.concern_id, parent=self)
        self._table = RowTable(self.tr("Concerns"), self)
        self._table.set_placeholder(
            self.tr(
                "No concern was raised.\nA coder who hears that somebody may be harmed writes to "
                "you from the coding page; it appears here."
            )
        )
        self._table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._table.show_model(self._model)
        self._table.selection_changed.connect(self._show_chosen)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        _be_up_to(self._text, TEXT_HEIGHT_PX)
        name(self._text, self.tr("What was heard"))
        self._action = QPlainTextEdit(self)
        self._action.setTabChangesFocus(True)
        _be_up_to(self._action, ACTION_HEIGHT_PX)
        self._action.setPlaceholderText(self.tr("For example: told the head of the office today"))
        name(self._action, self.tr("What is done about it"))
        self._action.textChanged.connect(self._check)
        self._seen = button(self.tr("Mark as seen"), self, self.mark_seen, look=Look.PRIMARY)
        self._lay_out()
        self._table.take_room_for(FEWEST_ROWS)
        self.read()
        if self._model.rows:
            self._table.selectRow(0)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()

    @property
    def table(self) -> RowTable:
        """The list."""
        return self._table

    def read(self) -> None:
        """Read the concerns again."""
        try:
            self._model.set_rows(self._services.concerns.for_lead(self._actor))
        except PracticeCoderError as error:
            show_error(self, error)
        self._table.fit_columns()

    def mark_seen(self) -> None:
        """Store what is done about the chosen concern."""
        concern = self._shown
        if concern is None:
            return
        try:
            change = self._services.concerns.mark_seen(
                concern.concern_id, actor=self._actor, action=self._action.toPlainText()
            )
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self._drafts.pop(concern.concern_id, None)
        self._shown = None
        self.read()
        self._table.select_key(concern.concern_id)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chosen()
        announce(self, self.tr("Marked as seen."))
        self.study_changed.emit(change)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Concerns"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr(
                    "What coders told you about possible harm. It is for leads alone and never "
                    "part of scores, reports or exports."
                ),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._table)
        layout.addWidget(frame, 1)
        for words, field in (
            (self.tr("What was &heard"), self._text),
            (self.tr("What is &done about it"), self._action),
        ):
            heading = label(words, self, Look.MUTED)
            heading.setBuddy(field)
            layout.addWidget(heading)
            layout.addWidget(field)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = in_row(self._seen)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout.addLayout(foot)

    def _show_chosen(self) -> None:
        rows = self._table.selected_rows()
        concern: Concern | None = rows[0] if rows else None
        if concern == self._shown and concern is not None:
            return
        self._keep_draft()
        self._shown = concern
        self._text.setPlainText("" if concern is None else concern.text)
        self._action.setPlainText("" if concern is None else _action(concern, self._drafts))
        self._action.setReadOnly(concern is None or self._services.read_only)
        self._check()

    def _keep_draft(self) -> None:
        """Keep what was being written while another concern is looked at."""
        if self._shown is not None:
            self._drafts[self._shown.concern_id] = self._action.toPlainText()

    def _check(self) -> None:
        concern, words = self._shown, self._action.toPlainText().strip()
        is_new = concern is not None and words not in ("", concern.action)
        self._seen.setText(
            self.tr("Save what is done")
            if concern is not None and concern.is_seen
            else self.tr("Mark as seen")
        )
        self._seen.setEnabled(is_new and not self._services.read_only)


def _be_up_to(field: QPlainTextEdit, height_px: int) -> None:
    """Take a height, given at the normal text size, or less where the screen is too low."""
    two_lines = 2 * field.fontMetrics().lineSpacing() + 16
    field.setMinimumHeight(min(two_lines, scaled(height_px)))
    field.setMaximumHeight(scaled(height_px))


def _action(concern: Concern, drafts: Mapping[str, str]) -> str:
    return drafts.get(concern.concern_id, concern.action)


def _tr(text: str) -> str:
    return translate("Sessions", text)
