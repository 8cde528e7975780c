"""Scores and counts of a submitted coding, by the codebook's rules; hidden until the lock."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook, ScoreDefinition, ScoreFunction
from practicecoder.domain.coding import Coding, CountingMode
from practicecoder.scoring.counts import counts_of
from practicecoder.scoring.results import NotEstimable, Score, shown
from practicecoder.scoring.scores import all_scores
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import Words, translate
from practicecoder.ui.tables import RIGHT
from practicecoder.ui.theme import DOUBLE, HALF, SPACE, Look, dress
from practicecoder.ui.widgets.labels import emptied, label

FUNCTION_WORDS = Words(
    {
        ScoreFunction.MEAN: "mean",
        ScoreFunction.SUM: "sum",
        ScoreFunction.RATIO: "ratio",
        ScoreFunction.PERCENT: "percent",
    }
)


class ScorePanel(QFrame):
    """Each score with its value and formula in words, or the reason why there is none; counts."""

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
        layout.addLayout(self._grid)
        self._texts: dict[str, str] = {}
        self.hide()

    @property
    def texts(self) -> dict[str, str]:
        """Value or reason by score id, then count by count id; empty while nothing is shown."""
        return dict(self._texts)

    def show_scores(self, codebook: Codebook, coding: Coding) -> None:
        """Show the scores of a locked coding; nothing of an open one, as they invite fitting."""
        self._texts = {}
        emptied(self._grid)
        self.setVisible(coding.is_locked and bool(codebook.scores or codebook.counts))
        if not coding.is_locked:
            return
        counts = counts_of(codebook, coding)
        for score_id, result in all_scores(codebook, coding.ratings, counts).items():
            self._add(codebook, codebook.score(score_id), result)
        if counts is not None:
            self._add_counts(codebook, coding, counts)

    def _add_counts(self, codebook: Codebook, coding: Coding, counts: Mapping[str, int]) -> None:
        """Show each count under the way it was counted, as the two ways cannot be compared."""
        by_volley = coding.counting is CountingMode.VOLLEY
        title = self.tr("Counts, by volley") if by_volley else self.tr("Counts, every mark")
        self._grid.addWidget(label(title, self, Look.MUTED), self._grid.rowCount(), 0, 1, 2)
        for count_id, count in counts.items():
            row = self._grid.rowCount()
            self._grid.addWidget(label(codebook.label(count_id), self), row, 0)
            self._grid.addWidget(label(str(count), self), row, 1, RIGHT)
            self._texts[count_id] = str(count)

    def _add(
        self, codebook: Codebook, definition: ScoreDefinition, result: Score | NotEstimable
    ) -> None:
        row = self._grid.rowCount()
        words = label(definition.label, self)
        words.setToolTip(formula_in_words(codebook, definition))
        self._grid.addWidget(words, row, 0)
        if isinstance(result, Score):
            value = shown(result.value, definition.decimals)
            figure = label(value, self, Look.HEADING)
            self._grid.addWidget(figure, row, 1, RIGHT)
        else:
            value = self.tr("not estimable: {0} (n = {1})").format(result.reason, result.n)
            why = label(value, self, Look.SMALL, wrapped=True)
            self._grid.addWidget(why, row + 1, 0, 1, 2)
        self._texts[definition.score_id] = value


def formula_in_words(codebook: Codebook, definition: ScoreDefinition) -> str:
    """Formula of a score, such as "mean of Collaboration, Autonomy, Empathy"."""
    function = FUNCTION_WORDS[definition.function]
    if definition.function in (ScoreFunction.RATIO, ScoreFunction.PERCENT):
        above, below = (
            _labels(codebook, definition.numerator),
            _labels(codebook, definition.denominator),
        )
        return _tr("{0}: {1} over {2}").format(function, above, below)
    return _tr("{0} of {1}").format(function, _labels(codebook, definition.of))


def _labels(codebook: Codebook, items: tuple[str, ...]) -> str:
    return ", ".join(codebook.label(item) for item in items)


def _tr(text: str) -> str:
    return translate("Scores", text)
