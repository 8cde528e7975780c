"""The import of a table: nothing is stored before it was seen and every question answered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId
from practicecoder.errors import PracticeCoderError, ProblemsError
from practicecoder.interchange.column_mapping import ColumnMapping, TableForm
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.table_import import ImportPreview, ReadTable
from practicecoder.ui.accessibility import announce, tab_as_laid_out
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.icons import Icon
from practicecoder.ui.importing.columns_part import ColumnsPart
from practicecoder.ui.importing.preview_part import PreviewPart
from practicecoder.ui.importing.questions_part import QuestionsPart
from practicecoder.ui.languages import Words
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, button_box, in_row, label
from practicecoder.ui.widgets.long_work import LongWork
from practicecoder.ui.widgets.notice import Notices

WIDTH, HEIGHT, ABREAST = 1280, 700, 1040
"""Size in pixels, and the width from which columns and rows stand side by side."""
DROP_LINES = 6
MOST_TITLES = 200
WITH_LINES = (".csv", ".tsv", ".txt", ".xlsx")
"""Endings of tables whose headings stand in a line."""
KNOWN_FILES = "*.csv *.tsv *.txt *.xlsx *.sav *.parquet"

FORM_WORDS: Words[TableForm] = Words(
    {
        TableForm.SESSIONS: "Sessions, one in each row.",
        TableForm.LONG: "Ratings, one in each row.",
        TableForm.WIDE: "Ratings, one coding in each row.",
        TableForm.CODERS_BESIDE: "Ratings, the coders of a session beside each other.",
        TableForm.DOUBLE_ENTRY: "Ratings, a record of REDCap for each entry.",
    }
)


def dropped_file(mime: QMimeData) -> Path | None:
    """The one file among what is dropped; None if there is none or more than one."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].is_file() else None


class TableImportDialog(QDialog):
    """Shows what would be stored, and follows every change at once.

    Import waits until there is no problem left, and says so.
    """

    imported = Signal(object)
    """The ImportSummary of what was stored."""

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._importing = services.importing
        self._actor = actor
        self._table: ReadTable | None = None
        self._mapping: ColumnMapping | None = None
        self._preview: ImportPreview | None = None
        self._dictionary: Path | None = None
        self._path: Path | None = None
        self._busy = ""
        self._task: TaskHandle | None = None
        self.setWindowTitle(self.tr("Import a table"))
        self.setAcceptDrops(True)
        self._make_file_part()
        self.columns = ColumnsPart(services.codebook, self)
        self.questions = QuestionsPart(self)
        self.rows = PreviewPart(self)
        self.add_sessions = QCheckBox(self.tr("&Add sessions that the study lacks"), self)
        self.remember = QCheckBox(self.tr("&Remember these columns for this study"), self)
        self.remember.setChecked(True)
        self._reason = label("", self, Look.MUTED, wrapped=True)
        self.accept_button = button(self.tr("Import"), self, self.accept, look=Look.PRIMARY)
        self._lay_out()
        self.columns.changed.connect(self.take_mapping)
        self.questions.changed.connect(self.take_mapping)
        self.add_sessions.toggled.connect(lambda _on: self._refresh())
        self._show()

    @property
    def reason(self) -> str:
        """Why Import waits, or what it will do."""
        return self._reason.text()

    @property
    def facts(self) -> str:
        """What is said about the file."""
        return self._facts.text()

    @property
    def preview(self) -> ImportPreview | None:
        """What would be stored; None while it is not known."""
        return self._preview

    @property
    def mapping(self) -> ColumnMapping | None:
        """What the columns are taken for; None while no table is read."""
        return self._mapping

    # Acts

    def read_file(self, file: Path, *, heading: int | None = None) -> None:
        """Read a table in place of what was read before; ``heading`` is the line of its headings.

        None finds that line.
        """
        self._forget_table()
        self._path = file
        self._title.setText(file.name)
        self._busy = self.tr("The file is being read…")
        self._show()

        def read() -> tuple[ReadTable, ColumnMapping | None, ColumnMapping]:
            table = self._importing.tables.read(file, heading=heading)
            kept = self._importing.memory.find(table.sheet.columns)
            return table, kept, kept or self._importing.tables.understand(table)

        self._task = run_task(self, read, on_success=self._take_table, on_failure=self._fail)

    def read_dictionary(self, file: Path) -> None:
        """Understand the table anew with REDCap's data dictionary."""
        table = self._table
        if table is None:
            return
        self._dictionary = file

        def take(mapping: ColumnMapping) -> None:
            self._kept.hide()
            self.questions.forget()
            self.take_mapping(mapping)

        self._task = run_task(
            self,
            lambda: self._importing.tables.understand(table, file),
            on_success=take,
            on_failure=self._fail,
        )

    def take_mapping(self, mapping: ColumnMapping) -> None:
        """Take the columns for something else, and make the preview anew."""
        self._mapping = mapping
        self.columns.show_mapping(mapping)
        self.questions.hold(mapping)
        self._refresh()

    def forget_mapping(self) -> None:
        """Forget what the study remembers of such tables, and understand the columns anew."""
        table = self._table
        if table is None:
            return
        self._importing.memory.forget(table.sheet.columns)
        self._kept.hide()
        self.questions.forget()
        self.take_mapping(self._importing.tables.understand(table, self._dictionary))

    def accept(self) -> None:
        """Store what is shown."""
        preview, mapping = self._preview, self._mapping
        if preview is None or mapping is None or not self.accept_button.isEnabled():
            return
        keep = self.remember.isChecked()

        def done(summary: ImportSummary) -> None:
            if keep:
                self._importing.memory.keep(mapping)
            super(TableImportDialog, self).accept()
            self.imported.emit(summary)

        LongWork(
            self.tr("Importing a table"),
            lambda progress, cancelled: self._importing.tables.accept(
                preview, actor=self._actor, progress=progress, cancelled=cancelled
            ),
            self,
            on_success=done,
            on_failure=self._fail,
        )

    # Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the dropped file."""
        file = dropped_file(event.mimeData())
        if file is not None:
            event.acceptProposedAction()
            self.read_file(file)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows beside the columns where there is room, else below them."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(ABREAST)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._fit()

    # Inside

    def _take_table(self, read: tuple[ReadTable, ColumnMapping | None, ColumnMapping]) -> None:
        self._table, kept, mapping = read
        line = self._table.sheet.heading_line
        with QSignalBlocker(self.heading):
            self.heading.setValue(line or 1)
        self._busy = ""
        self._kept.setVisible(kept is not None)
        self.take_mapping(mapping)

    def _forget_table(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._table = self._mapping = self._preview = self._dictionary = None
        self.columns.show_mapping(None)
        self.questions.forget()
        self.rows.show_preview(None)
        self._notices.show_texts(())
        self._kept.hide()

    def _refresh(self) -> None:
        """Make the preview anew; what was still being made is given up."""
        table, mapping = self._table, self._mapping
        if table is None or mapping is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._preview = None
        self._show()
        add_sessions = self.add_sessions.isChecked()
        self._task = run_task(
            self,
            lambda: self._importing.tables.preview(table, mapping, add_sessions=add_sessions),
            on_success=self._take_preview,
            on_failure=self._fail,
        )

    def _take_preview(self, preview: ImportPreview) -> None:
        self._preview = preview
        self.questions.show_questions(preview.mapping, preview.found)
        self.rows.show_preview(preview)
        self._notices.show_texts(preview.notices)
        self._show()
        tab_as_laid_out(self)  # rows that came just now stand before the buttons
        if preview.problems:
            announce(self, self.tr("{0} problems").format(len(preview.problems)))

    def _fail(self, error: Exception) -> None:
        self._busy = ""
        self._show()
        if isinstance(error, ProblemsError):
            self.rows.show_problems(error.problems)
            self._right.show()
            self.rows.show()
            self._reason.setText(self.tr("It cannot be imported like this. Nothing was changed."))
            announce(self, error.problems[0].sentence(), assertive=True)
        elif isinstance(error, PracticeCoderError):
            self._reason.setText(error.user_message)
            announce(self, error.user_message, assertive=True)
        else:
            tell_bug(self, error)

    def _show(self) -> None:
        """Show what is known at this moment."""
        has_table = self._table is not None and self._mapping is not None
        preview = self._preview
        self._here.setVisible(not self._title.text())
        self._title.setVisible(bool(self._title.text()))
        self._facts.setVisible(has_table)
        if self._table is not None and self._mapping is not None:
            form = FORM_WORDS[self._mapping.form]
            self._facts.setText(f"{self._table.because} {form}")
        has_lines = self._path is not None and self._path.suffix.casefold() in WITH_LINES
        self.heading.setVisible(has_lines)
        self._heading_words.setVisible(has_lines)
        for part in (self.columns, self.rows, self.remember, self.dictionary_button):
            part.setVisible(has_table)
        self.questions.setVisible(has_table and self.questions.asks)
        is_rated = has_table and self._mapping is not None and self._mapping.form.holds_ratings
        self.add_sessions.setVisible(is_rated)
        self._right.setVisible(has_table or bool(self.rows.problems.count()))
        self._fit()
        why_not = self._why_not()
        self._reason.setText(why_not or ("" if preview is None else preview.sentence()))
        self.accept_button.setEnabled(not why_not)

    def _why_not(self) -> str:
        """What Import waits for; empty if for nothing."""
        if self._busy:
            return self._busy
        if self._table is None:
            return self.tr("Choose a file, or drop one here.")
        if self._preview is None:
            return self.tr("The preview is being made…")
        n_problems = len(self._preview.problems)
        if n_problems:
            words = self.tr("Import waits: {0} to be settled. Nothing was changed.")
            one = self.tr("1 problem is")
            several = self.tr("{0} problems are").format(n_problems)
            return words.format(one if n_problems == 1 else several)
        return ""

    def _choose_heading(self, line: int) -> None:
        """Read the table anew, with the headings in another line."""
        if self._path is not None:
            self.read_file(self._path, heading=line)

    def _ask_file(self) -> None:
        chooser = QFileDialog(self, self.tr("Table"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters(
            [f"{self.tr('Tables')} ({KNOWN_FILES})", f"{self.tr('All files')} (*)"]
        )
        chooser.fileSelected.connect(lambda file: self.read_file(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _ask_dictionary(self) -> None:
        chooser = QFileDialog(self, self.tr("REDCap's data dictionary"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([f"{self.tr('Data dictionary')} (*.csv)"])
        chooser.fileSelected.connect(lambda file: self.read_dictionary(Path(file)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _make_file_part(self) -> None:
        self._file = QWidget(self)
        choose = button(self.tr("Choose a file…"), self._file, self._ask_file, drawing=Icon.FOLDER)
        self.dictionary_button = button(
            self.tr("REDCap's dictionary…"), self._file, self._ask_dictionary
        )
        self.dictionary_button.setToolTip(
            self.tr("Tells which cells are blank because a question was never shown")
        )
        self._kept = button(self.tr("Forget remembered columns"), self._file, self.forget_mapping)
        self._kept.hide()
        self._kept.setToolTip(
            self.tr("The columns are as they were when such a table was last imported")
        )
        self._here = label(
            self.tr(
                "Drop a table here: sessions or ratings as CSV, Excel, SPSS or Parquet, "
                "an export of REDCap"
            ),
            self._file,
            wrapped=True,
        )
        self._here.setProperty("drop", True)
        self._here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._here.setMinimumHeight(DROP_LINES * self.fontMetrics().lineSpacing())
        self._title = ElidedLabel(self._file)
        self._facts = label("", self._file, wrapped=True)
        self._notices = Notices(self.tr("About the table"), self._file)
        ways = Flow(self._file, spacing=SPACE)
        ways.add(choose, self.dictionary_button, self._kept)
        layout = QVBoxLayout(self._file)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.heading = QSpinBox(self._file)
        self.heading.setRange(1, MOST_TITLES)
        self.heading.setKeyboardTracking(False)
        self.heading.valueChanged.connect(self._choose_heading)
        self._heading_words = label(self.tr("Line of the &headings"), self._file)
        self._heading_words.setBuddy(self.heading)
        self._heading_words.setTextFormat(Qt.TextFormat.AutoText)
        line = in_row(self._heading_words, self.heading)
        line.addStretch(1)
        for part in (ways, self._here, self._title, self._facts):
            layout.addWidget(part)
        layout.addLayout(line)
        layout.addWidget(self._notices)

    def _lay_out(self) -> None:
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(DOUBLE)
        self._body.addWidget(self._left_part(), 1)
        self._body.addWidget(self._right_part(), 1)
        whole = QWidget(self)
        whole.setLayout(self._body)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Import a table"), self, Look.HEADING))
        layout.addWidget(_scrolling(whole, self), 1)
        layout.addWidget(self._reason)
        layout.addWidget(buttons)
        take_room(self, WIDTH, HEIGHT)

    def _left_part(self) -> QScrollArea:
        self._inside = QWidget(self)
        left = QVBoxLayout(self._inside)
        left.setContentsMargins(0, 0, SPACE, 0)
        left.setSpacing(DOUBLE)
        for part in (self._file, self.questions, self.columns):
            left.addWidget(part)
        left.addStretch(1)
        self._left = _scrolling(self._inside, self)
        return self._left

    def _right_part(self) -> QWidget:
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, SPACE, 0)
        right.setSpacing(SPACE)
        right.addWidget(self.rows, 1)
        right.addWidget(self.add_sessions)
        right.addWidget(self.remember)
        return self._right

    def _fit(self) -> None:
        """Scroll columns and rows apart where they stand side by side, else together."""
        beside = self._body.direction() == QBoxLayout.Direction.LeftToRight
        self._left.setMinimumHeight(0 if beside else self._inside.sizeHint().height() + SPACE)


def _scrolling(inside: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
