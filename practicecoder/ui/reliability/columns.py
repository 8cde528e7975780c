"""Columns of the tables of agreement: items, means of coders, applicability, pairs, coders."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from practicecoder.scoring.results import NotEstimable, Statistic, shown
from practicecoder.ui.languages import QT_TRANSLATE_NOOP
from practicecoder.ui.reliability.words import (
    and_joined,
    band_in_words,
    coefficient,
    coefficient_with_interval,
    dropped_in_words,
    explained,
    no_spread,
    number,
    number_with_interval,
    percent_of,
    sort_value,
)
from practicecoder.ui.tables import CENTRE, LEFT, RIGHT, Column

if TYPE_CHECKING:
    from practicecoder.scoring.reliability.applicability import Applicability
    from practicecoder.scoring.reliability.detail import CoderSummary
    from practicecoder.scoring.reliability.item import ItemReliability, PairDetail

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


def _consistency(title: str) -> Column[ItemReliability]:
    """ICC(C,1) of the model that the headline comes from."""
    return _of_design(
        title,
        ("icc_c1", "icc_c1_reml"),
        QT_TRANSLATE_NOOP(
            "Columns", "Rank order alone: a gap to ICC(A,1) means that coders differ in level"
        ),
    )


def _of_design(title: str, keys: tuple[str, str], tooltip: str) -> Column[ItemReliability]:
    """Coefficient of complete data, or by REML where coders left gaps, as the headline is."""

    def found(item: ItemReliability) -> Statistic:
        return item.statistics[keys[item.headline_key.endswith("_reml")]]

    return Column(
        title=title,
        text=lambda item: coefficient_with_interval(found(item)),
        sort_key=lambda item: sort_value(found(item)),
        tooltip=tooltip,
        alignment=RIGHT,
        cell_tooltip=lambda item: explained(found(item)),
        muted=lambda item: isinstance(found(item), NotEstimable),
    )


def _applies(
    title: str,
    text: Callable[[Applicability], str],
    sort_key: Callable[[Applicability], float | None],
    *,
    tooltip: Callable[[Applicability], str] | None = None,
    alignment: Qt.AlignmentFlag = RIGHT,
) -> Column[ItemReliability]:
    """Column about an item whose applicability was decided; others are not in the table."""

    def found(item: ItemReliability) -> Applicability:
        assert item.applicability is not None
        return item.applicability

    return Column(
        title=title,
        text=lambda item: text(found(item)),
        sort_key=lambda item: sort_key(found(item)),
        alignment=alignment,
        cell_tooltip=None if tooltip is None else lambda item: tooltip(found(item)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """Two coders, with their weighted kappa; None where it is not offered."""

    pair: PairDetail
    kappa: Statistic | None = None

    @property
    def coders(self) -> str:
        """Both coders."""
        return and_joined(self.pair.coders)

    def limit(self, name: str) -> Statistic | None:
        """Mean difference (``bias``) or a limit of agreement (``lower``, ``upper``)."""
        found = self.pair.bland_altman
        if found is None or isinstance(found, NotEstimable):
            return found
        return {"bias": found.bias, "lower": found.lower, "upper": found.upper}[name]


def pair_rows(item: ItemReliability) -> tuple[PairRow, ...]:
    """Pairs of coders of an item."""
    kappas = {pair.coders: pair.kappa for pair in item.kappa_pairs.get("kappa_quadratic", ())}
    return tuple(PairRow(pair=pair, kappa=kappas.get(pair.coders)) for pair in item.pairs)


def _pair(
    title: str,
    found: Callable[[PairRow], Statistic | None],
    text: Callable[[Statistic], str],
) -> Column[PairRow]:
    def words(row: PairRow) -> str:
        statistic = found(row)
        return "–" if statistic is None else text(statistic)

    def told(row: PairRow) -> str:
        statistic = found(row)
        return "" if statistic is None else explained(statistic)

    def order(row: PairRow) -> float | None:
        statistic = found(row)
        return None if statistic is None else sort_value(statistic)

    return Column(title=title, text=words, sort_key=order, alignment=RIGHT, cell_tooltip=told)


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
        title="One coder\nICC(A,1) [95% CI]",
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
    _consistency(QT_TRANSLATE_NOOP("Columns", "Consistency\nICC(C,1) [95% CI]")),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "Krippendorff's\nalpha [95% CI]"),
        "alpha_ordinal",
        coefficient_with_interval,
        QT_TRANSLATE_NOOP(
            "Columns",
            "Ordinal metric, interval for scores; uses every rating of sessions with two or more",
        ),
        of_scores="alpha_interval",
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "Weighted kappa\n[95% CI]"),
        "kappa_quadratic",
        coefficient_with_interval,
        QT_TRANSLATE_NOOP(
            "Columns", "Cohen's kappa with quadratic weights, mean over pairs of coders"
        ),
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "AC2\n[95% CI]"),
        "ac2_quadratic",
        coefficient_with_interval,
        QT_TRANSLATE_NOOP(
            "Columns", "Gwet's AC2 with quadratic weights; to be read beside kappa, never alone"
        ),
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "Exact\nagreement"),
        "exact_agreement",
        percent_of,
        QT_TRANSLATE_NOOP("Columns", "Pairs of equal ratings"),
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "Within\none level"),
        "within_one_agreement",
        percent_of,
        QT_TRANSLATE_NOOP("Columns", "Pairs that differ by one level at most"),
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "SEM"),
        "sem",
        number,
        QT_TRANSLATE_NOOP("Columns", "Standard error of measurement, in points of the scale"),
    ),
    _statistic(
        QT_TRANSLATE_NOOP("Columns", "SDC"),
        "sdc",
        number,
        QT_TRANSLATE_NOOP(
            "Columns", "Smallest detectable change between two values of one coder each"
        ),
    ),
)

AVERAGE_COLUMNS: tuple[Column[ItemReliability], ...] = (
    Column(title="Item", text=lambda item: item.label, bold=lambda item: item.kind.value == SCORE),
    Column(
        title="Coders",
        text=lambda item: item.coders_averaged,
        tooltip="k; where coders left gaps, the harmonic mean of ratings per session",
        alignment=RIGHT,
    ),
    _of_design(
        QT_TRANSLATE_NOOP("Columns", "Mean of k coders\nICC(A,k) [95% CI]"),
        ("icc_ak", "icc_a_khat"),
        QT_TRANSLATE_NOOP("Columns", "Absolute agreement of the mean of k coders"),
    ),
    _of_design(
        QT_TRANSLATE_NOOP("Columns", "Consistency\nICC(C,k) [95% CI]"),
        ("icc_ck", "icc_c_khat"),
        QT_TRANSLATE_NOOP("Columns", "Rank order of the mean of k coders"),
    ),
    Column(
        title="",
        text=lambda item: "",
        searchable=False,
        copied=False,
    ),
)

APPLICABILITY_COLUMNS: tuple[Column[ItemReliability], ...] = (
    Column(title="Does it apply?", text=lambda item: item.label),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Rated\nby all"),
        lambda found: str(found.both),
        lambda found: found.both,
    ),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Coders\ndisagreed"),
        lambda found: str(found.one),
        lambda found: found.one,
    ),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Rated\nby none"),
        lambda found: str(found.none),
        lambda found: found.none,
    ),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Sessions"), lambda found: str(found.n), lambda found: found.n
    ),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Kappa of the\nyes or no [95% CI]"),
        lambda found: coefficient_with_interval(found.kappa.mean),
        lambda found: sort_value(found.kappa.mean),
        tooltip=lambda found: explained(found.kappa.mean),
    ),
    _applies(
        QT_TRANSLATE_NOOP("Columns", "Sessions to talk about"),
        lambda found: ", ".join(found.disputed) or "–",
        lambda found: len(found.disputed),
        alignment=LEFT,
    ),
)

PAIR_COLUMNS: tuple[Column[PairRow], ...] = (
    Column(title="Coders", text=lambda row: row.coders, bold=lambda _: True),
    Column(title="Sessions", text=lambda row: str(row.pair.n), alignment=RIGHT),
    _pair(QT_TRANSLATE_NOOP("Columns", "Exact"), lambda row: row.pair.exact, percent_of),
    _pair(
        QT_TRANSLATE_NOOP("Columns", "Within\none level"),
        lambda row: row.pair.within_one,
        percent_of,
    ),
    _pair(
        QT_TRANSLATE_NOOP("Columns", "Weighted kappa [95% CI]"),
        lambda row: row.kappa,
        coefficient_with_interval,
    ),
    Column(
        title="Largest\nkappa",
        text=lambda row: "–" if row.pair.kappa_max is None else coefficient(row.pair.kappa_max),
        tooltip="Largest unweighted kappa that the two coders' use of the levels allows",
        alignment=RIGHT,
    ),
)

DIFFERENCE_COLUMNS: tuple[Column[PairRow], ...] = (
    *PAIR_COLUMNS[:2],
    _pair(
        QT_TRANSLATE_NOOP("Columns", "Mean difference [95% CI]"),
        lambda row: row.limit("bias"),
        number_with_interval,
    ),
    _pair(
        QT_TRANSLATE_NOOP("Columns", "Lower limit [95% CI]"),
        lambda row: row.limit("lower"),
        number_with_interval,
    ),
    _pair(
        QT_TRANSLATE_NOOP("Columns", "Upper limit [95% CI]"),
        lambda row: row.limit("upper"),
        number_with_interval,
    ),
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
        cell_tooltip=lambda c: "" if c.sd is not None else no_spread(),
    ),
)
