"""Whether a coder who has a packet can have done what a return tells; anything else is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from practicecoder.codebook.model import Codebook
from practicecoder.codebook.rules import SPEAKERS, check_answer, missing_items
from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    Coding,
    CodingState,
    Evidence,
    Note,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import (
    AnswerChange,
    CodingChange,
    EvidenceChange,
    MarkChange,
    NoteChange,
    RatingChange,
    applied,
)
from practicecoder.domain.history import HistoryEntry, HistoryKind, ReceivedEntry
from practicecoder.errors import NotAllowedError, PacketError
from practicecoder.services.coding_state import coding_from
from practicecoder.storage.history import KIND_OF, change_of
from practicecoder.storage.lineage import Lineage

_WORK = frozenset({*KIND_OF.values(), HistoryKind.SUBMITTED})
"""What a coder may have done away from the laboratory."""

_BEYOND_END_MS = 60_000
"""How far after the end of its recording a moment may lie; players are not exact."""
_LAST_MS = 48 * 3_600_000
"""Where no recording tells: no visit lasts two days."""


def contradiction() -> PacketError:
    """What is said of a return that its packet cannot have led to."""
    return PacketError(
        "The return tells of work that cannot have been done with its packet. Nothing was taken "
        "from it. Ask the coder to return the packet again."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleWork:
    """What the program lets a coder do to one coding away from the laboratory.

    ``coding`` is the study's, ``known`` its entries by their id, and ``duration_ms`` the length of
    its recording; None if it has none.
    """

    codebook: Codebook
    coding: Coding
    known: Mapping[str, HistoryEntry]
    duration_ms: int | None

    def refuse_others(self, fresh: Sequence[ReceivedEntry], lineage: Lineage) -> None:
        """Refuse entries that the coder cannot have written; none comes before its parent.

        ``lineage`` holds the known entries and these.

        Raises
        ------
        PacketError
            If one is not the coder's own act, continues what was submitted, submits what is not
            finished, or does not fit the codebook or the recording.
        """
        entries = {**self.known, **{r.entry.entry_id: r.entry for r in fresh}}
        after: dict[str, Coding] = {}
        for received in fresh:
            self._refuse_stranger(received)
            parent = received.parent_id or ""
            before = after.pop(parent, None)
            if before is None:
                path = [entries[entry_id] for entry_id in lineage.path_to(parent)]
                before = coding_from(self.coding, path)
            after[received.entry.entry_id] = self._done(received.entry, before)

    def _refuse_stranger(self, received: ReceivedEntry) -> None:
        entry = received.entry
        if entry.actor != self.coding.coder_id or entry.kind not in _WORK or entry.erased:
            raise contradiction()
        if received.parent_id is None or received.other_parent_id:
            raise contradiction()

    def _done(self, entry: HistoryEntry, before: Coding) -> Coding:
        """Coding after an act; what is submitted is changed after a lead unlocked it alone."""
        if before.is_locked:
            raise contradiction()
        if entry.kind is HistoryKind.SUBMITTED:
            if any(item.required for item in missing_items(self.codebook, before)):
                raise contradiction()
            return replace(before, state=CodingState.LOCKED, submitted_at=entry.at)
        try:
            change = change_of(entry)
        except (ValueError, KeyError, TypeError) as error:
            raise contradiction() from error
        if change is None or not (self._fits(change) or self._was_there(entry)):
            raise contradiction()
        return applied(before, (change,))

    def _was_there(self, entry: HistoryEntry) -> bool:
        """Whether an act brings back what the laboratory had; it may come from elsewhere."""
        said = (entry.kind, entry.item)
        return entry.new is not None and any(
            entry.new in (one.old, one.new)
            for one in self.known.values()
            if (one.kind, one.item) == said
        )

    def _fits(self, change: CodingChange) -> bool:
        try:
            match change:
                case RatingChange(item, rating):
                    return (
                        item in self.codebook.dimension_ids
                        and isinstance(rating.note, str)
                        and self._is_rating(item, rating)
                    )
                case AnswerChange(item, answer):
                    return self._is_answer(item, answer)
                case EvidenceChange(item, Evidence() as piece):
                    return piece.evidence_id == item and self._is_evidence(piece)
                case NoteChange(item, Note() as note):
                    return note.note_id == item and self._is_note(note)
                case MarkChange(item, CodeMark() as mark):
                    return mark.mark_id == item and self._is_mark(mark)
                case _:  # taken away, or chosen from what there is
                    return True
        except (NotAllowedError, TypeError):  # words where numbers belong, and the like
            return False

    def _is_rating(self, dimension_id: str, rating: Rating) -> bool:
        dimension = self.codebook.dimension(dimension_id)
        match rating.state:
            case RatingState.RATED:
                return rating.value in dimension.scale
            case RatingState.NOT_APPLICABLE:
                reasons = {one.reason_id for one in self.codebook.reasons_for(dimension_id)}
                rule = dimension.not_applicable_when
                return rating.na_reason in reasons | ({rule.reason_id} if rule else set())
            case RatingState.NOT_YET_RATED:
                return True

    def _is_answer(self, question_id: str, answer: AnswerValue | None) -> bool:
        found = [q for q in self.codebook.questions if q.question_id == question_id]
        for question in found:
            check_answer(question, answer)
        return bool(found)

    def _is_evidence(self, piece: Evidence) -> bool:
        return (
            isinstance(piece.quote, str)
            and isinstance(piece.note, str)
            and set(piece.dimension_ids) <= set(self.codebook.dimension_ids)
            and self._is_within(piece.span.start_ms, piece.span.end_ms)
        )

    def _is_note(self, note: Note) -> bool:
        return isinstance(note.text, str) and self._is_within(note.at_ms)

    def _is_mark(self, mark: CodeMark) -> bool:
        numbers = [number for number in (mark.volley, mark.utterance) if number is not None]
        return (
            mark.count_id in {code.count_id for code in self.codebook.counts}
            and mark.speaker in ("", *SPEAKERS)
            and isinstance(mark.note, str)
            and all(isinstance(number, int) and number >= 0 for number in numbers)
            and self._is_within(mark.at_ms, mark.end_ms)
        )

    def _is_within(self, *moments_ms: int | None) -> bool:
        """Whether moments may lie in the recording; any may where there is none."""
        last_ms = _LAST_MS if self.duration_ms is None else self.duration_ms + _BEYOND_END_MS
        return all(
            isinstance(at_ms, int) and 0 <= at_ms <= last_ms
            for at_ms in moments_ms
            if at_ms is not None
        )
