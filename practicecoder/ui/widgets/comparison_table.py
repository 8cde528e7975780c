"""Codings side by side as a table: differences first, equal dimensions folded, evidence played."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Rating
from practicecoder.services.comparing import DimensionComparison
from practicecoder.services.meetings import is_decided
from practicecoder.ui.keys.bare import BARE_KEYS, Command, Region
from practicecoder.ui.keys.in_force import keys_in_force
from practicecoder.ui.keys.texts import is_character, pressed_bare
from practicecoder.ui.tables import RowTable, RowTableModel
from practicecoder.ui.theme import scaled
from practicecoder.ui.widgets.comparison_columns import (
    FOLD,
    ComparisonLine,
    comparison_columns,
    evidence_columns,
)

_PLAYS = (Command.PLAY_FIRST, Command.PLAY_SECOND, Command.PLAY_THIRD)
NARROWEST_EVIDENCE = 104
"""Width in pixels, at the normal text size, below which evidence is left out of the table."""
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ComparisonTable(RowTable):
    """Shows a comparison to be read; what is asked for by other keys it only passes on.

    Keys: Up and Down go from line to line; A, B and C ask for the evidence of the first, second
    and third coding, the next piece with each press; Enter goes on to the next line, and on the
    fold shows or folds the equal dimensions. A click on evidence asks for it, too.
    """

    comparison_changed = Signal(object)
    """The DimensionComparison with the cursor; None on the fold."""
    play_wanted = Signal(str, object)
    """Label of a coding, and the Evidence of it that is to be heard."""
    nothing_to_play = Signal(str)
    """Label of a coding that has no evidence here."""
    command_given = Signal(object)
    """A Command of the meeting's keys that the table has no use for itself."""
    character_typed = Signal(str)
    folding_changed = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(accessible_name, parent)
        self._codebook: Codebook | None = None
        self._headings: dict[str, str] = {}
        self._rows: tuple[DimensionComparison, ...] = ()
        self._agreed: Mapping[str, Rating] | None = None
        self._decisions: Mapping[str, str] = {}
        self._equal_shown = False
        self._heard: dict[tuple[str, str], int] = {}
        self._current_shown: DimensionComparison | None = None
        self._lines: RowTableModel[ComparisonLine] = RowTableModel(
            (), key=lambda line: line.key, parent=self
        )
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.show_model(self._lines, sortable=False)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.clicked.connect(self._click)

    # What it shows

    def show_comparison(
        self,
        codebook: Codebook,
        rows: Sequence[DimensionComparison],
        headings: Mapping[str, str],
        *,
        agreed: Mapping[str, Rating] | None = None,
        decisions: Mapping[str, str] | None = None,
    ) -> None:
        """Show codings side by side.

        Parameters
        ----------
        codebook
            Codebook of the codings.
        rows
            The comparison, in the order in which it is shown; equal rows are folded.
        headings
            Words over each coding, by its label in the comparison and in its order.
        agreed
            What was agreed by dimension; None leaves the column out.
        decisions
            Decisions noted by dimension.
        """
        anew = (codebook, dict(headings)) != (self._codebook, self._headings)
        anew = anew or (agreed is None) != (self._agreed is None)
        if {r.dimension_id for r in rows} != {r.dimension_id for r in self._rows}:
            self._equal_shown = all(row.is_equal for row in rows)
        if [r.evidence for r in rows] != [r.evidence for r in self._rows]:
            self._heard = {}
        self._codebook, self._headings, self._rows = codebook, dict(headings), tuple(rows)
        self._agreed, self._decisions = agreed, decisions or {}
        if anew:
            self._lines.set_rows(())  # earlier lines may have other codings
            columns = comparison_columns(codebook, headings, with_agreed=agreed is not None)
            self._lines.set_columns(columns)
        self._show_lines()
        if anew:
            self.fit_columns()
        if not self.currentIndex().isValid() and self._lines.shown_rows:
            self.selectRow(0)
        self._tell_current()

    @property
    def current_comparison(self) -> DimensionComparison | None:
        """Comparison of the line with the cursor; None on the fold."""
        line: ComparisonLine | None = self.current_row()
        return None if line is None else line.comparison

    @property
    def equal_are_shown(self) -> bool:
        """Whether equal dimensions have lines of their own at this moment."""
        return self._equal_shown

    @property
    def lines(self) -> tuple[ComparisonLine, ...]:
        """Lines as they are shown."""
        return self._lines.shown_rows

    @property
    def wanted_height(self) -> int:
        """Height in which every line is in view."""
        heading = self.horizontalHeader().sizeHint().height()
        return heading + len(self.lines) * self.verticalHeader().defaultSectionSize() + 4

    # Acts

    def show_equal(self, shown: bool) -> None:
        """Show the equal dimensions, or fold them into one line."""
        if shown == self._equal_shown:
            return
        current = self.current_row()
        self._equal_shown = shown
        self._show_lines()
        if current is not None and not self.select_key(current.key):
            self.select_key(FOLD)
        self.folding_changed.emit()

    def go_to(self, dimension_id: str) -> None:
        """Put the cursor on a dimension."""
        if not self.select_key(dimension_id):
            self.show_equal(True)
            self.select_key(dimension_id)

    def go_on(self) -> None:
        """Put the cursor on the next line; on the fold show or fold the equal dimensions."""
        line: ComparisonLine | None = self.current_row()
        if line is not None and line.comparison is None:
            self.show_equal(not self._equal_shown)
        elif self.currentIndex().row() + 1 < len(self.lines):
            self.selectRow(self.currentIndex().row() + 1)

    def play(self, label: str) -> None:
        """Ask for the next evidence of a coding for the dimension with the cursor."""
        comparison = self.current_comparison
        if comparison is None:
            return
        pieces = comparison.evidence[label]
        if not pieces:
            self.nothing_to_play.emit(label)
            return
        place = self._heard.get((comparison.dimension_id, label), -1) + 1
        self._heard[comparison.dimension_id, label] = place % len(pieces)
        self.play_wanted.emit(label, pieces[place % len(pieces)])

    def fit_columns(self, *, stretch: int | None = None) -> None:
        """Fit columns to their contents; evidence shares the rest, or goes where there is none."""
        super().fit_columns(stretch=stretch)
        self._share_width()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave evidence out where the table is narrow; it can still be played by key."""
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the keys of the meeting; arrows and copying are the table's own."""
        pressed, keymap = pressed_bare(event), keys_in_force().keymap
        if is_character(pressed) and not keymap.characters_on:
            return
        command = next(
            (
                bare.command
                for bare in BARE_KEYS
                if bare.region is Region.MEETING and pressed in keymap.keys_of(bare.bare_id)
            ),
            None,
        )
        if command is not None:
            if not event.isAutoRepeat():
                self._give(command)
        elif is_character(pressed) and not event.modifiers() & ~_TYPED:
            if not event.isAutoRepeat():
                self.character_typed.emit(event.text().replace("−", "-"))
        else:
            super().keyPressEvent(event)

    # Inside

    def _give(self, command: Command) -> None:
        labels = tuple(self._headings)
        if command is Command.NEXT_LINE:
            line: ComparisonLine | None = self.current_row()
            if line is not None and line.comparison is None:
                self.go_on()
            else:
                self.command_given.emit(command)
        elif command not in _PLAYS:
            self.command_given.emit(command)
        elif _PLAYS.index(command) < len(labels):
            self.play(labels[_PLAYS.index(command)])

    def _click(self, index: QModelIndex) -> None:
        line = self._lines.row_at(index)
        label = evidence_columns(self._headings).get(index.column())
        if line is None:
            return
        if line.comparison is None:
            self.show_equal(not self._equal_shown)
        elif label is not None and line.comparison.evidence[label]:
            self.play(label)

    def _tell_current(self, *_: object) -> None:
        comparison = self.current_comparison
        if comparison != self._current_shown or comparison is None:
            self._current_shown = comparison
            self.comparison_changed.emit(comparison)

    def _show_lines(self) -> None:
        equal = [row for row in self._rows if row.is_equal]
        lines = [self._line(row) for row in self._rows if not row.is_equal]
        if equal:
            agreed = self._agreed or {}
            lines.append(
                ComparisonLine(
                    comparison=None,
                    n_equal=len(equal),
                    n_agreed=sum(
                        row.dimension_id in agreed and is_decided(agreed[row.dimension_id])
                        for row in equal
                    ),
                    is_open=self._equal_shown,
                )
            )
        if self._equal_shown:
            lines += [self._line(row) for row in equal]
        if tuple(lines) != self._lines.rows:
            self._lines.set_rows(lines)

    def _line(self, row: DimensionComparison) -> ComparisonLine:
        return ComparisonLine(
            comparison=row,
            agreed=(self._agreed or {}).get(row.dimension_id, Rating()),
            decision=self._decisions.get(row.dimension_id, ""),
        )

    def _share_width(self) -> None:
        columns, heading = self._lines.columns, self.horizontalHeader()
        evidence = evidence_columns(self._headings)
        if not columns:
            return
        heading.setStretchLastSection(False)
        rest = [number for number in range(len(columns)) if number not in evidence]
        taken = sum(self._widths[number] for number in rest)
        room = (self.viewport().width() - taken) // max(len(evidence), 1)
        is_narrow = room < scaled(NARROWEST_EVIDENCE)
        for number in evidence:
            self.setColumnHidden(number, is_narrow)
            heading.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        why = min(evidence) - 1
        for number in rest:
            stretches = is_narrow and number == why
            mode = QHeaderView.ResizeMode
            heading.setSectionResizeMode(number, mode.Stretch if stretches else mode.Interactive)
