"""The model of the event list: marks in order of time, changed row by row and edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Qt

from practicecoder.codebook.model import Codebook
from practicecoder.codebook.rules import speakers
from practicecoder.domain.coding import CodeMark, Coding, CountingMode
from practicecoder.domain.spans import clock
from practicecoder.scoring.counts import counted_marks, volley_places
from practicecoder.ui.coding.counting.open_volley import not_counting, why_not_counted
from practicecoder.ui.coding.row_steps import SteppedModel
from practicecoder.ui.languages import QT_TRANSLATE_NOOP
from practicecoder.ui.table_model import RIGHT, AnyIndex, Column

TIME, CODE = QT_TRANSLATE_NOOP("Columns", "Time"), QT_TRANSLATE_NOOP("Columns", "Code")
SPEAKER, NOTE = QT_TRANSLATE_NOOP("Columns", "Speaker"), QT_TRANSLATE_NOOP("Columns", "Note")
COUNTS = QT_TRANSLATE_NOOP("Columns", "Counts")
"""Titles of columns, which the table knows them by."""


@dataclass(frozen=True, kw_only=True)
class EditableColumn(Column[CodeMark]):
    """A column whose cells take a value; ``edited`` makes the mark with it, None refuses it."""

    value: Callable[[CodeMark], object]
    edited: Callable[[CodeMark, Any], CodeMark | None]


class EventModel(SteppedModel[CodeMark]):
    """Shows marks without losing the selection or the place, however many there are."""

    def __init__(
        self,
        codebook: Codebook,
        coding: Coding,
        edit: Callable[[CodeMark], bool],
        parent: QObject | None = None,
    ) -> None:
        self._codebook = codebook
        self._by_volley = coding.counting is CountingMode.VOLLEY
        self._edit = edit
        self._editable = False
        self._code: str | None = None
        self._known: dict[int | None, tuple[list[CodeMark], frozenset[str]]] = {}
        self._counted: frozenset[str] = frozenset()
        self._places: dict[int, int] = {}
        self._learn(coding.marks)
        columns = self._columns_of(codebook)
        super().__init__(
            columns,
            coding.marks,
            key=lambda mark: mark.mark_id,
            place=lambda mark: mark.at_ms,
            parent=parent,
        )

    @property
    def by_volley(self) -> bool:
        """Whether the columns are those of counting by volley."""
        return self._by_volley

    def set_editable(self, editable: bool) -> None:
        """Let cells be edited, or not."""
        self._editable = editable

    def step_to(self, rows: Sequence[CodeMark]) -> None:
        """Show what is stored at this moment; one mark can change whether others count."""
        places, counted = self._places, self._counted
        self._learn(rows)
        super().step_to(rows)
        if (places, counted) != (self._places, self._counted) and self._shown:
            last = self.index(len(self._shown) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_code(self, count_id: str | None) -> None:
        """Show the marks of one code only; None shows all."""
        self._code = count_id
        self.set_filter(None if count_id is None else self._passes)

    # Qt

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return what may be done to a cell."""
        flags = super().flags(index)
        if not index.isValid() or not self._editable:
            return flags
        if isinstance(self._columns[index.column()], EditableColumn):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, or the value that is edited in it."""
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            column = self._columns[index.column()]
            if isinstance(column, EditableColumn):
                return column.value(self._shown[index.row()])
        return super().data(index, role)

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Store a value as an act of the coder; False if it was refused."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self._editable:
            return False
        column = self._columns[index.column()]
        if not isinstance(column, EditableColumn):
            return False
        edited = column.edited(self._shown[index.row()], value)
        return edited is not None and self._edit(edited)

    # Inside

    def _learn(self, marks: Sequence[CodeMark]) -> None:
        """Learn where the volleys stand and what counts, anew for those volleys that changed."""
        if not self._by_volley:
            return  # every mark counts, and none has a volley
        self._places = volley_places(marks)
        volleys: dict[int | None, list[CodeMark]] = {}
        for mark in marks:
            volleys.setdefault(mark.volley, []).append(mark)
        known = self._known
        self._known = {
            number: known[number]
            if number in known and known[number][0] == volley
            else (volley, self._counting(volley))
            for number, volley in volleys.items()
        }
        self._counted = frozenset().union(*(counted for _, counted in self._known.values()))

    def _counting(self, volley: Sequence[CodeMark]) -> frozenset[str]:
        counted = counted_marks(self._codebook, volley, by_volley=True)
        return frozenset(mark.mark_id for mark in counted)

    def _passes(self, mark: CodeMark) -> bool:
        return self._code is None or mark.count_id == self._code

    def _why_not(self, mark: CodeMark, *, short: bool) -> str:
        volley = [m for m in self._rows if m.volley == mark.volley]
        return why_not_counted(self._codebook, mark, volley, short=short)

    def _whether(self, mark: CodeMark, *, counts: bool) -> str:
        if counts:
            return self.tr("yes")
        return not_counting(self._why_not(mark, short=True))

    def _columns_of(self, codebook: Codebook) -> tuple[Column[CodeMark], ...]:
        def counts(mark: CodeMark) -> bool:
            return not self._by_volley or mark.mark_id in self._counted

        columns: list[Column[CodeMark]] = [
            EditableColumn(
                title=TIME,
                text=moment_in_words,
                alignment=RIGHT,
                value=lambda m: m.at_ms,
                edited=_at,
                muted=lambda m: not counts(m),
            ),
            EditableColumn(
                title=CODE,
                text=lambda m: codebook.label(m.count_id),
                value=lambda m: m.count_id,
                edited=lambda m, count_id: replace(m, count_id=count_id),
                muted=lambda m: not counts(m),
            ),
        ]
        if len(speakers(codebook)) > 1:
            columns.append(
                EditableColumn(
                    title=SPEAKER,
                    text=lambda m: m.speaker or codebook.count(m.count_id).speaker,
                    value=lambda m: m.speaker,
                    edited=lambda m, speaker: replace(m, speaker=speaker),
                    muted=lambda m: not m.speaker,
                )
            )
        if self._by_volley:
            columns += [
                Column(title="Volley", text=self._place, alignment=RIGHT),
                Column(
                    title="Utterance",
                    text=lambda m: "" if m.utterance is None else str(m.utterance + 1),
                    alignment=RIGHT,
                ),
                Column(
                    title=COUNTS,
                    text=lambda m: self._whether(m, counts=counts(m)),
                    cell_tooltip=lambda m: "" if counts(m) else self._why_not(m, short=False),
                    muted=lambda m: not counts(m),
                    tooltip="Whether the mark counts by the rules of volley and utterance",
                ),
            ]
        columns.append(
            EditableColumn(
                title=NOTE,
                text=lambda m: m.note,
                value=lambda m: m.note,
                edited=lambda m, note: replace(m, note=str(note).strip()),
                cell_tooltip=lambda m: m.note,
            )
        )
        return tuple(columns)

    def _place(self, mark: CodeMark) -> str:
        return "" if mark.volley is None else str(self._places[mark.volley])


def moment_in_words(mark: CodeMark) -> str:
    """Moment or span of a mark as it stands in the table."""
    start = clock(mark.at_ms, tenths=True)
    return start if mark.end_ms is None else f"{start}–{clock(mark.end_ms, tenths=True)}"


def _at(mark: CodeMark, at_ms: int | None) -> CodeMark | None:
    """Mark that begins at another moment; a span that would end before it becomes a moment."""
    if at_ms is None:
        return None
    end_ms = mark.end_ms if mark.end_ms is not None and mark.end_ms > at_ms else None
    return replace(mark, at_ms=at_ms, end_ms=end_ms)
