"""The editor of one piece of evidence: time, dimensions, polarity, words and share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import Evidence, Polarity
from practicecoder.domain.spans import TimeSpan, clock
from practicecoder.ui.accessibility import announce, name
from practicecoder.ui.coding.autosave import Autosave
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.coding.polarity import POLARITY_WORDS, polarity_icon
from practicecoder.ui.icons import Icon
from practicecoder.ui.theme import HALF, SPACE, Look, dress
from practicecoder.ui.widgets.flow import Flow
from practicecoder.ui.widgets.labels import button, in_row, label
from practicecoder.ui.widgets.time_edit import TimeEdit


class EvidenceEditor(QFrame):
    """Edits one piece of evidence; every change is saved as it is made."""

    closed = Signal()
    play_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, Look.CARD)
        name(self, self.tr("Edit evidence"))
        self._coding: OpenCoding | None = None
        self._evidence: Evidence | None = None
        self._dimension_chips: dict[str, QPushButton] = {}
        self._make_times()
        self._make_polarities()
        self._make_words()
        self._lay_out()

    @property
    def evidence_id(self) -> str | None:
        """Id of the evidence being edited; None while there is none."""
        return None if self._evidence is None else self._evidence.evidence_id

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Edit evidence of a coding; None while there is none."""
        self._coding, self._evidence = coding, None
        if coding is not None:
            self._offer_dimensions(coding.codebook)

    def edit(self, evidence: Evidence) -> None:
        """Show a piece of evidence, after saving what was typed about another one."""
        if evidence.evidence_id != self.evidence_id:
            self.flush()
            self._quote_saver.reset(evidence.quote)
            self._note_saver.reset(evidence.note)
        self._evidence = evidence
        span = evidence.span
        self._start.set_time(span.start_ms)
        self._end.set_time(None if span.is_moment else span.end_ms)
        for dimension_id, chip in self._dimension_chips.items():
            chip.setChecked(dimension_id in evidence.dimension_ids)
        self._polarities[evidence.polarity].setChecked(True)
        self._quote_saver.show(evidence.quote)
        self._note_saver.show(evidence.note)
        self._share.setChecked(evidence.share)
        self._set_editable(self._coding is not None and self._coding.is_editable)

    def focus_quote(self) -> None:
        """Begin with the quote."""
        self._quote.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Save what was typed; False if that failed."""
        return self._quote_saver.flush() and self._note_saver.flush()

    def stamp(self, at_ms: int) -> bool:
        """Write a time into the text that is being typed here; False if none is."""
        for field in (self._note, self._quote):
            if field.hasFocus() and not field.isReadOnly():
                field.insert(f"[{clock(at_ms)}] ")
                return True
        return False

    # Changes

    def _put(self, evidence: Evidence, *, visit: object = None) -> bool:
        if self._coding is None or self._evidence is None:
            return True
        if not self._coding.put_evidence(evidence, visit=visit):
            return False
        self._evidence = evidence
        return True

    def _times_entered(self) -> None:
        if self._evidence is None:
            return
        entered = self._start.time_ms or 0
        until = entered if self._end.time_ms is None else self._end.time_ms
        start, end = sorted((entered, until))
        if not self._put(replace(self._evidence, span=TimeSpan(start, end))):
            span = self._evidence.span
            self._start.reset(span.start_ms)
            self._end.reset(None if span.is_moment else span.end_ms)

    def _dimension_clicked(self, dimension_id: str) -> None:
        if self._evidence is None:
            return
        chosen = {d for d, chip in self._dimension_chips.items() if chip.isChecked()}
        if not chosen:
            self._dimension_chips[dimension_id].setChecked(True)
            announce(self, self.tr("Evidence needs at least one dimension"), assertive=True)
            return
        in_order = tuple(d for d in self._dimension_chips if d in chosen)
        self._put(replace(self._evidence, dimension_ids=in_order))

    def _polarity_clicked(self, polarity: Polarity) -> None:
        if self._evidence is not None:
            self._put(replace(self._evidence, polarity=polarity))

    def _share_clicked(self, share: bool) -> None:
        if self._evidence is not None:
            self._put(replace(self._evidence, share=share))

    def _store_quote(self, text: str) -> bool:
        return self._store_words(lambda e: replace(e, quote=text.strip()), self._quote_saver)

    def _store_note(self, text: str) -> bool:
        return self._store_words(lambda e: replace(e, note=text.strip()), self._note_saver)

    def _store_words(self, change: Callable[[Evidence], Evidence], saver: Autosave) -> bool:
        if self._evidence is None:
            return True
        visit = (self._evidence.evidence_id, id(saver), saver.visit)
        return self._put(change(self._evidence), visit=visit)

    def _set_editable(self, editable: bool) -> None:
        for field in (self._start, self._end, self._quote, self._note):
            field.setReadOnly(not editable)
        for chip in self._dimension_chips.values():
            chip.setEnabled(editable)
        for choice in self._polarities.values():
            choice.setEnabled(editable)
        self._share.setEnabled(editable)
        self._remove.setEnabled(editable)

    def _remove_clicked(self) -> None:
        if self._coding is None or self._evidence is None:
            return
        evidence_id = self._evidence.evidence_id
        self.flush()
        self._coding.remove_evidence(evidence_id)

    # Making

    def _make_times(self) -> None:
        self._start = TimeEdit(self, commit_on_leave=True)
        name(self._start, self.tr("Time of the evidence"))
        self._start.time_entered.connect(self._times_entered)
        self._end = TimeEdit(self, commit_on_leave=True, empty_words=self.tr("moment"))
        name(self._end, self.tr("End of the evidence, empty for a moment"))
        self._end.time_entered.connect(self._times_entered)
        self._play = button("", self, self._play_clicked, look=Look.QUIET, drawing=Icon.PLAY)
        self._play.setToolTip(self.tr("Play from here"))
        name(self._play, self.tr("Play from this evidence"))

    def _make_polarities(self) -> None:
        self._polarities: dict[Polarity, QPushButton] = {}
        group = QButtonGroup(self)
        for polarity, words in POLARITY_WORDS.items():
            chip = QPushButton(words.capitalize(), self)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setIcon(polarity_icon(polarity))
            dress(chip, Look.CHIP)
            name(chip, self.tr("Polarity: {0}").format(words))
            chip.clicked.connect(lambda _checked=False, p=polarity: self._polarity_clicked(p))
            group.addButton(chip)
            self._polarities[polarity] = chip
        self._share = QCheckBox(self.tr("Share with the worker"), self)
        self._share.clicked.connect(self._share_clicked)

    def _make_words(self) -> None:
        self._quote = QLineEdit(self)
        self._quote.setPlaceholderText(self.tr("what was said"))
        name(self._quote, self.tr("Quote or paraphrase"))
        self._quote_saver = Autosave(self._quote, self._store_quote)
        self._note = QLineEdit(self)
        self._note.setPlaceholderText(self.tr("not shared"))
        name(self._note, self.tr("Note on the evidence"))
        self._note_saver = Autosave(self._note, self._store_note)
        self._remove = button(self.tr("Remove"), self, self._remove_clicked, look=Look.QUIET)
        name(self._remove, self.tr("Remove this evidence"))
        self._done = button(self.tr("Done"), self, self.closed.emit)
        self._done.setToolTip(self.tr("Close the editor (Escape); everything is saved"))

    def _lay_out(self) -> None:
        self._dimension_area = Flow(self, spacing=HALF)
        times = in_row(self._start, label("–", self), self._end, self._play, stretch=True)
        times.addWidget(self._remove)
        times.addWidget(self._done)
        kinds = Flow(self, spacing=SPACE)
        kinds.add(*self._polarities.values(), self._share)
        quote, note = label(self.tr("Quote"), self), label(self.tr("Note"), self)
        quote.setBuddy(self._quote)
        note.setBuddy(self._note)
        words = in_row(quote, self._quote, note, self._note)
        words.setStretchFactor(self._quote, 3)
        words.setStretchFactor(self._note, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(SPACE - 2)
        layout.addLayout(times)
        layout.addWidget(self._dimension_area)
        layout.addWidget(kinds)
        layout.addLayout(words)

    def _offer_dimensions(self, codebook: Codebook) -> None:
        self._dimension_area.empty()
        self._dimension_chips = {}
        for dimension in codebook.dimensions:
            chip = QPushButton(dimension.abbr, self._dimension_area)
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.setToolTip(dimension.label)
            dress(chip, Look.CHIP)
            name(chip, self.tr("Evidence for {0}").format(dimension.label))
            chip.clicked.connect(
                lambda _checked=False, d=dimension.dimension_id: self._dimension_clicked(d)
            )
            self._dimension_area.add(chip)
            self._dimension_chips[dimension.dimension_id] = chip

    def _play_clicked(self) -> None:
        if self._evidence is not None:
            self.play_wanted.emit(self._evidence.span.start_ms)
