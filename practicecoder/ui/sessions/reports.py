"""The dialog that writes what leaves the study: worker reports and the analysis package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Role
from practicecoder.export.data import Profile
from practicecoder.export.package import archive_of
from practicecoder.services.context import StudyServices
from practicecoder.services.exporting import TEAM_PACKAGE, PackageOrder, PackageSize
from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.sessions.package_choices import PackageChoices
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, button_box, card, in_row, label
from practicecoder.ui.widgets.long_work import LongWork, Progress

if TYPE_CHECKING:
    from practicecoder.services.supervision import ReportableSession

ALL_SESSIONS = "all"


class Output(StrEnum):
    """What can be written."""

    PACKAGE = "package"
    WORKER_REPORTS = "worker_reports"


ROLES_OF_OUTPUTS: Mapping[Output, Role] = {
    Output.PACKAGE: Role.ANALYST,
    Output.WORKER_REPORTS: Role.SUPERVISOR,
}
"""Who may write what; a lead holds every role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to write where, by whom.

    ``package`` is what an analysis package holds. ``session_id`` None: every session that may be
    reported. ``names`` are kept out of quotes.
    """

    output: Output
    target: Path
    actor: CoderId | None
    package: PackageOrder = TEAM_PACKAGE
    session_id: SessionId | None = None
    names: tuple[str, ...] = ()


def written(services: StudyServices, order: Order, progress: Progress) -> tuple[Path, ...]:
    """Write what was ordered; gives the files."""
    if order.output is Output.PACKAGE:
        return services.exporting.export(
            order.target, order.package, actor=order.actor, progress=progress
        )
    if order.session_id is None:
        return services.supervision.write_all(
            order.target, progress=progress, actor=order.actor, names=order.names
        )
    progress(0.0, _tr("writing the report"))
    order.target.mkdir(parents=True, exist_ok=True)
    file = services.supervision.write_worker_report(
        order.session_id, order.target, actor=order.actor, names=order.names
    )
    return (file,)


def session_in_words(session: ReportableSession) -> str:
    """Session, worker and whether it was reported, for choosing one."""
    when = session.reported_at
    shown = f"{session.session_id}  ·  {session.worker_id}"
    if when is None:
        return shown
    return _tr("{0}, reported {1}").format(shown, f"{when.astimezone():%Y-%m-%d}")


class ReportsDialog(QDialog):
    """Asks what to write and where, writes it, and lists the files."""

    def __init__(
        self,
        services: StudyServices,
        outputs: Sequence[Output],
        parent: QWidget | None = None,
        *,
        actor: CoderId | None = None,
        session_id: SessionId | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Reports & export"))
        self.setMinimumWidth(640)
        self._services = services
        self._actor = actor
        self._wanted_session = session_id
        self._folder_edited = False
        self._choices = {
            Output.PACKAGE: QRadioButton(self.tr("Analysis package"), self),
            Output.WORKER_REPORTS: QRadioButton(self.tr("Worker reports (PDF)"), self),
        }
        self._package = PackageChoices(self)
        self._session = QComboBox(self)
        name(self._session, self.tr("Session of the report"))
        self._session.setPlaceholderText(self.tr("Looking for sessions…"))
        self._names = QLineEdit(self)
        self._names.setPlaceholderText(self.tr("Names to keep out of quotes, parted by commas"))
        name(self._names, self.tr("Names to keep out of quotes"))
        self._folder = QLineEdit(self)
        name(self._folder, self.tr("Folder"))
        self._files = QListWidget(self)
        name(self._files, self.tr("Files written"))
        self._result = label("", self, Look.SUCCESS, wrapped=True)
        self._summary = label("", self, Look.MUTED, wrapped=True)
        self._register = button(self.tr("&Register of exports…"), self, self._show_register)
        self._open_folder = button(self.tr("Open the folder"), self, self._show_folder)
        self._write = button(self.tr("Write"), self, self.write, look=Look.PRIMARY)
        self._lay_out(outputs)
        self._connect()
        first = Output.WORKER_REPORTS if session_id is not None else outputs[0]
        self._choices[first].setChecked(True)
        self._size: PackageSize | None = None
        self._at_first = self._package.order(())
        self._register.setVisible(Output.PACKAGE in outputs)
        self._change_output()
        self._take_height()
        if Output.PACKAGE in outputs:
            run_task(
                self,
                lambda: (services.exporting.last_order(), services.exporting.size()),
                on_success=lambda found: self._take_up(*found),
                on_failure=lambda error: tell_bug(self, error),
            )
        if Output.WORKER_REPORTS in outputs:
            run_task(
                self,
                one_at_a_time(services.supervision.worker_reports),
                on_success=self._show_sessions,
                on_failure=lambda error: tell_bug(self, error),
            )

    @property
    def order(self) -> Order:
        """What is asked for."""
        session = self._session.currentData()
        names = tuple(n for part in self._names.text().split(",") if (n := part.strip()))
        return Order(
            output=self._output(),
            target=Path(self._folder.text().strip()).expanduser(),
            actor=self._actor,
            package=self._package.order(names),
            session_id=None if session in (None, ALL_SESSIONS) else SessionId(str(session)),
            names=names,
        )

    @property
    def summary(self) -> str:
        """What will be written, in words; empty until it is counted."""
        return self._summary.text()

    def write(self) -> None:
        """Write what is asked for."""
        order = self.order
        LongWork(
            self.tr("Writing"),
            lambda progress, _cancelled: written(self._services, order, progress),
            self,
            on_success=self._show_files,
        )

    # Layout

    def _lay_out(self, outputs: Sequence[Output]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("Reports & export"), self, Look.TITLE))
        for output, part in (
            (Output.PACKAGE, self._package_card()),
            (Output.WORKER_REPORTS, self._reports_card()),
        ):
            part.setVisible(output in outputs)
            layout.addWidget(part)
        layout.addWidget(self._names)
        browse = button(self.tr("Choose…"), self, self._choose_folder)
        name(browse, self.tr("Choose a folder"))
        folder = label(self.tr("&Folder"), self)
        folder.setBuddy(self._folder)
        layout.addLayout(in_row(folder, self._folder, browse))
        layout.addWidget(self._summary)
        layout.addWidget(self._result)
        layout.addWidget(self._files)
        self._files.setFixedHeight(64)
        self._files.hide()
        self._result.hide()
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._register, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._open_folder, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self._write, QDialogButtonBox.ButtonRole.ApplyRole)
        self._open_folder.hide()
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        tab_as_laid_out(self)

    def _take_height(self) -> None:
        """Be as high as all fields need; Qt alone stops at two thirds of the screen."""
        for child in self.findChildren(QWidget):
            child.ensurePolished()
        layout = self.layout()
        if layout is not None:
            self.resize(self.minimumWidth(), layout.totalHeightForWidth(self.minimumWidth()))

    def _package_card(self) -> QFrame:
        frame, inside = card(self)
        inside.addWidget(self._choices[Output.PACKAGE])
        inside.addWidget(self._package.about)
        inside.addWidget(self._package)
        return frame

    def _reports_card(self) -> QFrame:
        frame, inside = card(self)
        inside.addWidget(self._choices[Output.WORKER_REPORTS])
        self._about_reports = label(
            self.tr(
                "Feedback for one worker about one session, for supervision. Only sessions "
                "whose purpose allows feedback are listed."
            ),
            frame,
            Look.MUTED,
            wrapped=True,
        )
        inside.addWidget(self._about_reports)
        inside.addWidget(self._session)
        return frame

    def _connect(self) -> None:
        for choice in self._choices.values():
            choice.setAutoExclusive(False)
        for output, choice in self._choices.items():
            choice.clicked.connect(lambda _checked=False, output=output: self._choose(output))
        self._package.changed.connect(self._change_output)
        self._folder.textChanged.connect(self._check)
        self._folder.textEdited.connect(self._keep_folder)

    # Changes

    def _output(self) -> Output:
        return next((o for o, c in self._choices.items() if c.isChecked()), Output.PACKAGE)

    def _choose(self, output: Output) -> None:
        for other, choice in self._choices.items():
            choice.setChecked(other is output)
        self._change_output()

    def _change_output(self) -> None:
        output = self._output()
        is_package = output is Output.PACKAGE
        self._package.setEnabled(is_package)
        self._session.setEnabled(not is_package)
        for part in (self._about_reports, self._session):
            part.setVisible(not is_package)
        self._names.setEnabled(not is_package or self._package.has_evidence)
        if not self._folder_edited:
            self._folder.setText(str(_proposed_folder(self._services, output)))
        self._check()
        self._show_summary()
        if self.isVisible():
            self._take_height()

    def _take_up(self, last: PackageOrder | None, size: PackageSize) -> None:
        """Offer what was chosen the last time, unless something was chosen since."""
        self._size = size
        if last is not None and self._package.order(()) == self._at_first:
            self._package.take_up(last)
        self._show_summary()

    def _show_summary(self) -> None:
        """Say what will be written, with its rows."""
        size, is_package = self._size, self._output() is Output.PACKAGE
        self._summary.setVisible(is_package)
        if not is_package or size is None:
            return
        order = self._package.order(())
        if order.profile is Profile.TEAM:
            text = self.tr("{0} sessions, {1} rows of ratings; {2}.").format(
                f"{size.n_sessions:,}", f"{size.n_ratings:,}", ", ".join(order.formats)
            )
        else:
            text = self.tr("Tables of results over {0} sessions; {1}.").format(
                f"{size.n_sessions:,}", ", ".join(order.formats)
            )
        if order.archive:
            text += " " + self.tr("All of it also as {}.").format(
                archive_of(self.order.target).name
            )
        self._summary.setText(text)

    def _show_register(self) -> None:
        from practicecoder.ui.sessions.export_register import ExportRegisterDialog

        dialog = ExportRegisterDialog(self._services, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_sessions(self, sessions: Sequence[ReportableSession]) -> None:
        n = len(sessions)
        self._session.clear()
        if n:
            self._session.addItem(self.tr("All {} sessions").format(n), ALL_SESSIONS)
        for session in sessions:
            self._session.addItem(session_in_words(session), str(session.session_id))
        self._session.setPlaceholderText(self.tr("No submitted session may be reported yet"))
        wanted = self._session.findData(str(self._wanted_session))
        self._session.setCurrentIndex(max(wanted, 0) if n else -1)
        self._check()

    def _check(self) -> None:
        is_package = self._output() is Output.PACKAGE
        has_what = self._package.is_complete if is_package else self._session.currentIndex() >= 0
        self._write.setEnabled(has_what and bool(self._folder.text().strip()))

    def _keep_folder(self) -> None:
        self._folder_edited = True

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)
            self._folder_edited = True

    def _show_files(self, files: Sequence[Path]) -> None:
        n = len(files)
        text = self.tr("1 file written.")
        if n != 1:
            text = self.tr("{} files written.").format(n)
        self._result.setText(text)
        self._files.clear()
        base = self.order.target
        self._files.addItems(
            [str(f.relative_to(base)) if f.is_relative_to(base) else f.name for f in files]
        )
        self._summary.hide()
        for shown in (self._result, self._files, self._open_folder):
            shown.show()
        self._take_height()
        announce(self, text)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.order.target)))


def _proposed_folder(services: StudyServices, output: Output) -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    ending = "analysis" if output is Output.PACKAGE else "reports"
    return Path(documents or Path.home()) / f"{services.path.name}-{ending}"


def _tr(text: str) -> str:
    return translate("Sessions", text)
