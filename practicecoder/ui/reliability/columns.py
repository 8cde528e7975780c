"""Columns of the reliability table and of an item's coders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from practicecoder.scoring.results import NotEstimable, Statistic, shown
from practicecoder.ui.reliability.words import (
    band_in_words,
    coefficient_with_interval,
    dropped_in_words,
    explained,
    number,
    percent_of,
    sort_value,
)
from practicecoder.ui.tables import CENTRE, RIGHT, Column

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.detail import CoderSummary
    from practicecoder.scoring.reliability.item import ItemReliability

FOREST = 3
"""Number of the column in which the interval is painted."""
SCORE = "score"


def _statistic(
    title: str,
    key: str,
    text: Callable[[Statistic], str],
    tooltip: str,
    *,
    of_scores: str | None = None,
) -> Column[ItemReliability]:
    """Column of one statistic; ``of_scores`` is the key that scores have in its place."""

    def found(item: ItemReliability) -> Statistic:
        return item.statistics[of_scores if of_scores and item.kind.value == SCORE else key]

    return Column(
        title=title,
        text=lambda item: text(found(item)),
        sort_key=lambda item: sort_value(found(item)),
        tooltip=tooltip,
        alignment=RIGHT,
        cell_tooltip=lambda item: explained(found(item)),
        muted=lambda item: isinstance(found(item), NotEstimable),
    )


ITEM_COLUMNS: tuple[Column[ItemReliability], ...] = (
    Column(
        title="Item",
        text=lambda item: item.label,
        bold=lambda item: item.kind.value == SCORE,
        cell_tooltip=lambda item: item.kind.value,
    ),
    Column(
        title="Sessions\n(left out)",
        text=lambda item: (
            f"{item.n_sessions} ({item.n_dropped})" if item.n_dropped else f"{item.n_sessions}"
        ),
        sort_key=lambda item: item.n_sessions,
        tooltip="Sessions with two or more ratings of the item; in brackets those without",
        alignment=RIGHT,
        cell_tooltip=dropped_in_words,
    ),
    Column(
        title="One coder\nICC(A,1) [95 % CI]",
        text=lambda item: coefficient_with_interval(item.headline),
        sort_key=lambda item: sort_value(item.headline),
        tooltip="How far one coder's rating can be relied on: absolute agreement",
        alignment=RIGHT,
        bold=lambda item: not isinstance(item.headline, NotEstimable),
        cell_tooltip=lambda item: explained(item.headline),
        muted=lambda item: isinstance(item.headline, NotEstimable),
    ),
    Column(
        title="",
        text=lambda item: "",
        sort_key=lambda item: sort_value(item.headline),
        tooltip="The same ICC(A,1) as a dot with its interval; lines where bands begin",
        alignment=CENTRE,
        searchable=False,
        copied=False,
    ),
    Column(
        title="Band\n(lower limit)",
        text=band_in_words,
        sort_key=lambda item: sort_value(item.headline),
        tooltip="Cicchetti (1994): poor, fair from .40, good from .60, excellent from .75",
    ),
    _statistic(
        "Mean of k coders\nICC(A,k) [95 % CI]",
        "icc_ak",
        coefficient_with_interval,
        "Only if the analysed score is the mean of k coders",
    ),
    _statistic(
        "Krippendorff's\nalpha [95 % CI]",
        "alpha_ordinal",
        coefficient_with_interval,
        "Ordinal metric, interval for scores; uses every rating of sessions with two or more",
        of_scores="alpha_interval",
    ),
    _statistic("Exact\nagreement", "exact_agreement", percent_of, "Pairs of equal ratings"),
    _statistic(
        "Within\none", "within_one_agreement", percent_of, "Pairs that differ by one level at most"
    ),
    _statistic("SEM", "sem", number, "Standard error of measurement, in points of the scale"),
)

CODER_COLUMNS: tuple[Column[CoderSummary], ...] = (
    Column(title="Coder", text=lambda c: c.coder_id, bold=lambda _: True),
    Column(title="Sessions", text=lambda c: str(c.n), sort_key=lambda c: c.n, alignment=RIGHT),
    Column(
        title="Mean",
        text=lambda c: shown(c.mean, 2),
        sort_key=lambda c: c.mean,
        alignment=RIGHT,
    ),
    Column(
        title="SD",
        text=lambda c: "–" if c.sd is None else shown(c.sd, 2),
        sort_key=lambda c: c.sd,
        alignment=RIGHT,
        cell_tooltip=lambda c: "" if c.sd is not None else "One rating has no spread",
    ),
)
