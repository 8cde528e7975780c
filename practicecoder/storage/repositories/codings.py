"""Codings: each is put together from its rows, and saved by the rows its changes touch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from sqlalchemy import ColumnElement, delete, func, insert, select, true, update
from sqlalchemy.orm import Session

from practicecoder.domain.coding import CodebookRef, Coding, CodingRole, CodingState, Listen
from practicecoder.domain.coding_changes import CodingChange
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.sessions import SessionState
from practicecoder.domain.spans import TimeSpan
from practicecoder.errors import ConflictError
from practicecoder.storage.history import first_changes
from practicecoder.storage.models import (
    AnswerRow,
    CodingRow,
    EvidenceRow,
    ListenRow,
    MarkRow,
    NoteRow,
    RatingRow,
    SessionRow,
)
from practicecoder.storage.repositories.chain_ends import portions
from practicecoder.storage.repositories.coding_content import (
    StoredContent,
    load_content,
    write_item,
)


class CodingRepository:
    """The study's codings, ordered by session, coder and role."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def find(self, coding_id: CodingId) -> Coding | None:
        """One coding by its id; None if there is none."""
        return next(iter(self._load(CodingRow.coding_id == coding_id)), None)

    def of_session(self, session_id: SessionId) -> tuple[Coding, ...]:
        """Every coding of a session."""
        return self._load(CodingRow.session_id == session_id)

    def of_coder(self, coder_id: CoderId) -> tuple[Coding, ...]:
        """Every coding of a coder."""
        return self._load(CodingRow.coder_id == coder_id)

    def for_assignment(
        self, session_id: SessionId, coder_id: CoderId, role: CodingRole
    ) -> Coding | None:
        """The coding that an assignment led to; None if it was not begun."""
        found = self._load(
            (CodingRow.session_id == session_id)
            & (CodingRow.coder_id == coder_id)
            & (CodingRow.role == role)
        )
        return next(iter(found), None)

    def numbers_by_codebook(self) -> dict[CodebookRef, int]:
        """How many codings were made by each codebook, open ones too."""
        columns = (CodingRow.codebook_id, CodingRow.codebook_version, CodingRow.codebook_digest)
        query = select(*columns, func.count()).group_by(*columns)
        return {
            CodebookRef(codebook_id=codebook_id, version=version, digest=digest): number
            for codebook_id, version, digest, number in self._db.execute(query).all()
        }

    def all(self, *, locked_only: bool = False) -> tuple[Coding, ...]:
        """Every coding, or every submitted one."""
        return self._load(CodingRow.state == CodingState.LOCKED if locked_only else true())

    def count_independent(self) -> int:
        """How many submitted independent codings there are, of sessions that are not withdrawn."""
        query = (
            select(func.count())
            .select_from(CodingRow)
            .join(SessionRow, SessionRow.session_id == CodingRow.session_id)
            .where(
                CodingRow.state == CodingState.LOCKED,
                CodingRow.role.in_([role for role in CodingRole if role.is_independent]),
                SessionRow.state != SessionState.WITHDRAWN,
            )
        )
        return self._db.scalar(query) or 0

    def ids(self) -> frozenset[CodingId]:
        """Id of every coding."""
        return frozenset(map(CodingId, self._db.scalars(select(CodingRow.coding_id))))

    def with_ids(self, coding_ids: Sequence[CodingId]) -> tuple[Coding, ...]:
        """Codings by their ids, at most some hundreds."""
        return self._load(CodingRow.coding_id.in_(coding_ids))

    def between(self, after: CodingId, last: CodingId) -> tuple[Coding, ...]:
        """Codings with ids behind one, as far as another one."""
        return self._load((CodingRow.coding_id > after) & (CodingRow.coding_id <= last))

    def locked_of(self, first: SessionId, last: SessionId) -> tuple[Coding, ...]:
        """Every submitted coding of the sessions with ids from one to another."""
        return self._load(
            CodingRow.session_id.between(first, last) & (CodingRow.state == CodingState.LOCKED)
        )

    def add(self, coding: Coding) -> None:
        """Add a coding with all that it holds.

        Raises
        ------
        ConflictError
            If the coder has a coding of that session and role, or the session a consensus or a
            reference already.
        ValueError
            If it claims to be heard: what was heard follows from :meth:`add_listens` alone.
        """
        if coding.heard:
            raise ValueError("what was heard is recorded by add_listens")
        self._db.execute(
            insert(CodingRow).values(
                coding_id=coding.coding_id,
                position_ms=coding.position_ms,
                version=coding.version,
                **_state(coding),
            )
        )
        for change in first_changes(coding):
            write_item(self._db, coding, change, may_exist=False)

    def save(
        self, after: Coding, *, expected_version: int, changes: Sequence[CodingChange] = ()
    ) -> Coding:
        """Store a coding's own state and the items that the changes touch, as ``after`` has them.

        What the player reports, position and stretches heard, is left to :meth:`add_listens`.

        Raises
        ------
        ConflictError
            If the stored version is not the expected one; nothing is overwritten.
        """
        saved = replace(after, version=expected_version + 1)
        updated = self._db.connection().execute(
            update(CodingRow)
            .where(CodingRow.coding_id == after.coding_id, CodingRow.version == expected_version)
            .values(version=saved.version, **_state(after))
        )
        if updated.rowcount != 1:
            raise ConflictError("This coding")
        for change in {(type(change), change.item): change for change in changes}.values():
            write_item(self._db, after, change)
        return saved

    def rewrite(self, after: Coding, *, expected_version: int) -> Coding:
        """Store a coding's own state and, in place of all its items, those that ``after`` has.

        What was heard stays as it is.

        Raises
        ------
        ConflictError
            If the stored version is not the expected one; nothing is overwritten.
        """
        saved = self.save(after, expected_version=expected_version)
        for table in (RatingRow, AnswerRow, EvidenceRow, NoteRow, MarkRow):
            self._db.execute(delete(table).where(table.coding_id == after.coding_id))
        for change in first_changes(after):
            write_item(self._db, after, change, may_exist=False)
        return saved

    def remove(self, coding_id: CodingId) -> None:
        """Take a coding out with all that it holds; KeyError if there is none.

        Its history stays, and says what it held.
        """
        for table in (RatingRow, AnswerRow, EvidenceRow, NoteRow, MarkRow, ListenRow):
            self._db.execute(delete(table).where(table.coding_id == coding_id))
        removed = self._db.connection().execute(
            delete(CodingRow).where(CodingRow.coding_id == coding_id)
        )
        if removed.rowcount != 1:
            raise KeyError(coding_id)

    def add_listens(
        self, coding_id: CodingId, listens: Sequence[Listen], position_ms: int
    ) -> None:
        """Record what was played and where the coder stopped; KeyError without such a coding."""
        updated = self._db.connection().execute(
            update(CodingRow)
            .where(CodingRow.coding_id == coding_id)
            .values(position_ms=position_ms)
        )
        if updated.rowcount != 1:
            raise KeyError(coding_id)
        if listens:
            self._db.execute(
                insert(ListenRow),
                [
                    {
                        "coding_id": coding_id,
                        "start_ms": listen.span.start_ms,
                        "end_ms": listen.span.end_ms,
                        "speed": listen.speed,
                        "at": listen.at,
                    }
                    for listen in listens
                ],
            )

    def listens(self, coding_id: CodingId) -> tuple[Listen, ...]:
        """Every stretch that was played, in the order in which they were recorded."""
        return self.listens_of([coding_id]).get(coding_id, ())

    def listens_of(self, coding_ids: Sequence[CodingId]) -> dict[CodingId, tuple[Listen, ...]]:
        """The same of several codings; those in which nothing was played are left out."""
        found: defaultdict[CodingId, list[Listen]] = defaultdict(list)
        for some in portions(coding_ids):
            query = (
                select(
                    ListenRow.coding_id,
                    ListenRow.start_ms,
                    ListenRow.end_ms,
                    ListenRow.speed,
                    ListenRow.at,
                )
                .where(ListenRow.coding_id.in_(some))
                .order_by(ListenRow.listen_id)
            )
            for coding_id, start_ms, end_ms, speed, at in self._db.execute(query).all():
                listen = Listen(span=TimeSpan(start_ms, end_ms), speed=speed, at=at)
                found[CodingId(coding_id)].append(listen)
        return {coding_id: tuple(listens) for coding_id, listens in found.items()}

    def _load(self, wanted: ColumnElement[bool]) -> tuple[Coding, ...]:
        """Put codings together with one query for each table, however many they are."""
        query = (
            select(*CodingRow.__table__.columns)
            .where(wanted)
            .order_by(CodingRow.session_id, CodingRow.coder_id, CodingRow.role)
        )
        # Many may be read: columns come without what a session of the library does for each row.
        rows = cast("Sequence[CodingRow]", self._db.execute(query).all())
        content = load_content(self._db, select(CodingRow.coding_id).where(wanted))
        return tuple(_coding(row, content) for row in rows)


def _state(coding: Coding) -> dict[str, object]:
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
    }


def _coding(row: CodingRow, content: StoredContent) -> Coding:
    return Coding(
        coding_id=CodingId(row.coding_id),
        session_id=SessionId(row.session_id),
        coder_id=CoderId(row.coder_id),
        codebook=CodebookRef(
            codebook_id=row.codebook_id, version=row.codebook_version, digest=row.codebook_digest
        ),
        role=row.role,
        state=row.state,
        ratings=content.ratings.get(row.coding_id, {}),
        answers=content.answers.get(row.coding_id, {}),
        evidence=content.evidence.get(row.coding_id, ()),
        notes=content.notes.get(row.coding_id, ()),
        marks=content.marks.get(row.coding_id, ()),
        counting=row.counting,
        unblinded=row.unblinded,
        heard=content.heard.get(row.coding_id, ()),
        position_ms=row.position_ms,
        short_listen_reason=row.short_listen_reason,
        submitted_at=row.submitted_at,
        version=row.version,
    )
