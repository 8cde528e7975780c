"""What stands in the place of a transcript while there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from practicecoder.ui.coding.transcript.files import TranscriptFiles
from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import SPACE, Look
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, label


class NoTranscript(QScrollArea):
    """Says what a transcript is for, and offers both ways to one."""

    def __init__(self, files: TranscriptFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget(self)
        self._title = label(self.tr("No transcript"), inside, Look.LEAD)
        self._words = label("", inside, Look.MUTED, wrapped=True)
        self.importing = button(
            self.tr("Import a transcript…"), inside, files.choose_file, drawing=Icon.IMPORT
        )
        self.recognising = button(
            self.tr("Recognise speech on this computer…"), inside, files.recognise
        )
        row = Flow(inside, spacing=SPACE)
        row.add(self.importing, self.recognising)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addWidget(row)
        layout.addStretch(1)
        self.setWidget(inside)
        self.show_state(editable=False)

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def show_state(self, *, editable: bool) -> None:
        """Offer the import where it is possible."""
        if editable:
            self._words.setText(
                self.tr(
                    "With one you read along, find words, and make evidence with the words that "
                    "were said. Drop a file here (VTT, SRT, Word, text, ELAN, Praat, Whisper) or "
                    "choose one. Names are replaced by roles before anything is stored. Coding "
                    "works without a transcript too."
                )
            )
        else:
            self._words.setText(self.tr("This coding cannot be changed, so none can be added."))
        if editable:
            self.setFocusProxy(self.importing)
        else:
            self.setFocusProxy(None)  # type: ignore[arg-type]  # None is what Qt wants here
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if editable else Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._words.text())
        self.importing.setVisible(editable)
        self.recognising.setVisible(editable)
