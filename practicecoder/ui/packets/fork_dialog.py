"""Codings with two versions side by side, item by item, until a lead settles which one counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_uppercase

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.forks import DisputedItem, ForkedCoding, ItemKey, Settlement, Version
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import show_error
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import Column, RowTable, RowTableModel
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, in_row, label

Read = Callable[[], tuple[ForkedCoding, ...]]
Settle = Callable[[Settlement], StudyChange]
LETTERS = ascii_uppercase[:8]
FEWEST_ROWS = 2
"""Items that are seen at once, however large the text is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One disputed item with the place of the version that counts for it."""

    item: DisputedItem
    place: int


class ForkDialog(QDialog):
    """Shows each coding with its versions; one is kept, single items may come from another."""

    study_changed = Signal(object)

    def __init__(self, read: Read, settle: Settle, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two versions of a coding"))
        self.setMinimumSize(640, 480)
        take_room(self, 940, 640)
        self._read = read
        self._settle = settle
        self._forks: tuple[ForkedCoding, ...] = ()
        self._picks: dict[ItemKey, int] = {}
        self.coding = QComboBox(self)
        name(self.coding, self.tr("Coding"))
        self.only = label("", self, Look.HEADING)
        self._versions = QVBoxLayout()
        self._versions.setSpacing(SPACE)
        self._group = QButtonGroup(self)
        self.radios: list[QRadioButton] = []
        self._model: RowTableModel[ItemLine] = RowTableModel(
            (), key=lambda line: line.item.key, parent=self
        )
        self.table = RowTable(self.tr("What differs"), self)
        self.table.set_placeholder(self.tr("The versions hold the same; keep either."))
        self.table.show_model(self._model, sortable=False)
        self.table.row_activated.connect(self._take_other)
        self.take = button(self.tr("&Take the other"), self, self.take_other)
        self.take.setToolTip(
            self.tr(
                "For the selected items the other version counts (Enter, and again to go back)"
            )
        )
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("For example: the coder says that A is right"))
        name(self.reason, self.tr("Reason"))
        self.act = button(self.tr("Settle"), self, self.settle, look=Look.PRIMARY)
        self.act.setDefault(True)
        self._lay_out()
        self.coding.currentIndexChanged.connect(self._show)
        self._group.idToggled.connect(self._keep)
        self.table.take_room_for(FEWEST_ROWS)
        self.table.selection_changed.connect(self._check)
        self.reason.textChanged.connect(self._check)
        self.read()

    @property
    def fork(self) -> ForkedCoding | None:
        """Coding that is shown; None if all are settled."""
        place = self.coding.currentIndex()
        return self._forks[place] if 0 <= place < len(self._forks) else None

    @property
    def kept(self) -> int:
        """Place of the version that is kept; -1 while none is chosen."""
        return self._group.checkedId()

    def read(self) -> None:
        """Read the codings again."""
        try:
            self._forks = self._read()
        except PracticeCoderError as error:
            show_error(self, error)
            self._forks = ()
        self.coding.blockSignals(True)
        self.coding.clear()
        for fork in self._forks:
            self.coding.addItem(
                self.tr("{0}, coded by {1}").format(fork.session_id, fork.coder_id)
            )
        self.coding.setCurrentIndex(0 if self._forks else -1)
        self.coding.blockSignals(False)
        is_one_of_several = len(self._forks) > 1
        self.coding.setVisible(is_one_of_several)
        self.only.setVisible(not is_one_of_several)
        self.only.setText(self.coding.currentText())
        self._show()

    def take_other(self) -> None:
        """Let the other version count for the selected items, or the kept one again."""
        for line in self.table.chosen_rows():
            self._take_other(line)

    def settle(self) -> None:
        """Carry out what was chosen."""
        fork, kept = self.fork, self.kept
        if fork is None or kept < 0:
            return
        heads = [version.head for version in fork.versions]
        settlement = Settlement(
            coding_id=fork.coding_id,
            kept=heads[kept],
            reason=self.reason.text(),
            picks={key: heads[place] for key, place in self._picks.items() if place != kept},
        )
        try:
            change = self._settle(settlement)
        except PracticeCoderError as error:
            show_error(self, error)
            return
        self.reason.clear()
        self.study_changed.emit(change)
        announce(self, self.tr("Settled. Every version stays in the history."))
        self.read()
        if self.fork is None:
            self.accept()

    # Layout

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Two versions of a coding"), self, Look.TITLE))
        layout.addWidget(
            label(
                self.tr(
                    "Continued in two places at once: it counts in no score and no agreement "
                    "until you settle it. Every version stays in the history."
                ),
                self,
                Look.MUTED,
                wrapped=True,
            )
        )
        layout.addWidget(self.coding)
        layout.addWidget(self.only)
        layout.addLayout(self._versions)
        layout.addWidget(self.table, 1)
        heading = label(self.tr("&Why"), self)
        heading.setBuddy(self.reason)
        layout.addLayout(in_row(self.take, heading, self.reason))
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = in_row(self.act, buttons)
        foot.insertStretch(0, 1)
        layout.addLayout(foot)

    # What is shown

    def _show(self) -> None:
        fork = self.fork
        self._picks = {}
        for radio in self.radios:
            self._group.removeButton(radio)
            self._versions.removeWidget(radio)
            radio.hide()
            radio.deleteLater()
        self.radios = []
        versions = () if fork is None else fork.versions
        for place, version in enumerate(versions):
            radio = QRadioButton(version_in_words(place, version), self)
            self._group.addButton(radio, place)
            self._versions.addWidget(radio)
            self.radios.append(radio)
        self._model.set_columns(_columns(len(versions)))
        self._show_items()
        self.table.fit_columns()
        if self.radios:
            self.radios[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_items(self) -> None:
        fork = self.fork
        items = () if fork is None else fork.items
        self._model.set_rows(
            [ItemLine(item=item, place=self._picks.get(item.key, self.kept)) for item in items]
        )
        self._check()

    def _keep(self, _place: int, checked: bool) -> None:
        if checked:
            self._picks = {}
            self._show_items()

    def _take_other(self, line: ItemLine) -> None:
        fork, kept = self.fork, self.kept
        if fork is None or kept < 0:
            return
        now = self._picks.get(line.item.key, kept)
        self._picks[line.item.key] = (now + 1) % len(fork.versions)
        self._show_items()

    def _check(self) -> None:
        self.take.setEnabled(self.kept >= 0 and bool(self.table.selected_rows()))
        self.act.setEnabled(self.kept >= 0 and bool(self.reason.text().strip()))


def version_in_words(place: int, version: Version) -> str:
    """Version with its state, its last act, and how many acts it has that others lack."""
    state = _tr("submitted") if version.is_submitted else _tr("not submitted")
    return _tr("Keep {0}: {1}, last act {2:%Y-%m-%d %H:%M}, acts of its own: {3}").format(
        LETTERS[place], state, version.last_at.astimezone(), version.n_acts
    )


def _columns(n_versions: int) -> tuple[Column[ItemLine], ...]:
    def value(place: int) -> Column[ItemLine]:
        return Column[ItemLine](
            title=LETTERS[place],
            text=lambda line: line.item.values[place],
            bold=lambda line: line.place == place,
        )

    return (
        Column[ItemLine](title="Item", text=lambda line: line.item.what),
        *(value(place) for place in range(n_versions)),
        Column[ItemLine](
            title="Counts",
            text=lambda line: LETTERS[line.place] if line.place >= 0 else "",
            tooltip="Version whose value counts for this item",
        ),
    )


def _tr(text: str) -> str:
    return translate("Packets", text)
