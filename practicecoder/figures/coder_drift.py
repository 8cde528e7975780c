"""Drift of one coder on one dimension: departures from the reference over calendar time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from practicecoder.domain.certification import Recalibration
from practicecoder.figures.style import (
    FONT_PT,
    Chart,
    PointTable,
    Theme,
    look,
    mark_of,
    new_axes,
    set_titles,
)
from practicecoder.scoring.reliability.drift import CoderDrift, MonthlyDeparture
from practicecoder.scoring.results import Estimate, Interval, NotEstimable, percent_shown, shown
from practicecoder.scoring.scores import in_sentence

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_EPOCH = date(1970, 1, 1)
"""Axes of dates count the days from here."""
_LEAST_REACH = 2.0
"""The axis shows at least so many levels to both sides."""


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
    figure, axes = new_axes(theme)
    colours = look(theme)
    axes.grid(axis="y", color=colours.grid, linewidth=0.6)
    axes.axhline(0, color=colours.ink, linewidth=1.0, zorder=1)
    _draw_checks(axes, found, theme)
    _draw_months(axes, found.months, theme)
    _draw_slope(axes, found, theme)
    for event in recalibrations:
        _draw_recalibration(axes, event, theme)
    _set_limits(axes, found)
    title = f"{label}: departures of {found.coder_id} from the reference"
    set_titles(axes, theme, title=title, x="", y="Rating minus reference")
    axes.xaxis_date()
    figure.legend(
        loc="outside lower center",
        ncols=3,
        fontsize=FONT_PT - 0.5,
        frameon=False,
        labelcolor=colours.ink,
    )
    return Chart(
        figure=figure,
        title=title,
        points=PointTable(
            columns=("day", "what", "session_id", "departure", "running_sum"),
            rows=_rows(found, recalibrations),
        ),
        alt_text=_alt_text(found, label, recalibrations),
    )


def _draw_checks(axes: Axes, found: CoderDrift, theme: Theme) -> None:
    marker, colour = mark_of(0, theme)
    axes.plot(
        [_x(point.coded_on) for point in found.points],
        [point.departure for point in found.points],
        linestyle="none",
        marker=marker,
        markersize=5.5,
        color=colour,
        markeredgecolor=look(theme).background,
        markeredgewidth=0.5,
        label=f"check (n = {found.n})",
        zorder=5,
    )


def _draw_months(axes: Axes, months: Sequence[MonthlyDeparture], theme: Theme) -> None:
    marker, colour = mark_of(1, theme)
    axes.plot(
        [_x(month.mean_day) for month in months],
        [month.mean for month in months],
        marker=marker,
        markersize=6,
        linewidth=1.2,
        color=colour,
        label="mean of a month, at its mean day",
        zorder=2,
    )


def _draw_slope(axes: Axes, found: CoderDrift, theme: Theme) -> None:
    """Least squares line through the checks, where there are enough of them."""
    if isinstance(found.slope, NotEstimable) or isinstance(found.departure, NotEstimable):
        return
    days = [_x(point.coded_on) for point in found.points]
    mean_day = sum(days) / len(days)
    ends = [min(days), max(days)]
    heights = [found.departure.value + found.slope.value * (day - mean_day) / 7 for day in ends]
    axes.plot(ends, heights, color=look(theme).ink, linewidth=1.6, label="trend", zorder=4)


def _draw_recalibration(axes: Axes, event: Recalibration, theme: Theme) -> None:
    colours = look(theme)
    axes.axvline(_x(event.held_on), color=colours.quiet, linewidth=1.0, linestyle=(0, (4, 3)))
    axes.annotate(
        "recalibration",
        xy=(_x(event.held_on), 1),
        xycoords=("data", "axes fraction"),
        xytext=(3, -2),
        textcoords="offset points",
        rotation=90,
        va="top",
        fontsize=FONT_PT - 2,
        color=colours.quiet,
    )


def _x(day: date) -> float:
    """Place of a day on an axis of dates."""
    return float((day - _EPOCH).days)


def _set_limits(axes: Axes, found: CoderDrift) -> None:
    """As far up as down, so that the picture does not lean."""
    reach = max([_LEAST_REACH, *(abs(point.departure) for point in found.points)])
    axes.set_ylim(-reach - 0.3, reach + 0.3)


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
