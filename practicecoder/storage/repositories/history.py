"""The record that only grows."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, insert, or_, select
from sqlalchemy.orm import Session

from practicecoder.domain.history import HistoryEntry
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.storage.models import CodingRow, HistoryRow


class HistoryRepository:
    """Recorded acts, in the order in which they were recorded."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def add(self, entry: HistoryEntry) -> None:
        """Record one act."""
        self.add_all([entry])

    def add_all(self, entries: Iterable[HistoryEntry]) -> None:
        """Record several acts, in their order."""
        rows = [
            {
                "entry_id": entry.entry_id,
                "at": entry.at,
                "actor": entry.actor,
                "kind": entry.kind,
                "item": entry.item,
                "old": entry.old,
                "new": entry.new,
                "reason": entry.reason,
                "origin": entry.origin,
                "coding_id": entry.coding_id,
                "session_id": entry.session_id,
            }
            for entry in entries
        ]
        if rows:
            self._db.connection().execute(insert(HistoryRow), rows)

    def all(self) -> tuple[HistoryEntry, ...]:
        """Every entry."""
        return self._fetch(select(HistoryRow))

    def of_coding(self, coding_id: CodingId) -> tuple[HistoryEntry, ...]:
        """What happened to one coding."""
        return self._fetch(select(HistoryRow).where(HistoryRow.coding_id == coding_id))

    def of_session(self, session_id: SessionId) -> tuple[HistoryEntry, ...]:
        """What happened to a session and to all of its codings."""
        codings = select(CodingRow.coding_id).where(CodingRow.session_id == session_id)
        return self._fetch(
            select(HistoryRow).where(
                or_(HistoryRow.session_id == session_id, HistoryRow.coding_id.in_(codings))
            )
        )

    def _fetch(self, query: Select[HistoryRow]) -> tuple[HistoryEntry, ...]:
        rows = self._db.scalars(query.order_by(HistoryRow.position)).all()
        return tuple(
            HistoryEntry(
                entry_id=row.entry_id,
                at=row.at,
                actor=None if row.actor is None else CoderId(row.actor),
                kind=row.kind,
                item=row.item,
                old=row.old,
                new=row.new,
                reason=row.reason,
                origin=row.origin,
                coding_id=None if row.coding_id is None else CodingId(row.coding_id),
                session_id=None if row.session_id is None else SessionId(row.session_id),
            )
            for row in rows
        )
