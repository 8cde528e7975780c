from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.services.context import StudyServices
from practicecoder.services.published import scale_of
from practicecoder.ui.analysis.findings import Question, answer
from tests.builders import a_study


@pytest.mark.parametrize(
    ("codebook", "item", "scale"),
    [
        ("swim7", "empathy", (1, 5)),
        ("swim7", "good_authority", (1, 5)),
        ("miti-4.2.1", "r_to_q", None),
    ],
)
def test_figures_run_over_the_scale_where_there_is_one(
    codebook: str, item: str, scale: tuple[float, float] | None
) -> None:
    assert scale_of(library.find(codebook), item) == scale


def test_an_answer_holds_numbers_and_figures(laboratory: StudyServices) -> None:
    found = answer(laboratory, Question(item="good_authority", equal_variances=True))

    assert found.label == "Good authority"
    assert found.comparison.equal_variances
    assert found.before_after is not None
    assert found.scatter is not None
    n_valid = sum(group.n for group in found.comparison.groups)
    assert len(found.before_after.points.rows) == n_valid


def test_without_a_submitted_session_there_is_no_figure(tmp_path: Path) -> None:
    services = a_study(tmp_path / "study")

    found = answer(services, Question(item="good_authority"))

    assert found.n_sessions == 0
    assert found.before_after is None
    assert found.scatter is None
    services.close()
