"""Analysis of a study: its table, and the same numbers as the commands give for files."""

from __future__ import annotations

from pathlib import Path

import pytest

from practicecoder.codebook import library
from practicecoder.domain.coding import ScoreBasis
from practicecoder.services.context import StudyServices
from practicecoder.services.final_sessions import final_sessions
from practicecoder.services.studies import create_study

SHEET = """\
session_id,worker_id,office_id,phase,days_since_implementation
A1,W1,North,pre,-10
A2,W2,North,pre,-5
A3,W1,North,post,20
A4,W2,South,post,30
A5,W3,South,post,
A6,W3,South,post,40
"""
DIMENSIONS = (
    "collaboration",
    "autonomy",
    "empathy",
    "purposefulness",
    "clarity_about_concerns",
    "child_focus",
)


@pytest.fixture
def study(tmp_path: Path) -> StudyServices:
    made = create_study(tmp_path / "study", title="Six", codebook=library.find("swim7"))
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    made.importing.add_sessions(sheet, actor=None)
    lines = ["session_id,coder_id,item,value,na_reason"]
    values = {"A1": 2, "A2": 3, "A3": 3, "A4": 4, "A5": 4}
    lines += [f"{s},C1,{d},{v}," for s, v in values.items() for d in DIMENSIONS]
    lines += [f"{s},C1,evocation,,no_behaviour_change" for s in values]
    lines += [f"A1,C2,{d},3," for d in DIMENSIONS[:-1]]
    ratings = tmp_path / "ratings.csv"
    ratings.write_text("\n".join(lines) + "\n", encoding="utf-8")
    made.importing.import_ratings(ratings, actor=None)
    return made


def test_the_table_has_one_row_for_each_coded_session(study: StudyServices) -> None:
    table = study.analysis.table()

    assert list(table["session_id"]) == ["A1", "A2", "A3", "A4", "A5"]
    assert table.set_index("session_id").loc["A2", "good_authority"] == 3.0
    assert table["mi_spirit"].isna().all()


def test_two_codings_give_their_mean_only_where_both_rated(study: StudyServices) -> None:
    first = final_sessions(study.context)[0]
    row = study.analysis.table().set_index("session_id").loc["A1"]

    assert first.in_reliability
    assert row["score_basis"] == ScoreBasis.MEAN.value
    assert row["collaboration"] == 2.5
    assert row["n_coders"] == 2
    assert row.isna()["child_focus"]  # C2 left it open
    assert row.isna()["good_authority"]


def test_comparison_and_trend_use_valid_scores_only(study: StudyServices) -> None:
    compared = study.analysis.compare("care_engagement")
    followed = study.analysis.trend("care_engagement")

    assert [(g.group, g.n) for g in compared.groups] == [("pre", 2), ("post", 3)]
    assert compared.direction == "post minus pre"
    assert followed.overall.n == 4  # A5 has no days


def test_every_item_on_offer_can_be_computed(study: StudyServices) -> None:
    for item, label in study.analysis.items():
        assert label
        study.analysis.compare(item).as_json()
        study.analysis.trend(item).as_json()
        study.analysis.by_period(item)


def test_reliability_uses_locked_independent_originals(study: StudyServices) -> None:
    table = study.reliability.table()

    assert table.design.n_multiple_coded == 1
    assert table.design.coders == ("C1", "C2")
    assert {row.session_id for row in study.reliability.ratings()} == {
        "A1",
        "A2",
        "A3",
        "A4",
        "A5",
    }


def test_measures_stand_beside_the_scores(study: StudyServices, tmp_path: Path) -> None:
    sheet = tmp_path / "outcomes.csv"
    sheet.write_text("session_id,goals\nA1,1\nA2,2\nA3,2\nA4,4\nA6,9\n", encoding="utf-8")
    study.outcomes.add(study.outcomes.preview(sheet), actor=None)

    table = study.analysis.table().set_index("session_id")
    relations = study.analysis.outcomes("empathy")

    assert table["goals"].dropna().to_dict() == {"A1": 1.0, "A2": 2.0, "A3": 2.0, "A4": 4.0}
    assert [(one.measure, one.n_score, one.n_measure) for one in relations] == [("goals", 5, 4)]
    assert relations[0].overall.n == 4


def test_groups_of_any_column_that_differs(study: StudyServices) -> None:
    table = study.analysis.table()

    assert study.analysis.groupings(table) == ("office_id", "phase", "score_basis")
    found = study.analysis.groups("empathy", "office_id", table=table)
    assert [(g.group, g.n) for g in found.groups] == [("North", 3), ("South", 2)]
    assert [pair.direction for pair in found.pairs] == ["South minus North"]


def test_consistency_is_offered_for_means_of_dimensions_alone(study: StudyServices) -> None:
    assert study.analysis.consistency("empathy") is None
    found = study.analysis.consistency("care_engagement")

    assert found is not None
    assert [part.part for part in found.parts] == ["collaboration", "autonomy", "empathy"]
    assert found.n == 5


def test_all_comparisons_of_one_run_share_holms_family(study: StudyServices) -> None:
    found = study.analysis.comparisons()

    assert list(found) == [item for item, _ in study.analysis.items()]
    assert len({comparison.n_comparisons for comparison in found.values()}) == 1
    assert all(c.p_holm is None for c in found.values() if not hasattr(c.test, "p"))
