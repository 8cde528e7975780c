"""Every fixed text of the team report, by an id that stays the same when the wording changes.

Texts never grade, rank or blame; a test keeps it so.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class TeamSay(StrEnum):
    """Ids of the fixed texts."""

    TITLE = "title"
    PURPOSE_TEAM = "purpose_team"
    PURPOSE_SENIOR = "purpose_senior"
    COUNTS = "counts"
    PERIOD = "period"
    NO_PERIOD = "no_period"
    DRAFT_NOTICE = "draft_notice"
    TRAINING = "training"
    UNDATED = "undated"

    SOME_TRAINING = "some_training"
    SOME_UNDATED = "some_undated"

    HEADLINE = "headline"
    HEADLINE_ONE = "headline_one"
    CHANGE = "change"
    CHANGE_SAME = "change_same"
    CHANGE_ONE = "change_one"
    HIGHER = "higher"
    LOWER = "lower"
    TOO_UNCERTAIN = "too_uncertain"
    BEYOND = "beyond"

    NO_SCORES = "no_scores"
    MEASURES = "measures"
    MEASURES_CAPTION = "measures_caption"
    MEASURES_CAPTION_SENIOR = "measures_caption_senior"
    STRIP = "strip"
    STRIP_ONE = "strip_one"
    STRIP_ALT = "strip_alt"
    STRIP_ALT_VALUES = "strip_alt_values"
    STRIP_VALUES = "strip_values"
    LOWER_IS_BETTER = "lower_is_better"

    GROUPS = "groups"
    GROUPS_CAPTION = "groups_caption"

    COURSES = "courses"
    COURSES_CAPTION = "courses_caption"
    COURSES_TABLE_CAPTION = "courses_table_caption"
    COURSES_OWN = "courses_own"
    COURSE_ALT = "course_alt"
    COURSE_POINT = "course_point"
    COURSE_NONE = "course_none"
    COURSE_OWN_ALT = "course_own_alt"

    BUILDS = "builds"
    EVIDENCE_CAPTION = "evidence_caption"
    NO_EVIDENCE = "no_evidence"
    QUOTES = "quotes"
    QUOTES_CAPTION = "quotes_caption"
    NO_QUOTES = "no_quotes"
    GOALS = "goals"
    GOALS_AGREED = "goals_agreed"
    GOALS_REVIEWED = "goals_reviewed"
    GOALS_REVIEWED_NONE = "goals_reviewed_none"
    NO_GOALS = "no_goals"
    GOALS_HIDDEN = "goals_hidden"
    FREQUENCY = "frequency"
    FREQUENCY_CAPTION = "frequency_caption"
    FREQUENCY_HIDDEN = "frequency_hidden"

    OVER_TIME = "over_time"
    RUN_NONE_OUTSIDE = "run_none_outside"
    RUN_OUTSIDE = "run_outside"
    RUN_FEW = "run_few"
    RUN_CAPTION = "run_caption"
    RUN_CAPTION_SENIOR = "run_caption_senior"
    RUN_LIMITS = "run_limits"
    RUN_NO_LIMITS = "run_no_limits"
    MONTHS_CAPTION = "months_caption"
    MONTHS_CAPTION_SENIOR = "months_caption_senior"
    MONTHS_CENTRE = "months_centre"
    MONTHS_LIMITS = "months_limits"
    MONTHS_HOW = "months_how"
    MONTHS_FEW = "months_few"
    MONTHS_GO_LIVE = "months_go_live"
    RUN_ALT = "run_alt"
    RUN_ALT_POINT = "run_alt_point"
    RUN_ALT_LIMITS = "run_alt_limits"
    RUN_NONE = "run_none"
    GO_LIVE = "go_live"
    GO_LIVE_OUTSIDE = "go_live_outside"
    GO_LIVE_AT = "go_live_at"

    CARE = "care"
    CARE_TEXT = "care_text"
    CARE_SENIOR = "care_senior"
    METHOD = "method"
    METHOD_TEXT = "method_text"
    SURE = "sure"
    SURE_CHANGE = "sure_change"
    SURE_UNKNOWN = "sure_unknown"
    NOT_TOLD = "not_told"

    COLUMN_MEASURE = "column_measure"
    COLUMN_DAY = "column_day"
    COLUMN_WORKER = "column_worker"
    COLUMN_OFFICE = "column_office"
    COLUMN_SESSIONS = "column_sessions"
    COLUMN_WORKERS = "column_workers"
    COLUMN_MEAN = "column_mean"
    COLUMN_MEAN_SESSIONS = "column_mean_sessions"
    COLUMN_INTERVAL = "column_interval"
    COLUMN_DIMENSION = "column_dimension"
    COLUMN_STRENGTHS = "column_strengths"
    COLUMN_TO_BUILD = "column_to_build"
    COLUMN_NEITHER = "column_neither"
    COLUMN_MONTH = "column_month"
    COLUMN_MEDIAN = "column_median"
    COLUMN_COURSE = "column_course"
    COLUMN_OWN_MEAN = "column_own_mean"
    NO_INTERVAL = "no_interval"
    NO_DATE = "no_date"

    FOOTER_MARKING = "footer_marking"
    FOOTER_TEAM = "footer_team"
    FOOTER_SENIOR = "footer_senior"
    FOOTER_IDS = "footer_ids"


TEXTS: Mapping[TeamSay, str] = MappingProxyType(
    {
        TeamSay.TITLE: "Practice in the team",
        TeamSay.PURPOSE_TEAM: (
            "For the supervisor or manager of these workers, to plan support and practice. "
            "It describes {visits}; it grades nobody and ranks nobody."
        ),
        TeamSay.PURPOSE_SENIOR: (
            "For readers beyond the team, to see how practice goes and where support is needed. "
            "No number here rests on fewer than {threshold} workers. It ranks nobody."
        ),
        TeamSay.COUNTS: "{scope}. {sessions} by {workers}, {period}, rated by {coders}.",
        TeamSay.PERIOD: "{first} to {last}",
        TeamSay.NO_PERIOD: "dates not known",
        TeamSay.DRAFT_NOTICE: "Draft: not yet released.",
        TeamSay.TRAINING: (
            "{sessions} coded without a certificate in date; read the numbers with that in mind."
        ),
        TeamSay.UNDATED: "{sessions} without a date, and so not drawn over time.",
        TeamSay.SOME_TRAINING: (
            "Some {visits} were coded without a certificate in date; read the numbers with that "
            "in mind."
        ),
        TeamSay.SOME_UNDATED: "Some {visits} have no date, and so are not drawn over time.",
        TeamSay.HEADLINE: (
            "In {sessions} by {workers}, {measure} averaged {mean} (95% CI {low} to {high})."
        ),
        TeamSay.HEADLINE_ONE: (
            "In {sessions} by {workers}, {measure} averaged {mean}. One worker alone gives no "
            "interval."
        ),
        TeamSay.CHANGE: (
            "For the {workers} seen in both periods this is {difference} {direction} than before "
            "(95% CI {low} to {high}): {verdict}."
        ),
        TeamSay.CHANGE_SAME: (
            "For the {workers} seen in both periods this is the same as before (95% CI {low} to "
            "{high}): {verdict}."
        ),
        TeamSay.CHANGE_ONE: (
            "Too few workers were seen in both periods to compare this with before."
        ),
        TeamSay.HIGHER: "higher",
        TeamSay.LOWER: "lower",
        TeamSay.TOO_UNCERTAIN: "too uncertain to call a change",
        TeamSay.BEYOND: "more than workers differ by chance",
        TeamSay.NO_SCORES: "No score can be given in this period.",
        TeamSay.MEASURES: "The team on each score",
        TeamSay.MEASURES_CAPTION: (
            "Each dot is one of the {visits}. Diamond: mean of the workers’ own means, so that "
            "each worker counts once. Bar: its 95% confidence interval (t over workers)."
        ),
        TeamSay.MEASURES_CAPTION_SENIOR: (
            "Diamond: mean of the workers’ own means, so that each worker counts once. Bar: its "
            "95% confidence interval (t over workers)."
        ),
        TeamSay.STRIP: "{mean} (95% CI {low} to {high}); {workers}, {sessions}",
        TeamSay.STRIP_ONE: "{mean}, no interval; {workers}, {sessions}",
        TeamSay.STRIP_ALT: "{measure}, on a scale from {least} to {most}: {summary}.",
        TeamSay.STRIP_ALT_VALUES: "Single {visits}: {values}.",
        TeamSay.STRIP_VALUES: "{value} ({n} times)",
        TeamSay.LOWER_IS_BETTER: "A lower number is the more favourable one on {measures}.",
        TeamSay.GROUPS: "By office",
        TeamSay.GROUPS_CAPTION: (
            "Means of {visits} here, so that offices add up to all of them. A number is hidden "
            "where it would rest on too few workers, or where one could find such a number by "
            "taking others from a total."
        ),
        TeamSay.COURSES: "Each worker’s own course",
        TeamSay.COURSES_CAPTION: (
            "In order of code. Every panel has the same axes: up the whole scale, along {period}. "
            "Each dot is one of the {visits}. Compare a worker with themselves alone."
        ),
        TeamSay.COURSES_TABLE_CAPTION: (
            "In order of code. Compare a worker with themselves alone. The own mean and its 95% "
            "interval are told from three {visits} on; the interval is from how far {visits} of "
            "one worker differ in this team."
        ),
        TeamSay.COURSES_OWN: (
            "Line and pale band from three {visits} on: the own mean and its 95% interval, from "
            "how far {visits} of one worker differ in this team."
        ),
        TeamSay.COURSE_ALT: "{worker}, {measure}: {points}.",
        TeamSay.COURSE_POINT: "{value} on {day}",
        TeamSay.COURSE_NONE: "no value with a date",
        TeamSay.COURSE_OWN_ALT: "; own mean {mean}, 95% interval {low} to {high}",
        TeamSay.BUILDS: "What the team does well and builds",
        TeamSay.EVIDENCE_CAPTION: (
            "Moments that coders shared with the workers, by dimension. A moment of two "
            "dimensions counts in both."
        ),
        TeamSay.NO_EVIDENCE: "No moments were shared in this period.",
        TeamSay.QUOTES: "Heard in the team",
        TeamSay.QUOTES_CAPTION: (
            "From reports that were released, read and let through by a person, with consent to "
            "quote. Not more than one of each worker."
        ),
        TeamSay.NO_QUOTES: (
            "No quotes: they come from released reports alone, with consent to quote."
        ),
        TeamSay.GOALS: "Goals",
        TeamSay.GOALS_AGREED: "Goals agreed: {n} of {of} released reports.",
        TeamSay.GOALS_REVIEWED: "Looked at again: {n} of {of} goals that were due.",
        TeamSay.GOALS_REVIEWED_NONE: "No goal was due to be looked at again.",
        TeamSay.NO_GOALS: "No report was released in this period, so no goals are on record.",
        TeamSay.GOALS_HIDDEN: "Goals are not told: too few workers, or none on record.",
        TeamSay.FREQUENCY: "{visits} of a worker in six months",
        TeamSay.FREQUENCY_CAPTION: (
            "Workers by how many {visits} they had in the six months up to {until}. Three to four "
            "in six months kept skills up after training (Schwalbe, Oh & Zweben, 2014)."
        ),
        TeamSay.FREQUENCY_HIDDEN: "How often workers were seen is not told: too few workers.",
        TeamSay.OVER_TIME: "Over time",
        TeamSay.RUN_NONE_OUTSIDE: "{measure}: no month lies outside the usual range",
        TeamSay.RUN_OUTSIDE: "{measure}: {months} outside the usual range",
        TeamSay.RUN_FEW: "{measure}: {months} so far, limits from {least}",
        TeamSay.RUN_CAPTION: (
            "Each dot is the median of a month’s {visits}; months without any are left out."
        ),
        TeamSay.RUN_CAPTION_SENIOR: (
            "Each dot is the mean of a month’s {visits}, in months with enough workers."
        ),
        TeamSay.RUN_LIMITS: (
            "Line: mean of the months; broken lines: natural limits, 2.66 mean moving ranges away."
        ),
        TeamSay.RUN_NO_LIMITS: (
            "Line: median of the months. With fewer than {least} months there are no limits, and "
            "two months alone say nothing."
        ),
        TeamSay.MONTHS_CAPTION: (
            "Each number is the median of a month’s {visits}; months without any are left out."
        ),
        TeamSay.MONTHS_CAPTION_SENIOR: (
            "Each number is the mean of a month’s {visits}, in months with enough workers."
        ),
        TeamSay.MONTHS_CENTRE: "{title}; median of the months {centre}.",
        TeamSay.MONTHS_LIMITS: (
            "{title}; mean of the months {centre}, natural limits {low} to {high}."
        ),
        TeamSay.MONTHS_HOW: "Natural limits lie 2.66 mean moving ranges from the mean.",
        TeamSay.MONTHS_FEW: (
            "With fewer than {least} months there are no limits, and two months alone say nothing."
        ),
        TeamSay.MONTHS_GO_LIVE: "Go-live: {days}.",
        TeamSay.RUN_ALT: "{title}. {points}.",
        TeamSay.RUN_ALT_POINT: "{month} {value} (n {n})",
        TeamSay.RUN_ALT_LIMITS: "Mean {centre}, limits {low} to {high}.",
        TeamSay.RUN_NONE: "No month can be shown.",
        TeamSay.GO_LIVE: "go-live",
        TeamSay.GO_LIVE_OUTSIDE: "Go-live lies outside these months: {days}.",
        TeamSay.GO_LIVE_AT: "go-live {office}",
        TeamSay.CARE: "Read with care",
        TeamSay.CARE_TEXT: (
            "Numbers of a small team move with every visit. Families and tasks differ between "
            "workers, so differences between workers are not differences in skill alone. For "
            "learning and supervision: not to be used for capability, pay or discipline."
        ),
        TeamSay.CARE_SENIOR: (
            "Offices see different families and tasks, and some have few workers. A difference "
            "between offices is a question to ask there, not an answer. Not to be used for "
            "capability, pay, discipline or league tables."
        ),
        TeamSay.METHOD: "Method",
        TeamSay.METHOD_TEXT: (
            "Ratings were made by people, with the codebook {codebook}. Where several "
            "coders rated, their agreed ratings count, else their mean. Only submitted codings of "
            "sessions whose purpose allows feedback are in this report. Intervals of means are "
            "cut to the scale."
        ),
        TeamSay.SURE: "How sure",
        TeamSay.SURE_CHANGE: (
            "Two {visits} of a worker coded by one coder each have to differ by more than "
            "{changes} before coder differences alone are unlikely to explain it (95%)."
        ),
        TeamSay.SURE_UNKNOWN: (
            "For {measures} it is not known how far two {visits} must differ to exceed "
            "differences between coders: {reason}."
        ),
        TeamSay.NOT_TOLD: "Not told",
        TeamSay.COLUMN_MEASURE: "Score",
        TeamSay.COLUMN_DAY: "Date",
        TeamSay.COLUMN_WORKER: "Worker",
        TeamSay.COLUMN_OFFICE: "Office",
        TeamSay.COLUMN_SESSIONS: "{visits}",
        TeamSay.COLUMN_WORKERS: "Workers",
        TeamSay.COLUMN_MEAN: "Mean of workers",
        TeamSay.COLUMN_MEAN_SESSIONS: "Mean",
        TeamSay.COLUMN_INTERVAL: "95% CI",
        TeamSay.COLUMN_DIMENSION: "Dimension",
        TeamSay.COLUMN_STRENGTHS: "Strength",
        TeamSay.COLUMN_TO_BUILD: "To build",
        TeamSay.COLUMN_NEITHER: "Neither",
        TeamSay.COLUMN_MONTH: "Month",
        TeamSay.COLUMN_MEDIAN: "Median",
        TeamSay.COLUMN_COURSE: "Own course",
        TeamSay.COLUMN_OWN_MEAN: "Own mean (95% interval)",
        TeamSay.NO_INTERVAL: "none",
        TeamSay.NO_DATE: "not known",
        TeamSay.FOOTER_MARKING: "{marking}: {readers}",
        TeamSay.FOOTER_TEAM: "Team report for supervision; names no family and no coder",
        TeamSay.FOOTER_SENIOR: "Team report; every number rests on at least {threshold} workers",
        TeamSay.FOOTER_IDS: "{scope} · codebook {codebook} · made {date} · {program}",
    }
)


def tell(which: TeamSay, **values: str) -> str:
    """Text of an id with its placeholders filled; KeyError if one is not given."""
    return TEXTS[which].format(**values)
