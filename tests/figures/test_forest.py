from __future__ import annotations

import pytest

from practicecoder.codebook import library
from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ItemRating, Rating
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.figures.forest import reliability_forest
from practicecoder.figures.style import Chart
from practicecoder.scoring.reliability.bands import BandSource
from practicecoder.scoring.reliability.table import reliability_table


@pytest.fixture(scope="module")
def swim7() -> Codebook:
    return library.find("swim7")


def rated(item: str, *pairs: tuple[float, float]) -> list[ItemRating]:
    return [
        ItemRating(
            session_id=SessionId(f"S{i}"),
            coder_id=CoderId(f"C{j}"),
            item=item,
            rating=Rating.rated(value),
        )
        for i, pair in enumerate(pairs)
        for j, value in enumerate(pair)
    ]


GOOD = ((1, 1), (2, 3), (4, 4), (5, 5), (3, 3), (2, 2))
BAD = ((1, 3), (4, 3), (3, 2), (2, 3), (5, 2), (2, 4))


def forest(swim7: Codebook, source: BandSource = BandSource.CICCHETTI) -> Chart:
    ratings = [*rated("empathy", *GOOD), *rated("autonomy", *BAD)]
    ratings += rated("child_focus", *[(v, v) for v, _ in GOOD])
    return reliability_forest(reliability_table(swim7, ratings), source=source)


def texts(chart: Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.axes[0].texts]


def test_every_item_has_a_row(swim7: Codebook) -> None:
    chart = forest(swim7)
    (axes,) = chart.figure.axes
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels[:3] == ["Collaboration", "Autonomy", "Empathy"]
    assert len(labels) == len(chart.points.rows) == 10
    assert chart.points.columns[:4] == ("item", "icc_a1", "ci_low", "ci_high")


def test_bands_are_named_after_their_source(swim7: Codebook) -> None:
    chart = forest(swim7, BandSource.KOO_LI)
    assert texts(chart)[:3] == ["moderate", "good", "excellent"]
    assert chart.figure.axes[0].get_xlabel() == "ICC(A,1); lines: Koo & Li 2016"


def test_the_axis_reaches_the_lowest_limit(swim7: Codebook) -> None:
    low, high = forest(swim7).figure.axes[0].get_xlim()
    assert low <= -0.75
    assert high == 1


def test_the_axis_prints_coefficients_as_the_rows_do(swim7: Codebook) -> None:
    chart = forest(swim7)
    chart.figure.canvas.draw()
    (axes,) = chart.figure.axes
    labels = [label.get_text() for label in axes.get_xticklabels()]
    assert {".50", "1.00"} <= set(labels)
    assert not [label for label in labels if label.startswith(("0", "-"))]
    assert "  " not in chart.alt_text


def test_what_cannot_be_estimated_says_so(swim7: Codebook) -> None:
    chart = forest(swim7)
    assert texts(chart).count("not estimable") == 7
    rows = {row[0]: row for row in chart.points.rows}
    assert rows["collaboration"][1] is None
    assert rows["collaboration"][6] == "no session was rated by two or more coders"


def test_perfect_agreement_has_a_value_without_interval(swim7: Codebook) -> None:
    rows = {row[0]: row for row in forest(swim7).points.rows}
    assert rows["child_focus"][1:4] == (1.0, None, None)
    assert rows["child_focus"][6] == "no disagreement was observed"
    assert "1.00, n 6" in texts(forest(swim7))


def test_the_text_for_those_who_do_not_see_it_names_both_ends(swim7: Codebook) -> None:
    told = forest(swim7).alt_text
    assert told.startswith(
        "Agreement of a single coder, ICC(A,1), for ten items, with lines for the bands of "
        "Cicchetti 1994. Highest: child focus 1.00, n 6; lowest: autonomy −."
    )
    assert told.endswith("Not estimable: seven.")


def test_a_table_without_double_codings_is_told(swim7: Codebook) -> None:
    chart = reliability_forest(reliability_table(swim7, []))
    assert chart.alt_text.endswith("for ten items: none is estimable.")
    assert chart.figure.axes[0].get_xlim()[0] == 0


def test_estimable_everywhere_leaves_nothing_out(swim7: Codebook) -> None:
    ratings = [r for d in swim7.dimension_ids for r in rated(d, *GOOD)]
    told = reliability_forest(reliability_table(swim7, ratings)).alt_text
    assert "Not estimable" not in told
