"""The list of meetings: sessions whose independent codings are all locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from practicecoder.services.meetings import MeetingRow, MeetingState
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.languages.days import day_in_words
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, Look
from practicecoder.ui.widgets.labels import card, label

STATE_WORDS = Words(
    {
        MeetingState.TO_HOLD: "to hold",
        MeetingState.BEGUN: "begun",
        MeetingState.FINISHED: "finished",
    }
)
_STATES = list(STATE_WORDS)
FEWEST_ROWS = 4


class MeetingList(QWidget):
    """Meetings as a table; for leads also whether coders are named."""

    meeting_wanted = Signal(str)
    """Blind code of the session whose meeting is to be opened."""
    names_chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: RowTableModel[MeetingRow] = RowTableModel(
            (), key=lambda row: row.blind_code, parent=self
        )
        self.table = RowTable(self.tr("Consensus meetings"), self)
        self.table.set_placeholder(
            self.tr(
                "No session can be compared yet.\nA meeting opens when all independent codings "
                "of a session are submitted."
            )
        )
        self.table.show_model(self._model)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.row_activated.connect(lambda row: self.meeting_wanted.emit(row.blind_code))
        self._lead = label("", self, Look.LEAD, wrapped=True)
        self.names = QCheckBox(self.tr("Meetings show who the coders are"), self)
        self.names.setToolTip(
            self.tr("Otherwise coders are A and B, letters that change from session to session")
        )
        self.names.clicked.connect(self.names_chosen)
        self._lay_out()

    @property
    def summary(self) -> str:
        """How many meetings there are to hold."""
        return self._lead.text()

    def show_rows(self, rows: Sequence[MeetingRow], *, is_lead: bool, names_shown: bool) -> None:
        """Show meetings."""
        if not self._model.columns or is_lead != self.names.isVisibleTo(self):
            self._model.set_columns(meeting_columns(is_lead=is_lead))
        self._model.set_rows(rows)
        self.table.fit_columns()
        self.names.setVisible(is_lead)
        self.names.setChecked(names_shown)
        self._lead.setText(self._summary(rows))
        if rows and not self.table.selected_rows():
            self.table.selectRow(0)

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _summary(self, rows: Sequence[MeetingRow]) -> str:
        left = [row for row in rows if row.state is not MeetingState.FINISHED]
        if not rows:
            return ""
        words = self.tr("{0} of {1} meetings to hold; {2} dimensions to talk about")
        return words.format(len(left), len(rows), sum(row.n_differences for row in left))

    def _lay_out(self) -> None:
        frame, inside = card(self)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self.table)
        self.table.take_room_for(FEWEST_ROWS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(DOUBLE)
        layout.addWidget(self._lead)
        layout.addWidget(frame, 1)
        layout.addWidget(self.names)


def meeting_columns(*, is_lead: bool) -> tuple[Column[MeetingRow], ...]:
    """Columns of the list; the session's own code is for leads alone."""
    own = Column[MeetingRow](title="Session", text=lambda row: row.session_id or "")
    return (
        Column[MeetingRow](
            title="Code",
            text=lambda row: row.blind_code,
            tooltip="Random code of the session",
            bold=lambda row: row.state is not MeetingState.FINISHED,
        ),
        *((own,) if is_lead else ()),
        Column[MeetingRow](
            title="Meeting",
            text=lambda row: STATE_WORDS[row.state],
            sort_key=lambda row: _STATES.index(row.state),
        ),
        Column[MeetingRow](
            title="Coders",
            text=lambda row: str(row.n_coders),
            sort_key=lambda row: row.n_coders,
            alignment=RIGHT,
        ),
        Column[MeetingRow](
            title="To talk about",
            text=lambda row: str(row.n_differences),
            sort_key=lambda row: row.n_differences,
            alignment=RIGHT,
            tooltip="Dimensions on which the coders differ",
        ),
        Column[MeetingRow](
            title="Equal",
            text=lambda row: str(row.n_equal),
            sort_key=lambda row: row.n_equal,
            alignment=RIGHT,
        ),
        Column[MeetingRow](
            title="Agreed",
            text=lambda row: _tr("{0} of {1}").format(
                row.n_agreed, row.n_differences + row.n_equal
            ),
            sort_key=lambda row: row.n_agreed,
            alignment=RIGHT,
        ),
        Column[MeetingRow](
            title="Finished",
            text=lambda row: (
                "" if row.finished_at is None else day_in_words(row.finished_at.astimezone())
            ),
            sort_key=lambda row: row.finished_at,
        ),
    )


def _tr(text: str) -> str:
    return translate("Meeting", text)
