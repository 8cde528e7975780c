from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from practicecoder.figures.scatter import score_by_days
from practicecoder.figures.style import Chart, Theme, look
from practicecoder.scoring.frames import trend_frame

SCALE = (1.0, 5.0)


def scatter(
    frame: pd.DataFrame, score: str = "good_authority", by: str | None = "office_id"
) -> Chart:
    result = trend_frame(frame, score, by=by)
    return score_by_days(frame, result, label="Good authority", scale=SCALE)


def dots(chart: Chart) -> list[PathCollection]:
    (axes,) = chart.figure.axes
    return [c for c in axes.collections if isinstance(c, PathCollection)]


def n_of(collection: PathCollection) -> int:
    return len(np.asarray(collection.get_offsets()))


def test_every_session_is_a_dot_and_a_row(sessions: pd.DataFrame) -> None:
    chart = scatter(sessions)
    assert isinstance(chart.figure, Figure)
    assert sum(n_of(d) for d in dots(chart)) == 103
    assert len(chart.points.rows) == 103
    assert chart.points.columns == (
        "session_id",
        "office_id",
        "days_since_implementation",
        "good_authority",
    )
    assert chart.points.rows[0] == ("S001", "Office 1", -91.0, 3.0)


def test_offices_differ_by_shape_and_colour(sessions: pd.DataFrame) -> None:
    offices = dots(scatter(sessions))
    colours = {to_hex(np.asarray(office.get_facecolor())[0]) for office in offices}
    shapes = {len(np.asarray(office.get_paths()[0].vertices)) for office in offices}
    assert len(offices) == len(colours) == len(shapes) == 3


@pytest.mark.parametrize("name", ["Office", "An office with quite a long name of its own"])
def test_the_legend_is_not_cut_off(sessions: pd.DataFrame, name: str) -> None:
    named = sessions.assign(office_id=sessions["office_id"].str.replace("Office", name))
    figure = scatter(named).figure
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]  # of matplotlib
    (legend,) = figure.legends
    place = legend.get_window_extent(canvas.get_renderer())  # type: ignore[no-untyped-call]
    assert place.x0 >= 0
    assert place.x1 <= figure.bbox.width


def test_y_runs_over_the_whole_scale(sessions: pd.DataFrame) -> None:
    (axes,) = scatter(sessions).figure.axes
    low, high = axes.get_ylim()
    assert low < 1 < 5 < high
    assert list(axes.get_yticks()) == [1, 2, 3, 4, 5]


def test_day_zero_and_the_lines_are_drawn(sessions: pd.DataFrame) -> None:
    (axes,) = scatter(sessions).figure.axes
    lines = axes.get_lines()
    assert len(lines) == 5  # three offices, all sessions, day 0
    assert any((np.asarray(line.get_xdata()) == 0).all() for line in lines)
    labels = [text.get_text() for text in axes.figure.legends[0].get_texts()]
    assert labels == [
        "Office 1 (n = 39)",
        "Office 2 (n = 33)",
        "Office 3 (n = 31)",
        "all offices, 95% band",
    ]


def test_the_text_for_those_who_do_not_see_it_has_the_numbers(sessions: pd.DataFrame) -> None:
    assert scatter(sessions).alt_text == (
        "103 sessions in three offices. Good authority rises weakly with days, "
        "r = .20 [.01, .38]; within offices r = .03 (Office 1), −.31 (Office 2) and "
        ".30 (Office 3)."
    )


def test_lines_of_offices_differ_without_colour(sessions: pd.DataFrame) -> None:
    (axes,) = scatter(sessions).figure.axes
    offices = [line for line in axes.get_lines() if line.get_linewidth() == 0.9]
    assert len(offices) == 3
    # matplotlib tells patterns of its own as "--" alike, so the dashes themselves are compared
    patterns = [str(line._unscaled_dash_pattern) for line in offices]  # type: ignore[attr-defined]  # no public way
    assert len(set(patterns)) == 3
    key = axes.figure.legends[0].get_lines()[:3]
    assert [str(line._unscaled_dash_pattern) for line in key] == patterns  # type: ignore[attr-defined]
    assert [line.get_marker() for line in key] == ["o", "s", "^"]


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([1.0, 2, 3, 4, 5, 4], "rises strongly"),
        ([5.0, 2, 3, 4, 1, 3], "falls moderately"),
        ([3.0, 2, 4, 3, 2, 4], "rises weakly"),
        ([3.0, 4, 2, 2, 4, 3], "hardly changes"),
    ],
)
def test_the_course_is_put_into_words(scores: list[float], words: str) -> None:
    frame = pd.DataFrame(
        {"days_since_implementation": [0.0, 1, 2, 3, 4, 5], "good_authority": scores}
    )
    assert f"Good authority {words} with days" in scatter(frame, by=None).alt_text


def test_without_offices_there_is_no_legend_and_ids_are_row_numbers() -> None:
    frame = pd.DataFrame(
        {"days_since_implementation": [0.0, 10, 20, 30], "good_authority": [1.0, 3, 2, 4]}
    )
    chart = scatter(frame, by=None)
    assert chart.figure.legends == []
    assert chart.points.columns[1] == "group"
    assert [row[0] for row in chart.points.rows] == ["0", "1", "2", "3"]
    assert chart.alt_text.startswith("4 sessions. Good authority rises strongly")


def test_points_on_a_line_are_told_without_an_interval() -> None:
    frame = pd.DataFrame(
        {
            "days_since_implementation": [0.0, 10, 20],
            "good_authority": [1.0, 2, 3],
            "office_id": ["Office 1"] * 3,
        }
    )
    assert scatter(frame).alt_text == (
        "3 sessions in one office. Good authority rises strongly with days, r = 1.00; "
        "within offices r = 1.00 (Office 1)."
    )


def test_too_few_sessions_have_dots_and_no_line() -> None:
    frame = pd.DataFrame(
        {
            "days_since_implementation": [0.0, 10],
            "good_authority": [1.0, 3],
            "office_id": ["Office 1"] * 2,
        }
    )
    chart = scatter(frame)
    assert chart.alt_text == (
        "2 sessions in one office. No line for good authority: fewer than 3 sessions."
    )
    assert len(chart.figure.axes[0].get_lines()) == 1  # day 0


def test_no_sessions_make_an_empty_figure() -> None:
    frame = pd.DataFrame({"days_since_implementation": [], "good_authority": [], "office_id": []})
    chart = scatter(frame)
    assert chart.points.rows == ()
    assert chart.alt_text.startswith("0 sessions.")


def test_the_dark_theme_is_dark(sessions: pd.DataFrame) -> None:
    result = trend_frame(sessions, "good_authority")
    chart = score_by_days(sessions, result, label="Good authority", theme=Theme.DARK)
    assert to_hex(chart.figure.get_facecolor()).upper() == look(Theme.DARK).background
