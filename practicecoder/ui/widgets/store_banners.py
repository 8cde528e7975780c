"""Banners under the header of a study about the disk it is on."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.errors import PracticeCoderError, StudyDamagedError
from practicecoder.services.context import StudyServices
from practicecoder.ui.accessibility import announce
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look
from practicecoder.ui.widgets.banner import LastingBanner
from practicecoder.ui.widgets.labels import button
from practicecoder.ui.widgets.room import RoomDialog
from practicecoder.ui.widgets.store_watch import StoreWatch


class StoreBanners(QWidget):
    """Tells while changes cannot be saved, a backup failed, or room runs out."""

    writing_changed = Signal(bool)
    """Whether changes are saved."""
    restore_wanted = Signal()

    def __init__(self, services: StudyServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.watch = StoreWatch(services, self)
        """Watches the disk."""
        self._make_trouble()
        self._make_backup()
        self._make_room()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, SPACE, DOUBLE, 0)
        layout.setSpacing(HALF)
        for banner in (self.trouble, self.backup, self.room):
            layout.addWidget(banner)
        self._connect()
        self._settle()
        self.watch.begin()

    @property
    def is_writing(self) -> bool:
        """Whether changes are saved."""
        return self._services.storing.trouble is None

    def end(self) -> None:
        """Let go of the study, which is about to be closed."""
        self.watch.end()

    # Making

    def _make_trouble(self) -> None:
        self.trouble = LastingBanner(self.tr("Changes are not saved"), self)
        self._again = self.trouble.add_button(
            self.tr("&Try again"), self._try_again, look=Look.PRIMARY
        )
        self._where = self.trouble.add_button(self.tr("&Where is room?"), self._show_room)
        self._restore = self.trouble.add_button(
            self.tr("&Restore a backup…"), self.restore_wanted.emit
        )

    def _make_backup(self) -> None:
        self.backup = LastingBanner(self.tr("No backup could be made"), self)
        self.backup.add_button(self.tr("Back up again"), self.watch.back_up)
        self._restore_after_backup = self.backup.add_button(
            self.tr("Restore a backup…"), self.restore_wanted.emit
        )

    def _make_room(self) -> None:
        self.room = LastingBanner(self.tr("Little room on the disk"), self)
        self.room.add_button(self.tr("Where is room?"), self._show_room)
        self._room_put_away = False
        close = button(self.tr("Close"), self.room, self._put_room_away, look=Look.QUIET)
        close.setAccessibleName(self.tr("Close the message about room"))
        row = self.room.layout()
        assert row is not None
        row.addWidget(close)

    def _connect(self) -> None:
        self.watch.failed.connect(self._show_trouble)
        self.watch.refused.connect(self.trouble.flash)
        self.watch.recovered.connect(self._end_trouble)
        self.watch.tried.connect(self._show_tried)
        self.watch.room_is_short.connect(self._show_short_room)
        self.watch.backup_made.connect(self._end_backup)
        self.watch.backup_failed.connect(self._show_backup)

    # Writing

    def _try_again(self) -> None:
        self._again.setEnabled(False)
        self.watch.try_again()

    def _show_trouble(self) -> None:
        error = self._services.storing.trouble
        if error is None:  # it was over before this was told
            return
        is_damaged = isinstance(error, StudyDamagedError)
        self._where.setVisible(not is_damaged)
        self._restore.setVisible(is_damaged)
        self.trouble.tell(error.user_message, self._last_saved())
        self.room.hide()  # it says that everything is saved; it comes back with the next look
        self._settle()
        self.writing_changed.emit(False)

    def _last_saved(self) -> str:
        """Time of the last act on the disk, and what happens to words that were typed."""
        saved_at = self._services.storing.saved_at
        last = (
            self.tr("Nothing was saved since the study was opened.")
            if saved_at is None
            else self.tr("Last saved {0}.").format(_clock(saved_at))
        )
        kept = self.tr(
            "What you typed stays in its field and is saved as soon as writing works; it is tried "
            "every 15 seconds."
        )
        return f"{last} {kept}"

    def _show_tried(self, worked: bool) -> None:
        was_asked = not self._again.isEnabled()
        self._again.setEnabled(True)
        if was_asked and not worked:
            self.trouble.flash()
            announce(self, self.tr("Still not saved"), assertive=True)

    def _end_trouble(self) -> None:
        self.trouble.hide()
        self._settle()
        announce(self, self.tr("Changes are saved again"), assertive=True)
        self.writing_changed.emit(True)
        self.watch.look_for_room()

    # Backups

    def _show_backup(self, error: PracticeCoderError) -> None:
        self._restore_after_backup.setVisible(isinstance(error, StudyDamagedError))
        at = _clock(self._services.context.now())
        tried = self.tr("Tried {0}. Earlier backups are kept.").format(at)
        self.backup.tell(error.user_message, tried)
        self._settle()

    def _end_backup(self) -> None:
        self.backup.hide()
        self._settle()

    # Room

    def _show_short_room(self, is_short: bool) -> None:
        if not is_short:
            self._room_put_away = False
            self.room.hide()
        elif not self._room_put_away and self.is_writing:
            self.room.tell(
                self.tr(
                    "Less than 500 MB are free for this study and its backups. Everything is "
                    "saved so far. Make room before the disk is full."
                )
            )
        self._settle()

    def _put_room_away(self) -> None:
        """Hide it until there was room again."""
        self._room_put_away = True
        self.room.hide()
        self._settle()

    def _show_room(self) -> None:
        dialog = RoomDialog(self._services, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _settle(self) -> None:
        """Take room only while there is something to tell."""
        banners = (self.trouble, self.backup, self.room)
        self.setVisible(any(not banner.isHidden() for banner in banners))


def _clock(moment: datetime) -> str:
    return moment.astimezone().strftime("%H:%M:%S")
