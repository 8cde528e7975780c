"""What the chart says in numbers and words, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable

from practicecoder.reports.chart_rows import TREND_LENGTH, chart_rows
from practicecoder.reports.charts import RatingsChart
from practicecoder.reports.data import (
    RatedDimension,
    RatingGroup,
    ReportedScore,
    ReportScale,
    SessionNoun,
    WorkerReportData,
)
from practicecoder.reports.styles import NORMAL_PRINT, PAGE
from practicecoder.reports.timeline import ticks_ms

Case = Callable[[str], WorkerReportData]
FIVE = ReportScale(minimum=1, maximum=5, anchor=3)
VISIT = SessionNoun()


def test_scores_stand_above_their_dimensions_in_the_order_given(case: Case) -> None:
    rows = chart_rows(case("third_visit").groups, VISIT)

    assert [row.label for row in rows] == [
        "Care and engagement",
        "Collaboration",
        "Autonomy",
        "Empathy",
        "Evocation",
        "Good authority",
        "Purposefulness",
        "Clarity about concerns",
        "Child focus",
    ]
    assert [row.label for row in rows if row.is_band] == ["Care and engagement", "Good authority"]


def test_a_missing_score_is_shown_only_above_its_dimensions() -> None:
    missing = ReportedScore(label="Total", scale=FIVE, not_given="Total is not shown.")
    part = RatedDimension(label="Part", scale=FIVE, value=2)

    (band, _) = chart_rows([RatingGroup(score=missing, dimensions=(part,))], VISIT)

    assert (band.number, band.words, band.value) == ("–", "no score", None)
    assert band.alt == "Total has no score."
    assert chart_rows([RatingGroup(score=missing)], VISIT) == ()


def test_a_heading_without_score_is_a_band_without_numbers() -> None:
    part = RatedDimension(label="Part", scale=FIVE, value=2)

    band, _ = chart_rows([RatingGroup(heading="Health", dimensions=(part,))], VISIT)

    assert band.is_band
    assert not band.is_score
    assert (band.label, band.number, band.alt) == ("Health", "", "")


def test_numbers_have_a_real_minus_and_halves() -> None:
    scale = ReportScale(minimum=-3, maximum=3)
    parts = tuple(RatedDimension(label="P", scale=scale, value=v) for v in (-2, 0, 1.5))

    rows = chart_rows([RatingGroup(dimensions=parts)], VISIT)

    assert [row.number for row in rows] == ["−2", "0", "1.5"]


def test_the_trend_keeps_the_newest_twelve_and_says_gaps() -> None:
    earlier = (5, 5, 5, *(None,) * 6, *(4,) * 5)
    part = RatedDimension(label="Part", scale=FIVE, value=2, earlier=earlier)

    (row,) = chart_rows([RatingGroup(dimensions=(part,))], VISIT)

    assert len(row.trend) == TREND_LENGTH == 12
    assert row.before == 4
    assert row.trend_alt.startswith("Part, oldest visit first: N/A, N/A, N/A, N/A, N/A, N/A, 4")
    assert row.trend_alt.endswith("4, 2.")


def test_the_own_course_is_told_with_the_trend(case: Case) -> None:
    score, *_ = chart_rows(case("twelfth_visit").groups, VISIT)

    assert score.trend_alt.endswith(
        "2.7, 3.0, 2.7. Own mean 2.6, 95% interval 2.3 to 2.8. Ordinary limits 1.4 to 3.7."
    )


def test_readers_of_a_table_get_the_numbers_that_are_drawn(case: Case) -> None:
    rows = {row.label: row for row in chart_rows(case("third_visit").groups, VISIT)}
    score, evocation = rows["Good authority"], rows["Evocation"]

    assert (score.before_shown, score.range_shown) == ("3.0", "2.9 to 3.8")
    assert score.trend_shown == ("2.7", "3.0", "3.3")
    assert (evocation.before_shown, evocation.range_shown) == ("3", "")
    assert evocation.trend_shown == ("N/A", "3", "N/A")


def test_no_ring_where_the_visit_before_was_not_rated() -> None:
    part = RatedDimension(label="Part", scale=FIVE, value=2, earlier=(3, None))

    (row,) = chart_rows([RatingGroup(dimensions=(part,))], VISIT)

    assert row.before is None
    assert row.alt == "Part 2."


def test_the_chart_breaks_between_rows_and_not_after_a_band(case: Case) -> None:
    rows = chart_rows(case("lower_is_better").groups, VISIT)
    chart = RatingsChart(rows, NORMAL_PRINT, VISIT)
    _, whole = chart.wrap(PAGE.text_width, 5000)
    for room in range(20, int(whole), 7):
        parts = chart.split(PAGE.text_width, room)
        if parts:
            heights = [part.wrap(PAGE.text_width, 5000)[1] for part in parts]
            assert heights[0] <= room
            assert sum(heights) > whole  # the second part repeats the header
        else:
            assert room < 80


def test_the_ruler_is_never_crowded() -> None:
    for minutes in (1, 8, 52, 90, 181, 24 * 60):
        marks = ticks_ms(minutes * 60_000)
        assert marks[0] == 0
        assert 2 <= len(marks) <= 9
        assert marks[-1] <= minutes * 60_000
