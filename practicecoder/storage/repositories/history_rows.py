"""Entries of the history as rows, and back."""

from __future__ import annotations

from practicecoder.domain.history import HistoryEntry
from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.storage.models import HistoryRow


def row_of(entry: HistoryEntry) -> dict[str, object]:
    """Columns of what an entry says."""
    return {
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
        "erased": entry.erased,
    }


def entry_of(row: HistoryRow) -> HistoryEntry:
    """Entry of a row."""
    return HistoryEntry(
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
        erased=row.erased,
    )
