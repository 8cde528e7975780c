"""Opening a coding packet from the start page, by dropping it, or from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from practicecoder.ui.errors import tell_bug
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.long_work import Cancelled, LongWork, Progress

if TYPE_CHECKING:
    from practicecoder.services.context import StudyServices
    from practicecoder.services.packet_opening import SealedFile
    from practicecoder.ui.packets.open_dialog import PacketToOpen

PACKET_ENDING = ".pcpacket"


def is_packet(path: Path) -> bool:
    """Whether a file claims to be a packet."""
    return path.suffix.casefold() == PACKET_ENDING and path.is_file()


class PacketOpening(QObject):
    """Asks for what a packet needs, and makes a study folder of it."""

    opened = Signal(object)
    """Services of the study that was made."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def choose(self) -> None:
        """Ask for a packet and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a coding packet"),
            "",
            self.tr("Coding packets (*{})").format(PACKET_ENDING),
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, file: Path) -> None:
        """Look whether a file is a packet, and ask for its passphrase."""

        def work() -> SealedFile:
            from practicecoder.services.packet_opening import describe_packet

            return describe_packet(file)

        run_task(
            self,
            work,
            on_success=lambda told: self._ask(file, told),
            on_failure=lambda error: tell_bug(self._window, error),
        )

    def make(self, wanted: PacketToOpen) -> None:
        """Make the study folder in the background."""

        def work(progress: Progress, cancelled: Cancelled) -> StudyServices | None:
            from practicecoder.services.packet_opening import open_packet

            words = self.tr("taking over the sound")
            return open_packet(
                wanted.file,
                wanted.folder,
                wanted.passphrase,
                own_passphrase=wanted.own_passphrase,
                progress=lambda share: progress(share, words),
                cancelled=cancelled,
            )

        LongWork(self.tr("Opening the packet"), work, self._window, on_success=self._show)

    def _ask(self, file: Path, told: SealedFile) -> None:
        from practicecoder.ui.packets.open_dialog import OpenPacketDialog

        dialog = OpenPacketDialog(file, told, self._window)
        dialog.wanted.connect(self.make)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show(self, services: StudyServices | None) -> None:
        if services is not None:
            self.opened.emit(services)
