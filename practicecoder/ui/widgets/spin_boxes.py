"""Number fields whose figures stand as far from the edge as the words of any other field."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

BEFORE_PX = 9
"""Border and padding that the style sheet gives on the left; it keeps them from a spin box."""


class WholeNumberBox(QSpinBox):
    """Field of a whole number, with arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _stand_clear(self)


class DecimalBox(QDoubleSpinBox):
    """Field of a number with decimals, with arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _stand_clear(self)


def _stand_clear(box: QAbstractSpinBox) -> None:
    """Keep the figures off the left edge.

    Where a style sheet dresses the arrows, Qt begins the line edit at the very edge, whatever
    padding is asked for; a field with a calendar is drawn as a combo box and spared.
    """
    box.lineEdit().setTextMargins(BEFORE_PX, 0, 0, 0)
