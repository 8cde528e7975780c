"""The open volley: which of its slots are filled, and what counts of the codes marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import CodeMark
from practicecoder.domain.spans import clock
from practicecoder.scoring.counts import counted_marks
from practicecoder.ui.accessibility import name
from practicecoder.ui.languages import translate
from practicecoder.ui.theme import HALF, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import label


class OpenVolley(QWidget):
    """A line in words, and a badge for every mark; what does not count says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", self, Look.MUTED, wrapped=True)
        self._badges = Flow(self, spacing=HALF)
        self._made: list[QLabel] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HALF)
        layout.addWidget(self._words)
        layout.addWidget(self._badges)

    @property
    def words(self) -> str:
        """The line."""
        return self._words.text()

    @property
    def texts(self) -> tuple[str, ...]:
        """Words of the badges, in order of time."""
        return tuple(made.text() for made in self._made)

    def show_volley(self, codebook: Codebook, place: int, marks: Sequence[CodeMark]) -> None:
        """Show the marks of the open volley, which is the ``place``-th of the talk."""
        if not marks:
            self._words.setText(self.tr("Volley {0} is open: no code yet.").format(place))
        else:
            filled, slots = filled_slots(codebook, marks)
            words = self.tr("Volley {0} is open, from {1}").format(place, clock(marks[0].at_ms))
            if slots:
                words += self.tr(": {0} of {1} slots filled").format(filled, slots)
            self._words.setText(words + self.tr(". Enter closes it."))
        counting = {m.mark_id for m in counted_marks(codebook, marks, by_volley=True)}
        badges = []
        for mark in marks:
            text = codebook.label(mark.count_id)
            if mark.mark_id not in counting:
                text = self.tr("{0}: {1}").format(text, why_not_counted(codebook, mark, marks))
            badges.append((text, Look.BADGE if mark.mark_id in counting else Look.SMALL))
        self._show_badges(badges)
        name(self, " ".join((self._words.text(), *self.texts)))

    def _show_badges(self, badges: Sequence[tuple[str, Look]]) -> None:
        """Show texts with their looks; badges that stay are kept, so that a press is quick."""
        if len(badges) < len(self._made):
            self._badges.empty()
            self._made = []
        for made, (text, look) in zip(self._made, badges, strict=False):
            if made.text() != text:
                made.setText(text)
            dress(made, look)
        for text, look in badges[len(self._made) :]:
            made = label(text, self._badges, look)
            self._badges.add(made)
            made.show()
            self._made.append(made)


def filled_slots(codebook: Codebook, marks: Sequence[CodeMark]) -> tuple[int, int]:
    """Return how many slots a volley fills, and how many the codebook has."""
    counted = counted_marks(codebook, marks, by_volley=True)
    filled = {codebook.count(mark.count_id).volley_slot for mark in counted} - {""}
    return len(filled), len({code.volley_slot for code in codebook.counts} - {""})


def why_not_counted(
    codebook: Codebook, mark: CodeMark, marks: Sequence[CodeMark], *, short: bool = False
) -> str:
    """Say why a mark does not count: what it gives way to, or what fills its slot.

    ``short`` names codes by their abbreviations.
    """

    def named(count_id: str) -> str:
        return codebook.count(count_id).abbr if short else codebook.label(count_id)

    code = codebook.count(mark.count_id)
    beside = [
        other.count_id
        for other in marks
        if mark.utterance is not None
        and other.utterance == mark.utterance
        and other.count_id in code.gives_way_to
    ]
    if beside:
        return _tr("gives way to {0}").format(named(beside[0]))
    winner = next(
        (
            other.count_id
            for other in counted_marks(codebook, marks, by_volley=True)
            if codebook.count(other.count_id).volley_slot == code.volley_slot
        ),
        mark.count_id,
    )
    if winner == mark.count_id:
        return _tr("counted already")
    return beaten_by(named(winner))


def not_counting(why: str) -> str:
    """Say in a cell that a mark does not count."""
    return _tr("no: {0}").format(why)


def beaten_by(code: str) -> str:
    """Which code counts instead of a mark."""
    return _tr("{0} counts").format(code)


def _tr(text: str) -> str:
    return translate("Counting", text)
