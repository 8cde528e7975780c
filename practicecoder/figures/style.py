"""How figures look: colours and shapes that belong together, sizes, light and dark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from practicecoder.scoring.results import coefficient_shown, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH_MM = 160
HEIGHT_MM = 100
FONT_PT = 9
MINUS = "\N{MINUS SIGN}"
MARKERS = ("o", "s", "^", "D", "v", "P")
"""Shapes of groups; each group has a shape as well as a colour."""

_MM_PER_INCH = 25.4
_DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (5.0, 2.0),
    (1.2, 1.8),
    (6.0, 2.0, 1.2, 2.0),
    (9.0, 3.0),
    (6.0, 2.0, 1.2, 2.0, 1.2, 2.0),
)


class Theme(StrEnum):
    """On white, for paper; or as on the dark screen of the app."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours of one theme. ``groups`` are taken in order."""

    background: str
    ink: str
    quiet: str
    grid: str
    groups: tuple[str, ...]


_LOOKS = {
    Theme.LIGHT: Look(
        background="#FFFFFF",
        ink="#1D1D1D",
        quiet="#5A5A5A",
        grid="#E1E4E8",
        groups=("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"),
    ),
    Theme.DARK: Look(
        background="#1E1E1E",
        ink="#F2F2F2",
        quiet="#B8B8B8",
        grid="#3A3A3A",
        groups=("#6BACE6", "#28A197", "#F46A25", "#A285D1", "#D0D0D0", "#E6A5C8"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTable:
    """What a figure shows, as rows: for "Show as table" and for the file beside it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chart:
    """A figure with its title, its points, and a text for those who do not see it."""

    figure: Figure
    title: str
    points: PointTable
    alt_text: str


def look(theme: Theme) -> Look:
    """Colours of a theme."""
    return _LOOKS[theme]


def mark_of(position: int, theme: Theme) -> tuple[str, str]:
    """Shape and colour of the group at a position; no two of the first 36 are alike.

    Examples
    --------
    >>> mark_of(0, Theme.LIGHT), mark_of(7, Theme.LIGHT)
    (('o', '#12436D'), ('^', '#28A197'))
    """
    colours = _LOOKS[theme].groups
    colour, shift = position % len(colours), position // len(colours)
    return MARKERS[(colour + shift) % len(MARKERS)], colours[colour]


def dashes_of(position: int) -> tuple[float, tuple[float, ...]] | Literal["solid"]:
    """Pattern of the line of the group at a position, so that lines differ in grey print too.

    Examples
    --------
    >>> dashes_of(0), dashes_of(1)
    ('solid', (0.0, (5.0, 2.0)))
    """
    dashes = _DASHES[position % len(_DASHES)]
    return (0.0, dashes) if dashes else "solid"


def new_axes(theme: Theme, *, height_mm: float = HEIGHT_MM) -> tuple[Figure, Axes]:
    """Figure of the export's width with one pair of axes, dressed in the theme."""
    from matplotlib.figure import Figure

    size = (WIDTH_MM / _MM_PER_INCH, height_mm / _MM_PER_INCH)
    colours = look(theme)
    figure = Figure(figsize=size, facecolor=colours.background, layout="constrained")
    axes = figure.add_subplot()
    axes.set_facecolor(colours.background)
    axes.set_axisbelow(True)
    axes.tick_params(colors=colours.ink, labelsize=FONT_PT, length=3)
    for side, spine in axes.spines.items():
        spine.set_visible(side in ("left", "bottom"))
        spine.set_color(colours.quiet)
    return figure, axes


def set_titles(axes: Axes, theme: Theme, *, title: str, x: str, y: str) -> None:
    """Title on the left, and names of the axes."""
    ink = look(theme).ink
    axes.set_title(title, loc="left", fontsize=FONT_PT + 1, fontweight="bold", color=ink)
    axes.set_xlabel(x, fontsize=FONT_PT, color=ink)
    axes.set_ylabel(y, fontsize=FONT_PT, color=ink)


def span_scale(axes: Axes, scale: tuple[float, float] | None) -> None:
    """Let y run over the codebook's whole scale, a little room at both ends.

    Scores without a scale, such as ratios, keep the limits of their data.
    """
    if scale is None:
        return
    low, high = scale
    room = 0.04 * (high - low)
    axes.set_ylim(low - room, high + room)
    if float(low).is_integer() and float(high).is_integer() and high - low <= 12:
        axes.set_yticks(range(int(low), int(high) + 1))


def decimal(value: float, decimals: int = 2) -> str:
    """Number on a figure or in its text, with the true minus sign.

    Examples
    --------
    >>> decimal(2.375), decimal(-0.375) == "−0.38"
    ('2.38', True)
    """
    return shown(value, decimals).replace("-", MINUS)


def coefficient(value: float) -> str:
    """Coefficient on a figure or in its text: no leading zero, the true minus sign.

    Examples
    --------
    >>> coefficient(0.6), coefficient(-0.314) == "−.31"
    ('.60', True)
    """
    return coefficient_shown(value).replace("-", MINUS)


def number_word(n: int) -> str:
    """Number in a sentence: a word up to twelve.

    Examples
    --------
    >>> number_word(3), number_word(41)
    ('three', '41')
    """
    words: Sequence[str] = (
        *("no", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    )
    return words[n] if n < len(words) else str(n)
