"""What all imports have in common: nothing is stored before it was seen and accepted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from practicecoder.errors import PracticeCoderError, Problem, ProblemsError
from practicecoder.ui.accessibility import announce, tab_as_laid_out
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.importing.abreast import Abreast
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, label


class Shown(Protocol):
    """A preview, whatever it is of."""

    @property
    def problems(self) -> tuple[Problem, ...]: ...  # noqa: D102
    @property
    def notices(self) -> tuple[str, ...]: ...  # noqa: D102
    def sentence(self) -> str: ...  # noqa: D102


P = TypeVar("P", bound=Shown)
T = TypeVar("T")


class PreviewDialog(QDialog, Generic[P]):
    """Asks on one side, and shows on the other what would be stored.

    Accepting waits until there is no problem left, and the dialog says so. ``preview`` is what
    would be stored; None while it is not known.
    """

    def __init__(self, heading: str, accept: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.preview: P | None = None
        self._busy = ""
        self._task: TaskHandle | None = None
        self.setWindowTitle(heading)
        self._reason = label("", self, Look.MUTED, wrapped=True)
        self.accept_button = button(accept, self, self.accept, look=Look.PRIMARY)

    @property
    def reason(self) -> str:
        """Why accepting waits, or what it will do."""
        return self._reason.text()

    # What each import does in its own way

    def missing(self) -> str:
        """What has to be chosen before there can be a preview; empty if nothing."""
        raise NotImplementedError

    def show_parts(self) -> None:
        """Show what is known at this moment."""
        raise NotImplementedError

    def show_preview(self, preview: P) -> None:
        """Show what would be stored."""
        raise NotImplementedError

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show why something cannot be read or stored."""
        raise NotImplementedError

    def nothing_to_do(self, preview: P) -> str:
        """Why a preview without a problem is nothing to accept; empty if it is."""
        del preview
        return ""

    # For those imports

    def _lay_out(
        self,
        asked: Sequence[QWidget],
        shown: Sequence[QWidget],
        *,
        size: tuple[int, int],
        abreast_from: int,
    ) -> None:
        """Set what is asked beside what is shown; sizes in pixels at the normal text size."""
        self.parts = Abreast(asked, shown, self, from_px=abreast_from, edges_px=2 * TRIPLE)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.windowTitle(), self, Look.HEADING))
        layout.addWidget(self.parts, 1)
        layout.addWidget(self._reason)
        layout.addWidget(buttons)
        take_room(self, *size)
        tab_as_laid_out(self)

    def _give_up(self) -> None:
        """Let go of what is still being read or made."""
        if self._task is not None:
            self._task.cancel()

    def _run(self, work: Callable[[], T], take: Callable[[T], object]) -> None:
        """Work in the background in place of what was being done before."""
        self._give_up()
        self._task = run_task(self, work, on_success=take, on_failure=self._fail)

    def _make_preview(self, make: Callable[[], P]) -> None:
        """Make the preview anew; what was still being made is given up."""
        self._give_up()
        self.preview = None
        self._show()
        self._run(make, self._take_preview)

    def _take_preview(self, preview: P) -> None:
        self.preview = preview
        self.show_preview(preview)
        self._show()
        tab_as_laid_out(self)  # what came just now stands before the buttons
        if preview.problems:
            announce(self, self.tr("{0} problems").format(len(preview.problems)))

    def _fail(self, error: Exception) -> None:
        self._busy = ""
        self._show()
        if isinstance(error, ProblemsError):
            self.show_problems(error.problems)
            self.parts.second.show()
            self._reason.setText(self.tr("It cannot be imported like this. Nothing was changed."))
            announce(self, error.problems[0].sentence(), assertive=True)
        elif isinstance(error, PracticeCoderError):
            self._reason.setText(error.user_message)
            announce(self, error.user_message, assertive=True)
        else:
            tell_bug(self, error)

    def _show(self) -> None:
        """Show what is known at this moment, and whether it can be accepted."""
        self.show_parts()
        self.parts.fit()
        why_not = self._why_not()
        self._reason.setText(why_not or ("" if self.preview is None else self.preview.sentence()))
        self.accept_button.setEnabled(not why_not)

    def _why_not(self) -> str:
        """What accepting waits for; empty if for nothing."""
        missing = self._busy or self.missing()
        if missing:
            return missing
        if self.preview is None:
            return self.tr("The preview is being made…")
        n_problems = len(self.preview.problems)
        if n_problems:
            words = self.tr("Import waits: {0} to be settled. Nothing was changed.")
            one, several = self.tr("1 problem is"), self.tr("{0} problems are").format(n_problems)
            return words.format(one if n_problems == 1 else several)
        return self.nothing_to_do(self.preview)
