"""Tables for Word: their notes say what has to be kept in mind."""

from __future__ import annotations

from dataclasses import replace

from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.analysis.word import apa_tables
from practicecoder.scoring.analysis_warnings import AnalysisWarning


def test_notes_have_the_cautions_of_their_table(results: AnalysisResults) -> None:
    def caution(sentence: str) -> AnalysisWarning:
        return AnalysisWarning(warning_id="made_up", sentence=sentence)

    care, authority = results.score_ids
    comparisons = {
        item: replace(one, warnings=(caution("Ten comparisons."),))
        for item, one in results.comparisons.items()
    }
    comparisons[care] = replace(
        comparisons[care], warnings=(caution("All 29 come from one office."),)
    )
    comparisons["empathy"] = replace(
        comparisons["empathy"], warnings=(*comparisons["empathy"].warnings, caution("Empathy?"))
    )
    trends = {
        item: replace(one, warnings=(caution("96 sessions come from 40 workers."),))
        for item, one in results.trends.items()
    }
    compared, _, related = apa_tables(replace(results, comparisons=comparisons, trends=trends))

    assert "Caution for Care and engagement: All 29 come from one office." in compared.note
    assert "Caution for Good authority and Empathy: Ten comparisons." in compared.note
    assert "Caution: Empathy?" in compared.note
    assert related.note.endswith(" Caution: 96 sessions come from 40 workers.")
    assert authority in trends
