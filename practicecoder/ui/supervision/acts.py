"""What is done on the supervision page: in the background, one act after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from practicecoder.domain.ids import CoderId
from practicecoder.errors import PracticeCoderError
from practicecoder.services.changes import StudyChange
from practicecoder.services.context import StudyServices
from practicecoder.ui.errors import show_error
from practicecoder.ui.tasks import run_task
from practicecoder.ui.widgets.heavy_work import one_at_a_time

T = TypeVar("T")


class SupervisionActs(QObject):
    """Carries acts out and says what came of them.

    An act reads every final session of the study, which takes longer than a key press may.
    """

    study_changed = Signal(object)
    """A StudyChange that was stored."""
    failed = Signal(object)
    """An error that is nobody's fault but the program's."""
    told = Signal(str)
    """A sentence for the status line."""

    def __init__(self, services: StudyServices, over: QWidget) -> None:
        super().__init__(over)
        self.services = services
        self.actor: CoderId | None = None
        self._over = over

    @property
    def refusal(self) -> str:
        """Why nothing can be changed; empty if it can."""
        if self.services.read_only:
            return self.tr("The study is open for reading only.")
        return ""

    def change(
        self,
        act: Callable[[], StudyChange],
        *,
        done: Callable[[], object] | None = None,
        refused: Callable[[str], object] | None = None,
        over: QWidget | None = None,
    ) -> None:
        """Carry an act out; ``refused`` is told the sentence if it is not allowed.

        Without ``refused`` the sentence is shown in a message over ``over``.
        """

        def tell(change: StudyChange) -> None:
            if change.kinds:
                self.study_changed.emit(change)
            if done is not None:
                done()

        self.work(act, tell, refused=refused, over=over)

    def work(
        self,
        work: Callable[[], T],
        show: Callable[[T], object],
        *,
        refused: Callable[[str], object] | None = None,
        over: QWidget | None = None,
    ) -> None:
        """Do something that takes a while and show what came of it."""
        window = over or self._over

        def fail(error: Exception) -> None:
            if not isinstance(error, PracticeCoderError):
                self.failed.emit(error)
            elif refused is not None:
                refused(str(error))
            else:
                show_error(window, error)

        run_task(window, one_at_a_time(work), on_success=show, on_failure=fail)
