"""Takes every other window off the screen, keeps further ones off, and brings them back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QFocusFrame, QWidget
from shiboken6 import isValid


class Covering(QObject):
    """Leaves of the program one window with one widget in it.

    While it covers, nothing else comes to the screen, whatever finishes meanwhile, and shortcuts
    reach that widget only. Windows that were put away come back as they were.

    Parameters
    ----------
    window
        The window that stays.
    own
        The widget of it that can be used.
    """

    def __init__(self, window: QWidget, own: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._own = own
        self._kept: dict[QWidget, Qt.WindowModality] = {}
        self._covers = False

    @property
    def covers(self) -> bool:
        """Whether the other windows are put away."""
        return self._covers

    def others(self) -> tuple[QWidget, ...]:
        """Windows that are on the screen besides; those put away while it covers."""
        if self._covers:
            return tuple(window for window in self._kept if isValid(window))
        return tuple(
            window
            for window in QApplication.topLevelWidgets()
            if window is not self._window and window.isVisible()
        )

    def begin(self) -> None:
        """Put everything else away."""
        popup = QApplication.activePopupWidget()
        while popup is not None and popup.close():
            popup = QApplication.activePopupWidget()
        others = self.others()
        self._covers = True
        for window in others:
            self._put_away(window)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def end(self) -> None:
        """Bring everything back that was put away."""
        for window, modality in self._stop().items():
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            window.setWindowModality(modality)  # Qt forgets it when a dialog is hidden
            window.show()

    def close_others(self) -> None:
        """Close for good what was put away."""
        for window in self._stop():
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            if isinstance(window, QDialog):
                window.reject()
            window.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow shortcuts of what cannot be seen, and keep off what would be shown."""
        kind = event.type()
        if kind is QEvent.Type.Shortcut:
            return not self._is_own(watched)
        if (
            kind is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self._window
            and not self._is_own(watched)
        ):
            watched.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            QTimer.singleShot(0, watched, partial(self._take_off, watched))
        return False

    # Inside

    def _stop(self) -> dict[QWidget, Qt.WindowModality]:
        """Cover no more; what was put away and is not over by now."""
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._covers = False
        kept, self._kept = self._kept, {}
        return {window: modality for window, modality in kept.items() if isValid(window)}

    def _take_off(self, window: QWidget) -> None:
        """Put away what came meanwhile; if nothing is covered by now, let it come."""
        if self._covers:
            self._put_away(window)
        elif window.isVisible():
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
            window.hide()
            window.show()

    def _put_away(self, window: QWidget) -> None:
        if not window.isVisible():
            return
        if isinstance(window, QFileDialog):  # waited for where it was opened: it cannot be hidden
            window.reject()
            return
        passes = Qt.WindowType.Popup, Qt.WindowType.ToolTip
        if window.windowType() not in passes and not isinstance(window, QFocusFrame):
            self._kept[window] = window.windowModality()
            window.destroyed.connect(partial(self._forget, window))
            if isinstance(window, QDialog):
                window.finished.connect(partial(self._forget, window))
        window.hide()

    def _forget(self, window: QWidget, _how: object = None) -> None:
        """It is over: it does not come back."""
        self._kept.pop(window, None)

    def _is_own(self, watched: QObject) -> bool:
        one: QObject | None = watched
        while one is not None and one is not self._own:
            one = one.parent()
        return one is self._own
