"""What stands under the chart and at the end of the report: how sure, and how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from practicecoder.domain.coding import ScoreBasis
from practicecoder.reports.chart_rows import number_shown
from practicecoder.reports.data import (
    Agreement,
    NoRange,
    NoRangeReason,
    ReportedScore,
    SessionNoun,
    WorkerReportData,
)
from practicecoder.reports.sentences import Say, say
from practicecoder.scoring.scores import in_sentence, listed


def how_sure(data: WorkerReportData) -> str:
    """Caption of the chart: range, change, agreement, why something is not shown."""
    sentences: list[str] = []
    if data.ordinal == 1:
        sentences.append(say(Say.FIRST_IN_SERIES, visit=data.noun.one))
    sentences += _ranges(data.scores, data.noun)
    sentences += _no_ranges(data.scores, data.noun)
    sentences += dict.fromkeys(score.not_given for score in data.scores if score.not_given)
    sentences += _agreement(data.agreement, data.noun)
    if any(dimension.scale.lower_is_better for dimension in data.dimensions):
        sentences.append(say(Say.LOWER_IS_BETTER))
    sentences.append(say(Say.ONE_SAMPLE, visit=data.noun.one))
    return " ".join(sentences)


def how_to_read(data: WorkerReportData) -> str:
    """Method in short, and what the report may be used for."""
    anchors = (dimension.scale.anchor for dimension in data.dimensions)
    known = dict.fromkeys(anchor for anchor in anchors if anchor is not None)
    sentences = [say(Say.START, anchor=str(anchor)) for anchor in known]
    if data.basis is ScoreBasis.MEAN:
        coders = say(Say.SEVERAL_CODERS, n=str(data.provenance.n_coders))
        sentences.append(say(Say.MEAN_BASIS, coders=coders))
    sentences.append(say(Say.USE))
    return " ".join(sentences)


def _ranges(scores: Sequence[ReportedScore], noun: SessionNoun) -> list[str]:
    ranged = [(score, score.likely_range) for score in scores if score.likely_range is not None]
    if not ranged:
        return []
    counts = sorted({limits.n_double_coded for _, limits in ranged})
    sentences = [
        say(
            Say.RANGE,
            sem=_each([(s.label, number_shown(limits.sem, 2)) for s, limits in ranged]),
            n=" to ".join(str(n) for n in dict.fromkeys((counts[0], counts[-1]))),
            visits=noun.many,
        )
    ]
    changes = [
        (score.label, number_shown(limits.change80, 2))
        for score, limits in ranged
        if limits.change80 is not None
    ]
    if changes:
        sentences.append(say(Say.CHANGE, visits=noun.many, change80=_each(changes)))
    return sentences


def _each(values: Sequence[tuple[str, str]]) -> str:
    """One number if it is the same for all scores; otherwise each with its score."""
    if len({text for _, text in values}) == 1:
        return values[0][1]
    return listed([f"{text} for {in_sentence(label)}" for label, text in values])


def _no_ranges(scores: Sequence[ReportedScore], noun: SessionNoun) -> list[str]:
    return list(
        dict.fromkeys(
            _no_range(score, score.no_range, noun)
            for score in scores
            if score.no_range is not None and score.value is not None
        )
    )


def _no_range(score: ReportedScore, missing: NoRange, noun: SessionNoun) -> str:
    match missing.reason:
        case NoRangeReason.UNKNOWN:
            return say(
                Say.UNKNOWN,
                n=str(missing.n_double_coded),
                visits=noun.one if missing.n_double_coded == 1 else noun.many,
                min=str(missing.n_needed),
            )
        case NoRangeReason.TOO_LOW:
            limits = (missing.icc, missing.icc_low, missing.icc_high)
            icc, low, high = (number_shown(limit or 0.0, 2) for limit in limits)
            label = in_sentence(score.label)
            return say(Say.TOO_LOW, score=label, icc=icc, low=low, high=high)
        case NoRangeReason.NOT_ESTIMABLE:
            return say(Say.NOT_ESTIMABLE, score=in_sentence(score.label))
        case NoRangeReason.CONSENSUS:
            return say(Say.CONSENSUS)


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
    return [say(Say.AGREEMENT_LIST, n=n, visits=noun.many, items="; ".join(items))]


def _percent(share: float) -> str:
    return number_shown(100 * share, 0)
