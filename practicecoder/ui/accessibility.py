"""Words for people who listen to the window through a screen reader."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def name(widget: QWidget, text: str, description: str = "") -> None:
    """Give a control its accessible name, and a description where the name is not enough."""
    widget.setAccessibleName(text)
    if description:
        widget.setAccessibleDescription(description)


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Have a screen reader say a sentence; ``assertive`` interrupts what it says."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if assertive:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
