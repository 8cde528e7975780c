"""A coder's own trials and certificate."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from practicecoder.services.context import StudyServices
from practicecoder.services.training import CoderProgress, TrialRow
from practicecoder.ui.theme import Look
from practicecoder.ui.training.acts import TrainingActs
from practicecoder.ui.training.trials import TrialsView
from practicecoder.ui.training.words import own_certificate_in_words
from practicecoder.ui.widgets.labels import label
from practicecoder.ui.widgets.scrolling import Scrolling


class OwnPanel(Scrolling):
    """What a coder sees of the own training: trials that are submitted, and nothing before."""

    def __init__(
        self, services: StudyServices, acts: TrainingActs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._progress: CoderProgress | None = None
        self._certificate = label("", self.content, Look.TITLE, wrapped=True)
        self._told = label(
            self.tr(
                "Some sessions in your queue have a reference coding. They look like all others; "
                "once you have submitted one, you find it here beside its reference."
            ),
            self.content,
            Look.MUTED,
            wrapped=True,
        )
        self.trials = TrialsView(services.codebook, self.content)
        self.trials.comparison_wanted.connect(self._compare)
        self.column.addWidget(self._certificate)
        self.column.addWidget(self._told)
        self.column.addWidget(self.trials, 1)

    @property
    def certificate(self) -> str:
        """What is said about the certificate."""
        return self._certificate.text()

    def show_progress(self, progress: CoderProgress) -> None:
        """Show the person's own progress."""
        self._progress = progress
        self._certificate.setText(own_certificate_in_words(progress))
        self.trials.show_progress(progress)

    def focus_first(self) -> None:
        """Put the focus on the trials."""
        self.trials.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self, row: TrialRow) -> None:
        if self._progress is not None:
            self._acts.compare(row.blind_code, self._progress.coder_id)
