"""What was said in sessions."""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.ids import SessionId
from practicecoder.domain.transcripts import Transcript, TranscriptLine
from practicecoder.storage.laboratory_models import TranscriptLineRow, TranscriptRow


class TranscriptRepository:
    """The transcripts of the study, at most one for each session."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def sessions(self) -> frozenset[SessionId]:
        """Sessions that have a transcript."""
        return frozenset(map(SessionId, self._db.scalars(select(TranscriptRow.session_id)).all()))

    def find(self, session_id: SessionId) -> Transcript | None:
        """The transcript of a session; None if it has none."""
        row = self._db.scalar(select(TranscriptRow).where(TranscriptRow.session_id == session_id))
        if row is None:
            return None
        return Transcript(
            session_id=SessionId(row.session_id),
            lines=self._lines(session_id),
            source_format=row.source_format,
            source_digest=row.source_digest,
            offset_ms=row.offset_ms,
            added_at=row.added_at,
        )

    def put(self, transcript: Transcript) -> None:
        """Store a session's transcript, in place of an earlier one; the session must be there."""
        self._delete(transcript.session_id)
        self._db.execute(
            insert(TranscriptRow).values(
                session_id=transcript.session_id,
                source_format=transcript.source_format,
                source_digest=transcript.source_digest,
                offset_ms=transcript.offset_ms,
                added_at=transcript.added_at,
            )
        )
        if transcript.lines:
            self._db.execute(
                insert(TranscriptLineRow),
                [
                    {
                        "session_id": transcript.session_id,
                        "position": position,
                        "start_ms": line.start_ms,
                        "end_ms": line.end_ms,
                        "text": line.text,
                        "role": line.role,
                        "speaker": line.speaker,
                    }
                    for position, line in enumerate(transcript.lines)
                ],
            )

    def remove(self, session_id: SessionId) -> None:
        """Remove a session's transcript with its lines; KeyError if it has none."""
        if not self._delete(session_id):
            raise KeyError(session_id)

    def _delete(self, session_id: SessionId) -> bool:
        """Whether there was one; its lines go with it."""
        removed = self._db.connection().execute(
            delete(TranscriptRow).where(TranscriptRow.session_id == session_id)
        )
        return removed.rowcount == 1

    def _lines(self, session_id: SessionId) -> tuple[TranscriptLine, ...]:
        query = (
            select(
                TranscriptLineRow.start_ms,
                TranscriptLineRow.end_ms,
                TranscriptLineRow.text,
                TranscriptLineRow.role,
                TranscriptLineRow.speaker,
            )
            .where(TranscriptLineRow.session_id == session_id)
            .order_by(TranscriptLineRow.position)
        )
        return tuple(
            TranscriptLine(start_ms=start_ms, end_ms=end_ms, text=text, role=role, speaker=speaker)
            for start_ms, end_ms, text, role, speaker in self._db.execute(query).all()
        )
