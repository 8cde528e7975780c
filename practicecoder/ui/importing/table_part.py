"""Which table is imported: a file, chosen or dropped, and what was seen in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.notice import Notices
from practicecoder.ui.widgets.spin_boxes import WholeNumberBox

DROP_LINES = 6
MOST_TITLES = 200
WITH_LINES = (".csv", ".tsv", ".txt", ".xlsx")
"""Endings of tables whose headings stand in a line."""
KNOWN_FILES = "*.csv *.tsv *.txt *.xlsx *.sav *.parquet"


class TablePart(QWidget):
    """Asks for a table, and says what it was taken for."""

    chosen = Signal(object)
    """Path of the table."""
    dictionary_chosen = Signal(object)
    """Path of REDCap's data dictionary."""
    heading_chosen = Signal(int)
    """Line in which the headings stand."""
    forgetting_wanted = Signal()
    """What is remembered of such tables is not right for this one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._here = label(
            self.tr(
                "Drop a table here: sessions or ratings as CSV, Excel, SPSS or Parquet, "
                "an export of REDCap"
            ),
            self,
            wrapped=True,
        )
        self._here.setProperty("drop", True)
        self._here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._here.setMinimumHeight(DROP_LINES * self.fontMetrics().lineSpacing())
        self._title = ElidedLabel(self)
        self._facts = label("", self, wrapped=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for part in (self._make_ways(), self._here, self._title, self._facts):
            layout.addWidget(part)
        layout.addLayout(self._make_heading())
        self.notices = Notices(self.tr("About the table"), self)
        layout.addWidget(self.notices)
        self.show_file(None)
        self.show_facts("")

    @property
    def facts(self) -> str:
        """What is said about the file."""
        return self._facts.text()

    def show_file(self, file: Path | None) -> None:
        """Show which file is read; None if none was chosen."""
        self._title.setText("" if file is None else file.name)
        self._title.setVisible(file is not None)
        self._here.setVisible(file is None)
        has_lines = file is not None and file.suffix.casefold() in WITH_LINES
        self._heading.setVisible(has_lines)
        self._heading_words.setVisible(has_lines)

    def show_facts(self, words: str) -> None:
        """Show what was seen in the table; without words none was read so far."""
        self._facts.setText(words)
        self._facts.setVisible(bool(words))
        self._dictionary.setVisible(bool(words))

    def show_heading(self, line: int) -> None:
        """Show in which line the headings stand."""
        with QSignalBlocker(self._heading):
            self._heading.setValue(line)

    def show_remembered(self, remembered: bool) -> None:
        """Show whether the columns are taken for what the study remembers."""
        self._kept.setVisible(remembered)

    # Inside

    def _make_ways(self) -> Flow:
        ways = Flow(self, spacing=SPACE)
        choose = button(self.tr("Choose a file…"), self, self._ask_file, drawing=Icon.FOLDER)
        self._dictionary = button(self.tr("REDCap's dictionary…"), self, self._ask_dictionary)
        self._dictionary.setToolTip(
            self.tr("Tells which cells are blank because a question was never shown")
        )
        self._kept = button(
            self.tr("Forget remembered columns"), self, self.forgetting_wanted.emit
        )
        self._kept.hide()
        self._kept.setToolTip(
            self.tr("The columns are as they were when such a table was last imported")
        )
        ways.add(choose, self._dictionary, self._kept)
        return ways

    def _make_heading(self) -> QHBoxLayout:
        self._heading = WholeNumberBox(self)
        self._heading.setRange(1, MOST_TITLES)
        self._heading.setKeyboardTracking(False)
        self._heading.valueChanged.connect(self.heading_chosen)
        self._heading_words = label(self.tr("Line of the &headings"), self)
        self._heading_words.setBuddy(self._heading)
        self._heading_words.setTextFormat(Qt.TextFormat.AutoText)
        return in_row(self._heading_words, self._heading, stretch=True)

    def _ask_file(self) -> None:
        filters = [f"{self.tr('Tables')} ({KNOWN_FILES})", f"{self.tr('All files')} (*)"]
        self._ask(self.tr("Table"), filters, self.chosen.emit)

    def _ask_dictionary(self) -> None:
        filters = [f"{self.tr('Data dictionary')} (*.csv)"]
        self._ask(self.tr("REDCap's data dictionary"), filters, self.dictionary_chosen.emit)

    def _ask(self, title: str, filters: list[str], take: Callable[[Path], object]) -> None:
        chooser = QFileDialog(self, title)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(filters)
        chooser.fileSelected.connect(lambda file: take(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()
