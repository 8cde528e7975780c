"""Practice sessions and their recordings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.ids import BlindCode, Fingerprint, OfficeId, SessionId, WorkerId
from practicecoder.domain.sessions import PracticeSession, Recording, Segment, SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ConflictError
from practicecoder.storage.models import RecordingRow, SessionRow


class SessionRepository:
    """The study's practice sessions."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[PracticeSession, ...]:
        """Every session, ordered by id."""
        rows = self._db.scalars(select(SessionRow).order_by(SessionRow.session_id)).all()
        recordings = self._db.scalars(select(RecordingRow)).all()
        return _sessions(rows, recordings)

    def after(self, session_id: SessionId, n: int) -> tuple[PracticeSession, ...]:
        """At most ``n`` sessions with ids behind one, ordered by id; ``""`` is before all."""
        # Many are read: columns come without what a session of the library does for each row.
        query = (
            select(*SessionRow.__table__.columns)
            .where(SessionRow.session_id > session_id)
            .order_by(SessionRow.session_id)
            .limit(n)
        )
        rows = cast("Sequence[SessionRow]", self._db.execute(query).all())
        if not rows:
            return ()
        wanted = select(SessionRow.recording).where(
            SessionRow.session_id.between(rows[0].session_id, rows[-1].session_id)
        )
        recordings = self._db.execute(
            select(*RecordingRow.__table__.columns).where(RecordingRow.fingerprint.in_(wanted))
        ).all()
        return _sessions(rows, cast("Sequence[RecordingRow]", recordings))

    def count(self) -> int:
        """How many sessions there are."""
        return self._db.scalar(select(func.count()).select_from(SessionRow)) or 0

    def count_kept(self) -> int:
        """How many there are but for those that were withdrawn."""
        query = select(func.count()).where(SessionRow.state != SessionState.WITHDRAWN)
        return self._db.scalar(query) or 0

    def find(self, session_id: SessionId) -> PracticeSession | None:
        """One session by its id; None if there is none."""
        row = self._db.scalar(select(SessionRow).where(SessionRow.session_id == session_id))
        return self._with_recording(row)

    def find_blind(self, blind_code: BlindCode) -> PracticeSession | None:
        """One session by the code its coders see; None if there is none."""
        row = self._db.scalar(select(SessionRow).where(SessionRow.blind_code == blind_code))
        return self._with_recording(row)

    def add(self, session: PracticeSession) -> None:
        """Add a session; its worker, office and recording must be there."""
        self._db.execute(
            insert(SessionRow).values(
                session_id=session.session_id, version=session.version, **_columns(session)
            )
        )

    def add_all(self, sessions: Iterable[PracticeSession]) -> None:
        """Add several sessions at once; their workers, offices and recordings must be there."""
        rows = [
            {"session_id": one.session_id, "version": one.version, **_columns(one)}
            for one in sessions
        ]
        if rows:
            self._db.connection().execute(insert(SessionRow), rows)

    def save(self, session: PracticeSession, expected_version: int) -> PracticeSession:
        """Store a changed session under the next version.

        Raises
        ------
        ConflictError
            If the stored version is not the expected one; nothing is overwritten.
        """
        saved = replace(session, version=expected_version + 1)
        updated = self._db.connection().execute(
            update(SessionRow)
            .where(
                SessionRow.session_id == session.session_id,
                SessionRow.version == expected_version,
            )
            .values(version=saved.version, **_columns(session))
        )
        if updated.rowcount != 1:
            raise ConflictError("This session")
        return saved

    def add_recording(self, recording: Recording) -> None:
        """Add a recording."""
        self._db.execute(
            insert(RecordingRow).values(
                fingerprint=recording.fingerprint,
                stored_name=recording.stored_name,
                duration_ms=recording.duration_ms,
                sample_count=recording.sample_count,
                sample_rate=recording.sample_rate,
                channels=recording.channels,
                codec=recording.codec,
                size_bytes=recording.size_bytes,
            )
        )

    def recording(self, fingerprint: Fingerprint) -> Recording | None:
        """A recording by the hash of its file; None if there is none."""
        row = self._db.scalar(select(RecordingRow).where(RecordingRow.fingerprint == fingerprint))
        return None if row is None else _recording(row)

    def recordings(self) -> tuple[Recording, ...]:
        """Every recording, ordered by hash."""
        rows = self._db.scalars(select(RecordingRow).order_by(RecordingRow.fingerprint)).all()
        return tuple(_recording(row) for row in rows)

    def sounding(self) -> tuple[Recording, ...]:
        """Every recording whose sound was not deleted, ordered by hash."""
        deleted = select(SessionRow.recording).where(SessionRow.audio_deleted_at.is_not(None))
        kept = select(SessionRow.recording).where(SessionRow.audio_deleted_at.is_(None))
        gone = set(self._db.scalars(deleted)) - set(self._db.scalars(kept))
        return tuple(one for one in self.recordings() if one.fingerprint not in gone)

    def _with_recording(self, row: SessionRow | None) -> PracticeSession | None:
        if row is None:
            return None
        wanted = select(RecordingRow).where(RecordingRow.fingerprint == row.recording)
        return _sessions([row], self._db.scalars(wanted).all())[0]


def _columns(session: PracticeSession) -> dict[str, object]:
    recording, segment = session.recording, session.segment
    return {
        "blind_code": session.blind_code,
        "worker_id": session.worker_id,
        "office_id": session.office_id,
        "phase": session.phase,
        "phase_rule": session.phase_rule,
        "session_date": session.session_date,
        "days_since_implementation": session.days_since_implementation,
        "session_type": session.session_type,
        "worker_role": session.worker_role,
        "purpose": session.purpose,
        "state": session.state,
        "recording": None if recording is None else recording.fingerprint,
        "segment_start_ms": None if segment is None else segment.span.start_ms,
        "segment_end_ms": None if segment is None else segment.span.end_ms,
        "segment_choice": None if segment is None else segment.choice,
        "segment_seed": None if segment is None else segment.seed,
        "made_up": session.made_up,
        "audio_until": session.audio_until,
        "audio_deleted_at": session.audio_deleted_at,
    }


def _sessions(
    rows: Iterable[SessionRow], recordings: Iterable[RecordingRow]
) -> tuple[PracticeSession, ...]:
    known = {row.fingerprint: _recording(row) for row in recordings}
    return tuple(
        PracticeSession(
            session_id=SessionId(row.session_id),
            blind_code=BlindCode(row.blind_code),
            worker_id=None if row.worker_id is None else WorkerId(row.worker_id),
            office_id=None if row.office_id is None else OfficeId(row.office_id),
            phase=row.phase,
            phase_rule=row.phase_rule,
            session_date=row.session_date,
            days_since_implementation=row.days_since_implementation,
            session_type=row.session_type,
            worker_role=row.worker_role,
            purpose=row.purpose,
            state=row.state,
            recording=None if row.recording is None else known[row.recording],
            segment=_segment(row),
            made_up=row.made_up,
            version=row.version,
            audio_until=row.audio_until,
            audio_deleted_at=row.audio_deleted_at,
        )
        for row in rows
    )


def _segment(row: SessionRow) -> Segment | None:
    if row.segment_start_ms is None or row.segment_end_ms is None or row.segment_choice is None:
        return None
    span = TimeSpan(row.segment_start_ms, row.segment_end_ms)
    return Segment(span=span, choice=row.segment_choice, seed=row.segment_seed)


def _recording(row: RecordingRow) -> Recording:
    return Recording(
        fingerprint=Fingerprint(row.fingerprint),
        stored_name=row.stored_name,
        duration_ms=row.duration_ms,
        sample_count=row.sample_count,
        sample_rate=row.sample_rate,
        channels=row.channels,
        codec=row.codec,
        size_bytes=row.size_bytes,
    )
