"""A small sound codebook as text, with a way to put faults into it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SMALL = """\
schema = "practicecoder.codebook/1"
id = "small"
version = "1.2.3"
status = "draft"
title = "A made-up scheme"
language = "en-GB"
licence = "CC0-1.0"
wording = "Made up for tests."
sources = ["nowhere"]
threshold_note = "Made up."

[unit]
audio = "required"
segments = ["whole", "random"]
default_segment = "whole"
random_minutes = 20

[scale]
min = 1
max = 3
step = 1
anchor = 2
better = "higher"

[scale.level_names]
1 = "low"
2 = "middle"
3 = "high"

[groups]
heart = "Heart"
talk = "Talk"

[[not_applicable_reasons]]
id = "no_chance"
label = "No chance to show it"
export_code = -2
dimensions = ["warmth"]

[[not_applicable_reasons]]
id = "inaudible"
label = "Too noisy"
export_code = -1

[[questions]]
id = "goal_discussed"
prompt = "Was a goal discussed?"
type = "bool"
ask = "before_rating"
required = true

[[questions]]
id = "which_goal"
prompt = "Which one?"
type = "choice"
options = ["food", "sleep"]
ask = "any_time"
required_when = { goal_discussed = true }

[[dimensions]]
id = "warmth"
label = "Warmth"
abbr = "WAR"
group = "heart"
not_applicable_when = { question = "goal_discussed", equals = false, reason = "no_chance" }
[dimensions.levels]
1 = "Cold."
2 = "Neither cold nor warm."
3 = "Warm."

[[dimensions]]
id = "honesty"
label = "Honesty"
abbr = "HON"
group = "heart"

[[counts]]
id = "question"
label = "Question"
abbr = "Q"
group = "talk"
key = "q"
volley_slot = "ask"
gives_way_to = ["remark"]

[[counts]]
id = "remark"
label = "Remark"
abbr = "R"
group = "talk"
key = "r"
volley_slot = "say"
when_unsure_use = "question"

[[counts]]
id = "aside"
label = "Aside"
abbr = "A"
group = "talk"
key = "a"
volley_slot = "say"
when_unsure_use = "no_code"

[parsing]
once_per_slot_per_volley = true
max_codes_per_volley = 2
unsure_reflection = "remark"
mia_ladder_low_to_high = ["aside", "remark"]

[parsing.slot_precedence]
say = ["remark", "aside"]

[[scores]]
id = "heart_mean"
label = "Heart"
fn = "mean"
of = ["warmth", "honesty"]
missing = "min_k"
min_k = 1

[[scores]]
id = "remarks_to_questions"
label = "Remarks to questions"
fn = "ratio"
numerator = ["remark", "aside"]
denominator = ["question"]
missing = "undefined_if_denominator_zero"

[[thresholds]]
score = "heart_mean"
name = "fair"
at_least = 2.5

[[benchmarks]]
label = "Nobody"
source = "nowhere"
scores = { heart_mean = 2.1 }

[reliability_published]
source = "nowhere"
n_recordings = 30
n_coded_by_all_raters = 10
raters = 2
krippendorff_alpha = [0.4, 0.9]
icc = [0.5, 0.95]

[[occasions]]
id = "start"
label = "Start"
abbr = "S"

[[occasions]]
id = "end"
label = "End"
abbr = "E"

[change]
comparisons = [["start", "end"]]
"""


@pytest.fixture(scope="session")
def small() -> str:
    """Text of a sound codebook with every kind of table."""
    return SMALL


@pytest.fixture
def changed() -> Callable[..., str]:
    """Function that gives the small codebook with pieces of text exchanged, each found once."""

    def exchange(*exchanges: tuple[str, str]) -> str:
        text = SMALL
        for old, new in exchanges:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
            text = text.replace(old, new)
        return text

    return exchange
