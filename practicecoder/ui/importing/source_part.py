"""Where codings of other programs lie: a folder or files, chosen or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout, QWidget

from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import SPACE
from practicecoder.ui.widgets.elided import ElidedLabel
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label
from practicecoder.ui.widgets.notice import Notices

DROP_LINES = 5


def dropped_source(mime: QMimeData) -> tuple[Path, ...]:
    """One folder, or files of one folder, among what is dropped; empty if it is neither."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if len(paths) == 1 and paths[0].is_dir():
        return paths
    is_together = len({path.parent for path in paths}) == 1
    return paths if is_together and all(path.is_file() for path in paths) else ()


class SourcePart(QWidget):
    """Asks for a folder or files, and says what was found in them."""

    chosen = Signal(object)
    """Tuple of one folder, or of files of one folder."""

    def __init__(self, here: str, parent: QWidget, *, takes_files: bool) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._takes_files = takes_files
        ways = Flow(self, spacing=SPACE)
        ways.add(
            button(self.tr("Choose a folder…"), self, self._ask_folder, drawing=Icon.FOLDER),
            *([button(self.tr("Choose files…"), self, self._ask_files)] if takes_files else []),
        )
        self._here = label(here, self, wrapped=True)
        self._here.setProperty("drop", True)
        self._here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._here.setMinimumHeight(DROP_LINES * self.fontMetrics().lineSpacing())
        self._title = ElidedLabel(self)
        self._facts = label("", self, wrapped=True)
        self.folders_are_coders = QCheckBox(self.tr("A file's &folder names its coder"), self)
        self.notices = Notices(self.tr("About the files"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for part in (
            ways,
            self._here,
            self._title,
            self._facts,
            self.folders_are_coders,
        ):
            layout.addWidget(part)
        self.show_source((), "", ())

    @property
    def facts(self) -> str:
        """What is said about the files."""
        return self._facts.text()

    def show_source(self, paths: Sequence[Path], facts: str, notices: Sequence[str]) -> None:
        """Show where codings come from and what was found; without paths, nothing is chosen."""
        several = self.tr("{0} files").format(len(paths))
        self._title.setText("" if not paths else paths[0].name if len(paths) == 1 else several)
        self._here.setVisible(not paths)
        self._title.setVisible(bool(paths))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self.folders_are_coders.setVisible(len(paths) == 1)
        self.notices.show_texts(notices)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a folder or files."""
        if self._fits(dropped_source(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Choose what is dropped."""
        paths = dropped_source(event.mimeData())
        if self._fits(paths):
            event.acceptProposedAction()
            self.chosen.emit(paths)

    def _fits(self, paths: Sequence[Path]) -> bool:
        return bool(paths) and (self._takes_files or paths[0].is_dir())

    def _ask_folder(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder of codings"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(lambda folder: self.chosen.emit((Path(folder),)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def _ask_files(self) -> None:
        chooser = QFileDialog(self, self.tr("Files of codings"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFiles)
        chooser.filesSelected.connect(lambda files: self.chosen.emit(tuple(map(Path, files))))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()
