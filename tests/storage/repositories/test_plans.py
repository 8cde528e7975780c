from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practicecoder.domain.allocation import AllocationPlan
from practicecoder.domain.ids import CoderId
from practicecoder.errors import ConflictError
from practicecoder.storage.database import Database

AT = datetime(2026, 3, 4, 5, 6, 7, 891_011, tzinfo=UTC)
PLAN = AllocationPlan(
    plan_id="b",
    made_at=AT,
    made_by=CoderId("C1"),
    seed=2**63 - 1,
    double_share=0.2,
    coders_per_double=2,
    coders=(CoderId("C2"), CoderId("C1"), CoderId('“C" 3')),
    strata=("office", "phase"),
    n_sessions=104,
    n_double=21,
)


def test_plans_come_back_as_they_were_made_and_in_that_order(database: Database) -> None:
    later = replace(
        PLAN,
        plan_id="a",
        made_at=AT + timedelta(seconds=1),
        coders=(),
        strata=(),
        double_share=0.0,
        n_double=0,
    )
    with database.transaction() as unit:
        unit.plans.add(later)
        unit.plans.add(PLAN)
    with database.reading() as unit:
        assert unit.plans.all() == (PLAN, later)


def test_a_plan_is_added_once(database: Database) -> None:
    with database.transaction() as unit:
        unit.plans.add(PLAN)
    with pytest.raises(ConflictError), database.transaction() as unit:
        unit.plans.add(replace(PLAN, seed=0))
