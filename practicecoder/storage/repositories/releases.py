"""Reports that were handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select, update
from sqlalchemy.orm import Session

from practicecoder.domain.feedback import Release, ReleaseKind
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.storage.feedback_models import ReleaseRow

_FACTS = (
    ReleaseRow.release_id,
    ReleaseRow.kind,
    ReleaseRow.session_id,
    ReleaseRow.released_at,
    ReleaseRow.released_by,
    ReleaseRow.file_name,
    ReleaseRow.sha256,
    ReleaseRow.feedback_version,
    ReleaseRow.ended_at,
    ReleaseRow.ended_because,
)


class ReleaseRepository:
    """Releases in the order in which they were made. Lists come without the files."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Release, ...]:
        """Every release, ended ones too; ``content`` is empty in each."""
        return self._fetch(select(*_FACTS))

    def of_session(self, session_id: SessionId) -> tuple[Release, ...]:
        """Every release of one session's report; ``content`` is empty in each."""
        return self._fetch(select(*_FACTS).where(ReleaseRow.session_id == session_id))

    def find(self, release_id: str) -> Release | None:
        """One release with its file; None if there is none."""
        chosen = ReleaseRow.release_id == release_id
        found = self._fetch(select(*_FACTS).where(chosen))
        if not found:
            return None
        content = self._db.scalars(select(ReleaseRow.content).where(chosen)).one()
        return replace(found[0], content=content)

    def add(self, release: Release) -> None:
        """Add a release; session and person must be there."""
        self._db.execute(
            insert(ReleaseRow).values(
                release_id=release.release_id,
                kind=release.kind,
                session_id=release.session_id,
                released_at=release.released_at,
                released_by=release.released_by,
                file_name=release.file_name,
                sha256=release.sha256,
                feedback_version=release.feedback_version,
                content=release.content,
                ended_at=release.ended_at,
                ended_because=release.ended_because,
            )
        )

    def end(self, release_id: str, *, at: datetime, because: str) -> None:
        """Take a release back; KeyError if there is none in force."""
        ended = self._db.connection().execute(
            update(ReleaseRow)
            .where(ReleaseRow.release_id == release_id, ReleaseRow.ended_at.is_(None))
            .values(ended_at=at, ended_because=because)
        )
        if ended.rowcount != 1:
            raise KeyError(release_id)

    def _fetch(self, query: Select[*tuple[Any, ...]]) -> tuple[Release, ...]:
        ordered = query.order_by(ReleaseRow.released_at, ReleaseRow.release_id)
        return tuple(
            Release(
                release_id=row.release_id,
                kind=ReleaseKind(row.kind),
                session_id=None if row.session_id is None else SessionId(row.session_id),
                released_at=row.released_at,
                released_by=CoderId(row.released_by),
                file_name=row.file_name,
                sha256=row.sha256,
                feedback_version=row.feedback_version,
                content=b"",
                ended_at=row.ended_at,
                ended_because=row.ended_because,
            )
            for row in self._db.execute(ordered).all()
        )
