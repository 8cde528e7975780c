from __future__ import annotations

import numpy as np
import pandas as pd

from practicecoder.figures.outcome_scatter import score_by_measure
from practicecoder.figures.style import Theme
from practicecoder.scoring.outcomes import outcome_relation


def a_frame() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "session_id": [f"S{n}" for n in range(8)],
            "office_id": ["North"] * 4 + ["South"] * 3 + [None],
            "worker_id": [f"W{n}" for n in range(8)],
            "empathy": [1, 2, 3, 4, 2, 3, None, 5],
            "goal_attainment": [2, 3, 5, 6, 4, None, 3, 8],
        }
    )


def test_points_are_the_sessions_with_both_numbers() -> None:
    frame = a_frame()
    result = outcome_relation(frame, "empathy", "goal_attainment")

    chart = score_by_measure(frame, result, label="Empathy", scale=(1, 5))

    assert chart.points.columns == ("session_id", "office_id", "goal_attainment", "empathy")
    assert [row[0] for row in chart.points.rows] == ["S0", "S1", "S2", "S3", "S4", "S7"]
    assert chart.alt_text.startswith(
        "6 sessions with both numbers. Empathy and goal attainment: r = ."
    )
    shapes = {np.shape(c.get_paths()[0].vertices) for c in chart.figure.axes[0].collections[:3]}
    assert len(shapes) > 1, "offices differ by shape as well as by colour"
    legend = [text.get_text() for text in chart.figure.legends[0].get_texts()]
    assert legend == [
        "no office (n = 1)",
        "North (n = 4)",
        "South (n = 1)",
        "all sessions, 95% band",
    ]


def test_without_a_line_the_text_says_why() -> None:
    frame = a_frame().assign(goal_attainment=3.0).drop(columns=["office_id"])
    result = outcome_relation(frame, "empathy", "goal_attainment")

    chart = score_by_measure(frame, result, label="Empathy", theme=Theme.DARK)

    assert "no line, goal_attainment does not vary" in chart.alt_text
    assert not chart.figure.axes[0].lines
