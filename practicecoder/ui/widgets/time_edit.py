"""A text field for a moment in a recording, or a shift, as people write it: 14:05 or -0:02.5."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from practicecoder.domain.spans import clock
from practicecoder.ui.accessibility import announce
from practicecoder.ui.languages import translate

_MOMENT = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+)(?:[.,](\d{1,3}))?")
_STEP_MS = 1_000
_PADDING = 18
"""Pixels that border and padding take of the width."""
_SIGNS = {"+": 1, "-": -1, "−": -1}


def how_to_write(*, signed: bool = False) -> str:
    """How a moment is written, or one that may be earlier."""
    if signed:
        return _tr("Minutes and seconds, such as 0:05, or -0:05 for earlier")
    return _tr("Minutes and seconds, such as 14:05")


def no_time(typed: str, how: str) -> str:
    """Say that what was typed is no time, and how one is written."""
    return _tr("{0} is no time. {1}.").format(typed or _tr("Nothing"), how)


def parse_clock(text: str) -> int | None:
    """Milliseconds of a time as people write it; None if it is none.

    Examples
    --------
    >>> parse_clock("14:05"), parse_clock("1:02:05.3"), parse_clock("90"), parse_clock("14:75")
    (845000, 3725300, 90000, None)
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    hours, minutes, seconds, fraction = found.groups()
    if (minutes is not None and int(seconds) > 59) or (hours is not None and int(minutes) > 59):
        return None
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def parse_shift(text: str) -> int | None:
    """Milliseconds of a time that may have a sign; None if it is none.

    Examples
    --------
    >>> parse_shift("-0:02.5"), parse_shift("+1:00"), parse_shift("1:00"), parse_shift("--1")
    (-2500, 60000, 60000, None)
    """
    bare = text.strip()
    sign = _SIGNS.get(bare[:1])
    if sign is None:
        return parse_clock(bare)
    size = parse_clock(bare[1:])
    return None if size is None else sign * size


class TimeEdit(QLineEdit):
    """Shows a moment and takes another one.

    While the field has the focus what it shows stays still, so that a running recording does not
    type over its user. Enter takes the time over; Escape gives it up; leaving takes it over only
    if ``commit_on_leave``, and otherwise gives it up. Up and Down move the time by one second.
    A field with ``empty_words`` may be emptied, and then shows them. A ``signed`` one takes shifts
    to earlier too.
    """

    time_entered = Signal(object)
    """Milliseconds; None if the field was emptied and may be."""
    escaped = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        commit_on_leave: bool = False,
        empty_words: str | None = None,
        tenths: bool = True,
        signed: bool = False,
    ) -> None:
        super().__init__(parent)
        self._commit_on_leave = commit_on_leave
        self._may_be_empty = empty_words is not None
        self._tenths = tenths
        self._signed = signed
        self._how_to_write = how_to_write(signed=signed)
        self._time_ms: int | None = None
        self.setToolTip(self._how_to_write)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(lambda: self._mark_fault(False))
        self.setPlaceholderText(empty_words or "")
        self.set_time(None if self._may_be_empty else 0)
        self._fit_width()

    @property
    def time_ms(self) -> int | None:
        """Moment last shown or entered; None while the field is empty."""
        return self._time_ms

    @property
    def typed_ms(self) -> int | None:
        """What stands in the field, taken over or not; None while that is no time."""
        return parse_shift(self.text()) if self._signed else parse_clock(self.text())

    def set_time(self, time_ms: int | None) -> None:
        """Show a moment, unless somebody is typing here."""
        self._time_ms = time_ms
        if not self.hasFocus():
            self._show_time()

    def reset(self, time_ms: int | None) -> None:
        """Show a moment whatever was typed."""
        self._time_ms = time_ms
        self._show_time()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the time over, Escape gives it up, arrows move it by a second."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._commit()
                self.selectAll()
            case Qt.Key.Key_Escape:
                self._show_time()
                self.escaped.emit()
            case Qt.Key.Key_Up:
                self._nudge(_STEP_MS)
            case Qt.Key.Key_Down:
                self._nudge(-_STEP_MS)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select everything, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the time over or give it up."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        if not (self._commit_on_leave and self.isModified() and self._commit()):
            self._show_time()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the width to the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_width()

    # Inside

    def _commit(self) -> bool:
        text = self.text().strip()
        if not text and self._may_be_empty:
            entered = None
        else:
            entered = self.typed_ms
            if entered is None:
                self._mark_fault(True)
                told = no_time(text, self._how_to_write)
                announce(self, told, assertive=True)
                return False
        self._mark_fault(False)
        self._time_ms = entered
        self.setModified(False)
        self.time_entered.emit(entered)
        return True

    def _nudge(self, by_ms: int) -> None:
        now = self.typed_ms
        if now is None or self.isReadOnly():
            return
        self.setText(self._words(now + by_ms if self._signed else max(now + by_ms, 0)))
        self.setModified(True)
        self._mark_fault(False)

    def _show_time(self) -> None:
        self.setText("" if self._time_ms is None else self._words(self._time_ms))
        self.setModified(False)
        self._mark_fault(False)

    def _words(self, time_ms: int) -> str:
        sign = "-" if time_ms < 0 else ""
        return sign + clock(abs(time_ms), tenths=self._tenths)

    def _mark_fault(self, fault: bool) -> None:
        if self.property("fault") == fault:
            return
        self.setProperty("fault", fault)
        self.style().unpolish(self)
        self.style().polish(self)

    def _fit_width(self) -> None:
        metrics = self.fontMetrics()
        longest = self._words(-36_000_000 if self._signed else 36_000_000)
        texts = (longest, self.placeholderText())
        widest = max(metrics.horizontalAdvance(text) for text in texts)
        self.setFixedWidth(widest + 3 * metrics.averageCharWidth() + _PADDING)


def _tr(text: str) -> str:
    return translate("Time", text)
