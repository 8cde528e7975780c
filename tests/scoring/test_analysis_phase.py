"""Labels against days, session by session."""

from __future__ import annotations

import pandas as pd

from practicecoder.scoring.analysis_phase import PhaseContradiction, phase_contradictions


def test_each_contradiction_is_listed_with_its_rule() -> None:
    frame = pd.DataFrame(
        {
            "session_id": ["S1", "S2", "S3", "S4", "S5"],
            "office_id": ["North", "North", None, "South", "South"],
            "phase": ["pre", "pre", "post", "post", None],
            "days_since_implementation": [-3, 0, -8, 4, 6],
            "phase_rule": ["visit_date", "as_entered", "as_entered", "as_entered", "as_entered"],
        }
    )

    assert phase_contradictions(frame) == (
        PhaseContradiction(
            session_id="S2", office="North", phase="pre", days=0, rule="as entered"
        ),
        PhaseContradiction(session_id="S3", office="", phase="post", days=-8, rule="as entered"),
    )


def test_the_made_up_set_has_as_many_as_its_warning_says(sessions: pd.DataFrame) -> None:
    found = phase_contradictions(sessions)

    before_with_days = sessions[sessions["phase"] == "pre"]["days_since_implementation"] >= 0
    assert len(found) == int(before_with_days.sum()) > 0
    assert {one.office for one in found} == {"Office 1"}


def test_a_table_without_days_has_none() -> None:
    assert phase_contradictions(pd.DataFrame({"phase": ["pre"]})) == ()
