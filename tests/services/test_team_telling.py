"""What readers beyond the team are told of one measure."""

from __future__ import annotations

from datetime import date

from practicecoder.reports.data import ReportScale
from practicecoder.reports.team.data import Measure, SessionValue, Summary
from practicecoder.scoring.disclosure.rules import INSIDE
from practicecoder.scoring.disclosure.tables import ALL, Unit
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.scoring.run_chart import MonthPoint
from practicecoder.services.team_telling import counts_told, without_persons

NONE = NotEstimable(reason="not known", n=0)


def a_summary(measure: Measure, *, n_change: int = 9) -> Summary:
    mean = Estimate(value=1.2, interval=Interval(low=0.9, high=1.5), n=9, method="t")
    change = Estimate(value=0.2, interval=Interval(low=0, high=1), n=n_change, method="t")
    value = SessionValue(worker="W-1", day=date(2026, 3, 1), value=37.0)
    return Summary(
        measure=measure,
        n_sessions=20,
        mean=mean,
        smallest_change=NONE,
        change=change,
        values=(value,),
    )


def test_an_axis_does_not_tell_the_greatest_value() -> None:
    ratio = Measure(label="Reflections to questions", limits=(0, 40.0), decimals=2)
    months = [MonthPoint(month=date(2026, 3, 1), value=3.1, n=8)]

    told, _ = without_persons(a_summary(ratio), months, INSIDE)

    assert told.measure.limits == (0.0, 4.0)
    assert told.values == ()


def test_axes_with_ends_of_their_own_stay() -> None:
    scale = ReportScale(minimum=1, maximum=5)
    for measure in (
        Measure(label="Empathy", limits=(1, 5), scale=scale),
        Measure(label="Complex reflections", limits=(0, 100), has_fixed_end=True),
    ):
        assert without_persons(a_summary(measure), [], INSIDE)[0].measure == measure


def test_a_change_of_few_workers_is_not_told() -> None:
    measure = Measure(label="Empathy", limits=(1, 5), has_fixed_end=True)

    assert without_persons(a_summary(measure, n_change=4), [], INSIDE)[0].change is None
    assert without_persons(a_summary(measure, n_change=5), [], INSIDE)[0].change is not None


def test_counts_that_would_give_few_away_are_not_told_at_all() -> None:
    units = [Unit(worker=f"W{n}", groups=("yes" if n else "no",)) for n in range(6)]

    plain = counts_told(units, [["yes", "no"]], None, total=True)

    assert plain == {("yes",): "5", ("no",): "1", (ALL,): "6"}
    assert counts_told(units, [["yes", "no"]], INSIDE, total=True) is None
