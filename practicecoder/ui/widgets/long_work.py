"""Work of seconds and more: progress, a cancel button, and a window that stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.tasks import TaskControl, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, show_busy
from practicecoder.ui.widgets.heavy_work import one_at_a_time
from practicecoder.ui.widgets.labels import button, in_row, label

T = TypeVar("T")
Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]

SHOWN_AFTER_MS = 400
"""Work that is done sooner shows no dialog."""
_STEPS = 1000


class LongWork(QDialog, Generic[T]):
    """Shows how far a piece of work is and lets it be cancelled.

    ``work`` is called in another thread with a function to report progress (share done, what is
    being done) and one that tells whether to stop. Reporting raises CancelledError once the
    person has cancelled, so work that only reports stops as well.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[Progress, Cancelled], T],
        parent: QWidget,
        *,
        on_success: Callable[[T], object],
        on_failure: Callable[[Exception], object] | None = None,
        on_cancelled: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._owner = parent
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        self._on_success = on_success
        self._on_failure = on_failure
        self._on_cancelled = on_cancelled
        self._stop = threading.Event()
        self._done = False
        self._lay_out(title)

        def run(control: TaskControl[tuple[float, str]]) -> T:
            def report(share: float, text: str) -> None:
                if self._stop.is_set():
                    raise CancelledError
                control.report((share, text))

            def is_stopped() -> bool:
                return self._stop.is_set() or control.is_cancelled()

            return one_at_a_time(lambda: work(report, is_stopped))()

        run_task(
            self,
            run,
            on_success=self._succeed,
            on_failure=self._fail,
            on_progress=self._show_progress,
        )
        QTimer.singleShot(SHOWN_AFTER_MS, self, self._show_unless_done)

    def cancel(self) -> None:
        """Ask the work to stop; the dialog closes when it has."""
        self._stop.set()
        self._cancel.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))

    def reject(self) -> None:
        """Cancel, as with Escape; the dialog stays until the work has stopped."""
        self.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel instead of closing while the work goes on."""
        if self._done:
            event.accept()
        else:
            self.cancel()
            event.ignore()

    def _lay_out(self, title: str) -> None:
        self._text = label(self.tr("Starting…"), self, Look.MUTED, wrapped=True)
        self._bar = QProgressBar(self)
        show_busy(self._bar)
        self._bar.setTextVisible(False)
        name(self._bar, self.tr("Progress"))
        self._cancel = button(self.tr("Cancel"), self, self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(title, self, Look.HEADING))
        layout.addWidget(self._text)
        layout.addWidget(self._bar)
        layout.addSpacing(SPACE)
        buttons = in_row(self._cancel)
        buttons.insertStretch(0, 1)
        layout.addLayout(buttons)

    def _show_unless_done(self) -> None:
        if not self._done:
            self.open()

    def _show_progress(self, progress: tuple[float, str]) -> None:
        share, text = progress
        if self._stop.is_set():
            return
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))
        if text and text != self._text.text():
            sentence = text[:1].upper() + text[1:]
            self._text.setText(sentence)

    def _succeed(self, result: T) -> None:
        self._finish()
        self._on_success(result)

    def _fail(self, error: Exception) -> None:
        self._finish()
        if isinstance(error, CancelledError) or self._stop.is_set():
            announce(self._owner, self.tr("Cancelled. Nothing was changed."))
            self._on_cancelled()
        elif self._on_failure is not None:
            self._on_failure(error)
        else:
            tell_bug(self._owner, error)

    def _finish(self) -> None:
        self._done = True
        self.close()
        self.deleteLater()
