"""What importing codings has in common, into an open study or into one of their own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practicecoder.errors import PracticeCoderError, Problem, ProblemsError
from practicecoder.interchange.foreign.folder import FolderOfCodings
from practicecoder.interchange.foreign.values import NO_HINTS, Hints
from practicecoder.services.foreign_codings import PreviewCoding
from practicecoder.ui.accessibility import announce, tab_as_laid_out
from practicecoder.ui.errors import tell_bug
from practicecoder.ui.importing.coded_part import CodedPart
from practicecoder.ui.importing.matches_part import Match, MatchesPart, Section
from practicecoder.ui.importing.source_part import SourcePart
from practicecoder.ui.tasks import TaskHandle, run_task
from practicecoder.ui.theme import DOUBLE, SPACE, TRIPLE, Look, scaled
from practicecoder.ui.widgets.asking import take_room
from practicecoder.ui.widgets.labels import button, button_box, label

_BYTES = "bytes"
WIDTH, HEIGHT, ABREAST = 1240, 700, 980
"""Size in pixels, and the width from which words and codings stand side by side."""


class Shown(Protocol):
    """A preview, whatever it is of."""

    @property
    def problems(self) -> tuple[Problem, ...]: ...  # noqa: D102
    @property
    def notices(self) -> tuple[str, ...]: ...  # noqa: D102
    def sentence(self) -> str: ...  # noqa: D102


P = TypeVar("P", bound=Shown)


class ForeignDialog(QDialog, Generic[P]):
    """Reads files, asks what their words stand for, and shows what would come of it.

    Nothing is stored before the person accepts, and that waits until there is no problem left.
    """

    def __init__(
        self, heading: str, here: str, accept: str, parent: QWidget, *, takes_files: bool
    ) -> None:
        super().__init__(parent)
        self._paths: tuple[Path, ...] = ()
        self._hints = NO_HINTS
        self.found: FolderOfCodings | None = None
        self.preview: P | None = None
        self._busy = ""
        self._task: TaskHandle | None = None
        self.setWindowTitle(heading)
        self.source = SourcePart(here, self, takes_files=takes_files)
        self.matches = MatchesPart(self)
        self.coded = CodedPart(self)
        self._reason = label("", self, Look.MUTED, wrapped=True)
        self.accept_button = button(accept, self, self.accept, look=Look.PRIMARY)
        self._lay_out(heading)
        self.source.chosen.connect(self.read)
        self.source.folders_are_coders.toggled.connect(lambda _on: self.read(self._paths))
        self.matches.changed.connect(self._take)
        self._show()

    @property
    def reason(self) -> str:
        """Why accepting waits, or what it will do."""
        return self._reason.text()

    def read(self, paths: Sequence[Path]) -> None:
        """Read a folder, or files of one folder, in place of what was read before."""
        if not paths:
            return
        if self._task is not None:
            self._task.cancel()
        if tuple(paths) != self._paths:
            self._hints = NO_HINTS
        self._paths, self.found, self.preview = tuple(paths), None, None
        self._busy = self.tr("The files are being read…")
        self.coded.show_codings((), ())
        self._show()
        folder = self.folder
        only = None if paths[0].is_dir() else tuple(path.name for path in paths)
        as_coders, hints = self.source.folders_are_coders.isChecked(), self._hints
        self._task = run_task(
            self,
            lambda: self.read_source(folder, only, as_coders, hints),
            on_success=self._take_found,
            on_failure=self._fail,
        )

    @property
    def folder(self) -> Path:
        """Folder in which the files lie."""
        first = self._paths[0]
        return first if first.is_dir() else first.parent

    # What the two kinds of import do in their own way

    def read_source(
        self, folder: Path, only: Sequence[str] | None, as_coders: bool, hints: Hints
    ) -> FolderOfCodings:
        """Read the files, in another thread."""
        raise NotImplementedError

    def begin(self, found: FolderOfCodings) -> None:
        """Take up files that were read: what their words are likely to be."""
        raise NotImplementedError

    def sections(self) -> tuple[Section, ...]:
        """What is asked about the files."""
        raise NotImplementedError

    def told(self, kind: str, word: str, said: str) -> None:
        """Take what somebody said about a word."""
        raise NotImplementedError

    def make_preview(self) -> P:
        """Make the preview of what was said, in another thread."""
        raise NotImplementedError

    def codings(self, preview: P) -> tuple[PreviewCoding, ...]:
        """Codings that would be stored."""
        raise NotImplementedError

    def facts(self, found: FolderOfCodings) -> str:
        """What was found, in a sentence."""
        raise NotImplementedError

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set codings beside the words where there is room, else below them."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(ABREAST)
        self._body.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._left.setMinimumHeight(0 if beside else self._inside.sizeHint().height() + SPACE)

    # Inside

    def _take_found(self, found: FolderOfCodings) -> None:
        self.found = found
        self._busy = ""
        self.begin(found)
        self.refresh()

    def _take(self, kind: str, word: str, said: str) -> None:
        if kind == _BYTES:
            rate = int(said) if said.isdecimal() and said != "0" else None
            self._hints = Hints(bytes_per_second=rate)
            self.read(self._paths)
            return
        self.told(kind, word, said)
        self.refresh()

    def _finer_times(self, found: FolderOfCodings) -> Section:
        """Ask whether positions in bytes make whole seconds finer, where one rate fits all."""
        fitting = [f.data.byte_rates for f in found.files if f.data is not None]
        rates = {rate for some in fitting for rate in some}
        chosen = self._hints.bytes_per_second
        offered = rates if chosen is None else {chosen}
        if len(offered) != 1:
            return Section(_BYTES, "")
        rate = str(next(iter(offered)))
        match = Match(
            word="",
            told=self.tr("Times are whole seconds; {0} bytes a second fit all of them").format(
                rate
            ),
            said="0" if chosen is None else rate,
            choices=(
                ("0", self.tr("Keep whole seconds")),
                (rate, self.tr("Take finer times from the bytes")),
            ),
        )
        return Section(_BYTES, self.tr("Times"), (match,))

    def refresh(self) -> None:
        """Make the preview anew; what was still being made is given up."""
        if self.found is None:
            return
        if self._task is not None:
            self._task.cancel()
        self.preview = None
        self._show()
        self._task = run_task(
            self, self.make_preview, on_success=self._take_preview, on_failure=self._fail
        )

    def _take_preview(self, preview: P) -> None:
        self.preview = preview
        self.coded.show_codings(self.codings(preview), preview.problems)
        self._show()
        tab_as_laid_out(self)
        if preview.problems:
            announce(self, self.tr("{0} problems").format(len(preview.problems)))

    def _fail(self, error: Exception) -> None:
        self._busy = ""
        self._show()
        if isinstance(error, ProblemsError):
            self.coded.show_codings((), error.problems)
            self._right.show()
            self._reason.setText(self.tr("It cannot be imported like this. Nothing was changed."))
            announce(self, error.problems[0].sentence(), assertive=True)
        elif isinstance(error, PracticeCoderError):
            self._reason.setText(error.user_message)
            announce(self, error.user_message, assertive=True)
        else:
            tell_bug(self, error)

    def _show(self) -> None:
        found, preview = self.found, self.preview
        self.source.show_source(
            self._paths,
            "" if found is None else self.facts(found),
            () if preview is None else preview.notices,
        )
        self.matches.setVisible(found is not None)
        if found is not None:
            self.matches.show_sections((self._finer_times(found), *self.sections()))
        self._right.setVisible(found is not None)
        why_not = self._why_not()
        self._reason.setText(why_not or ("" if preview is None else preview.sentence()))
        self.accept_button.setEnabled(not why_not)

    def _why_not(self) -> str:
        if self._busy:
            return self._busy
        if self.found is None:
            return self.tr("Choose a folder, or drop one here.")
        if self.preview is None:
            return self.tr("The preview is being made…")
        n_problems = len(self.preview.problems)
        if n_problems:
            words = self.tr("Import waits: {0} to be settled. Nothing was changed.")
            one, several = self.tr("1 problem is"), self.tr("{0} problems are").format(n_problems)
            return words.format(one if n_problems == 1 else several)
        if not self.codings(self.preview):
            return self.tr("There is nothing to add.")
        return ""

    def _lay_out(self, heading: str) -> None:
        self._inside = QWidget(self)
        left = QVBoxLayout(self._inside)
        left.setContentsMargins(0, 0, SPACE, 0)
        left.setSpacing(DOUBLE)
        left.addWidget(self.source)
        left.addWidget(self.matches)
        left.addWidget(self.source.notices)
        left.addStretch(1)
        self._left = _scrolling(self._inside, self)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, SPACE, 0)
        right.addWidget(self.coded)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(DOUBLE)
        self._body.addWidget(self._left, 1)
        self._body.addWidget(self._right, 1)
        whole = QWidget(self)
        whole.setLayout(self._body)
        buttons = button_box(self, QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(TRIPLE, TRIPLE, TRIPLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(heading, self, Look.HEADING))
        layout.addWidget(_scrolling(whole, self), 1)
        layout.addWidget(self._reason)
        layout.addWidget(buttons)
        take_room(self, WIDTH, HEIGHT)


def _scrolling(inside: QWidget, parent: QWidget) -> QScrollArea:
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
