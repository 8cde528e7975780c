"""Where room is: what of a study takes how much of the disk, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from practicecoder.services.context import StudyServices
from practicecoder.services.storing import Room
from practicecoder.ui.accessibility import name
from practicecoder.ui.tasks import run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import EDGE_PX, take_height
from practicecoder.ui.widgets.labels import button_box, label

WIDTH_PX = 520


class RoomDialog(QDialog):
    """Lists the parts of a study by size; it is measured beside the window."""

    def __init__(self, services: StudyServices, parent: QWidget) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle(self.tr("Where is room?"))
        self.setMinimumWidth(
            min(scaled(WIDTH_PX), self.screen().availableSize().width() - EDGE_PX)
        )
        self._sizes = QFormLayout()
        self._sizes.setHorizontalSpacing(TRIPLE)
        self._state = label(self.tr("Measuring…"), self, wrapped=True)
        self._words = (
            self.tr("Database"),
            self.tr("Recordings"),
            self.tr("Backups"),
            self.tr("Waveform pictures"),
        )
        self._shown = tuple(label("…", self) for _ in self._words)
        for words, shown in zip(self._words, self._shown, strict=True):
            self._sizes.addRow(label(words, self, Look.MUTED), shown)
        advice = self.tr(
            "What helps: empty the wastebasket, move films and old downloads to another disk, and "
            "remove programs that nobody uses. Leave the files of the study folder as they are; "
            "pictures of waveforms in its folder “cache” may be removed, as they are made again."
        )
        buttons = button_box(self, QDialogButtonBox.StandardButton.Close)
        opening = buttons.addButton(
            self.tr("Open the study folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        opening.setAutoDefault(False)
        opening.clicked.connect(self._open_folder)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.windowTitle(), self, Look.TITLE))
        layout.addWidget(self._state)
        layout.addLayout(self._sizes)
        layout.addSpacing(SPACE)
        layout.addWidget(label(advice, self, wrapped=True))
        layout.addStretch(1)
        layout.addWidget(buttons)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        run_task(
            self, services.storing.room, on_success=self._show, on_failure=self._tell_unmeasured
        )

    @property
    def state(self) -> str:
        """What is said above the sizes."""
        return self._state.text()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped words need, which Qt knows only with the width."""
        super().showEvent(event)
        take_height(self)

    def _show(self, room: Room) -> None:
        self._state.setText(
            self.tr("{0} of {1} are free on the disk of this study.").format(
                in_words(room.free_bytes), in_words(room.total_bytes)
            )
        )
        sizes = (room.database_bytes, room.recordings_bytes, room.backups_bytes, room.cache_bytes)
        for words, shown, size in zip(self._words, self._shown, sizes, strict=True):
            shown.setText(in_words(size))
            name(shown, f"{words}: {in_words(size)}")

    def _tell_unmeasured(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._state.setText(self.tr("The disk cannot be asked. Check that it is connected."))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._services.path)))


def in_words(size: int) -> str:
    """Size of a file for people, ``"1.4 GB"``, in thousands as disks are sold."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
