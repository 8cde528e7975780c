"""Dialogs that need no study: shortcuts, keys, commands, preferences, and about the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QMessageBox

from practicecoder import __version__
from practicecoder.ui.settings import Settings

if TYPE_CHECKING:
    from practicecoder.ui.palette.palette import CommandPalette


class WindowDialogs(QObject):
    """Opens dialogs over a window; each is made when it is asked for."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._palette: CommandPalette | None = None

    def show_shortcuts(self) -> None:
        """Show all keys that are in force."""
        from practicecoder.ui.coding.dispatcher import bare_key_lines
        from practicecoder.ui.widgets.shortcut_sheet import ShortcutSheet

        self._open(ShortcutSheet(self._window, bare_key_lines(), on_change=self.change_keys))

    def change_keys(self) -> None:
        """Have keys chosen."""
        from practicecoder.ui.keymap.dialog import KeymapDialog

        self._open(KeymapDialog(self._settings, self._window))

    def show_palette(self) -> None:
        """Find a command of the window or of its page by its words."""
        from practicecoder.ui.palette.palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._window, self._settings)
        self._palette.open()

    def show_preferences(self) -> None:
        """Show the preferences."""
        from practicecoder.ui.preferences.dialog import PreferencesDialog

        self._open(PreferencesDialog(self._settings, self._window))

    def show_about(self) -> None:
        """Say what the program is."""
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("About PracticeCoder"),
            f"PracticeCoder {__version__}",
            QMessageBox.StandardButton.Close,
            self._window,
        )
        box.setInformativeText(
            self.tr(
                "Code audio-recorded practice: listen, rate with evidence, measure agreement, "
                "give feedback, analyse.\n\nFree software under the GNU General Public License, "
                "version 3 or later. It sends nothing anywhere."
            )
        )
        self._open(box)

    def _open(self, dialog: QDialog) -> None:
        """Open a dialog; when it is closed, the keys go to where they went before."""
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(self._window.activateWindow)
        dialog.open()
