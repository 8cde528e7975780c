"""Every fixed text of the reports, by an id that stays the same when the wording changes.

Texts hold placeholders in braces. They never grade, rank or blame; a test keeps it so.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from string import Formatter
from types import MappingProxyType


class Say(StrEnum):
    """Ids of the fixed texts."""

    PURPOSE = "purpose"
    PURPOSE_WITHOUT_ORDER = "purpose_without_order"
    RANGE = "range"
    RANGE_WHEN = "range_when"
    RANGE_IN_TABLE = "range_in_table"
    RANGE_SHOWN = "range_shown"
    CHANGE = "change"
    ONE_SAMPLE = "one_sample"
    AGREEMENT = "agreement"
    AGREEMENT_LIST = "agreement_list"
    AGREEMENT_ITEM = "agreement_item"
    AGREEMENT_LIMITS = "agreement_limits"
    UNKNOWN = "unknown"
    TOO_LOW = "too_low"
    CONSENSUS = "consensus"
    NO_SCORE = "no_spirit"
    NO_SCORE_SEVERAL = "no_score_several"
    NO_SCORE_OTHER = "no_score_other"
    CODERS_DIFFER = "coders_differ"
    NO_RATING = "no_rating"
    NOT_ESTIMABLE = "not_estimable"
    NOT_RATED = "not_rated"
    START = "start"
    START_IN_TABLE = "start_in_table"
    OWN_MEAN = "own_mean"
    OWN_MEAN_ITEM = "own_mean_item"
    OWN_MEAN_MARK = "own_mean_mark"
    ORDINARY_LIMITS = "ordinary_limits"
    DOT = "dot"
    RING = "ring"
    DIAMOND = "diamond"
    SCORE_IN_TABLE = "score_in_table"
    USE = "use"
    LOWER_IS_BETTER = "lower_is_better"
    MEAN_BASIS = "mean_basis"
    BETWEEN_LEVELS = "between_levels"

    DRAFT = "draft"
    DRAFT_NOTICE = "draft_notice"
    MADE_UP = "made_up"
    TRAINING = "training"
    PROPOSED = "proposed"
    PROPOSED_STRENGTH = "proposed_strength"
    PROPOSED_BUILD = "proposed_build"

    TITLE = "title"
    TITLE_WITHOUT_DATE = "title_without_date"
    DID_WELL = "did_well"
    BUILD_NEXT = "build_next"
    RATINGS = "ratings"
    WHERE = "where"
    EVIDENCE = "evidence"
    HOW_YOU_SAW_IT = "how_you_saw_it"
    FAMILY_SAID = "family_said"
    AGREED = "agreed"
    RESPONSE = "response"
    HOW_TO_READ = "how_to_read"
    LEAD_MARKS = "lead_marks"
    LEAD_SURE = "lead_sure"
    LEAD_USE = "lead_use"

    NO_STRENGTH = "no_strength"
    NO_BUILD = "no_build"
    STRENGTH_LINK = "strength_link"
    BUILD_LINK = "build_link"
    TRY = "try"
    TRY_OPEN = "try_open"

    START_POINT = "start_point"
    OWN_TREND = "own_trend"
    IN_WORDS = "in_words"
    THIS_SESSION = "this_session"
    SESSION_BEFORE = "session_before"
    SCORE_MARK = "score_mark"
    RANGE_MARK = "range_mark"
    NOT_APPLICABLE = "not_applicable"
    NO_NUMBER = "no_number"

    COLUMN_NAME = "column_name"
    COLUMN_PLOT = "column_plot"
    COLUMN_VALUE = "column_value"
    COLUMN_DIMENSION = "column_dimension"
    COLUMN_RATING = "column_rating"
    COLUMN_LEVEL = "column_level"
    COLUMN_MOMENTS = "column_moments"
    NO_MOMENT = "no_moment"
    MORE_MOMENTS = "more_moments"
    TOLD_ABOVE = "told_above"

    ALT_VALUE = "alt_value"
    ALT_NOT_RATED = "alt_not_rated"
    ALT_NO_SCORE = "alt_no_score"
    ALT_RANGE = "alt_range"
    ALT_BEFORE = "alt_before"
    ALT_TREND = "alt_trend"
    ALT_OWN_MEAN = "alt_own_mean"
    ALT_ORDINARY = "alt_ordinary"
    ALT_TIMELINE = "alt_timeline"
    ALT_LANE = "alt_lane"
    ALT_LANE_EMPTY = "alt_lane_empty"
    ALT_TALK = "alt_talk"

    LANE_WORKER = "lane_worker"
    LANE_FAMILY = "lane_family"
    LANE_STRENGTH = "lane_strength"
    LANE_BUILD = "lane_build"
    LANE_OTHER = "lane_other"
    CODED_ALL = "coded_all"
    CODED_PART = "coded_part"
    CODED_PART_IN_TABLE = "coded_part_in_table"
    COLUMN_LANE = "column_lane"
    COLUMN_TIMES = "column_times"
    NONE_SHARED = "none_shared"
    TALK_SHARE = "talk_share"
    LEAD_NUMBERS = "lead_numbers"
    NO_SHARED_MOMENTS = "no_shared_moments"

    OWN_ROW_YOU = "own_row_you"
    OWN_ROW_CODER = "own_row_coder"
    OWN_ROW_CODERS = "own_row_coders"
    OWN_COLUMN = "own_column"
    OWN_DECLINED = "own_declined"
    OWN_RATINGS_TALK = "own_ratings_talk"
    NO_OWN_RATINGS = "no_own_ratings"

    FAMILY_NOTE = "family_note"
    RESPONSE_ON = "response_on"

    LAST_GOAL = "last_goal"
    LAST_GOAL_ON = "last_goal_on"
    LAST_GOAL_OUTCOME = "last_goal_outcome"
    GOAL = "goal"
    WITH_WHOM = "with_whom"
    HELP_NEEDED = "help_needed"
    HOW_WE_KNOW = "how_we_know"
    REVIEW_ON = "review_on"
    SIGNED_WORKER = "signed_worker"
    SIGNED_SUPERVISOR = "signed_supervisor"
    SIGNED_DATE = "signed_date"

    FOOTER_MARKING = "footer_marking"
    FOOTER_READERS = "footer_readers"
    FOOTER_IDS = "footer_ids"
    FOOTER_HEADS = "footer_heads"
    CODEBOOK_DRAFT = "codebook_draft"
    ONE_CODER = "one_coder"
    SEVERAL_CODERS = "several_coders"
    PAGE = "page"


TEXTS: Mapping[Say, str] = MappingProxyType(
    {
        Say.PURPOSE: (
            "For {worker} (you) and your supervisor. {ordinal} {visit} in your series. This page "
            "describes one conversation; it does not grade you."
        ),
        Say.PURPOSE_WITHOUT_ORDER: (
            "For {worker} (you) and your supervisor. This page describes one conversation; it "
            "does not grade you."
        ),
        Say.RANGE: (
            "Shaded bar: the likely range of the score, allowing for differences between coders "
            "(80%, SEM {sem}, from {n} {visits} coded twice)."
        ),
        Say.RANGE_IN_TABLE: (
            "Likely range: what the score may be, allowing for differences between coders (80%, "
            "SEM {sem}, from {n} {visits} coded twice)."
        ),
        Say.RANGE_SHOWN: "{low} to {high}",
        Say.RANGE_WHEN: (
            "A likely range is shown once coders agree closely enough on enough {visits}."
        ),
        Say.CHANGE: (
            "A change between two {visits} smaller than {change80} is within ordinary "
            "differences between coders."
        ),
        Say.ONE_SAMPLE: "One {visit} is one sample of your practice.",
        Say.AGREEMENT: (
            "In {exact}% of double-coded {visits} both coders gave the same {dimension} rating; "
            "in {within1}% they were within one level."
        ),
        Say.AGREEMENT_LIST: (
            "In {n} {visits} coded twice both coders gave the same rating (or one within a "
            "level) for {items}."
        ),
        Say.AGREEMENT_ITEM: "{dimension} in {exact}% ({within1}%)",
        Say.AGREEMENT_LIMITS: "{icc} [{low}, {high}]",
        Say.UNKNOWN: (
            "How far coders agree on {scores} is not yet known ({n} {visits} coded twice; at "
            "least {min} are needed), so no range is shown."
        ),
        Say.TOO_LOW: (
            "No likely range is shown for {scores}: coders do not yet agree closely enough "
            "(ICC with 95% CI {icc}; 1 is complete agreement)."
        ),
        Say.CONSENSUS: (
            "This rating was agreed by two coders. No range is shown, because none has been "
            "measured for agreed ratings."
        ),
        Say.NO_SCORE: ("{score} is not shown, because {dimension} was not rated: {reason}."),
        Say.NO_SCORE_SEVERAL: ("{score} is not shown, because {dimensions} were not rated."),
        Say.NO_SCORE_OTHER: "{score} is not shown: {reason}.",
        Say.CODERS_DIFFER: "the coders differ on whether it applies",
        Say.NO_RATING: "no rating was made",
        Say.NOT_ESTIMABLE: (
            "No range is shown for {scores}: the double codings do not yet tell how surely "
            "coders agree."
        ),
        Say.NOT_RATED: "Not rated: {reason}.",
        Say.START: (
            "Line at the start point: coders begin at {anchor} and move only on evidence."
        ),
        Say.OWN_MEAN: "Your own mean over {n} {visits} is {items}.",
        Say.OWN_MEAN_ITEM: "{mean} for {score} (95% interval {low} to {high})",
        Say.OWN_MEAN_MARK: (
            "In the own trend the line across is your own mean and the pale band its 95% interval."
        ),
        Say.ORDINARY_LIMITS: "Your single {visits} ordinarily stay between the dashed lines.",
        Say.START_IN_TABLE: "Coders begin at {anchor} and move only on evidence.",
        Say.SCORE_IN_TABLE: "A score is the mean of its parts.",
        Say.DOT: "Dot: the rating of this {visit}.",
        Say.RING: "Ring: the {visit} before.",
        Say.DIAMOND: "Diamond: a score, the mean of its parts.",
        Say.USE: (
            "For learning and supervision. Not to be used for capability, pay or discipline. "
            "Ratings are made by people; nobody is ranked."
        ),
        Say.LOWER_IS_BETTER: "On this scale a lower number is the more favourable one.",
        Say.MEAN_BASIS: "Each rating is the mean of {coders}, so it may fall between two levels.",
        Say.BETWEEN_LEVELS: "Between level {lower} and level {upper}.",
        Say.DRAFT: "DRAFT",
        Say.DRAFT_NOTICE: "Draft: not yet released by your supervisor.",
        Say.MADE_UP: "Made-up data: no real person, family or {visit} is shown here",
        Say.TRAINING: (
            "Training coding: it was made without a certificate in date, so read its numbers with "
            "that in mind."
        ),
        Say.PROPOSED: (
            "Proposed from the moments that were marked; your supervisor has yet to choose and "
            "word them."
        ),
        Say.PROPOSED_STRENGTH: "A moment of {dimension}",
        Say.PROPOSED_BUILD: "A moment to look at together: {dimension}",
        Say.TITLE: "Practice feedback: {visit} of {date}",
        Say.TITLE_WITHOUT_DATE: "Practice feedback: {visit} {code}",
        Say.DID_WELL: "What you did well",
        Say.BUILD_NEXT: "One thing to build next",
        Say.RATINGS: "The ratings",
        Say.WHERE: "Where it happened ({minutes} minutes)",
        Say.EVIDENCE: "Evidence behind each rating",
        Say.HOW_YOU_SAW_IT: "How you saw it (before reading this)",
        Say.FAMILY_SAID: "What the family said",
        Say.AGREED: "Agreed in supervision",
        Say.RESPONSE: "My response (the worker’s words, kept with this report)",
        Say.HOW_TO_READ: "How to read this report",
        Say.LEAD_MARKS: "The marks.",
        Say.LEAD_SURE: "How sure.",
        Say.LEAD_USE: "What it is for.",
        Say.NO_STRENGTH: "No moment has been chosen here yet. Choose one together in supervision.",
        Say.NO_BUILD: "Nothing has been chosen here yet. Choose one thing in supervision.",
        Say.STRENGTH_LINK: "This belongs to {dimension}, rated {rating}.",
        Say.BUILD_LINK: "This belongs to {dimension}.",
        Say.TRY: "Try:",
        Say.TRY_OPEN: "to be agreed in supervision.",
        Say.START_POINT: "start point",
        Say.OWN_TREND: "own trend",
        Say.IN_WORDS: "in words",
        Say.THIS_SESSION: "this {visit}",
        Say.SESSION_BEFORE: "{visit} before",
        Say.SCORE_MARK: "score",
        Say.RANGE_MARK: "likely range (80%)",
        Say.NOT_APPLICABLE: "N/A",
        Say.NO_NUMBER: "no score",
        Say.COLUMN_NAME: "Score or dimension",
        Say.COLUMN_PLOT: "Place on the scale",
        Say.COLUMN_VALUE: "Number",
        Say.COLUMN_DIMENSION: "Dimension",
        Say.COLUMN_RATING: "Rating",
        Say.COLUMN_LEVEL: "Level described as",
        Say.COLUMN_MOMENTS: "Moments, with time",
        Say.NO_MOMENT: "No moment was shared.",
        Say.TOLD_ABOVE: "told above, with {dimension}.",
        Say.MORE_MOMENTS: "Also at {times}.",
        Say.ALT_VALUE: "{label} {value}",
        Say.ALT_NOT_RATED: "{label} not rated",
        Say.ALT_NO_SCORE: "{label} has no score",
        Say.ALT_RANGE: ", likely range {low} to {high}",
        Say.ALT_BEFORE: "; {visit} before {before}",
        Say.ALT_TREND: "{label}, oldest {visit} first: {values}.",
        Say.ALT_OWN_MEAN: "Own mean {mean}, 95% interval {low} to {high}.",
        Say.ALT_ORDINARY: "Ordinary limits {low} to {high}.",
        Say.ALT_TIMELINE: "The {visit} of {minutes} minutes. {lanes}",
        Say.ALT_LANE: "{lane} at {times}.",
        Say.ALT_LANE_EMPTY: "{lane}: none shared.",
        Say.ALT_TALK: "Worker talking {worker}%, family {family}% of the time with talk.",
        Say.LANE_WORKER: "You talking",
        Say.LANE_FAMILY: "Family talking",
        Say.LANE_STRENGTH: "Strength",
        Say.LANE_BUILD: "To build",
        Say.LANE_OTHER: "Other moment",
        Say.CODED_ALL: "The whole recording was coded, {start} to {end}.",
        Say.CODED_PART: "Only the shaded part was coded, {start} to {end}.",
        Say.CODED_PART_IN_TABLE: "Only the part from {start} to {end} was coded.",
        Say.COLUMN_LANE: "In the recording",
        Say.COLUMN_TIMES: "When",
        Say.NONE_SHARED: "none shared",
        Say.TALK_SHARE: "{share}% of the time with talk",
        Say.LEAD_NUMBERS: "The numbers.",
        Say.NO_SHARED_MOMENTS: "No moments were shared for this {visit}.",
        Say.OWN_ROW_YOU: "You",
        Say.OWN_ROW_CODER: "Coder",
        Say.OWN_ROW_CODERS: "Coders",
        Say.OWN_COLUMN: "Rated by",
        Say.OWN_DECLINED: "You were asked and preferred not to rate this {visit} yourself.",
        Say.OWN_RATINGS_TALK: "Where the two differ is a place to start talking.",
        Say.NO_OWN_RATINGS: "No own ratings were entered before this report was made.",
        Say.FAMILY_NOTE: "Told about the {visit} as a whole; it is no part of the ratings.",
        Say.RESPONSE_ON: "Written down on {date}.",
        Say.LAST_GOAL: "Last time you agreed:",
        Say.LAST_GOAL_ON: "After the {visit} of {date} you agreed:",
        Say.LAST_GOAL_OUTCOME: "What happened:",
        Say.GOAL: "New goal:",
        Say.WITH_WHOM: "With whom:",
        Say.HELP_NEEDED: "Help I need:",
        Say.HOW_WE_KNOW: "How we will know:",
        Say.REVIEW_ON: "Review on:",
        Say.SIGNED_WORKER: "Worker:",
        Say.SIGNED_SUPERVISOR: "Supervisor:",
        Say.SIGNED_DATE: "Date:",
        Say.FOOTER_MARKING: "{marking}: personal feedback for {worker} and supervisor",
        Say.FOOTER_READERS: "Personal feedback for {worker} and supervisor",
        Say.FOOTER_IDS: (
            "{visit} {code} · codebook {codebook} · {coders} · made {date} · {program}"
        ),
        Say.FOOTER_HEADS: "{made} · history\u00a0{heads}",
        Say.CODEBOOK_DRAFT: "{codebook} (draft)",
        Say.ONE_CODER: "one coder",
        Say.SEVERAL_CODERS: "{n} coders",
        Say.PAGE: "Page {number} of {total}",
    }
)


def say(which: Say, **values: str) -> str:
    """Text of an id with its placeholders filled; KeyError if one is not given."""
    return TEXTS[which].format(**values)


def pieces(which: Say) -> tuple[tuple[str, str | None], ...]:
    """Text cut at its placeholders: (words, name of the placeholder that follows or None).

    Examples
    --------
    >>> pieces(Say.BUILD_LINK)
    (('This belongs to ', 'dimension'), ('.', None))
    """
    return tuple((words, name) for words, name, _, _ in Formatter().parse(TEXTS[which]))
