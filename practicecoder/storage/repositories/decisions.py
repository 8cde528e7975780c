"""What the laboratory agreed about the items of its codebooks."""

from __future__ import annotations

from sqlalchemy import Select, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.coding import CodebookRef
from practicecoder.domain.decisions import Decision
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.storage.laboratory_models import DecisionRow


class DecisionRepository:
    """The study's decisions, oldest first; they are added and never altered."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Decision, ...]:
        """Every decision."""
        return self._fetch(select(DecisionRow))

    def of_item(self, codebook_id: str, item: str) -> tuple[Decision, ...]:
        """Decisions about one item, in every version of its codebook."""
        return self._fetch(
            select(DecisionRow).where(
                DecisionRow.codebook_id == codebook_id, DecisionRow.item == item
            )
        )

    def add(self, decision: Decision) -> None:
        """Add a decision; the study must keep its codebook."""
        self._db.execute(
            insert(DecisionRow).values(
                decision_id=decision.decision_id,
                codebook_id=decision.codebook.codebook_id,
                codebook_version=decision.codebook.version,
                codebook_digest=decision.codebook.digest,
                item=decision.item,
                text=decision.text,
                decided_at=decision.decided_at,
                decided_by=decision.decided_by,
                session_id=decision.session_id,
            )
        )

    def _fetch(self, query: Select[DecisionRow]) -> tuple[Decision, ...]:
        ordered = query.order_by(DecisionRow.decided_at, DecisionRow.decision_id)
        return tuple(
            Decision(
                decision_id=row.decision_id,
                codebook=CodebookRef(
                    codebook_id=row.codebook_id,
                    version=row.codebook_version,
                    digest=row.codebook_digest,
                ),
                item=row.item,
                text=row.text,
                decided_at=row.decided_at,
                decided_by=CoderId(row.decided_by),
                session_id=None if row.session_id is None else SessionId(row.session_id),
            )
            for row in self._db.scalars(ordered).all()
        )
