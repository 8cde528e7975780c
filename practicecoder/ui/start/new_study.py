"""The dialog that makes a new study: title, folder, codebook, the lead's code, encryption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as of_class
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import Codebook
from practicecoder.domain.ids import CoderId
from practicecoder.ui.accessibility import name, tab_as_laid_out
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.languages import translate
from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, TRIPLE, Look, dress, scaled
from practicecoder.ui.widgets.asking import EDGE_PX, take_height
from practicecoder.ui.widgets.labels import button, button_box, in_row, label
from practicecoder.ui.widgets.scrolling import Scrolling

FOLDER_OF_STUDIES = "PracticeCoder"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStudy:
    """What is needed to make a study; ``passphrase`` is None for one that is not encrypted."""

    folder: Path
    title: str
    codebook: Codebook
    lead: CoderId
    passphrase: str | None = of_class(default=None, repr=False)


def folder_name(title: str) -> str:
    """Title as a folder's name, in letters that every system takes.

    Examples
    --------
    >>> folder_name("Northshire 2026: visits")
    'northshire-2026-visits'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")


def problem_with(title: str, folder: Path | None, lead: str) -> str:
    """Say what is still missing or wrong in one sentence; empty if all is well."""
    if not title.strip():
        return _tr("Give the study a title.")
    if folder is None or not folder.is_absolute():
        return _tr("Choose where the study folder goes.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return _tr("This folder exists and is not empty. Choose a new or empty one.")
    if not lead.strip():
        return _tr("Enter your code; you are the first lead of the study.")
    return ""


def codebook_in_words(codebook: Codebook) -> str:
    """What a codebook holds, for choosing one."""
    parts = []
    if codebook.dimensions:
        scale = codebook.scale
        parts.append(
            _tr("{0} dimensions rated {1} to {2}").format(
                len(codebook.dimensions), scale.minimum, scale.maximum
            )
        )
    if codebook.counts:
        parts.append(_tr("{0} count codes").format(len(codebook.counts)))
    if codebook.scores:
        parts.append(_tr("{0} scores").format(len(codebook.scores)))
    return _tr("{0}. Licence: {1}.").format(", ".join(parts), codebook.licence)


class NewStudyDialog(QDialog):
    """Asks for all of it on one page and says what is missing."""

    wanted = Signal(object)
    """A NewStudy, when the person has chosen to make it."""

    def __init__(
        self, parent: QWidget | None = None, *, only: Codebook | None = None, title: str = ""
    ) -> None:
        """Build it; ``only`` is the one codebook that it can have, ``title`` what is proposed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New study"))
        self.setMinimumWidth(min(scaled(600), self.screen().availableSize().width() - EDGE_PX))
        self._codebooks: tuple[Codebook, ...] = ()
        self._folder_edited = False
        self._title = QLineEdit(self)
        self._title.setPlaceholderText(self.tr("For example: Northshire 2026"))
        self._folder = QLineEdit(self)
        self._browse = button(self.tr("Choose…"), self, self._choose_folder)
        name(self._browse, self.tr("Choose a folder"))
        self._codebook = QComboBox(self)
        self._codebook.setEnabled(False)
        self._codebook.setPlaceholderText(self.tr("Reading the codebooks…"))
        self._about = label("", self, Look.MUTED, wrapped=True)
        self._lead = QLineEdit("L1", self)
        self.encrypt = QRadioButton(self.tr("&Encrypt the study with a passphrase"), self)
        self.leave_open = QRadioButton(
            self.tr("&Do not encrypt (only where the disk itself is encrypted)"), self
        )
        self.encrypt.setChecked(True)
        self.choice = PassphraseChoice(self)
        self._scrolling = Scrolling(self)
        self._problem = label("", self, Look.MUTED, wrapped=True)
        self._buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self._make = self._buttons.addButton(
            self.tr("Make study"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self._make, Look.PRIMARY)
        self._lay_out()
        self._connect()
        self._title.setText(title)
        self._check()
        if only is not None:
            self._show_codebooks((only,))
            return
        from practicecoder.codebook.library import built_in

        run_task(
            self,
            built_in,
            on_success=self._show_codebooks,
            on_failure=lambda error: tell_bug(self, error),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as everything in it, if the screen is."""
        super().showEvent(event)
        self._take_height()
        tab_as_laid_out(self)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def problem(self) -> str:
        """What is missing, as it is shown."""
        return self._problem.text()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(HALF, HALF, HALF, HALF)  # room for the frame of the focus
        form.setSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("&Title"), self._title)
        folder = in_row(self._folder, self._browse)
        form.addRow(self.tr("&Folder"), folder)
        codebook = _with_sentence(self._codebook, self._about)
        form.addRow(self.tr("&Codebook"), codebook)
        codes = label(
            self.tr(
                "Codes stand for people everywhere; use no names. The lead assigns sessions, "
                "adds people and unlocks."
            ),
            self,
            Look.MUTED,
            wrapped=True,
        )
        lead = _with_sentence(self._lead, codes)
        form.addRow(self.tr("&Your code"), lead)
        form.addRow(label(self.tr("Protection"), self), self._protection())
        for row, field in (
            (folder, self._folder),
            (codebook, self._codebook),
            (lead, self._lead),
        ):
            heading = form.labelForField(row)
            if isinstance(heading, QLabel):
                heading.setBuddy(field)
        for field, words in (
            (self._title, self.tr("Title")),
            (self._folder, self.tr("Folder")),
            (self._codebook, self.tr("Codebook")),
            (self._lead, self.tr("Your code")),
        ):
            name(field, words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(self.tr("New study"), self, Look.TITLE))
        self._scrolling.column.addLayout(form)
        layout.addWidget(self._scrolling, 1)
        layout.addSpacing(SPACE)
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)

    def _protection(self) -> QVBoxLayout:
        """Encryption first, and the deliberate other choice."""
        column = QVBoxLayout()
        column.setSpacing(SPACE)
        column.addWidget(self.encrypt)
        inside = QVBoxLayout()
        inside.setContentsMargins(TRIPLE, 0, 0, 0)
        inside.addWidget(self.choice)
        column.addLayout(inside)
        column.addWidget(self.leave_open)
        return column

    def _connect(self) -> None:
        self.encrypt.toggled.connect(self._choose_protection)
        self.choice.changed.connect(self._check)
        self._title.textChanged.connect(self._propose_folder)
        self._folder.textEdited.connect(self._keep_folder)
        for field in (self._title, self._folder, self._lead):
            field.textChanged.connect(self._check)
        self._codebook.currentIndexChanged.connect(self._tell_codebook)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def _show_codebooks(self, codebooks: tuple[Codebook, ...]) -> None:
        self._codebooks = codebooks
        for codebook in codebooks:
            self._codebook.addItem(f"{codebook.title} ({codebook.codebook_id})")
        self._codebook.setCurrentIndex(0)
        self._codebook.setEnabled(True)
        self._check()

    def _tell_codebook(self, place: int) -> None:
        self._about.setText(codebook_in_words(self._codebooks[place]) if place >= 0 else "")
        QTimer.singleShot(0, self, self._take_height)

    def _propose_folder(self, title: str) -> None:
        if not self._folder_edited:
            proposed = _home_of_studies() / folder_name(title)
            self._folder.setText(str(proposed) if folder_name(title) else "")

    def _keep_folder(self) -> None:
        self._folder_edited = True

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the study"), str(_home_of_studies().parent)
        )
        if chosen:
            folder = Path(chosen)
            if any(folder.iterdir()):
                folder = folder / (folder_name(self._title.text()) or "study")
            self._folder.setText(str(folder))
            self._folder_edited = True

    def _check(self) -> None:
        text = self._folder.text().strip()
        folder = Path(text).expanduser() if text else None
        problem = problem_with(self._title.text(), folder, self._lead.text())
        if not problem and self.encrypt.isChecked():
            problem = self.choice.problem
        self._problem.setText(problem)
        self._make.setEnabled(not problem and bool(self._codebooks))

    def _take_height(self) -> None:
        """Show as much of the form as the screen has room for; the rest scrolls."""
        inside = self._scrolling.content.layout()
        if inside is None:
            return
        needed = inside.totalHeightForWidth(self._scrolling.viewport().width())
        beside = self.height() - self._scrolling.height()
        most = self.screen().availableSize().height() - EDGE_PX - beside
        self._scrolling.setMinimumHeight(max(0, min(needed, most)))
        take_height(self)

    def _choose_protection(self) -> None:
        self.choice.setVisible(self.encrypt.isChecked())
        if not self.encrypt.isChecked():
            self.choice.clear()
        self._check()
        QTimer.singleShot(0, self, self._take_height)

    def reject(self) -> None:
        """Forget the passphrase."""
        self.choice.clear()
        super().reject()

    def _finish(self) -> None:
        self.wanted.emit(
            NewStudy(
                folder=Path(self._folder.text().strip()).expanduser(),
                title=self._title.text().strip(),
                codebook=self._codebooks[self._codebook.currentIndex()],
                lead=CoderId(self._lead.text().strip()),
                passphrase=self.choice.passphrase if self.encrypt.isChecked() else None,
            )
        )
        self.choice.clear()
        self.accept()


def _with_sentence(field: QWidget, sentence: QLabel) -> QVBoxLayout:
    """A field above what is said about it; a form alone would leave such words too much room."""
    column = QVBoxLayout()
    column.setSpacing(SPACE)
    column.addWidget(field)
    column.addWidget(sentence)
    return column


def _home_of_studies() -> Path:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / FOLDER_OF_STUDIES


def _tr(text: str) -> str:
    return translate("Start", text)
