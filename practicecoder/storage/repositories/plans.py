"""How sessions were given to coders."""

from __future__ import annotations

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from practicecoder.domain.allocation import AllocationPlan
from practicecoder.domain.ids import CoderId
from practicecoder.storage.laboratory_models import PlanRow
from practicecoder.storage.types import from_json, to_json


class PlanRepository:
    """The study's allocation plans, oldest first; they are added and never altered."""

    def __init__(self, db: Session) -> None:
        self._db = db

    def all(self) -> tuple[AllocationPlan, ...]:
        """Every plan."""
        query = select(PlanRow).order_by(PlanRow.made_at, PlanRow.plan_id)
        return tuple(
            AllocationPlan(
                plan_id=row.plan_id,
                made_at=row.made_at,
                made_by=CoderId(row.made_by),
                seed=row.seed,
                double_share=row.double_share,
                coders_per_double=row.coders_per_double,
                coders=tuple(CoderId(coder) for coder in from_json(row.coders)),
                strata=tuple(str(stratum) for stratum in from_json(row.strata)),
                n_sessions=row.n_sessions,
                n_double=row.n_double,
            )
            for row in self._db.scalars(query).all()
        )

    def add(self, plan: AllocationPlan) -> None:
        """Add a plan; whoever made it must be there."""
        self._db.execute(
            insert(PlanRow).values(
                plan_id=plan.plan_id,
                made_at=plan.made_at,
                made_by=plan.made_by,
                seed=plan.seed,
                double_share=plan.double_share,
                coders_per_double=plan.coders_per_double,
                coders=to_json(list(plan.coders)),
                strata=to_json(list(plan.strata)),
                n_sessions=plan.n_sessions,
                n_double=plan.n_double,
            )
        )
