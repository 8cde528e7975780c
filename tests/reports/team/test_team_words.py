"""The words of the team report: plain, short, never a grade; numbers with their n."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from practicecoder.reports.data import ReportScale, SessionNoun
from practicecoder.reports.styles import printable_characters
from practicecoder.reports.team.data import Goals, GoLive, Measure, MonthsOf, Summary
from practicecoder.reports.team.sentences import TEXTS, TeamSay, tell
from practicecoder.reports.team.words import (
    change_sentence,
    counted,
    favourable,
    goals_in_words,
    headline,
    how_sure,
    month_in_words,
    notices,
    period_in_words,
    run_caption,
    run_title,
    summary_line,
)
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable
from practicecoder.scoring.run_chart import MonthPoint, run_chart
from tests.reports.team.conftest import a_senior, a_team

FORBIDDEN = (
    "fail",
    "failed",
    "poor",
    "weak",
    "weakness",
    "inadequate",
    "good",
    "outstanding",
    "requires improvement",
    "below average",
    "resistant",
    "score card",
    "scorecard",
    "pass",
    "target",
    "best",
    "worst",
    "underperforming",
)
MEASURE = Measure(label="Care and engagement", limits=(1, 5))


def a_summary(mean: object, change: object = None) -> Summary:
    unknown = NotEstimable(reason="3 sessions coded twice", n=3)
    return Summary(
        measure=MEASURE,
        n_sessions=24,
        mean=mean,  # type: ignore[arg-type]  # a statistic
        smallest_change=unknown,
        change=change,  # type: ignore[arg-type]  # a statistic or none
    )


def estimate(value: float, low: float, high: float, n: int = 9) -> Estimate:
    return Estimate(value=value, interval=Interval(low=low, high=high), n=n, method="t")


def test_every_id_has_its_text() -> None:
    assert set(TEXTS) == set(TeamSay)
    assert all(text.strip() == text and text for text in TEXTS.values())


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_text_grades_or_blames(word: str) -> None:
    pattern = re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE)

    assert [which for which, text in TEXTS.items() if pattern.search(text)] == []


def test_sentences_are_short_on_average() -> None:
    sentences = [
        sentence
        for text in TEXTS.values()
        for sentence in re.split(r"(?<=[.:;?])\s+", text)
        if sentence.endswith((".", "?"))
    ]

    assert sum(len(sentence.split()) for sentence in sentences) / len(sentences) < 18


def test_every_letter_can_be_printed() -> None:
    assert set("".join(TEXTS.values())) <= printable_characters()


def test_a_text_that_misses_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        tell(TeamSay.HEADLINE)


def test_the_headline_is_the_published_pattern() -> None:
    data = replace(a_team(), summaries=(a_summary(estimate(2.4, 2.1, 2.7)),))

    assert headline(data) == (
        "In 24 visits by 9 workers, care and engagement averaged 2.4 (95% CI 2.1 to 2.7)."
    )


def test_one_worker_has_no_interval() -> None:
    alone = Estimate(value=2.4, interval=NoInterval(reason="one"), n=1, method="t")
    data = replace(a_team(), summaries=(a_summary(alone),))

    assert "by one worker, care and engagement averaged 2.4." in headline(data)
    assert "interval" in headline(data)
    assert (
        summary_line(data.summaries[0], SessionNoun()) == "2.4, no interval; one worker, 24 visits"
    )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (estimate(0.2, -0.1, 0.5), "0.2 higher than before (95% CI −0.1 to 0.5): too uncertain"),
        (estimate(-0.6, -0.9, -0.3), "0.6 lower than before (95% CI −0.9 to −0.3): more than"),
        (estimate(0.01, -0.3, 0.3), "the same as before"),
        (NotEstimable(reason="nobody", n=0), "Too few workers were seen in both periods"),
    ],
)
def test_a_change_is_told_with_its_interval_and_doubt(change: object, words: str) -> None:
    assert words in change_sentence(a_summary(estimate(2.4, 2.1, 2.7), change))


def test_without_periods_to_compare_nothing_is_said() -> None:
    assert change_sentence(a_summary(estimate(2.4, 2.1, 2.7))) == ""


def test_intervals_of_means_are_cut_to_the_scale() -> None:
    line = summary_line(a_summary(estimate(2.4, -3.1, 7.9, n=2)), SessionNoun())

    assert line == "2.4 (95% CI 1.0 to 5.0); 2 workers, 24 visits"


def test_how_sure_names_what_is_known_and_what_is_not() -> None:
    words = how_sure(a_team())

    assert "differ by more than 0.98 in care and engagement" in words
    assert "For MI spirit it is not known how far two visits must differ" in words
    assert "(95%)" in words


def test_goals_are_n_of_n() -> None:
    data = a_team()

    assert goals_in_words(data) == (
        "Goals agreed: 10 of 12 released reports. Looked at again: 5 of 7 goals that were due."
    )
    none_due = replace(data, goals=Goals(released="2", agreed="1", due="0", reviewed="0"))
    assert goals_in_words(none_due).endswith("No goal was due to be looked at again.")
    assert "No report was released" in goals_in_words(replace(data, goals=None))
    assert "not told" in goals_in_words(a_senior())


def test_limits_are_promised_from_twelve_months() -> None:
    def months(*values: float) -> MonthsOf:
        points = [
            MonthPoint(month=date(2024 + n // 12, n % 12 + 1, 1), value=value, n=2)
            for n, value in enumerate(values)
        ]
        return MonthsOf(measure=MEASURE, chart=run_chart(points, bounds=MEASURE.limits))

    assert run_title(months(2)) == "Care and engagement: one month so far, limits from 12"
    assert "no month lies outside" in run_title(months(*[2.0, 2.5] * 6))
    assert "one month outside" in run_title(months(*[2.0, 2.1] * 7, 5.0))


def test_a_go_live_that_no_chart_can_show_is_told() -> None:
    early = GoLive(day=date(2020, 1, 6), office="North")

    assert run_caption(replace(a_team(), go_live=(early,))).endswith(
        "Go-live lies outside these months: 6 January 2020 North."
    )
    assert "Go-live" not in run_caption(a_team())


def test_the_senior_period_is_in_months() -> None:
    data = replace(a_senior(), first_day=date(2026, 1, 1), last_day=date(2026, 3, 31))

    assert period_in_words(data) == "January 2026 to March 2026"
    assert month_in_words(date(2026, 3, 1)) == "March 2026"


def test_training_codings_and_visits_without_date_are_told() -> None:
    told = notices(replace(a_team(), n_training=1, n_undated=4))

    assert told[0].startswith("One visit was coded without a certificate")
    assert told[1].startswith("4 visits are without a date")


def test_beyond_the_team_it_is_only_said_that_there_are_some() -> None:
    told = notices(replace(a_senior(), some_training=True, some_undated=True))

    assert told[0].startswith("Some visits were coded without a certificate")
    assert told[1].startswith("Some visits have no date")


def test_a_scale_where_low_is_favourable_says_so() -> None:
    scale = ReportScale(minimum=1, maximum=5, lower_is_better=True)
    found = replace(a_summary(estimate(2, 1, 3)), measure=replace(MEASURE, scale=scale))

    assert "lower number" in favourable(replace(a_team(), summaries=(found,)))
    assert favourable(a_team()) == ""


def test_numbers_go_with_their_noun() -> None:
    assert counted(0, "visit", "visits") == "no visits"
