"""The register of what left the study, and whether a file is one of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError
from practicecoder.services.context import StudyServices
from practicecoder.services.export_checking import CheckedFile, write_register
from practicecoder.services.export_register import PACKET, ExportRecord
from practicecoder.ui.accessibility import announce, name, tab_as_laid_out
from practicecoder.ui.errors import show_error, tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.tables import RIGHT, Column, RowTable, RowTableModel
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, button_box, in_row, label

_SHORT = 12
"""Characters of a hash that tell exports apart; the tooltip has it whole."""


def _tr(text: str) -> str:
    return translate("Sessions", text)


def _when(record: ExportRecord) -> str:
    return f"{record.at.astimezone():%Y-%m-%d %H:%M}"


def _by(record: ExportRecord) -> str:
    return record.actor or _tr("the program")


def _for_whom(record: ExportRecord) -> str:
    words = {"team": _tr("team"), "outside": _tr("outside"), PACKET: _tr("coder’s packet")}
    return words.get(record.profile, record.profile)


def _rows(record: ExportRecord) -> str:
    return "" if record.profile == PACKET else f"{record.n_rows:,}"


_COLUMNS = (
    Column[ExportRecord](
        title="When", text=_when, sort_key=lambda r: r.at, bold=lambda _: True,
    ),
    Column[ExportRecord](title="By", text=_by),
    Column[ExportRecord](title="For whom", text=_for_whom),
    Column[ExportRecord](
        title="Purpose", text=lambda r: r.purpose or _tr("not said"),
        muted=lambda r: not r.purpose,
    ),
    Column[ExportRecord](title="Formats", text=lambda r: ", ".join(r.formats)),
    Column[ExportRecord](
        title="Sessions", text=lambda r: f"{r.n_sessions:,}", sort_key=lambda r: r.n_sessions,
        alignment=RIGHT,
    ),
    Column[ExportRecord](
        title="Rows", text=_rows, sort_key=lambda r: r.n_rows, alignment=RIGHT,
        tooltip="Rows of all tables together",
    ),
    Column[ExportRecord](
        title="SHA-256", text=lambda r: r.sha256[:_SHORT], cell_tooltip=lambda r: r.sha256,
        tooltip="Of the manifest, which holds those of all files; of a packet, that of its file",
    ),
)  # fmt: skip


class ExportRegisterDialog(QDialog):
    """Lists exports, the latest first; finds some of them, and checks files against them."""

    def __init__(self, services: StudyServices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Register of exports"))
        self.setMinimumSize(640, 400)
        take_room(self, 940, 560)
        self._services = services
        self._records: tuple[ExportRecord, ...] = ()
        self._model = RowTableModel(
            _COLUMNS, key=lambda r: (r.at, r.profile, r.sha256), parent=self
        )
        self.table = RowTable(self.tr("Exports"), self)
        self.table.set_placeholder(self.tr("Reading the register…"))
        self.table.show_model(self._model)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find by person, purpose, format or hash"))
        self.search.setClearButtonEnabled(True)
        name(self.search, self.tr("Find exports"))
        self.told = label("", self, wrapped=True)
        self.told.hide()
        self.check = button(self.tr("&Verify a file…"), self, self.ask_for_file, look=Look.PRIMARY)
        self.check.setToolTip(
            self.tr("Choose a file: is it one that this study issued, byte for byte?")
        )
        self.save = button(self.tr("&Save as CSV…"), self, self.ask_where_to_save)
        self._lay_out()
        self.search.textChanged.connect(self._show_found)
        run_task(
            self,
            one_at_a_time(services.exporting.register),
            on_success=self._show,
            on_failure=lambda error: tell_bug(self, error),
        )

    @property
    def found(self) -> tuple[ExportRecord, ...]:
        """Exports in which every word that is looked for stands."""
        words = self.search.text().casefold().split()
        return tuple(
            record for record in self._records if all(word in _text_of(record) for word in words)
        )

    def ask_for_file(self) -> None:
        """Ask for a file, and say whether the study issued it."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Verify a file"))
        if chosen:
            self.verify(Path(chosen))

    def verify(self, file: Path) -> None:
        """Say whether the study issued a file; a large one is read in the background."""
        run_task(
            self,
            lambda: self._services.exporting.check_file(file),
            on_success=self._tell,
            on_failure=self._refuse,
        )

    def ask_where_to_save(self) -> None:
        """Ask where the listed exports go, and write them there."""
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the register"), "exports.csv", self.tr("CSV (*.csv)")
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Write the listed exports as CSV."""
        try:
            write_register(self.found, target)
        except PracticeCoderError as error:
            show_error(self, error)
            return
        announce(self, self.tr("{} was written.").format(target.name))

    def _lay_out(self) -> None:
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addLayout(in_row(self.search, self.check))
        layout.addWidget(self.table, 1)
        layout.addWidget(self.told)
        layout.addWidget(buttons)
        tab_as_laid_out(self)

    def _show(self, records: Sequence[ExportRecord]) -> None:
        self._records = tuple(records)
        self.table.set_placeholder(
            self.tr("No export was found.")
            if records
            else self.tr(
                "Nothing was exported yet.\nEvery package and every packet that leaves the study "
                "is entered here."
            )
        )
        self.save.setEnabled(bool(records))
        self._show_found()
        self.table.fit_columns(stretch=3)

    def _show_found(self) -> None:
        self._model.set_rows(self.found)

    def _tell(self, checked: CheckedFile) -> None:
        text = in_words(checked)
        self.told.setText(text)
        self.told.setToolTip(f"SHA-256 {checked.sha256}")
        self.told.show()
        announce(self, text)
        if checked.is_issued:
            self.search.clear()
            latest = checked.records[0]
            self.table.select_key((latest.at, latest.profile, latest.sha256))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, PracticeCoderError):
            show_error(self, error)
        else:
            tell_bug(self, error)


def in_words(checked: CheckedFile) -> str:
    """What the register says about a file, in one or two sentences."""
    if checked.is_issued:
        latest = checked.records[0]
        told = _tr("{0} was issued by this study: exported {1} by {2}.").format(
            checked.name, _when(latest), _by(latest)
        )
        more = len(checked.records) - 1
        return (
            f"{told} {_tr('The same file left it {} times more.').format(more)}" if more else told
        )
    if checked.same_name:
        return _tr(
            "{} is not as this study issued it: a file of that name was exported, with another "
            "content. It was changed, or is of another study."
        ).format(checked.name)
    return _tr(
        "{} is no file that this study issued. Exports that were made before files were entered "
        "one by one are known by their manifest.json alone."
    ).format(checked.name)


def _text_of(record: ExportRecord) -> str:
    """Everything about an export that can be looked for."""
    parts = (
        _when(record), _by(record), _for_whom(record), record.profile, record.purpose,
        *record.formats, record.sha256,
    )  # fmt: skip
    return " ".join(parts).casefold()
