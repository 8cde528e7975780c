"""A page of the preferences: what it shows, how it is reset, what waits for OK."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practicecoder.ui.preferences.fields import Form
from practicecoder.ui.settings import Settings
from practicecoder.ui.widgets.scrolling import Scrolling


class PreferencePage(QWidget):
    """Base of the pages.

    A page writes every choice to the settings at once, whose signals put it in force; the dialog
    brings everything back on Cancel. A page with a draft of its own overrides :meth:`accept`.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    @property
    def title(self) -> str:
        """Name of the page, which is its accessible name too."""
        return self.accessibleName()

    def refresh(self) -> None:
        """Show what the settings hold."""

    def reset(self) -> None:
        """Choose what practicecoder comes with."""
        raise NotImplementedError

    def accept(self) -> None:
        """Take over what waits for OK."""


class FormPage(PreferencePage):
    """A page whose fields stand below each other, and scroll with large text."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(settings, parent)
        scrolling = Scrolling(self)
        self.form = Form(scrolling.content)
        self.column = scrolling.column
        self.column.addWidget(self.form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolling)
