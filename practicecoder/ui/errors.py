"""Trouble told to a person: known errors in a message, bugs through the one excepthook."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QThread, QTimer, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from practicecoder import __version__
from practicecoder.errors import PracticeCoderError, ProblemsError
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.icons import Icon, Ink, icon
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import scaled

log = logging.getLogger(__name__)

SIGN_PX = 28
_PACKAGE_ROOT = Path(__file__).parents[2]


class MessageDialog(QDialog):
    """A sentence, what belongs to it, and a button that copies all of it.

    ``problems`` are shown as a list, ``details`` as a text to be copied.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None,
        *,
        title: str,
        problems: Sequence[str] = (),
        details: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(480)
        self._parts = [part for part in (text, "\n".join(problems), details) if part]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addLayout(self._head(text))
        if problems:
            layout.addWidget(self._list_of(problems), 1)
        if details:
            layout.addWidget(self._text_of(details), 1)
        layout.addWidget(self._buttons())
        announce(self, text, assertive=True)

    @property
    def text(self) -> str:
        """Everything the dialog says, as it is copied."""
        return "\n\n".join(self._parts)

    def copy(self) -> None:
        """Put everything the dialog says on the clipboard."""
        QGuiApplication.clipboard().setText(self.text)

    def _head(self, text: str) -> QHBoxLayout:
        sign = QLabel(self)
        sign.setPixmap(icon(Icon.WARNING, Ink.WARNING, size=SIGN_PX).pixmap(scaled(SIGN_PX)))
        words = QLabel(text, self)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setContentsMargins(0, 4, 0, 0)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        name(words, self.tr("What happened"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return row

    def _list_of(self, problems: Sequence[str]) -> QListWidget:
        found = QListWidget(self)
        name(found, self.tr("Problems"))
        found.addItems(list(problems))
        found.setWordWrap(True)
        found.setAlternatingRowColors(True)
        found.setMinimumSize(560, 160)
        return found

    def _text_of(self, details: str) -> QPlainTextEdit:
        shown = QPlainTextEdit(details, self)
        name(shown, self.tr("Details"))
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setMinimumSize(560, 160)
        return shown

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(self.copy)
        layout = buttons.layout()
        if layout is not None:  # room for the focus frame
            layout.setContentsMargins(4, 4, 4, 4)
        buttons.rejected.connect(self.reject)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        close.setFocus()
        return buttons


def show_error(parent: QWidget | None, error: PracticeCoderError) -> MessageDialog:
    """Tell known trouble in a dialog that does not block; several faults come as a list."""
    log.info("told: %s", type(error).__name__)
    if isinstance(error, ProblemsError) and len(error.problems) > 1:
        text = _tr("{0} problems were found. Nothing was changed.").format(len(error.problems))
        problems = [problem.sentence() for problem in error.problems]
    else:
        text, problems = error.user_message, []
    dialog = MessageDialog(text, parent, title="PracticeCoder", problems=problems)
    dialog.open()
    return dialog


def trace_without_contents(error: BaseException) -> str:
    """Kind of error and where it arose, without messages or paths, which may name people."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    own = "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *lines])
    return own if cause is None else f"{trace_without_contents(cause)}\nled to\n{own}"


def _place(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(_PACKAGE_ROOT):
        return path.relative_to(_PACKAGE_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def tell_bug(parent: QWidget | None, error: BaseException) -> MessageDialog:
    """Log a bug and tell it in a dialog that does not block; known trouble is told as such."""
    if isinstance(error, PracticeCoderError):
        return show_error(parent, error)
    details = trace_without_contents(error)
    log.error("unexpected error\n%s", details)
    environment = (
        f"practicecoder {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()}"
    )
    dialog = MessageDialog(
        _tr(
            "Something went wrong inside PracticeCoder. Everything that was saved is safe. If it "
            "happens again, close the study, open it again, and send the details below to the "
            "developers; they hold no data of the study."
        ),
        parent,
        title=_tr("PracticeCoder: unexpected error"),
        details=f"{environment}\n{details}",
    )
    dialog.open()
    return dialog


def install_excepthook(window: Callable[[], QWidget | None]) -> None:
    """Bring every uncaught error to the person, from whichever thread it comes."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        application = QApplication.instance()
        if application is None:
            sys.__excepthook__(kind, error, trace)
        elif QThread.currentThread() is application.thread():
            tell_bug(window(), error)
        else:
            QTimer.singleShot(0, application, lambda: tell_bug(window(), error))

    sys.excepthook = hook


def _tr(text: str) -> str:
    return translate("Errors", text)
