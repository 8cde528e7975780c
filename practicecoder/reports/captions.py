"""What stands under the chart and at the end of the report: how sure, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from practicecoder.domain.coding import ScoreBasis
from practicecoder.reports.chart_rows import MINUS, number_shown
from practicecoder.reports.data import (
    Agreement,
    NoRange,
    NoRangeReason,
    ReportedScore,
    SessionNoun,
    WorkerReportData,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.scoring.results import coefficient_shown
from practicecoder.scoring.scores import in_sentence, listed


@dataclass(frozen=True, slots=True)
class ReadingNote:
    """A part of how to read the report, under the words it begins with."""

    lead: str
    text: str


def how_sure(data: WorkerReportData) -> str:
    """Caption of the chart: what a change means, and what is not shown and why."""
    sentences: list[str] = []
    if any(dimension.scale.lower_is_better for dimension in data.dimensions):
        sentences.append(say(Say.LOWER_IS_BETTER))
    sentences += _changes(data.scores, data.noun)
    sentences += _no_ranges(data.scores, data.noun)
    sentences += _own_means(data.scores, data.noun)
    sentences += dict.fromkeys(score.not_given for score in data.scores if score.not_given)
    return " ".join(sentences)


def how_to_read(data: WorkerReportData, *, drawn: bool = True) -> tuple[ReadingNote, ...]:
    """What the marks mean, how sure the numbers are, and what the report may be used for.

    ``drawn`` False is for readers of a table, where no marks are to be explained.
    """
    parts = (
        (Say.LEAD_MARKS, _marks(data)) if drawn else (Say.LEAD_NUMBERS, _numbers(data)),
        (Say.LEAD_SURE, _sureness(data, Say.RANGE if drawn else Say.RANGE_IN_TABLE)),
        (Say.LEAD_USE, [say(Say.USE)]),
    )
    return tuple(
        ReadingNote(say(lead), " ".join(sentences)) for lead, sentences in parts if sentences
    )


def _marks(data: WorkerReportData) -> list[str]:
    dimensions = data.dimensions
    placed = [score for score in data.scores if score.scale is not None]
    sentences: list[str] = []
    if any(dimension.value is not None for dimension in dimensions):
        sentences.append(say(Say.DOT, visit=data.noun.one))
    earlier = [*(d.earlier for d in dimensions), *(s.earlier for s in placed)]
    if any(values and values[-1] is not None for values in earlier):
        sentences.append(say(Say.RING, visit=data.noun.one))
    if any(score.value is not None for score in placed):
        sentences.append(say(Say.DIAMOND))
    courses = [
        course
        for course in (*(d.course for d in dimensions), *(s.course for s in placed))
        if course is not None
    ]
    if courses:
        sentences.append(say(Say.OWN_MEAN_MARK))
    if any(course.ordinary_low is not None for course in courses):
        sentences.append(say(Say.ORDINARY_LIMITS, visits=data.noun.many))
    return [*sentences, *_starts(data, Say.START)]


def _numbers(data: WorkerReportData) -> list[str]:
    placed = any(s.value is not None and s.scale is not None for s in data.scores)
    sentences = [say(Say.SCORE_IN_TABLE)] if placed else []
    return [*sentences, *_starts(data, Say.START_IN_TABLE)]


def _starts(data: WorkerReportData, sentence: Say) -> list[str]:
    anchors = dict.fromkeys(dimension.scale.anchor for dimension in data.dimensions)
    return [say(sentence, anchor=str(a)) for a in anchors if a is not None]


def _sureness(data: WorkerReportData, range_sentence: Say) -> list[str]:
    reasons = {reason for score in data.scores if (reason := _why_no_range(score)) is not None}
    sentences = _ranges(data.scores, data.noun, range_sentence)
    if not sentences and reasons - {NoRangeReason.CONSENSUS}:
        sentences.append(say(Say.RANGE_WHEN, visits=data.noun.many))
    sentences += _agreement(data.agreement, data.noun)
    if data.basis is ScoreBasis.MEAN:
        coders = say(Say.SEVERAL_CODERS, n=str(data.provenance.n_coders))
        sentences.append(say(Say.MEAN_BASIS, coders=coders))
    return [*sentences, say(Say.ONE_SAMPLE, visit=data.noun.one)]


def _why_no_range(score: ReportedScore) -> NoRangeReason | None:
    missing = score.no_range
    return None if missing is None or score.value is None else missing.reason


def _ranges(scores: Sequence[ReportedScore], noun: SessionNoun, sentence: Say) -> list[str]:
    ranged = [(score, score.likely_range) for score in scores if score.likely_range is not None]
    if not ranged:
        return []
    counts = sorted({limits.n_double_coded for _, limits in ranged})
    return [
        say(
            sentence,
            sem=_each([(s.label, number_shown(limits.sem, 2)) for s, limits in ranged]),
            n=" to ".join(str(n) for n in dict.fromkeys((counts[0], counts[-1]))),
            visits=noun.many,
        )
    ]


def _changes(scores: Sequence[ReportedScore], noun: SessionNoun) -> list[str]:
    changes = [
        (score.label, number_shown(score.likely_range.change80, 2))
        for score in scores
        if score.likely_range is not None and score.likely_range.change80 is not None
    ]
    return [say(Say.CHANGE, visits=noun.many, change80=_each(changes))] if changes else []


def _own_means(scores: Sequence[ReportedScore], noun: SessionNoun) -> list[str]:
    """The worker's own means, the scores that rest on equally many sessions together."""
    alike: dict[int, list[str]] = {}
    for score in scores:
        course = score.course
        if course is None:
            continue
        mean, low, high = (
            number_shown(value, score.decimals) for value in (course.mean, course.low, course.high)
        )
        label = in_sentence(score.label)
        item = say(Say.OWN_MEAN_ITEM, mean=mean, score=label, low=low, high=high)
        alike.setdefault(course.n, []).append(item)
    return [
        say(Say.OWN_MEAN, n=str(n), visits=noun.many, items=listed(items))
        for n, items in alike.items()
    ]


def _each(values: Sequence[tuple[str, str]]) -> str:
    """One number if it is the same for all scores; otherwise each with its score."""
    if len({text for _, text in values}) == 1:
        return values[0][1]
    return listed([f"{text} for {in_sentence(label)}" for label, text in values])


def _no_ranges(scores: Sequence[ReportedScore], noun: SessionNoun) -> list[str]:
    """One sentence for each reason, with all the scores it holds for."""
    alike: dict[tuple[NoRangeReason, int, int], list[tuple[str, NoRange]]] = {}
    for score in scores:
        missing = score.no_range
        if missing is not None and score.value is not None:
            key = (missing.reason, missing.n_double_coded, missing.n_needed)
            alike.setdefault(key, []).append((in_sentence(score.label), missing))
    return [_no_range(found, noun) for found in alike.values()]


def _no_range(found: Sequence[tuple[str, NoRange]], noun: SessionNoun) -> str:
    labels = listed([label for label, _ in found])
    _, first = found[0]
    match first.reason:
        case NoRangeReason.UNKNOWN:
            return say(
                Say.UNKNOWN,
                scores=labels,
                n=str(first.n_double_coded),
                visits=noun.one if first.n_double_coded == 1 else noun.many,
                min=str(first.n_needed),
            )
        case NoRangeReason.TOO_LOW:
            return say(Say.TOO_LOW, scores=labels, icc=listed([_limits(m) for _, m in found]))
        case NoRangeReason.NOT_ESTIMABLE:
            return say(Say.NOT_ESTIMABLE, scores=labels)
        case NoRangeReason.CONSENSUS:
            return say(Say.CONSENSUS)


def _limits(missing: NoRange) -> str:
    icc, low, high = (
        coefficient_shown(limit or 0.0).replace("-", MINUS)
        for limit in (missing.icc, missing.icc_low, missing.icc_high)
    )
    return say(Say.AGREEMENT_LIMITS, icc=icc, low=low, high=high)


def _agreement(shares: Sequence[Agreement], noun: SessionNoun) -> list[str]:
    if len(shares) == 1:
        only = shares[0]
        return [
            say(
                Say.AGREEMENT,
                exact=_percent(only.exact),
                within1=_percent(only.within_one),
                visits=noun.many,
                dimension=in_sentence(only.dimension),
            )
        ]
    if not shares:
        return []
    items = [
        say(
            Say.AGREEMENT_ITEM,
            dimension=in_sentence(share.dimension),
            exact=_percent(share.exact),
            within1=_percent(share.within_one),
        )
        for share in shares
    ]
    counts = sorted({share.n for share in shares})
    n = " to ".join(str(n) for n in dict.fromkeys((counts[0], counts[-1])))
    return [say(Say.AGREEMENT_LIST, n=n, visits=noun.many, items=", ".join(items))]


def _percent(share: float) -> str:
    return number_shown(100 * share, 0)
