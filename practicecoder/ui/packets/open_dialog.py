"""The dialog in which a coder opens a packet: passphrase, folder, perhaps an own passphrase."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as of_class
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from practicecoder.services.packet_opening import SealedFile
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.packets.words import documents, size_in_words
from practicecoder.ui.security.choosing import PassphraseChoice
from practicecoder.ui.security.passphrase_field import PassphraseField
from practicecoder.ui.theme import Look, scaled
from practicecoder.ui.widgets.asking import EDGE_PX, AskingDialog
from practicecoder.ui.widgets.labels import button, in_row, label

WIDTH_PX = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketToOpen:
    """A packet with where it goes; ``own_passphrase`` None takes the packet's for the folder."""

    file: Path
    folder: Path
    passphrase: str = of_class(repr=False)
    own_passphrase: str | None = of_class(default=None, repr=False)


class OpenPacketDialog(AskingDialog):
    """Asks for what a packet needs to become an encrypted study folder on this computer."""

    wanted = Signal(object)
    """A PacketToOpen."""

    def __init__(self, file: Path, told: SealedFile, parent: QWidget) -> None:
        super().__init__(
            _tr("Open a coding packet"),
            _tr(
                "Packet {0}, codebook {1}, {2}. It becomes an encrypted study folder, in which "
                "you code as usual; what you did you return to the lead."
            ).format(told.number, told.codebook, size_in_words(told.n_bytes)),
            _tr("Open the packet"),
            parent,
        )
        self._file = file
        self.passphrase = PassphraseField(self.tr("Passphrase of the packet"), self)
        self.folder = QLineEdit(str(_proposed(told.number)), self)
        name(self.folder, self.tr("Folder"))
        browse = button(self.tr("Choose…"), self, self._choose_folder)
        name(browse, self.tr("Choose a folder"))
        self.own = QCheckBox(self.tr("&Own passphrase for this computer"), self)
        self.choice = PassphraseChoice(self)
        self.choice.hide()
        self.problem = label("", self, Look.MUTED, wrapped=True)
        heading = label(self.tr("Passphrase from the &lead"), self)
        heading.setBuddy(self.passphrase.line)
        place = label(self.tr("&Folder"), self)
        place.setBuddy(self.folder)
        self.form.addRow(heading, self.passphrase)
        self.form.addRow(place, in_row(self.folder, browse))
        self.form.addRow("", self.own)
        self.form.addRow(self.choice)
        self.form.addRow(self.problem)
        self.choice.line_up(heading, place)
        there = self.screen().availableSize().width() - EDGE_PX
        self.setMinimumWidth(min(scaled(WIDTH_PX), there))
        self.own.toggled.connect(self._choose_own)
        self.passphrase.changed.connect(self._check)
        self.folder.textChanged.connect(self._check)
        self.choice.changed.connect(self._check)
        self._check()

    def finish(self) -> None:
        """Tell what was entered."""
        self.wanted.emit(
            PacketToOpen(
                file=self._file,
                folder=Path(self.folder.text().strip()).expanduser(),
                passphrase=self.passphrase.text,
                own_passphrase=self.choice.passphrase if self.own.isChecked() else None,
            )
        )
        self._forget()
        super().finish()

    def reject(self) -> None:
        """Forget what was typed."""
        self._forget()
        super().reject()

    def _forget(self) -> None:
        self.passphrase.clear()
        self.choice.clear()

    def _choose_own(self, own: bool) -> None:
        self.choice.setVisible(own)
        if not own:
            self.choice.clear()
        self._check()
        self.make_room()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the packet"), str(documents())
        )
        if chosen:
            folder = Path(chosen)
            empty = not any(folder.iterdir())
            self.folder.setText(str(folder if empty else folder / self._file.stem))

    def _check(self) -> None:
        problem = self._problem()
        self.problem.setText(problem)
        self.act.setEnabled(not problem)

    def _problem(self) -> str:
        text = self.folder.text().strip()
        folder = Path(text).expanduser()
        if not self.passphrase.text:
            return self.tr("Type the passphrase that the lead told you.")
        if not text or not folder.is_absolute():
            return self.tr("Choose where the study folder goes.")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return self.tr("This folder exists and is not empty. Choose a new or empty one.")
        return self.choice.problem if self.own.isChecked() else ""


def _proposed(number: str) -> Path:
    """A folder that is not there yet, beside the person's other studies."""
    home = documents() / "PracticeCoder"
    proposed, count = home / f"packet-{number.lower()}", 2
    while proposed.exists():
        proposed = home / f"packet-{number.lower()}-{count}"
        count += 1
    return proposed


def _tr(text: str) -> str:
    return translate("Packets", text)
