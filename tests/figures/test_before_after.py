from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.collections import PathCollection

from practicecoder.figures.before_after import before_after
from practicecoder.figures.style import Chart
from practicecoder.scoring.frames import compare_frame


def strip(
    frame: pd.DataFrame, score: str = "good_authority", by: str = "phase", seed: int = 7
) -> Chart:
    result = compare_frame(frame, score, by)
    return before_after(frame, result, label="Good authority", seed=seed, scale=(1, 5))


def places(chart: Chart) -> list[np.ndarray]:
    return [
        np.asarray(c.get_offsets())
        for c in chart.figure.axes[0].collections
        if isinstance(c, PathCollection)
    ]


def test_every_valid_score_is_a_dot_and_a_row(sessions: pd.DataFrame) -> None:
    chart = strip(sessions)
    before, after = places(chart)
    assert (len(before), len(after)) == (31, 72)
    assert chart.points.columns == ("session_id", "phase", "good_authority")
    assert len(chart.points.rows) == 103
    assert chart.points.rows[0] == ("S001", "pre", 3.0)


def test_dots_are_moved_sideways_only_and_the_same_way_each_time(sessions: pd.DataFrame) -> None:
    (before, _), (again, _) = places(strip(sessions)), places(strip(sessions))
    assert (before == again).all()
    assert sorted(before[:, 1]) == sorted(
        sessions.loc[sessions["phase"] == "pre", "good_authority"].dropna()
    )
    (other, _) = places(strip(sessions, seed=8))
    assert not (before[:, 0] == other[:, 0]).all()


def test_means_have_their_intervals(sessions: pd.DataFrame) -> None:
    chart = strip(sessions)
    (axes,) = chart.figure.axes
    assert [text.get_text() for text in axes.texts] == ["2.37", "2.69"]
    assert len(axes.get_lines()) == 4  # mean and interval of both
    assert [label.get_text() for label in axes.get_xticklabels()] == [
        "Before\nn = 31",
        "After\nn = 72",
    ]


def test_what_the_diamonds_are_stands_on_the_figure(sessions: pd.DataFrame) -> None:
    (axes,) = strip(sessions).figure.axes
    assert axes.get_xlabel() == "Diamond: mean with 95% CI"


def test_the_text_has_true_minus_signs(sessions: pd.DataFrame) -> None:
    told = strip(sessions, "care_engagement").alt_text
    assert "[−0.16, 0.46]" in told
    assert "-" not in told


def test_the_text_for_those_who_do_not_see_it_has_the_numbers(sessions: pd.DataFrame) -> None:
    assert strip(sessions).alt_text == (
        "31 sessions before and 72 after. Mean of good authority 2.37 [2.13, 2.60] before and "
        "2.69 [2.53, 2.84] after; difference 0.32 [0.05, 0.59], Welch t(58.1) = 2.35, p = .022."
    )


def test_other_groups_keep_their_names() -> None:
    frame = pd.DataFrame(
        {"good_authority": [1.0, 2, 2, 4, 5, 5], "role": ["a", "a", "a", "b", "b", "b"]}
    )
    chart = strip(frame, by="role")
    assert chart.title == "Good authority a and b"
    assert "3 sessions a and 3 b." in chart.alt_text


def test_an_empty_phase_is_shown_as_empty() -> None:
    frame = pd.DataFrame({"good_authority": [3.0], "phase": ["post"]})
    chart = strip(frame)
    assert chart.alt_text == (
        "0 sessions before and 1 after. Mean of good authority not known before and 3.00 after; "
        "difference not estimable, no session before has this score."
    )
    assert chart.points.rows == (("0", "post", 3.0),)


def test_a_tiny_p_is_told_as_below() -> None:
    frame = pd.DataFrame(
        {"good_authority": [1.0, 2] * 10 + [4.0, 5] * 10, "phase": ["pre"] * 20 + ["post"] * 20}
    )
    assert strip(frame).alt_text.endswith("p < .001.")
