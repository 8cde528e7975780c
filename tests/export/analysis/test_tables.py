"""Results as tables: every caution says what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.analysis.tables import warnings
from practicecoder.scoring.analysis_warnings import AnalysisWarning
from practicecoder.scoring.two_groups import GroupComparison


def caution(sentence: str) -> AnalysisWarning:
    return AnalysisWarning(warning_id="phase_office_empty", sentence=sentence)


def warned(one: GroupComparison, *sentences: str) -> GroupComparison:
    return replace(one, warnings=tuple(caution(sentence) for sentence in sentences))


def rows_of(results: AnalysisResults, sentence: str) -> Sequence[object]:
    return [item for _, item, told in warnings(results).rows if told == sentence]


def test_a_caution_about_some_items_names_each_and_one_about_all_names_none(
    results: AnalysisResults,
) -> None:
    care, authority, empathy = results.comparisons.values()
    changed = replace(
        results,
        comparisons={
            "care_engagement": warned(care, "All 29 come from one office.", "Many tests."),
            "good_authority": warned(authority, "All 31 come from one office.", "Many tests."),
            "empathy": warned(empathy, "All 31 come from one office.", "Many tests."),
        },
    )
    assert rows_of(changed, "All 29 come from one office.") == ["care_engagement"]
    assert rows_of(changed, "All 31 come from one office.") == ["good_authority", "empathy"]
    assert rows_of(changed, "Many tests.") == [None]
