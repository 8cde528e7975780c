"""Many codings added at once: one statement for each table, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.coding import Coding, CodingRole, CodingState
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.errors import ConflictError
from practicecoder.storage.base import Base
from practicecoder.storage.history import value_text
from practicecoder.storage.models import (
    AnswerRow,
    CodingRow,
    EvidenceDimensionRow,
    EvidenceRow,
    MarkRow,
    NoteRow,
    RatingRow,
    SessionRow,
)

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Who codes a session as what, and whether it is submitted."""

    coder_id: CoderId
    role: CodingRole
    is_locked: bool


class BulkRepository:
    """Codings as an import brings them: thousands of them, none of which is there yet."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def standings(self) -> dict[SessionId, tuple[Standing, ...]]:
        """Codings of every session that has any, without what they hold."""
        query = select(
            CodingRow.session_id, CodingRow.coder_id, CodingRow.role, CodingRow.state
        ).order_by(CodingRow.session_id, CodingRow.coder_id, CodingRow.role)
        found: defaultdict[SessionId, list[Standing]] = defaultdict(list)
        for session_id, coder_id, role, state in self._db.execute(query).all():
            locked = state is CodingState.LOCKED
            one = Standing(coder_id=CoderId(coder_id), role=role, is_locked=locked)
            found[SessionId(session_id)].append(one)
        return {session_id: tuple(several) for session_id, several in found.items()}

    def add_codings(self, codings: Iterable[Coding]) -> None:
        """Add codings with all that they hold.

        Raises
        ------
        ValueError
            If one claims to be heard: what was heard is recorded as it is played.
        """
        rows: dict[type[Base], list[Row]] = {table: [] for table in _TABLES}
        for coding in codings:
            if coding.heard:
                raise ValueError("what was heard is recorded by add_listens")
            for table, some in _rows_of(coding):
                rows[table].extend(some)
        connection = self._db.connection()
        for table, some in rows.items():
            if some:
                connection.execute(insert(table), some)

    def move_sessions(
        self, sessions: Sequence[PracticeSession], states: Mapping[SessionId, SessionState]
    ) -> None:
        """Give sessions the states that they have come to.

        Raises
        ------
        ConflictError
            If a stored version is not the expected one.
        """
        moved = [
            {
                "the_session": one.session_id,
                "the_version": one.version,
                "version": one.version + 1,
                "state": states[one.session_id],
            }
            for one in sessions
            if states.get(one.session_id, one.state) is not one.state
        ]
        if not moved:
            return
        updated = self._db.connection().execute(_MOVE, moved)
        if updated.rowcount != len(moved):
            raise ConflictError("A session")


_TABLES: tuple[type[Base], ...] = (
    CodingRow,
    RatingRow,
    AnswerRow,
    EvidenceRow,
    EvidenceDimensionRow,
    NoteRow,
    MarkRow,
)
"""In the order in which their rows need each other."""

_SESSIONS = SessionRow.metadata.tables[SessionRow.__tablename__]
_MOVE = (
    update(_SESSIONS)
    .where(
        _SESSIONS.c.session_id == bindparam("the_session"),
        _SESSIONS.c.version == bindparam("the_version"),
    )
    .values(version=bindparam("version"), state=bindparam("state"))
)


def _rows_of(coding: Coding) -> Iterable[tuple[type[Base], Iterable[Row]]]:
    own = {"coding_id": coding.coding_id}
    yield CodingRow, [own | _state(coding)]
    yield (
        RatingRow,
        (
            own
            | {
                "dimension_id": dimension_id,
                "state": rating.state,
                "value": rating.value,
                "na_reason": rating.na_reason,
                "note": rating.note,
                "unsure": rating.unsure,
            }
            for dimension_id, rating in coding.ratings.items()
        ),
    )
    yield (
        AnswerRow,
        (
            own | {"question_id": question_id, "value": value_text(answer)}
            for question_id, answer in coding.answers.items()
        ),
    )
    yield (
        EvidenceRow,
        (
            own
            | {
                "evidence_id": piece.evidence_id,
                "start_ms": piece.span.start_ms,
                "end_ms": piece.span.end_ms,
                "polarity": piece.polarity,
                "quote": piece.quote,
                "note": piece.note,
                "share": piece.share,
            }
            for piece in coding.evidence
        ),
    )
    yield (
        EvidenceDimensionRow,
        (
            {"evidence_id": piece.evidence_id, "dimension_id": one, "position": position}
            for piece in coding.evidence
            for position, one in enumerate(piece.dimension_ids)
        ),
    )
    yield (
        NoteRow,
        (
            own | {"note_id": note.note_id, "text": note.text, "at_ms": note.at_ms}
            for note in coding.notes
        ),
    )
    yield (
        MarkRow,
        (
            own
            | {
                "mark_id": mark.mark_id,
                "count_id": mark.count_id,
                "at_ms": mark.at_ms,
                "volley": mark.volley,
                "utterance": mark.utterance,
                "end_ms": mark.end_ms,
                "speaker": mark.speaker,
                "note": mark.note,
            }
            for mark in coding.marks
        ),
    )


def _state(coding: Coding) -> Row:
    return {
        "session_id": coding.session_id,
        "coder_id": coding.coder_id,
        "codebook_id": coding.codebook.codebook_id,
        "codebook_version": coding.codebook.version,
        "codebook_digest": coding.codebook.digest,
        "role": coding.role,
        "state": coding.state,
        "short_listen_reason": coding.short_listen_reason,
        "submitted_at": coding.submitted_at,
        "counting": coding.counting,
        "unblinded": coding.unblinded,
        "position_ms": coding.position_ms,
        "version": coding.version,
    }
