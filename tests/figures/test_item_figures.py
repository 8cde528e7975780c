"""Figures about one item: pairs, differences, levels, number and levels of coders, drift."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.figures.drift import drift_chart
from practicecoder.figures.item_detail import decision_chart, distribution_chart, severity_chart
from practicecoder.figures.pairs import bubble_matrix, difference_plot
from practicecoder.figures.style import Chart, Theme
from practicecoder.scoring.reliability.agreement import BlandAltman
from practicecoder.scoring.reliability.drift import CalibrationRating, DriftReport, drift
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.table import ReliabilityTable, reliability_table
from practicecoder.scoring.results import Estimate

PAIRS = ((1, 1), (2, 3), (4, 4), (5, 5), (3, 3), (2, 2), (4, 5))


@pytest.fixture(scope="module")
def table() -> ReliabilityTable:
    swim7 = library.find("swim7")
    return reliability_table(swim7, rated(swim7, PAIRS))


def rated(codebook: Codebook, pairs: tuple[tuple[int, ...], ...]) -> list[ItemRating]:
    return [
        ItemRating(
            session_id=SessionId(f"S{i}"),
            coder_id=CoderId(f"C{j}"),
            item=item,
            rating=Rating.rated(value),
        )
        for item in codebook.dimension_ids
        for i, pair in enumerate(pairs)
        for j, value in enumerate(pair, start=1)
    ]


@pytest.fixture(scope="module")
def empathy(table: ReliabilityTable) -> ItemReliability:
    return table.item("empathy")


@pytest.fixture(scope="module")
def care(table: ReliabilityTable) -> ItemReliability:
    return table.item("care_engagement")


def drawn(chart: Chart | None) -> Chart:
    assert chart is not None
    return chart


def test_bubbles_stand_on_the_whole_scale_with_their_counts(empathy: ItemReliability) -> None:
    chart = drawn(bubble_matrix(empathy, empathy.pairs[0]))
    (axes,) = chart.figure.axes

    assert [t.get_text() for t in axes.get_xticklabels()] == ["1", "2", "3", "4", "5"]
    assert sorted(t.get_text() for t in axes.texts) == ["1"] * 7
    assert chart.points.columns == ("C1", *(f"C2: {level}" for level in range(1, 6)))
    assert chart.points.rows[1] == ("2", 0.0, 1.0, 1.0, 0.0, 0.0)
    assert "Both gave the same level in 5 of 7" in chart.alt_text


def test_scores_have_no_bubbles_and_dimensions_no_differences(
    empathy: ItemReliability, care: ItemReliability
) -> None:
    assert bubble_matrix(care, care.pairs[0]) is None
    assert difference_plot(empathy, empathy.pairs[0]) is None


def test_differences_have_bias_and_limits(care: ItemReliability) -> None:
    chart = drawn(difference_plot(care, care.pairs[0]))
    found = care.pairs[0].bland_altman
    assert isinstance(found, BlandAltman)

    words = [text.get_text() for text in chart.figure.axes[0].texts]
    assert words[0].startswith("bias ")
    assert words[1:] != []
    assert [row[1] for row in chart.points.rows] == list(found.differences)


def test_points_of_whole_numbers_are_moved_in_the_figure_only(care: ItemReliability) -> None:
    chart = drawn(difference_plot(care, care.pairs[0]))
    found = care.pairs[0].bland_altman
    assert isinstance(found, BlandAltman)
    assert {float(d).is_integer() for d in found.differences} == {True}

    shown = np.asarray(chart.figure.axes[0].collections[0].get_offsets(), dtype=float)
    moved = np.abs(shown[:, 1] - np.array(found.differences))
    assert 0 < moved.max() <= 0.1


def test_levels_given_are_shares_of_each_coder(empathy: ItemReliability) -> None:
    chart = drawn(distribution_chart(empathy))

    bars = [bar for bar in chart.figure.axes[0].patches if isinstance(bar, Rectangle)]
    heights = [bar.get_height() for bar in bars]
    assert sum(heights) == pytest.approx(200)
    assert chart.points.rows[0] == ("C1", 1.0, 2.0, 1.0, 2.0, 1.0, 7.0)


def test_scores_have_no_levels(care: ItemReliability) -> None:
    assert distribution_chart(care) is None


def test_more_coders_are_more_reliable(empathy: ItemReliability) -> None:
    chart = drawn(decision_chart(empathy))

    absolute = [float(row[1] or 0) for row in chart.points.rows]
    assert isinstance(empathy.headline, Estimate)
    assert absolute[0] == pytest.approx(empathy.headline.value)
    assert absolute == sorted(absolute)


def test_levels_of_coders_add_up_to_nothing(empathy: ItemReliability) -> None:
    chart = drawn(severity_chart(empathy))

    effects = [row[1] for row in chart.points.rows]
    assert [row[0] for row in chart.points.rows] == ["C1", "C2"]
    assert sum(e for e in effects if isinstance(e, float)) == pytest.approx(0)
    low, high = chart.figure.axes[0].get_xlim()
    assert low == -high


def test_nothing_is_drawn_where_nothing_is_estimable() -> None:
    swim7 = library.find("swim7")
    item = reliability_table(swim7, rated(swim7, ((3,), (2,)))).item("empathy")

    assert severity_chart(item) is None
    assert decision_chart(item) is None
    assert distribution_chart(item) is None


@pytest.mark.parametrize("theme", list(Theme))
def test_departures_are_drawn_by_coder_and_day(theme: Theme) -> None:
    ratings = [
        CalibrationRating(
            coder_id=coder,
            session_id=f"T{week}",
            coded_on=date(2026, 1, 5 + 7 * week),
            value=3 + (coder == "C2"),
            reference=3,
        )
        for week in range(3)
        for coder in ("C1", "C2")
    ]
    report = drift(ratings, (1, 2, 3, 4, 5))
    assert isinstance(report, DriftReport)

    chart = drift_chart("Empathy", report, recalibrations=[date(2026, 1, 12)], theme=theme)

    assert chart.points.rows[0][:2] == ("C1", "2026-01-05")
    assert len(chart.points.rows) == 6
    assert "Mean departure: C1 0.00, C2 1.00." in chart.alt_text
    (axes,) = chart.figure.axes
    assert [words.get_text() for words in axes.texts] == ["recalibration"]
    (legend,) = chart.figure.legends
    assert [words.get_text() for words in legend.get_texts()] == ["C1", "C2"]
