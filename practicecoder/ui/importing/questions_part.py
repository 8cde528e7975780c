"""What a table leaves open: what odd cells mean, who coders are, how days are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from practicecoder.interchange.column_mapping import ColumnMapping, DayOrder
from practicecoder.interchange.mapped_table import MappedTable
from practicecoder.interchange.open_cells import OpenCell
from practicecoder.ui.accessibility import name
from practicecoder.ui.importing.columns_part import TYPING_MS, CalmCombo
from practicecoder.ui.theme import HALF, SPACE, Look
from practicecoder.ui.widgets.labels import emptied, label

MOST_QUESTIONS = 60
UNSAID = "?"
"""What a choice holds while nobody said anything; no reason has this id."""


@dataclass(frozen=True, slots=True)
class Question:
    """One text and all columns in which it may mean the same things."""

    text: str
    columns: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    n_rows: int
    suggested: str | None


def questions_of(cells: Sequence[OpenCell]) -> tuple[Question, ...]:
    """Cells with the same text and the same choices as one question each."""
    found: dict[tuple[str, tuple[tuple[str, str], ...]], list[OpenCell]] = {}
    for cell in cells:
        found.setdefault((cell.text, cell.choices), []).append(cell)
    return tuple(
        Question(
            text=text,
            columns=tuple(cell.column for cell in group),
            choices=choices,
            n_rows=sum(cell.n_rows for cell in group),
            suggested=group[0].suggested,
        )
        for (text, choices), group in found.items()
    )


class QuestionsPart(QWidget):
    """Questions, each answered by a choice; answered ones stay, so that they can be changed.

    ``asks`` tells whether there is any.
    """

    changed = Signal(object)
    """The ColumnMapping with the answer in it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.asks = False
        self._mapping: ColumnMapping | None = None
        self._asked: tuple[OpenCell, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._coders: dict[str, QLineEdit] = {}
        self._combos: dict[tuple[str, ...], QComboBox] = {}
        self._order: QComboBox | None = None
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._take_coders)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Questions"), self, Look.LEAD))
        layout.addLayout(self._grid)

    def combo(self, text: str, *columns: str) -> QComboBox:
        """Field for what a text means in some columns."""
        return self._combos[(text, *columns)]

    @property
    def day_order(self) -> QComboBox | None:
        """Field for the order of day and month; None where there are no days."""
        return self._order

    def coder_field(self, word: str) -> QLineEdit:
        """Field for the code of a coder of the file."""
        return self._coders[word]

    def forget(self) -> None:
        """Forget what was asked about an earlier table."""
        self._typing.stop()
        self._asked, self._mapping = (), None
        self._shown = ()
        self.asks = False

    def hold(self, mapping: ColumnMapping) -> None:
        """Take a mapping as the one that answers go into."""
        self._mapping = mapping

    def show_questions(self, mapping: ColumnMapping, found: MappedTable) -> None:
        """Show what is open, beside what was asked before."""
        known = {(cell.column, cell.text) for cell in self._asked}
        fresh = [c for c in found.open_cells if (c.column, c.text) not in known]
        self._asked = (*self._asked, *fresh)
        self._mapping = mapping
        questions = questions_of(self._asked)[:MOST_QUESTIONS]
        has_days = any(use.meaning.is_date for use in mapping.columns)
        shown = (questions, found.coder_words, has_days)
        if shown != self._shown:
            self._shown = shown
            self._make(questions, found.coder_words, has_days=has_days)
        self._show_answers(questions)
        self.asks = bool(questions or found.coder_words or has_days)

    def _make(
        self, questions: Sequence[Question], coders: Sequence[str], *, has_days: bool
    ) -> None:
        emptied(self._grid)
        self._combos, self._coders, self._order = {}, {}, None
        for question in questions:
            self._add_question(question)
        if has_days:
            self._add_order()
        for word in coders[:MOST_QUESTIONS]:
            self._add_coder(word)

    def _add_row(self, words: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        told = label(words, self, wrapped=True)
        told.setBuddy(field)
        self._grid.addWidget(told, row, 0)
        self._grid.addWidget(field, row, 1)
        name(field, words)

    def _add_question(self, question: Question) -> None:
        where = ", ".join(question.columns)
        rows = self.tr("1 row") if question.n_rows == 1 else self.tr("{0} rows")
        words = self.tr("“{0}” in {1} ({2})").format(
            question.text, where, rows.format(question.n_rows)
        )
        combo = self._combo()
        combo.addItem(self.tr("Say what it means…"), UNSAID)
        for choice, told in question.choices:
            is_likely = choice == question.suggested
            combo.addItem(self.tr("{0} (likely)").format(told) if is_likely else told, choice)
        combo.activated.connect(lambda _index: self._take_answer(question))
        self._combos[(question.text, *question.columns)] = combo
        self._add_row(words, combo)

    def _add_order(self) -> None:
        combo = self._combo()
        combo.addItem(self.tr("As can be seen"), "")
        combo.addItem(self.tr("The day comes first"), DayOrder.DAY_FIRST.value)
        combo.addItem(self.tr("The month comes first"), DayOrder.MONTH_FIRST.value)
        combo.activated.connect(lambda _index: self._take_order())
        self._order = combo
        self._add_row(self.tr("Days such as 03.11.2015"), combo)

    def _add_coder(self, word: str) -> None:
        field = QLineEdit(self)
        field.setPlaceholderText(word)
        field.textEdited.connect(lambda _text: self._typing.start())
        field.editingFinished.connect(self._take_coders)
        self._coders[word] = field
        self._add_row(self.tr("Code of the coder “{0}”").format(word), field)

    def _combo(self) -> QComboBox:
        combo = CalmCombo(self)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(18)
        return combo

    def _show_answers(self, questions: Sequence[Question]) -> None:
        mapping = self._mapping
        assert mapping is not None
        for question in questions:
            combo = self._combos[(question.text, *question.columns)]
            said = mapping.meaning_of_cell(question.columns[0], question.text)
            combo.setCurrentIndex(max(combo.findData(UNSAID if said is None else said), 0))
        if self._order is not None:
            order = "" if mapping.day_order is None else mapping.day_order.value
            self._order.setCurrentIndex(self._order.findData(order))
        for word, field in self._coders.items():
            if not field.hasFocus():
                field.setText(mapping.coders.get(word, ""))

    def _take_answer(self, question: Question) -> None:
        mapping = self._mapping
        if mapping is None:
            return
        said = str(self._combos[(question.text, *question.columns)].currentData())
        for column in question.columns:
            mapping = mapping.with_cell(column, question.text, None if said == UNSAID else said)
        self.changed.emit(mapping)

    def _take_order(self) -> None:
        if self._mapping is None or self._order is None:
            return
        said = str(self._order.currentData())
        order = DayOrder(said) if said else None
        self.changed.emit(replace(self._mapping, day_order=order))

    def _take_coders(self) -> None:
        self._typing.stop()
        mapping = self._mapping
        if mapping is None:
            return
        typed: Mapping[str, str] = {
            word: field.text().strip() for word, field in self._coders.items()
        }
        coders = {word: text for word, text in typed.items() if text and text != word}
        if coders != mapping.coders:
            self.changed.emit(replace(mapping, coders=coders))
