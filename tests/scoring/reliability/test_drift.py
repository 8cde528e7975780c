"""Departures from reference codings over time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.reliability.drift import (
    CalibrationRating,
    CoderDrift,
    DriftReport,
    calibration_ratings,
    drift,
)
from practicecoder.scoring.reliability.severity import CoderTest
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

LEVELS = (1, 2, 3, 4, 5)
START = date(2026, 1, 5)


def rating(
    week: float, value: float, *, reference: float = 3, coder: str = "C1"
) -> CalibrationRating:
    return CalibrationRating(
        coder_id=coder,
        session_id=f"K{week}",
        coded_on=START + timedelta(days=round(7 * week)),
        value=value,
        reference=reference,
    )


def analysed(ratings: list[CalibrationRating]) -> DriftReport:
    found = drift(ratings, LEVELS)
    assert isinstance(found, DriftReport)
    return found


def one_coder(values: list[float]) -> CoderDrift:
    return analysed([rating(week, value) for week, value in enumerate(values)]).coders[0]


def told(statistic: Statistic) -> tuple[float, tuple[float, float]]:
    assert isinstance(statistic, Estimate)
    assert isinstance(statistic.interval, Interval)
    return statistic.value, (statistic.interval.low, statistic.interval.high)


@pytest.fixture
def calibration(golden_folder: Path) -> list[CalibrationRating]:
    """Return the made-up calibration series."""
    table = pd.read_csv(golden_folder / "calibration_series.csv").dropna()
    return [
        CalibrationRating(
            coder_id=str(row["coder_id"]),
            session_id=str(row["clip_id"]),
            coded_on=START + timedelta(weeks=int(row["week"])),
            value=float(row["rating"]),
            reference=float(row["criterion"]),
        )
        for row in table.to_dict("records")
    ]


@pytest.mark.golden
def test_coders_of_the_reference_series(
    golden: Callable[[str], Any], calibration: list[CalibrationRating]
) -> None:
    expected = golden("calibration_expected")["calibration"]
    found = analysed(calibration)
    assert [coder.coder_id for coder in found.coders] == ["C1", "C2", "C3"]
    for coder in found.coders:
        reference = expected[coder.coder_id]
        assert coder.n == reference["n"]
        bias, limits = told(coder.departure)
        assert bias == pytest.approx(reference["bias"], abs=1e-6)
        assert limits == pytest.approx(tuple(reference["bias_ci"]), abs=1e-6)
        assert coder.exact == pytest.approx(reference["exact"], abs=1e-6)
        assert coder.within_one == pytest.approx(reference["within1"], abs=1e-6)
        assert isinstance(coder.kappa, Estimate)
        kappa = reference["kappa_quadratic_vs_criterion"]
        assert coder.kappa.value == pytest.approx(kappa, abs=1e-6)
        slope, slope_limits = told(coder.slope)
        assert slope == pytest.approx(reference["slope_per_week"], abs=1e-6)
        assert slope_limits == pytest.approx(tuple(reference["slope_ci"]), abs=1e-6)
        assert coder.first_half == pytest.approx(reference["first_half_bias"], abs=1e-6)
        assert coder.second_half == pytest.approx(reference["second_half_bias"], abs=1e-6)
        last = coder.points[-1].running_sum
        assert last == pytest.approx(reference["cusum_last"], abs=1e-6)


@pytest.mark.golden
def test_coders_of_the_reference_series_differ_in_slope(
    golden: Callable[[str], Any], calibration: list[CalibrationRating]
) -> None:
    expected = golden("calibration_expected")["calibration"]["interaction_coder_by_week"]
    found = analysed(calibration)
    assert isinstance(found.interaction, CoderTest)
    assert found.interaction.f == pytest.approx(expected["F"], abs=1e-6)
    assert found.interaction.p == pytest.approx(expected["p"], abs=1e-6)
    assert [found.interaction.df1, found.interaction.df2] == expected["df"]
    assert found.n_slopes == 3
    assert found.sentence.startswith("3 slopes were looked at.")


def test_the_order_of_ratings_changes_nothing(calibration: list[CalibrationRating]) -> None:
    assert analysed(calibration[::-1]) == analysed(calibration)


def test_months_hold_what_was_coded_in_them() -> None:
    months = one_coder([3, 4, 3, 3, 5]).months
    assert [(m.month, m.n) for m in months] == [(date(2026, 1, 1), 4), (date(2026, 2, 1), 1)]
    assert [m.mean_day for m in months] == [date(2026, 1, 16), date(2026, 2, 2)]
    assert (months[0].mean, months[0].exact, months[0].within_one) == (0.25, 0.75, 1.0)
    assert (months[1].mean, months[1].within_one) == (2.0, 0.0)


def test_fewer_than_ten_recordings_have_no_slope_and_no_running_sum() -> None:
    nine = one_coder([3, 4, 3, 4, 3, 4, 3, 4, 3])
    assert isinstance(nine.slope, NotEstimable)
    assert "10 recordings" in nine.slope.reason
    assert all(point.running_sum is None for point in nine.points)
    ten = one_coder([3, 4, 3, 4, 3, 4, 3, 4, 3, 4])
    assert isinstance(ten.slope, Estimate)
    assert ten.points[-1].running_sum == pytest.approx(0)


def test_one_recording_has_a_departure_and_no_more() -> None:
    found = one_coder([4])
    assert isinstance(found.departure, Estimate)
    assert found.departure.value == 1
    assert found.departure.interval == NoInterval(reason="one recording")
    assert isinstance(found.kappa, NotEstimable)
    assert (found.first_half, found.second_half) == (None, None)  # a day has no halves


def test_equal_departures_have_no_interval_and_a_flat_slope() -> None:
    found = one_coder([4] * 12)
    assert isinstance(found.departure, Estimate)
    assert isinstance(found.departure.interval, NoInterval)
    assert isinstance(found.slope, Estimate)
    assert found.slope.value == 0
    assert found.slope.interval == NoInterval(reason="the departures lie on a line")


def test_recordings_of_one_day_have_no_slope() -> None:
    found = analysed([rating(0, value) for value in (3, 4, 3, 4, 3, 4, 3, 4, 3, 4)]).coders[0]
    assert isinstance(found.slope, NotEstimable)
    assert found.slope.reason == "all were coded on one day"


def test_slopes_are_compared_between_coders_that_have_one() -> None:
    values = [3, 4, 3, 4, 4, 3, 3, 4, 3, 4]
    both = [rating(w, v) for w, v in enumerate(values)]
    few = [rating(w, v, coder="C2") for w, v in enumerate(values[:5])]
    assert isinstance(analysed(both + few).interaction, NotEstimable)
    lines = [rating(w, 3, coder=c) for w in range(12) for c in ("C1", "C2")]
    found = analysed(lines).interaction
    assert isinstance(found, NotEstimable)
    assert found.reason == "the departures lie on lines"


def test_nothing_coded_is_said() -> None:
    assert isinstance(drift([], LEVELS), NotEstimable)


def test_trials_are_put_beside_their_reference(swim7: Codebook) -> None:
    def row(session: str, coder: str, item: str, given: Rating) -> ItemRating:
        return ItemRating(
            session_id=SessionId(session), coder_id=CoderId(coder), item=item, rating=given
        )

    reference = [
        row("S1", "REF", "empathy", Rating.rated(4)),
        row("S1", "REF", "evocation", Rating.not_applicable("no_behaviour_change")),
    ]
    trials = [
        row("S1", "C1", "empathy", Rating.rated(3)),
        row("S1", "C1", "evocation", Rating.rated(3)),
        row("S1", "C1", "autonomy", Rating.rated(3)),
        row("S1", "C2", "empathy", Rating.rated(3)),
        row("S1", "C3", "empathy", Rating.not_applicable("no_behaviour_change")),
    ]
    days = {("S1", "C1"): START, ("S1", "C3"): START}
    found = calibration_ratings(swim7, trials, reference, days)
    assert list(found) == list(swim7.dimension_ids)
    assert [len(ratings) for ratings in found.values()].count(1) == 1
    assert found["empathy"][0].departure == -1


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            rating,
            st.integers(0, 30),
            st.sampled_from(LEVELS),
            reference=st.sampled_from(LEVELS),
            coder=st.sampled_from(["C1", "C2"]),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_nothing_odd_comes_out(ratings: list[CalibrationRating]) -> None:
    found = analysed(ratings)
    for coder in found.coders:
        assert 0 <= coder.exact <= coder.within_one <= 1
        if isinstance(coder.kappa, Estimate):
            assert -1 <= coder.kappa.value <= 1
        for statistic in (coder.departure, coder.slope):
            if isinstance(statistic, Estimate) and isinstance(statistic.interval, Interval):
                assert statistic.interval.low <= statistic.value <= statistic.interval.high
    if isinstance(found.interaction, CoderTest):
        assert found.interaction.f >= 0
        assert 0 <= found.interaction.p <= 1
