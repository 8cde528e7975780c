"""The team: means over workers as a table, the pages of the team report, and its release."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QFileDialog,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.feedback import Release
from practicecoder.errors import StudyError
from practicecoder.scoring.results import Estimate, Interval
from practicecoder.services.releases import write_release
from practicecoder.ui.accessibility import name
from practicecoder.ui.errors import show_error
from practicecoder.ui.icons import Icon
from practicecoder.ui.supervision.acts import SupervisionActs
from practicecoder.ui.supervision.pdf_pages import PdfPages
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.theme import SPACE, Look, scaled
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.scrolling import Scrolling

if TYPE_CHECKING:
    from practicecoder.reports.team.data import Summary, TeamReportData
    from practicecoder.services.team_scope import TeamScope

USUAL_MONTHS = 12
SETTLE_MS = 400
PAGES_HEIGHT_PX = 280
"""Lower than this the pages cannot be read; the panel scrolls then."""


class TeamPanel(QWidget):
    """Own workers together; for leads everybody. The senior variant shows no single worker."""

    def __init__(self, acts: SupervisionActs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._reading = 0
        self._asked = 0
        self._file_name = ""
        today = QDate.currentDate()
        self.first = self._day(today.addMonths(-USUAL_MONTHS), self.tr("First day of visits"))
        self.last = self._day(today, self.tr("Last day of visits"))
        self.all_time = QCheckBox(self.tr("&All visits"), self)
        self.all_time.setChecked(True)
        self.senior = QCheckBox(self.tr("&Senior variant"), self)
        self.senior.setToolTip(
            self.tr("No single worker, no quotes; cells of few workers are hidden")
        )
        self.save = button(self.tr("Save the report…"), self, self._save, drawing=Icon.REPORT)
        self.release = button(self.tr("Release…"), self, self._release)
        self._refusal = label("", self, Look.MUTED, wrapped=True)
        self._model: RowTableModel[Summary] = RowTableModel(
            self._columns(), key=lambda s: s.measure.label, parent=self
        )
        self.table = RowTable(self.tr("Means over workers"), self)
        self.table.show_model(self._model, sortable=False)
        self.pages = PdfPages(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.read)
        self._lay_out()
        for day in (self.first, self.last):
            day.dateChanged.connect(self._timer.start)
        for box in (self.all_time, self.senior):
            box.toggled.connect(self._timer.start)
        self.all_time.toggled.connect(self._enable_days)
        self._enable_days()

    @property
    def is_reading(self) -> bool:
        """Whether numbers or pages are on their way."""
        return self._reading > 0 or self._timer.isActive()

    @property
    def refusal(self) -> str:
        """Why there is no report; empty if there is one."""
        return self._refusal.text()

    @property
    def scope(self) -> TeamScope:
        """What is asked for."""
        from practicecoder.reports.team.data import TeamVariant
        from practicecoder.services.team_scope import TeamScope

        everything = self.all_time.isChecked()
        return TeamScope(
            variant=TeamVariant.SENIOR if self.senior.isChecked() else TeamVariant.TEAM,
            first_day=None if everything else _python_day(self.first),
            last_day=None if everything else _python_day(self.last),
        )

    def read(self) -> None:
        """Gather and build anew, in the background; for nobody, nothing."""
        self._timer.stop()
        if self._acts.actor is None:
            return
        services, actor, scope = self._acts.services, self._acts.actor, self.scope
        self._reading += 1
        self._asked += 1
        asked = self._asked
        self.pages.wait()

        def made() -> tuple[TeamReportData, bytes]:
            from practicecoder.reports.team.report import team_report

            data = services.team_report.data(scope, actor)
            return data, team_report(data).content

        def show(found: tuple[TeamReportData, bytes]) -> None:
            self._reading -= 1
            if asked == self._asked:
                self._show(*found)

        def refuse(sentence: str) -> None:
            self._reading -= 1
            if asked == self._asked:
                self._refuse(sentence)

        self._acts.work(made, show, refused=refuse, over=self)

    def forget(self) -> None:
        """Show nothing, as for another person."""
        self._timer.stop()
        self._asked += 1
        self._model.set_rows(())
        self.pages.show_pages(b"")
        self._refuse("")

    def focus_first(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside

    def _columns(self) -> tuple[Column[Summary], ...]:
        return (
            Column(
                title=self.tr("Score or dimension"),
                text=lambda s: s.measure.label,
                bold=lambda _: True,
            ),
            Column(title=self.tr("Mean"), text=self._mean, alignment=RIGHT),
            Column(title=self.tr("95% CI"), text=self._interval, alignment=RIGHT),
            Column(title=self.tr("Workers"), text=self._n_workers, alignment=RIGHT),
            Column(title=self.tr("Visits"), text=lambda s: str(s.n_sessions), alignment=RIGHT),
        )

    def _mean(self, row: Summary) -> str:
        if not isinstance(row.mean, Estimate):
            return row.mean.reason
        return f"{row.mean.value:.{row.measure.decimals}f}"

    def _interval(self, row: Summary) -> str:
        if not isinstance(row.mean, Estimate):
            return ""
        found, places = row.mean.interval, row.measure.decimals
        if not isinstance(found, Interval):
            return found.reason
        return self.tr("{low} to {high}").format(
            low=f"{found.low:.{places}f}", high=f"{found.high:.{places}f}"
        )

    def _n_workers(self, row: Summary) -> str:
        return str(row.mean.n)

    def _lay_out(self) -> None:
        room = Scrolling(self)
        choices = Flow(room.content, spacing=SPACE)
        first, last = label(self.tr("Visits &from"), choices), label(self.tr("t&o"), choices)
        first.setBuddy(self.first)
        last.setBuddy(self.last)
        choices.add(self.all_time, first, self.first, last, self.last, self.senior)
        choices.add(self.save, self.release)
        split = QSplitter(Qt.Orientation.Horizontal, room.content)
        split.setMinimumHeight(scaled(PAGES_HEIGHT_PX))
        split.addWidget(self.table)
        split.addWidget(self.pages)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(room)
        room.column.addWidget(choices)
        room.column.addWidget(self._refusal)
        room.column.addWidget(split, 1)

    def _show(self, data: TeamReportData, content: bytes) -> None:
        self._refuse("")
        self._file_name = data.file_name
        self._model.set_rows(data.summaries)
        self.table.fit_columns(stretch=4)
        self.pages.show_pages(content)
        for each in (self.save, self.release):
            each.setEnabled(not self._acts.refusal)
            each.setToolTip(self._acts.refusal)

    def _refuse(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
        if sentence:
            self._model.set_rows(())
            self.pages.show_pages(b"")
        for each in (self.save, self.release):
            each.setEnabled(False)

    def _save(self) -> None:
        services, actor, scope = self._acts.services, self._acts.actor, self.scope
        kinds = self.tr("PDF (*.pdf);;Word document (*.docx)")
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Write the report"), self._file_name, kinds
        )
        if chosen:
            path = Path(chosen)
            if not path.suffix:
                path = path.with_suffix(".docx" if "docx" in kind else ".pdf")
            self._acts.work(
                lambda: services.team_report.write(scope, path, actor),
                lambda path: self._acts.told.emit(self.tr("{} was written.").format(path.name)),
                over=self,
            )

    def _release(self) -> None:
        actor = self._acts.actor
        asked = QMessageBox.question(
            self,
            self.tr("Release the team report"),
            self.tr("Release these pages? The file is kept with its digest, without draft mark."),
        )
        if asked is not QMessageBox.StandardButton.Yes or actor is None:
            return
        services, scope = self._acts.services, self.scope
        target = self._asked_place()
        if target is not None:
            self._acts.work(
                lambda: services.team_report.release(scope, actor),
                lambda made: self._give(made, target),
                over=self,
            )

    def _asked_place(self) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write the report"), self._file_name, self.tr("PDF (*.pdf)")
        )
        return Path(chosen) if chosen else None

    def _give(self, made: Release, target: Path | None) -> None:
        """Write the released file; it is on record, so another place is asked for on failure."""
        while target is not None:
            try:
                path = write_release(made, target)
            except StudyError as error:
                show_error(self, error)
                target = self._asked_place()
            else:
                self._acts.told.emit(self.tr("{} was written.").format(path.name))
                return

    def _enable_days(self) -> None:
        for day in (self.first, self.last):
            day.setEnabled(not self.all_time.isChecked())

    def _day(self, day: QDate, words: str) -> QDateEdit:
        edit = QDateEdit(day, self)
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        name(edit, words)
        return edit


def _python_day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
