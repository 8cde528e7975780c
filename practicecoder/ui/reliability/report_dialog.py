"""The dialog of the reliability report: paragraph to copy, files to save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.agreement_scope import AgreementScope
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.icons import Icon
from practicecoder.ui.languages import translate
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import SPACE, Look, scaled
from practicecoder.ui.widgets.asking import AskingDialog, take_room
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress

if TYPE_CHECKING:
    from practicecoder.reports.reliability.data import ReliabilityReportData
    from practicecoder.services.reliability_report import ReportFiles

_WIDTH_PX, _HEIGHT_PX = 720, 620
_LEAST_PARAGRAPH_PX = 150


class ReliabilityReportDialog(AskingDialog):
    """Shows the paragraph as soon as the numbers are there; nothing is written before Save.

    ``told`` carries what was saved, in a sentence.
    """

    told = Signal(str)

    def __init__(
        self, services: StudyServices, parent: QWidget, *, scope: AgreementScope | None = None
    ) -> None:
        super().__init__(
            _tr("Reliability report"),
            _tr(
                "Design, agreement on every item, pictures, coders and method, as methods "
                "sections ask for them. Coders appear under their codes."
            ),
            _tr("Save…"),
            parent,
        )
        self._services = services
        self._scope = scope if scope is not None else AgreementScope()
        self._data: ReliabilityReportData | None = None
        self._make_paragraph()
        self._make_forms()
        self._reading: TaskHandle | None = None
        self.act.setEnabled(False)
        take_room(self, _WIDTH_PX, _HEIGHT_PX)
        self._read()

    @property
    def data(self) -> ReliabilityReportData | None:
        """What would be written; None until the numbers are there."""
        return self._data

    def finish(self) -> None:
        """Ask where, and save what is ticked there."""
        if self._data is None or not self._wanted():
            return
        usual = f"reliability_{self._services.codebook.codebook_id}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the reliability report"), usual, self.tr("Report (*.pdf)")
        )
        if chosen:
            self.save(Path(chosen))

    def save(self, target: Path) -> None:
        """Save every ticked form beside ``target``, under its name."""
        data = self._data
        if data is None:
            return
        files = self.files(target)
        asked = target.with_suffix(".pdf")
        standing = [path for path in files.paths if path != asked and path.exists()]
        if standing and not self._may_replace(standing):
            return

        def work(progress: Progress, _cancelled: Cancelled) -> tuple[Path, ...]:
            from practicecoder.services.reliability_report import write_report

            return write_report(data, files, progress)

        LongWork(
            self.tr("Writing the reliability report"),
            work,
            self,
            on_success=self._tell,
        )

    def files(self, target: Path) -> ReportFiles:
        """Files of the ticked forms, named after ``target``."""
        from practicecoder.services.reliability_report import ReportFiles

        def wanted(box: QCheckBox, ending: str) -> Path | None:
            return target.with_name(f"{target.stem}{ending}") if box.isChecked() else None

        return ReportFiles(
            pdf=wanted(self.pdf, ".pdf"),
            docx=wanted(self.docx, ".docx"),
            csv=wanted(self.csv, ".csv"),
            methods=wanted(self.methods, "_methods.txt"),
        )

    # Inside

    def _make_paragraph(self) -> None:
        self.paragraph = QPlainTextEdit(self)
        self.paragraph.setReadOnly(True)
        self.paragraph.setTabChangesFocus(True)
        self.paragraph.setMinimumHeight(scaled(_LEAST_PARAGRAPH_PX))
        self.paragraph.setPlaceholderText(self.tr("Computing agreement…"))
        name(self.paragraph, self.tr("Paragraph for a methods section"))
        self.copy = button(self.tr("Copy paragraph"), self, self.copy_paragraph, drawing=Icon.COPY)
        self.copy.setEnabled(False)
        heading = label(self.tr("Paragraph for a methods section"), self, Look.HEADING)
        heading.setBuddy(self.paragraph)
        self.body.addWidget(heading)
        self.body.addWidget(self.paragraph, 1)
        self.body.addLayout(in_row(self.copy, stretch=True))

    def _make_forms(self) -> None:
        self.pdf = QCheckBox(self.tr("Report (PDF)"), self)
        self.docx = QCheckBox(self.tr("Paragraph and tables for Word (.docx)"), self)
        self.csv = QCheckBox(self.tr("Table as printed (.csv)"), self)
        self.methods = QCheckBox(self.tr("Paragraph alone (.txt)"), self)
        self.pdf.setChecked(True)
        forms = QVBoxLayout()
        forms.setSpacing(SPACE)
        forms.addWidget(label(self.tr("Files"), self, Look.HEADING))
        for box in (self.pdf, self.docx, self.csv, self.methods):
            box.toggled.connect(self._allow)
            forms.addWidget(box)
        self.body.addLayout(forms)

    def _wanted(self) -> bool:
        return any(box.isChecked() for box in (self.pdf, self.docx, self.csv, self.methods))

    def _allow(self) -> None:
        self.act.setEnabled(self._data is not None and self._wanted())

    def _read(self) -> None:
        reporting, scope = self._services.reliability_report, self._scope
        self._reading = run_task(
            self,
            one_at_a_time(lambda: reporting.data(scope)),
            on_success=self._show,
            on_failure=lambda error: tell_bug(self, error),
        )

    def _show(self, data: ReliabilityReportData) -> None:
        from practicecoder.reports.reliability.method import methods_text

        self._data = data
        self.paragraph.setPlainText(methods_text(data).strip())
        self.copy.setEnabled(True)
        self._allow()

    def copy_paragraph(self) -> None:
        """Copy what the paragraph shows."""
        QGuiApplication.clipboard().setText(self.paragraph.toPlainText())
        announce(self, self.tr("Copied"))

    def _may_replace(self, standing: list[Path]) -> bool:
        names = ", ".join(path.name for path in standing)
        answer = QMessageBox.question(
            self,
            self.tr("Replace files?"),
            self.tr("{} exist already beside the report. Replace them?").format(names),
        )
        return answer is QMessageBox.StandardButton.Yes

    def _tell(self, written: tuple[Path, ...]) -> None:
        self.told.emit(self.tr("Saved {}").format(", ".join(path.name for path in written)))
        self.accept()


def _tr(text: str) -> str:
    return translate("ReliabilityReport", text)
