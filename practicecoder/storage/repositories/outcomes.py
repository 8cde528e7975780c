"""Measures that were taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.ids import SessionId
from practicecoder.domain.outcomes import Outcome
from practicecoder.storage.feedback_models import OutcomeRow


class OutcomeRepository:
    """Outcomes of the study, one number for each session and measure."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[Outcome, ...]:
        """Every outcome, in order of measure and session."""
        query = select(OutcomeRow).order_by(OutcomeRow.measure, OutcomeRow.session_id)
        return tuple(
            Outcome(session_id=SessionId(row.session_id), measure=row.measure, value=row.value)
            for row in self._db.scalars(query).all()
        )

    def put_measure(self, measure: str, outcomes: Iterable[Outcome]) -> None:
        """Store all numbers of a measure, in place of earlier ones; sessions must be there."""
        self.remove_measure(measure)
        rows = [
            {"session_id": o.session_id, "measure": o.measure, "value": o.value} for o in outcomes
        ]
        if any(row["measure"] != measure for row in rows):
            raise ValueError(f"not all outcomes are of the measure {measure}")
        if rows:
            self._db.execute(insert(OutcomeRow), rows)

    def remove_measure(self, measure: str) -> None:
        """Remove all numbers of a measure."""
        self._db.execute(delete(OutcomeRow).where(OutcomeRow.measure == measure))
