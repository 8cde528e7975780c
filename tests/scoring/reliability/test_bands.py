from __future__ import annotations

import pytest

from practicecoder.scoring.reliability.bands import BandSource, band, edges, word
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable


def an_estimate(value: float, low: float, high: float = 0.9) -> Estimate:
    return Estimate(value=value, interval=Interval(low=low, high=high), n=28, method="m")


def test_the_sentence_reads_value_and_lower_limit() -> None:
    found = band("icc_a1", an_estimate(0.6, 0.36))
    assert found is not None
    assert found.sentence == ".60, good; lower limit .36, poor (Cicchetti 1994)"
    assert (found.value, found.low, found.high) == ("good", "poor", "excellent")


@pytest.mark.parametrize(
    ("value", "text"), [(0.5999, "fair"), (0.6, "good"), (0.7499999, "good"), (0.75, "excellent")]
)
def test_a_band_starts_at_its_lower_edge(value: float, text: str) -> None:
    assert word(value, BandSource.CICCHETTI) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-0.1, "poor"),
        (0.0, "slight"),
        (0.21, "fair"),
        (0.41, "moderate"),
        (0.81, "almost perfect"),
    ],
)
def test_landis_and_koch_begin_below_zero(value: float, text: str) -> None:
    assert word(value, BandSource.LANDIS_KOCH) == text


@pytest.mark.parametrize(
    ("key", "source", "has_words"),
    [
        ("icc_a1_reml", BandSource.CICCHETTI, True),
        ("kappa_quadratic", BandSource.CICCHETTI, True),
        ("fleiss_kappa", BandSource.FLEISS, True),
        ("alpha_ordinal", BandSource.KRIPPENDORFF, True),
        ("alpha_ordinal", BandSource.CICCHETTI, False),
        ("icc_a1", BandSource.LANDIS_KOCH, False),
        ("icc_a1", BandSource.KOO_LI, True),
        ("kappa", BandSource.KOO_LI, False),
        ("ac2_quadratic", BandSource.LANDIS_KOCH, False),
        ("sem", BandSource.CICCHETTI, False),
    ],
)
def test_no_source_lends_its_words_to_another_coefficient(
    key: str, source: BandSource, *, has_words: bool
) -> None:
    assert (band(key, an_estimate(0.5, 0.2), source) is not None) is has_words


def test_there_is_no_band_without_an_interval() -> None:
    bare = Estimate(value=1.0, interval=NoInterval(reason="none"), n=6, method="m")
    assert band("icc_a1", bare) is None
    assert band("icc_a1", NotEstimable(reason="none", n=1)) is None


def test_the_ends_of_the_scale_are_printed_whole() -> None:
    found = band("icc_a1", an_estimate(1.0, -0.25))
    assert found is not None
    assert found.sentence == "1.00, excellent; lower limit -.25, poor (Cicchetti 1994)"


def test_edges_name_the_word_that_begins_there() -> None:
    assert dict(edges(BandSource.KOO_LI)) == {"moderate": 0.5, "good": 0.75, "excellent": 0.9}
