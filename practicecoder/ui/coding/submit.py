"""The submit sheet: what is still missing, each line a link, and the lock at the end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.rules import MissingItem, MissingKind
from practicecoder.ui.accessibility import name
from practicecoder.ui.icons import Icon, Ink, set_icon
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, TRIPLE, Look, dress
from practicecoder.ui.widgets.labels import button, label

MOST_LINES = 8
"""Missing things shown without scrolling."""


class SubmitSheet(QDialog):
    """Lists what submission waits for; submits once only a short listen is to be explained."""

    item_wanted = Signal(object)
    """A missing item to go to."""
    submit_wanted = Signal(str)
    """Submit, with the reason for a short listen (empty if enough was heard)."""

    def __init__(
        self, missing: Sequence[MissingItem], heard: float, n_dimensions: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Submit"))
        self.setMinimumWidth(520)
        shown = [i for i in missing if i.kind is not MissingKind.LISTENING]
        self._open_items = [i for i in shown if i.required]
        self._advised = [i for i in shown if not i.required]
        short = [i for i in missing if i.kind is MissingKind.LISTENING]
        self._reason: QLineEdit | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        self._layout.setSpacing(SPACE)
        self._layout.addWidget(label(self._headline(), self, Look.HEADING, wrapped=True))
        self._links = [self._link(item) for item in (*self._open_items, *self._advised)]
        if self._advised and not self._open_items:
            words = self.tr("Worth a look first; it does not stand in the way:")
            self._layout.addWidget(label(words, self, wrapped=True))
        if self._links:
            self._layout.addWidget(self._list_of_links())
        if not self._open_items:
            decided = self.tr("All {0} dimensions are decided. {1}% of the segment was heard.")
            words = decided.format(n_dimensions, int(heard * 100))
            self._layout.addWidget(label(words, self, Look.MUTED, wrapped=True))
        if short:
            self._ask_for_reason(short[0])
        self._layout.addSpacing(SPACE)
        self._layout.addWidget(self._make_buttons())
        self._refresh()
        self._give_focus()

    @property
    def links(self) -> tuple[QPushButton, ...]:
        """Buttons that lead to what is missing, in order."""
        return tuple(self._links)

    def accept(self) -> None:
        """Submit if nothing is missing."""
        if not self._submit.isEnabled():
            return
        reason = "" if self._reason is None else self._reason.text().strip()
        super().accept()
        self.submit_wanted.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows a link that has the focus."""
        focused = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focused, QPushButton) and focused in self._links:
            focused.click()
        else:
            super().keyPressEvent(event)

    # Making

    def _headline(self) -> str:
        count = len(self._open_items)
        if count == 0:
            return self.tr("Submit and lock this coding?")
        if count == 1:
            return self.tr("One thing is missing")
        return self.tr("{0} things are missing").format(count)

    def _link(self, item: MissingItem) -> QPushButton:
        link = button(item.text, self, lambda: self._go_to(item), look=Look.QUIET)
        set_icon(link, Icon.NEXT, Ink.ACCENT, size=16)
        name(link, self.tr("Go to: {0}").format(item.text))
        link.setProperty("link", True)
        link.setStyleSheet("text-align: left;")
        return link

    def _list_of_links(self) -> QWidget:
        content = QWidget(self)
        lines = QVBoxLayout(content)
        lines.setContentsMargins(HALF, HALF, HALF, HALF)
        lines.setSpacing(HALF // 2)
        for link in self._links:
            lines.addWidget(link)
        lines.addStretch(1)
        if len(self._links) <= MOST_LINES:
            return content
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        scroll.setMinimumHeight(MOST_LINES * self._links[0].sizeHint().height())
        return scroll

    def _ask_for_reason(self, item: MissingItem) -> None:
        self._reason = QLineEdit(self)
        self._reason.setPlaceholderText(self.tr("for example: the rest is silence"))
        name(self._reason, self.tr("Why not all of the segment was heard"))
        words = label(item.text, self, wrapped=True)
        words.setBuddy(self._reason)
        self._reason.textChanged.connect(self._refresh)
        self._layout.addSpacing(SPACE)
        self._layout.addWidget(words)
        self._layout.addWidget(self._reason)

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        self._submit = buttons.addButton(
            self.tr("Submit and lock"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        dress(self._submit, Look.PRIMARY)
        self._submit.setDefault(True)
        keep = buttons.addButton(self.tr("Go on coding"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _refresh(self) -> None:
        explained = self._reason is None or bool(self._reason.text().strip())
        self._submit.setEnabled(not self._open_items and explained)

    def _give_focus(self) -> None:
        first: QWidget = self._submit
        if self._open_items:
            first = self._links[0]
        elif self._reason is not None:
            first = self._reason
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, item: MissingItem) -> None:
        self.reject()
        self.item_wanted.emit(item)
