"""The import of a table: nothing is stored before it was seen and every question answered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.errors import Problem
from practicecoder.interchange.column_mapping import ColumnMapping, TableForm
from practicecoder.services.context import StudyServices
from practicecoder.services.import_summary import ImportSummary
from practicecoder.services.table_import import ImportPreview, ReadTable
from practicecoder.ui.importing.columns_part import ColumnsPart
from practicecoder.ui.importing.preview_dialog import PreviewDialog
from practicecoder.ui.importing.preview_part import PreviewPart
from practicecoder.ui.importing.questions_part import QuestionsPart
from practicecoder.ui.importing.table_part import TablePart
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.widgets.dropping import dropped_file
from practicecoder.ui.widgets.long_work import LongWork

SIZE, ABREAST = (1280, 700), 1040
"""Size in pixels, and the width from which columns and rows stand side by side."""

FORM_WORDS: Words[TableForm] = Words(
    {
        TableForm.SESSIONS: "Sessions, one in each row.",
        TableForm.LONG: "Ratings, one in each row.",
        TableForm.WIDE: "Ratings, one coding in each row.",
        TableForm.CODERS_BESIDE: "Ratings, the coders of a session beside each other.",
        TableForm.DOUBLE_ENTRY: "Ratings, a record of REDCap for each entry.",
    }
)


class TableImportDialog(PreviewDialog[ImportPreview]):
    """Shows what would be stored of a table, and follows every change at once."""

    imported = Signal(object)
    """The ImportSummary of what was stored."""

    def __init__(self, services: StudyServices, actor: CoderId | None, parent: QWidget) -> None:
        super().__init__(
            translate("Importing", "Import a table"), translate("Importing", "Import"), parent
        )
        self._importing = services.importing
        self._actor = actor
        self._table: ReadTable | None = None
        self._mapping: ColumnMapping | None = None
        self._dictionary: Path | None = None
        self._path: Path | None = None
        self.setAcceptDrops(True)
        self._file = TablePart(self)
        self.columns = ColumnsPart(services.codebook, self)
        self.questions = QuestionsPart(self)
        self.rows = PreviewPart(self)
        self.add_sessions = QCheckBox(self.tr("&Add sessions that the study lacks"), self)
        self.remember = QCheckBox(self.tr("&Remember these columns for this study"), self)
        self.remember.setChecked(True)
        self._lay_out(
            (self._file, self.questions, self.columns),
            (self.rows, self.add_sessions, self.remember),
            size=SIZE,
            abreast_from=ABREAST,
        )
        self._connect()
        self._show()

    @property
    def facts(self) -> str:
        """What is said about the file."""
        return self._file.facts

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
        self._busy = self.tr("The file is being read…")
        self._show()

        def read() -> tuple[ReadTable, ColumnMapping | None, ColumnMapping]:
            table = self._importing.tables.read(file, heading=heading)
            kept = self._importing.memory.find(table.sheet.columns)
            return table, kept, kept or self._importing.tables.understand(table)

        self._run(read, self._take_table)

    def read_dictionary(self, file: Path) -> None:
        """Understand the table anew with REDCap's data dictionary."""
        table = self._table
        if table is None:
            return
        self._dictionary = file
        self._run(lambda: self._importing.tables.understand(table, file), self._take_other_mapping)

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
        self._take_other_mapping(self._importing.tables.understand(table, self._dictionary))

    def accept(self) -> None:
        """Store what is shown."""
        preview, mapping = self.preview, self._mapping
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

    # A preview of a table

    def missing(self) -> str:
        """Wait for a table."""
        return self.tr("Choose a file, or drop one here.") if self._table is None else ""

    def show_parts(self) -> None:
        """Show the parts that there is something to say in."""
        table, mapping = self._table, self._mapping
        self._file.show_file(self._path)
        facts = "" if table is None or mapping is None else _facts(table, mapping)
        self._file.show_facts(facts)
        has_table = bool(facts)
        for part in (self.columns, self.rows, self.remember):
            part.setVisible(has_table)
        self.questions.setVisible(has_table and self.questions.asks)
        is_rated = mapping is not None and mapping.form.holds_ratings
        self.add_sessions.setVisible(has_table and is_rated)
        self.parts.second.setVisible(has_table or bool(self.rows.problems.count()))

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the rows, and ask what is still open."""
        self.questions.show_questions(preview.mapping, preview.found)
        self.rows.show_preview(preview)
        self._file.notices.show_texts(preview.notices)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the file in place of its rows."""
        self.rows.show_problems(tuple(problems))
        self.rows.show()

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

    # Inside

    def _connect(self) -> None:
        self._file.chosen.connect(self.read_file)
        self._file.dictionary_chosen.connect(self.read_dictionary)
        self._file.heading_chosen.connect(self._choose_heading)
        self._file.forgetting_wanted.connect(self.forget_mapping)
        self.columns.changed.connect(self.take_mapping)
        self.questions.changed.connect(self.take_mapping)
        self.add_sessions.toggled.connect(lambda _on: self._refresh())

    def _choose_heading(self, line: int) -> None:
        """Read the table anew, with the headings in another line."""
        if self._path is not None:
            self.read_file(self._path, heading=line)

    def _take_table(self, read: tuple[ReadTable, ColumnMapping | None, ColumnMapping]) -> None:
        self._table, kept, mapping = read
        self._file.show_heading(self._table.sheet.heading_line or 1)
        self._busy = ""
        self._file.show_remembered(kept is not None)
        self.take_mapping(mapping)

    def _take_other_mapping(self, mapping: ColumnMapping) -> None:
        """Take the columns for what they are now understood as; nothing that was said holds."""
        self._file.show_remembered(False)
        self.questions.forget()
        self.take_mapping(mapping)

    def _forget_table(self) -> None:
        self._give_up()
        self._table = self._mapping = self.preview = self._dictionary = None
        self.columns.show_mapping(None)
        self.questions.forget()
        self.rows.show_preview(None)
        self._file.notices.show_texts(())
        self._file.show_remembered(False)

    def _refresh(self) -> None:
        table, mapping = self._table, self._mapping
        if table is None or mapping is None:
            return
        add_sessions = self.add_sessions.isChecked()
        self._make_preview(
            lambda: self._importing.tables.preview(table, mapping, add_sessions=add_sessions)
        )


def _facts(table: ReadTable, mapping: ColumnMapping) -> str:
    """What a table is taken for, and why."""
    return f"{table.because} {FORM_WORDS[mapping.form]}"
