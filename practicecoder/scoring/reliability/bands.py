"""Bands: words that a named source gives to the size of a coefficient."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from practicecoder.scoring.results import Interval, NotEstimable, Statistic, coefficient_shown


class BandSource(StrEnum):
    """Published tables of words. Never one source's word on another's coefficient."""

    CICCHETTI = "Cicchetti 1994"
    KOO_LI = "Koo & Li 2016"
    LANDIS_KOCH = "Landis & Koch 1977"
    FLEISS = "Fleiss 1981"
    KRIPPENDORFF = "Krippendorff 2004"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """Words from low to high; each edge is where the next word begins."""

    families: tuple[str, ...]
    words: tuple[str, ...]
    edges: tuple[float, ...]


_TABLES = {
    BandSource.CICCHETTI: _Table(
        families=("icc", "kappa"),
        words=("poor", "fair", "good", "excellent"),
        edges=(0.40, 0.60, 0.75),
    ),
    BandSource.KOO_LI: _Table(
        families=("icc",),
        words=("poor", "moderate", "good", "excellent"),
        edges=(0.50, 0.75, 0.90),
    ),
    BandSource.LANDIS_KOCH: _Table(
        families=("kappa",),
        words=("poor", "slight", "fair", "moderate", "substantial", "almost perfect"),
        edges=(0.0, 0.21, 0.41, 0.61, 0.81),
    ),
    BandSource.FLEISS: _Table(
        families=("kappa",), words=("poor", "fair to good", "excellent"), edges=(0.40, 0.75)
    ),
    BandSource.KRIPPENDORFF: _Table(
        families=("alpha",),
        words=("not to be relied on", "tentative", "reliable"),
        edges=(0.667, 0.800),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Words for a value and the limits of its interval, from one source."""

    source: BandSource
    value: str
    low: str
    high: str
    sentence: str


def edges(source: BandSource) -> tuple[tuple[str, float], ...]:
    """Words that begin at an edge, with the edge; the lowest word has none.

    Examples
    --------
    >>> edges(BandSource.CICCHETTI)
    (('fair', 0.4), ('good', 0.6), ('excellent', 0.75))
    """
    table = _TABLES[source]
    return tuple(zip(table.words[1:], table.edges, strict=True))


def word(value: float, source: BandSource) -> str:
    """Word of a value, unrounded: a band starts at its lower edge.

    Examples
    --------
    >>> word(0.60, BandSource.CICCHETTI), word(0.5999, BandSource.CICCHETTI)
    ('good', 'fair')
    """
    table = _TABLES[source]
    return table.words[sum(value >= edge for edge in table.edges)]


def band(key: str, statistic: Statistic, source: BandSource = BandSource.CICCHETTI) -> Band | None:
    """Band of a statistic and of its limits.

    None if the source has no words for this coefficient, or there is no interval to read.

    Parameters
    ----------
    key
        Key of the statistic, such as ``icc_a1`` or ``kappa_quadratic``.
    statistic
        The statistic itself.
    source
        Whose words.
    """
    if isinstance(statistic, NotEstimable) or not isinstance(statistic.interval, Interval):
        return None
    if _family(key) not in _TABLES[source].families:
        return None
    value, low = statistic.value, statistic.interval.low
    sentence = (
        f"{coefficient_shown(value)}, {word(value, source)}; "
        f"lower limit {coefficient_shown(low)}, {word(low, source)} ({source})"
    )
    high = word(statistic.interval.high, source)
    return Band(
        source=source,
        value=word(value, source),
        low=word(low, source),
        high=high,
        sentence=sentence,
    )


def _family(key: str) -> str:
    if key == "fleiss_kappa":
        return "kappa"
    return key.split("_", maxsplit=1)[0]
