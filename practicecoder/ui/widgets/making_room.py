"""A line of controls that leaves out what matters least where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


def make_room(line: QWidget, yielding: Sequence[QWidget]) -> None:
    """Hide widgets of a line, the first ones first, until the rest of it has room.

    Those for which there is room are shown.
    """
    layout = line.layout()
    if layout is None:
        return
    for widget in yielding:
        widget.show()
    for widget in yielding:
        if layout.minimumSize().width() <= line.width():
            return
        widget.hide()
