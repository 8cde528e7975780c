"""Departures from reference ratings on axes of calendar days; what figures of drift share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
from practicecoder.scoring.reliability.drift import CoderDrift
from practicecoder.scoring.results import NotEstimable

_EPOCH = date(1970, 1, 1)
"""Axes of dates count the days from here."""
_LEAST_REACH = 2.0
"""The axis shows at least so many levels to both sides."""


class DepartureAxes:
    """Axes that reach as far up as down, a line at 0 and one for each recalibration.

    Parameters
    ----------
    coders
        Everyone who is drawn; the axis reaches as far as their departures.
    recalibrations
        Days on which coders were brought together again.
    theme
        Light or dark.
    """

    def __init__(
        self, coders: Sequence[CoderDrift], recalibrations: Sequence[date], theme: Theme
    ) -> None:
        self._theme = theme
        self._look = look(theme)
        self._figure, self._axes = new_axes(theme)
        self._axes.grid(axis="y", color=self._look.grid, linewidth=0.6)
        self._axes.axhline(0, color=self._look.ink, linewidth=1.0, zorder=1)
        for day in recalibrations:
            self._draw_recalibration(day)
        departures = [abs(point.departure) for coder in coders for point in coder.points]
        reach = max([_LEAST_REACH, *departures]) + 0.3
        self._axes.set_ylim(-reach, reach)

    def draw_checks(
        self, coder: CoderDrift, words: str, *, place: int = 0, is_joined: bool = False
    ) -> None:
        """Draw a mark for each check, joined by a thin line where several coders are drawn."""
        marker, colour = mark_of(place, self._theme)
        self._axes.plot(
            [_x(point.coded_on) for point in coder.points],
            [point.departure for point in coder.points],
            linestyle="-" if is_joined else "none",
            linewidth=1.0,
            marker=marker,
            markersize=5.5,
            color=colour,
            markeredgecolor=self._look.background,
            markeredgewidth=0.5,
            label=words,
            zorder=5,
        )

    def draw_months(self, coder: CoderDrift) -> None:
        """Draw the mean of each month at the mean of its days."""
        marker, colour = mark_of(1, self._theme)
        self._axes.plot(
            [_x(month.mean_day) for month in coder.months],
            [month.mean for month in coder.months],
            marker=marker,
            markersize=6,
            linewidth=1.2,
            color=colour,
            label="mean of a month, at its mean day",
            zorder=2,
        )

    def draw_trend(self, coder: CoderDrift) -> None:
        """Draw the least squares line through the checks, where there are enough of them."""
        if isinstance(coder.slope, NotEstimable) or isinstance(coder.departure, NotEstimable):
            return
        days = [_x(point.coded_on) for point in coder.points]
        mean_day = sum(days) / len(days)
        ends = [min(days), max(days)]
        level, per_day = coder.departure.value, coder.slope.value / 7
        heights = [level + per_day * (day - mean_day) for day in ends]
        self._axes.plot(
            ends, heights, color=self._look.ink, linewidth=1.6, label="trend", zorder=4
        )

    def chart(self, title: str, points: PointTable, alt_text: str) -> Chart:
        """Chart of what was drawn, with titles and a key below the axes."""
        set_titles(self._axes, self._theme, title=title, x="", y="Rating minus reference")
        self._axes.xaxis_date()
        self._figure.legend(
            loc="outside lower center",
            ncols=3,
            fontsize=FONT_PT - 0.5,
            frameon=False,
            labelcolor=self._look.ink,
        )
        return Chart(figure=self._figure, title=title, points=points, alt_text=alt_text)

    def _draw_recalibration(self, day: date) -> None:
        dashes = (0, (4, 3))
        self._axes.axvline(_x(day), color=self._look.quiet, linewidth=1.0, linestyle=dashes)
        self._axes.annotate(
            "recalibration",
            xy=(_x(day), 1),
            xycoords=("data", "axes fraction"),
            xytext=(3, -2),
            textcoords="offset points",
            rotation=90,
            va="top",
            fontsize=FONT_PT - 2,
            color=self._look.quiet,
        )


def _x(day: date) -> float:
    """Place of a day on an axis of dates."""
    return float((day - _EPOCH).days)
