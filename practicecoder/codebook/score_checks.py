"""Checks of scores and of what is printed beside them: parts, missing rules, reference values."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.document import Table
from practicecoder.codebook.faults import Fault, unknown
from practicecoder.codebook.model import MissingPolicy, ScoreFunction

_LISTS = {
    ScoreFunction.MEAN: ("of",),
    ScoreFunction.SUM: ("of",),
    ScoreFunction.RATIO: ("numerator", "denominator"),
    ScoreFunction.PERCENT: ("numerator", "denominator"),
}
_ALL_LISTS = ("of", "numerator", "denominator")


def score_faults(book: Table) -> Iterator[Fault]:
    """Faults of scores, thresholds, benchmarks and published agreement."""
    items = [*book.ids("dimensions"), *book.ids("counts")]
    for score in book.entries("scores"):
        yield from _list_faults(score, items)
        yield from _missing_faults(score)
    scores = book.ids("scores")
    for threshold in book.entries("thresholds"):
        yield from unknown(threshold.at("score"), threshold.text("score"), "score", scores)
    for benchmark in book.entries("benchmarks"):
        values = benchmark.table("scores")
        for score_id in values.content if values else ():
            yield from unknown(benchmark.at("scores", score_id), score_id, "score", scores)
    yield from _published_faults(book)


def _function(score: Table) -> ScoreFunction | None:
    name = score.text("fn")
    return ScoreFunction(name) if name in set(ScoreFunction) else None


def _list_faults(score: Table, items: list[str]) -> Iterator[Fault]:
    for key in _ALL_LISTS:
        for path, item in score.texts(key):
            yield from unknown(path, item, "dimension or count", items)
        if len(set(score.words(key))) < len(score.words(key)):
            yield Fault(path=score.at(key), what="A part is listed twice.")
    function = _function(score)
    if function is None:
        return
    for key in _ALL_LISTS:
        if key in _LISTS[function]:
            if not score.has(key) or score.content[key] == []:
                yield Fault(path=score.at(key), what=f"The function {function} needs {key}.")
        elif score.has(key):
            yield Fault(path=score.at(key), what=f"The function {function} has no {key}.")


def _missing_faults(score: Table) -> Iterator[Fault]:
    function, missing = _function(score), score.text("missing")
    if function is None or missing not in set(MissingPolicy):
        return
    is_quotient = "denominator" in _LISTS[function]
    if is_quotient != (missing == MissingPolicy.UNDEFINED_IF_DENOMINATOR_ZERO):
        wanted = (
            f"must be {MissingPolicy.UNDEFINED_IF_DENOMINATOR_ZERO}"
            if is_quotient
            else "must be all_required, min_k or available"
        )
        yield Fault(path=score.at("missing"), what=f"With {function}, missing {wanted}.")
    if missing != MissingPolicy.MIN_K:
        if score.has("min_k"):
            yield Fault(path=score.at("min_k"), what='min_k belongs to missing = "min_k" only.')
        return
    least, parts = score.whole("min_k"), len(set(score.words("of")))
    if not score.has("min_k"):
        yield Fault(path=score.at("min_k"), what='missing = "min_k" needs a number in min_k.')
    elif least is not None and parts and least > parts:
        yield Fault(
            path=score.at("min_k"), what=f"min_k is {least}, and the score has {parts} parts."
        )


def _published_faults(book: Table) -> Iterator[Fault]:
    published = book.table("reliability_published")
    if published is None:
        return
    total, by_all = published.whole("n_recordings"), published.whole("n_coded_by_all_raters")
    if total is not None and by_all is not None and by_all > total:
        yield Fault(
            path=published.at("n_coded_by_all_raters"),
            what=f"More recordings were coded by all raters ({by_all}) than there are ({total}).",
        )
    for key in ("krippendorff_alpha", "icc"):
        limits = published.content.get(key)
        if isinstance(limits, list) and len(limits) == 2:
            low, high = limits
            if isinstance(low, float) and isinstance(high, float) and low > high:
                yield Fault(path=published.at(key), what="The lowest value comes first.")
