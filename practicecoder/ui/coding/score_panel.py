"""Scores of a submitted coding, computed by the codebook's formulas; hidden until the lock."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook, ScoreDefinition, ScoreFunction
from practicecoder.domain.coding import Coding
from practicecoder.scoring.counts import tally
from practicecoder.scoring.results import NotEstimable, Score, shown
from practicecoder.scoring.scores import all_scores
from practicecoder.ui.accessibility import name
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.labels import emptied, label


class ScorePanel(QFrame):
    """Each score with its value and formula in words, or the reason why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        name(self, self.tr("Scores"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(DOUBLE)
        self._grid.setVerticalSpacing(HALF)
        self._grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(DOUBLE, DOUBLE, DOUBLE, DOUBLE)
        layout.setSpacing(SPACE)
        layout.addWidget(label(self.tr("Scores"), self, Look.HEADING))
        layout.addLayout(self._grid)
        self._texts: dict[str, str] = {}
        self.hide()

    @property
    def texts(self) -> dict[str, str]:
        """Value or reason by score id; empty while nothing is shown."""
        return dict(self._texts)

    def show_scores(self, codebook: Codebook, coding: Coding) -> None:
        """Show the scores of a locked coding; nothing of an open one, as they invite fitting."""
        self._texts = {}
        emptied(self._grid)
        self.setVisible(coding.is_locked and bool(codebook.scores))
        if not coding.is_locked:
            return
        counts = tally(codebook, coding.marks, by_volley=False) if coding.marks else None
        for number, (score_id, result) in enumerate(
            all_scores(codebook, coding.ratings, counts).items()
        ):
            self._add(number, codebook, codebook.score(score_id), result)

    def _add(
        self,
        number: int,
        codebook: Codebook,
        definition: ScoreDefinition,
        result: Score | NotEstimable,
    ) -> None:
        words = label(definition.label, self)
        words.setToolTip(formula_in_words(codebook, definition))
        self._grid.addWidget(words, 2 * number, 0)
        if isinstance(result, Score):
            value = shown(result.value, definition.decimals)
            figure = label(value, self, Look.HEADING)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(figure, 2 * number, 1, align)
        else:
            value = self.tr("not estimable: {0} (n = {1})").format(result.reason, result.n)
            why = label(value, self, Look.SMALL, wrapped=True)
            self._grid.addWidget(why, 2 * number + 1, 0, 1, 2)
        self._texts[definition.score_id] = value


def formula_in_words(codebook: Codebook, definition: ScoreDefinition) -> str:
    """Formula of a score, such as "mean of Collaboration, Autonomy, Empathy"."""
    if definition.function in (ScoreFunction.RATIO, ScoreFunction.PERCENT):
        above, below = (
            _labels(codebook, definition.numerator),
            _labels(codebook, definition.denominator),
        )
        return f"{definition.function}: {above} over {below}"
    return f"{definition.function} of {_labels(codebook, definition.of)}"


def _labels(codebook: Codebook, items: tuple[str, ...]) -> str:
    return ", ".join(codebook.label(item) for item in items)
