"""Evidence and notes made at the playhead: where they begin, and for which dimension."""

from __future__ import annotations

from PySide6.QtCore import QObject

from practicecoder.domain.spans import TimeSpan
from practicecoder.ui.coding.cards import CardColumn
from practicecoder.ui.coding.evidence import EvidencePanel
from practicecoder.ui.coding.listening import ListeningPanel
from practicecoder.ui.coding.notes import NotesPanel
from practicecoder.ui.coding.open_coding import OpenCoding
from practicecoder.ui.settings import Settings


class EvidenceActs(QObject):
    """Makes evidence of what was just heard, set back by the coder's reaction time."""

    def __init__(
        self,
        settings: Settings,
        listening: ListeningPanel,
        evidence: EvidencePanel,
        notes: NotesPanel,
        cards: CardColumn,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._coding: OpenCoding | None = None
        self._listening = listening
        self._evidence = evidence
        self._notes = notes
        self._cards = cards

    def open_coding(self, coding: OpenCoding | None) -> None:
        """Act on a coding from its opening on; None while there is none."""
        self._coding = coding

    def make(self) -> None:
        """Note evidence a little before the playhead, for the card used last."""
        dimension_id = self._dimension()
        if dimension_id is not None:
            at_ms = self._before_reaction()
            self._evidence.make(TimeSpan(at_ms, at_ms), dimension_id)

    def make_of(self, span: TimeSpan, quote: str) -> None:
        """Note a stretch as evidence with what was said in it, for the card used last."""
        dimension_id = self._dimension()
        if dimension_id is not None:
            within = TimeSpan(self._in_segment(span.start_ms), self._in_segment(span.end_ms))
            self._evidence.make(within, dimension_id, quote=quote)

    def begin_or_end_span(self) -> None:
        """Begin a span of evidence, or end the one begun."""
        dimension_id = self._dimension()
        if dimension_id is not None:
            here = self._in_segment(self._listening.position_ms)
            self._evidence.begin_or_end_span(self._before_reaction(), here, dimension_id)

    def stamp_note(self) -> None:
        """Write the time into the text being typed, else into the note."""
        at_ms = self._listening.position_ms
        if not self._evidence.editor.stamp(at_ms):
            self._notes.stamp(at_ms)

    def play(self, evidence_id: str) -> None:
        """Select a piece of evidence and play from it."""
        self._evidence.select(evidence_id)
        self._evidence.play_selected()

    def _dimension(self) -> str | None:
        """Dimension of the card used last; None where nothing can be noted."""
        if self._coding is None or not self._coding.is_editable:
            return None
        return self._cards.active_dimension

    def _before_reaction(self) -> int:
        reaction_ms = self._settings.playback.reaction_ms
        return self._in_segment(self._listening.position_ms - reaction_ms)

    def _in_segment(self, at_ms: int) -> int:
        segment = None if self._coding is None else self._coding.desk.segment
        if segment is None:
            return max(at_ms, 0)
        return min(max(at_ms, segment.start_ms), segment.end_ms)
