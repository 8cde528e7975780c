"""What dialogs that ask share: heading, sentence, form, the button that acts, and a seed."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, QTimer
from PySide6.QtGui import QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder.services.segments import LARGEST_SEED
from practicecoder.ui.accessibility import laid_out, name, tab_as_laid_out
from practicecoder.ui.theme import DOUBLE, TRIPLE, Look, dress, scaled
from practicecoder.ui.widgets.labels import button_box, label

REASON_HEIGHT_PX = 72
EDGE_PX = 64
"""What a large dialog leaves of the screen."""


def take_room(dialog: QDialog, width_px: int, height_px: int) -> None:
    """Size a dialog, given at the normal text size, but leave it on the screen."""
    there = dialog.screen().availableSize()
    dialog.resize(
        min(scaled(width_px), there.width() - EDGE_PX),
        min(scaled(height_px), there.height() - EDGE_PX),
    )


def take_height(dialog: QDialog) -> None:
    """Make a dialog as high as its words need, which wrap; but leave it on the screen.

    It becomes lower only before it was ever given a size: Qt reckons with narrow words then.
    """
    layout = dialog.layout()
    needed = 0 if layout is None else layout.totalHeightForWidth(dialog.width())
    most = dialog.screen().availableSize().height() - EDGE_PX
    wanted = min(needed, most)
    has_size = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    if dialog.height() < wanted or (0 < wanted < dialog.height() and not has_size):
        dialog.resize(dialog.width(), wanted)


class AskingDialog(QDialog):
    """A heading, a sentence, a form, and the button that does it."""

    def __init__(self, title: str, text: str, verb: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(scaled(480), self.screen().availableSize().width() - EDGE_PX))
        self.form = QFormLayout()
        self.form.setSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        self.act = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        dress(self.act, Look.PRIMARY)
        buttons.accepted.connect(self.finish)
        buttons.rejected.connect(self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(DOUBLE)
        self.sentence = label(text, self, Look.MUTED, wrapped=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(DOUBLE)
        layout.addWidget(label(title, self, Look.TITLE))
        layout.addWidget(self.sentence)
        layout.addLayout(self.body)
        layout.addLayout(self.form)
        layout.addWidget(buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Put Tab in order, as a form is filled after its buttons were made; take its height.

        Sentences that wrap are higher than Qt reckons before it knows the width. Unless a dialog
        said otherwise, one begins in its first field: Qt would choose the button that cancels.
        """
        super().showEvent(event)
        tab_as_laid_out(self)
        if self.focusWidget() is None:
            self._begin_in_form()
        take_height(self)

    def finish(self) -> None:
        """Tell what was chosen, and close."""
        self.accept()

    def make_room(self) -> None:
        """Grow with what it shows or says from now on, or what stands below would be cut."""
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        if self.isVisible():
            take_height(self)

    def _begin_in_form(self) -> None:
        """Put the focus on the first field of the form that can be filled in."""
        for field in laid_out(self.form):
            if field.isEnabled() and not isinstance(field, QLabel) and _takes_tab(field):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _takes_tab(field: QWidget) -> bool:
    return bool(field.focusPolicy() & Qt.FocusPolicy.TabFocus)


class ReasonField(QPlainTextEdit):
    """Some words why; Tab leaves it."""

    def __init__(self, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(scaled(REASON_HEIGHT_PX))
        self.setPlaceholderText(example)
        name(self, self.tr("Reason"))

    @property
    def reason(self) -> str:
        """The words, without space around them."""
        return self.toPlainText().strip()


class SeedField(QLineEdit):
    """Seed of a draw; left empty, one is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        digits = len(str(LARGEST_SEED)) - 1
        pattern = QRegularExpression(f"[0-9]{{0,{digits}}}")
        self.setValidator(QRegularExpressionValidator(pattern, self))
        self.setPlaceholderText(self.tr("Chosen by the program"))
        self.setToolTip(
            self.tr("The same seed draws the same again. It is kept with what was drawn.")
        )
        name(self, self.tr("Seed"), self.toolTip())

    @property
    def seed(self) -> int | None:
        """The seed that was entered; None if one is to be chosen."""
        return int(self.text()) if self.text() else None

    def show_seed(self, seed: int) -> None:
        """Enter a seed."""
        self.setText(str(seed))
