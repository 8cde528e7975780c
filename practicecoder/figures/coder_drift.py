"""Drift of one coder on one dimension: departures from the reference over calendar time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from practicecoder.domain.certification import Recalibration
from practicecoder.figures.departures import DepartureAxes
from practicecoder.figures.style import Chart, PointTable, Theme
from practicecoder.scoring.reliability.drift import CoderDrift
from practicecoder.scoring.results import Estimate, Interval, percent_shown, shown
from practicecoder.scoring.scores import in_sentence


def coder_drift_chart(
    found: CoderDrift,
    *,
    label: str,
    recalibrations: Sequence[Recalibration] = (),
    theme: Theme = Theme.LIGHT,
) -> Chart:
    """Dots for checks, squares for the means of months, lines for recalibrations.

    Parameters
    ----------
    found
        One coder's departures on one dimension.
    label
        Words for the dimension.
    recalibrations
        Days on which coders were brought together again.
    theme
        Light or dark.
    """
    axes = DepartureAxes((found,), [event.held_on for event in recalibrations], theme)
    axes.draw_checks(found, f"check (n = {found.n})")
    axes.draw_months(found)
    axes.draw_trend(found)
    return axes.chart(
        f"{label}: departures of {found.coder_id} from the reference",
        PointTable(
            columns=("day", "what", "session_id", "departure", "running_sum"),
            rows=_rows(found, recalibrations),
        ),
        _alt_text(found, label, recalibrations),
    )


def _rows(
    found: CoderDrift, recalibrations: Sequence[Recalibration]
) -> tuple[tuple[str | float | None, ...], ...]:
    checks: list[tuple[date, tuple[str | float | None, ...]]] = [
        (
            point.coded_on,
            (
                point.coded_on.isoformat(),
                "check",
                point.session_id,
                point.departure,
                point.running_sum,
            ),
        )
        for point in found.points
    ]
    events: list[tuple[date, tuple[str | float | None, ...]]] = [
        (event.held_on, (event.held_on.isoformat(), "recalibration", None, None, None))
        for event in recalibrations
    ]
    return tuple(row for _, row in sorted([*checks, *events], key=lambda entry: entry[0]))


def _alt_text(found: CoderDrift, label: str, recalibrations: Sequence[Recalibration]) -> str:
    checks = f"{found.n} check{'' if found.n == 1 else 's'} of {found.coder_id}"
    parts = [f"{checks} on {in_sentence(label)}"]
    if isinstance(found.departure, Estimate):
        parts.append(f"mean departure {signed(found.departure.value)}{_limits(found.departure)}")
    parts.append(
        f"exact {percent_shown(found.exact)}, within one level {percent_shown(found.within_one)}"
    )
    if isinstance(found.slope, Estimate):
        parts.append(
            f"slope {signed(found.slope.value, 3)} per week{_limits(found.slope, 3)}, "
            "a reason to recalibrate rather than a verdict"
        )
    else:
        parts.append(f"no slope: {found.slope.reason}")
    if recalibrations:
        days = ", ".join(event.held_on.isoformat() for event in recalibrations)
        parts.append(f"recalibrated on {days}")
    return f"{'; '.join(parts)}."


def signed(value: float, decimals: int = 2) -> str:
    """Number with its sign, ``"+0.25"``; zero has none.

    Examples
    --------
    >>> signed(0.25), signed(-1), signed(0.001)
    ('+0.25', '-1.00', '0.00')
    """
    text = shown(value, decimals)
    return f"+{text}" if value > 0 and float(text) else text


def _limits(found: Estimate, decimals: int = 2) -> str:
    if not isinstance(found.interval, Interval):
        return ""
    low, high = found.interval.low, found.interval.high
    return f" [{signed(low, decimals)}, {signed(high, decimals)}]"
