"""Where the sessions come from."""

from __future__ import annotations

import pandas as pd
import pytest

from practicecoder.scoring.analysis_offices import office_rows


@pytest.mark.golden
def test_the_made_up_set_has_the_days_of_the_evaluation(sessions: pd.DataFrame) -> None:
    rows = office_rows(sessions)

    assert [row.office for row in rows] == ["Office 1", "Office 2", "Office 3"]
    assert [(row.n_pre, row.n_post) for row in rows] == [(32, 8), (0, 33), (0, 31)]
    assert [round(row.mean_days or 0) for row in rows] == [52, 193, 277]
    assert rows[0].first_day == -91


def test_sessions_without_office_phase_or_days_are_counted_not_lost() -> None:
    frame = pd.DataFrame(
        {
            "office_id": ["North", None, "North"],
            "phase": ["pre", "post", None],
            "days_since_implementation": [None, None, -4.0],
        }
    )
    without, north = office_rows(frame)

    assert (without.office, without.n, without.mean_days) == ("", 1, None)
    assert (north.n, north.n_pre, north.n_other, north.n_days) == (2, 1, 1, 1)
    assert (north.mean_days, north.n_workers) == (-4.0, None)
