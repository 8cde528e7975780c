"""Transcripts of sessions: read from other programs' files, kept without names, and removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.transcripts import SpeakerRole, Transcript
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts import ReadTranscript


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptPreview:
    """What an import would store, and every notice about it; nothing is written yet."""

    transcript: Transcript
    notices: tuple[str, ...]


class TranscriptService:
    """Imports, shows and removes the transcript of a coding's session.

    Coders work with it through their coding, so that no session code reaches their page: the
    transcripts given out carry the coding's own (blind) session id.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def read(self, file: Path) -> ReadTranscript:
        """Read a file of any known format; see :mod:`practicecoder.interchange.transcripts`.

        Raises
        ------
        ImportedDataError
            With every problem of the file.
        """
        from practicecoder.interchange.transcripts import read_transcript

        return read_transcript(file)

    def preview(
        self,
        coding: Coding,
        read: ReadTranscript,
        roles: Mapping[str, SpeakerRole],
        *,
        offset_ms: int = 0,
    ) -> TranscriptPreview:
        """Give what would be stored with these roles and this offset."""
        from practicecoder.interchange.transcripts import to_transcript

        with self._context.store.reading() as unit:
            _, duration_ms = _session_of(unit, coding)
        transcript, notices = to_transcript(
            read,
            session_id=coding.session_id,
            roles=roles,
            offset_ms=offset_ms,
            duration_ms=duration_ms,
            added_at=self._context.now(),
        )
        return TranscriptPreview(transcript=transcript, notices=notices)

    def add(self, coding: Coding, preview: TranscriptPreview, *, actor: CoderId) -> StudyChange:
        """Store a previewed transcript; one that is there already is replaced, on record.

        Raises
        ------
        NotAllowedError
            If the coding is gone, or the transcript has no lines.
        """
        if not preview.transcript.lines:
            raise NotAllowedError("There is no line to import. Nothing was changed.")
        with self._context.store.transaction() as unit:
            session_id, _ = _session_of(unit, coding)
            unit.transcripts.put(replace(preview.transcript, session_id=session_id))
            unit.history.add(self._entry(session_id, actor, preview.transcript))
        return _changed(session_id)

    def remove(self, coding: Coding, *, actor: CoderId) -> StudyChange:
        """Remove the transcript of the coding's session; evidence made from it stays."""
        with self._context.store.transaction() as unit:
            session_id, _ = _session_of(unit, coding)
            unit.transcripts.remove(session_id)
            unit.history.add(self._entry(session_id, actor, None))
        return _changed(session_id)

    def of_coding(self, coding: Coding) -> Transcript | None:
        """Return the transcript of the coding's session; None if there is none."""
        with self._context.store.reading() as unit:
            session_id, _ = _session_of(unit, coding)
            stored = unit.transcripts.find(session_id)
        return None if stored is None else replace(stored, session_id=coding.session_id)

    def _entry(
        self, session_id: SessionId, actor: CoderId, transcript: Transcript | None
    ) -> HistoryEntry:
        added = transcript is not None
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=HistoryKind.TRANSCRIPT_ADDED if added else HistoryKind.TRANSCRIPT_REMOVED,
            item="" if transcript is None else transcript.source_format,
            new=None if transcript is None else transcript.source_digest,
            session_id=session_id,
        )


def _session_of(unit: UnitOfWork, coding: Coding) -> tuple[SessionId, int | None]:
    stored = unit.codings.find(coding.coding_id)
    session = None if stored is None else unit.sessions.find(stored.session_id)
    if session is None:
        raise NotAllowedError("This coding is no longer in the study.")
    recording = session.recording
    return session.session_id, None if recording is None else recording.duration_ms


def _changed(session_id: SessionId) -> StudyChange:
    return StudyChange(
        kinds=frozenset({ChangeKind.TRANSCRIPTS}), session_ids=frozenset({session_id})
    )
