"""The list of marks with its commands: filter, play, merge, split, remove, copy as text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from practicecoder.domain.coding import CodeMark, Coding, CountingMode
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.counting.event_model import EventModel
from practicecoder.ui.coding.counting.event_table import EventTable
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label

LEAST_ROWS = 4
"""Rows of the table that are visible however small the window is."""


class EventList(QWidget):
    """Every mark of a coding in order of time, edited in place."""

    play_wanted = Signal(int)
    volley_wanted = Signal(int)
    """Go on with this volley."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: OpenCoding | None = None
        self._model: EventModel | None = None
        self.filter = QComboBox(self)
        name(self.filter, self.tr("Show marks of"))
        self.filter.currentIndexChanged.connect(self._filter)
        self.table = EventTable(self)
        self.table.selection_changed.connect(self._offer)
        self.table.play_wanted.connect(self._play)
        self.table.remove_wanted.connect(self._remove)
        self._commands: dict[str, QPushButton] = {}
        self._lay_out()

    # Life

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Show the marks of a coding; None while there is none."""
        if self._model is not None:
            self._model.step_to(())
        self._coding, self._model = coding, None
        self.filter.clear()
        if coding is None:
            return
        self.filter.addItem(self.tr("All codes"), None)
        for code in coding.count_codes:
            self.filter.addItem(code.label, code.count_id)
        self.show_coding(coding.coding)

    def show_coding(self, coding: Coding) -> None:
        """Show what is stored."""
        if self._coding is None:
            return
        by_volley = coding.counting is CountingMode.VOLLEY
        if self._model is None or self._model.by_volley is not by_volley:
            self._model = EventModel(
                self._coding.codebook, coding, self._coding.edit_mark, self.table
            )
            old = self.table.model()
            self.table.show_events(self._model, self._coding.codebook, self._coding.count_codes)
            if old is not None:
                old.deleteLater()
            self._filter()
        elif self._model.rows != coding.marks:
            self.table.step_to(coding.marks)
        self._model.set_editable(self._coding.is_editable)
        words = self.tr("Marks appear here as you make them.")
        none = self.tr("There are no marks.")
        self.table.set_placeholder(words if self._coding.is_editable else none)
        for words in ("merge_volleys", "split", "utterance", "volley"):
            self._commands[words].setVisible(by_volley)
        self._offer()

    def flush(self) -> bool:
        """Store what is being edited in a cell; False if it was refused."""
        return self.table.flush()

    @property
    def commands(self) -> dict[str, QPushButton]:
        """Buttons by what they do."""
        return dict(self._commands)

    def select(self, mark_id: str) -> None:
        """Select a mark and bring it into view."""
        self.table.select_key(mark_id)

    # Commands

    def _play(self, mark: CodeMark | None) -> None:
        if mark is not None:
            self.play_wanted.emit(mark.at_ms)

    def _play_current(self) -> None:
        self._play(self.table.current_row())

    def _remove(self) -> None:
        if self._coding is not None and self._coding.is_editable and self._ids():
            self._coding.remove_marks(self._ids())

    def _merge(self) -> None:
        if self._coding is not None:
            self._coding.merge_marks(self._ids())

    def _merge_volleys(self) -> None:
        if self._coding is not None and len(volleys := self._volleys()) == 2:
            self._coding.merge_volleys(*volleys)

    def _split(self) -> None:
        marks = self.table.marks()
        if self._coding is not None and marks:
            self._coding.split_volley(marks[0].mark_id)

    def _join(self) -> None:
        if self._coding is not None:
            self._coding.join_utterance(self._ids())

    def _go_on_with_volley(self) -> None:
        if len(volleys := self._volleys()) == 1:
            self.volley_wanted.emit(volleys[0])

    def _copy(self) -> None:
        self.table.copy_selection()
        announce(self, self.tr("Marks copied as text"))

    # Inside

    def _ids(self) -> tuple[str, ...]:
        return tuple(mark.mark_id for mark in self.table.marks())

    def _volleys(self) -> list[int]:
        marks = self.table.marks()
        return list(dict.fromkeys(mark.volley for mark in marks if mark.volley is not None))

    def _filter(self) -> None:
        if self._model is not None:
            self._model.show_code(self.filter.currentData())

    def _offer(self) -> None:
        """Enable what can be done with the selection."""
        marks, volleys = self.table.marks(), self._volleys()
        editable = self._coding is not None and self._coding.is_editable
        one_code = len({(m.count_id, m.speaker, m.volley) for m in marks}) == 1
        for command, possible in {
            "play": bool(marks),
            "merge": editable and len(marks) > 1 and one_code,
            "merge_volleys": editable and len(volleys) == 2,
            "split": editable and len(marks) == 1 and len(volleys) == 1,
            "utterance": editable and len(marks) > 1 and len(volleys) == 1,
            "volley": editable and len(volleys) == 1,
            "remove": editable and bool(marks),
            "copy": self._model is not None and bool(self._model.rows),
        }.items():
            self._commands[command].setEnabled(possible)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(label(self.tr("Marks"), self, Look.HEADING))
        head.addStretch(1)
        head.addWidget(self.filter)
        flow = Flow(self, spacing=HALF)
        for command, words, tip, act in self._wordings():
            made = button(words, flow, act, look=Look.QUIET)
            made.setToolTip(tip)
            self._commands[command] = made
            flow.add(made)
        self._offer()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(flow)
        self.table.take_room_for(LEAST_ROWS)

    def _wordings(self) -> tuple[tuple[str, str, str, Callable[[], None]], ...]:
        return (
            ("play", self.tr("Play"), self.tr("Play from the mark (Space)"), self._play_current),
            (
                "merge",
                self.tr("Merge marks"),
                self.tr("One mark of several with the same code, from the first to the last"),
                self._merge,
            ),
            (
                "merge_volleys",
                self.tr("Merge volleys"),
                self.tr("One volley of the two that the selected marks are in"),
                self._merge_volleys,
            ),
            (
                "split",
                self.tr("Split volley"),
                self.tr("A new volley begins with the selected mark"),
                self._split,
            ),
            (
                "utterance",
                self.tr("Same utterance"),
                self.tr("The selected marks are one utterance"),
                self._join,
            ),
            (
                "volley",
                self.tr("Go on with volley"),
                self.tr("Further codes go into the volley of the selected mark"),
                self._go_on_with_volley,
            ),
            ("remove", self.tr("Remove"), self.tr("Remove the marks (Delete)"), self._remove),
            (
                "copy",
                self.tr("Copy as text"),
                self.tr("The selected marks, or all that are shown (Ctrl+C)"),
                self._copy,
            ),
        )
