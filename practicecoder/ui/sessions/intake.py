"""What comes into a study from elsewhere: tables, codings of other programs, our own sheets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from practicecoder.services.import_summary import ImportSummary
from practicecoder.ui.errors import MessageDialog
from practicecoder.ui.widgets.acting import Acting
from practicecoder.ui.widgets.long_work import LongWork


class Intake(Acting):
    """Imports, with a preview or at once, and tells what came of it."""

    def import_table(self) -> None:
        """Show what a laboratory's table would add to the study, and take it in."""
        from practicecoder.ui.importing.dialog import TableImportDialog

        dialog = TableImportDialog(self._services, self.actor, self._over)
        dialog.imported.connect(self._tell)
        self._open(dialog)

    def import_codings(self) -> None:
        """Show what other programs' codings would add to the study, and take them in."""
        from practicecoder.ui.importing.codings_dialog import CodingsImportDialog

        dialog = CodingsImportDialog(self._services, self.actor, self._over)
        dialog.imported.connect(self._tell)
        self._open(dialog)

    def ask_for_sessions(self) -> None:
        """Ask for a sheet of sessions and import it."""
        path = self._ask_for_file(self.tr("Import sessions from a sheet"))
        if path is not None:
            self.import_sessions(path)

    def ask_for_ratings(self) -> None:
        """Ask for a table of ratings and import it."""
        path = self._ask_for_file(self.tr("Import ratings"))
        if path is not None:
            self.import_ratings(path)

    def import_sessions(self, sheet: Path) -> None:
        """Import the sessions of a sheet with their recordings."""
        LongWork(
            self.tr("Importing sessions"),
            lambda progress, cancelled: self._services.importing.add_sessions(
                sheet, actor=self.actor, progress=progress, cancelled=cancelled
            ),
            self._over,
            on_success=self._tell,
            on_failure=self.failed.emit,
        )

    def import_ratings(self, table: Path) -> None:
        """Import a table of ratings as submitted codings."""
        LongWork(
            self.tr("Importing ratings"),
            lambda _progress, _cancelled: self._services.importing.import_ratings(
                table, actor=self.actor
            ),
            self._over,
            on_success=self._tell,
            on_failure=self.failed.emit,
        )

    # Inside

    def _ask_for_file(self, title: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(
            self._over,
            title,
            "",
            self.tr("Tables (*.csv *.xlsx *.sav *.parquet);;All files (*)"),
        )
        return Path(chosen) if chosen else None

    def _tell(self, summary: ImportSummary) -> None:
        self.study_changed.emit(summary.change)
        self.told.emit(summary.sentence())
        if summary.notices:
            MessageDialog(
                self.tr("{0} Some recordings need a look.").format(summary.sentence()),
                self._over,
                title=self.tr("About the recordings"),
                problems=summary.notices,
            ).open()
