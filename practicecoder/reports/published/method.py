"""The methods paragraph of the published set; every number comes from its results."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.reports.published.cells import (
    correlation,
    degrees,
    optional,
    p_in_words,
    statistic,
    with_limits,
)
from practicecoder.reports.published.data import PublishedData
from practicecoder.reports.reliability.numbers import coefficient, limits
from practicecoder.reports.works import plain_work
from practicecoder.scoring.mixed import MixedTest
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.scoring.scores import in_sentence, listed
from practicecoder.scoring.trend import AdjustedSlope, Correlation
from practicecoder.scoring.two_groups import ClusteredTest, TTest

MADE_UP = "Made-up data: every session, rating and coder is invented."

# What APA sets in italics stands between asterisks.
REFERENCES = (
    (
        "Forrester, D., Lynch, A., Bostock, L., Newlands, F., Preston, B., & Cary, A. (2017). "
        "*Family Safeguarding Hertfordshire evaluation report*. Department for Education."
    ),
    (
        "Holm, S. (1979). A simple sequentially rejective multiple test procedure. *Scandinavian "
        "Journal of Statistics, 6*(2), 65–70."
    ),
    (
        "Liang, K.-Y., & Zeger, S. L. (1986). Longitudinal data analysis using generalized linear "
        "models. *Biometrika, 73*(1), 13–22."
    ),
    (
        "Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance "
        "components. *Biometrics Bulletin, 2*(6), 110–114."
    ),
    (
        "Steiger, J. H., & Fouladi, R. T. (1997). Noncentrality interval estimation and the "
        "evaluation of statistical models. In L. L. Harlow, S. A. Mulaik, & J. H. Steiger (Eds.), "
        "*What if there were no significance tests?* (pp. 221–257). Erlbaum."
    ),
    (
        "Welch, B. L. (1947). The generalization of “Student’s” problem when several different "
        "population variances are involved. *Biometrika, 34*(1–2), 28–35."
    ),
)


def methods_paragraph(data: PublishedData) -> str:
    """What was done and found, in the past tense."""
    return " ".join(_sentences(data))


def methods_text(data: PublishedData) -> str:
    """Paragraph, cautions and references, as a text file."""
    lines = [methods_paragraph(data), ""]
    if data.made_up:
        lines = [MADE_UP, "", *lines]
    if data.cautions:
        lines += ["To be borne in mind:", *(f"- {w.sentence}" for w in data.cautions), ""]
    return "\n".join([*lines, "References", *map(plain_work, REFERENCES)]) + "\n"


def _sentences(data: PublishedData) -> Iterator[str]:
    if data.selection:
        yield data.selection
    yield from _sample(data)
    yield from _scoring(data)
    yield from _agreement(data)
    yield from _analysis(data)
    for score in data.scores:
        yield from _found(data, score)
    programs = listed([f"{name} {number}" for name, number in data.versions])
    yield f"Analyses were run with {programs}."


def _sample(data: PublishedData) -> Iterator[str]:
    offices = [row.office for row in data.offices if row.office]
    where = f" in {len(offices)} {'office' if len(offices) == 1 else 'offices'}" if offices else ""
    who = f" of {data.n_workers} workers" if data.n_workers is not None else ""
    low, high = data.scale
    yield (
        f"{data.n_sessions} sessions{who}{where} were coded with {data.codebook_title} (codebook "
        f"{data.codebook.codebook_id}, version {data.codebook.version}), dimensions rated from "
        f"{low} to {high}."
    )
    before = sum(row.n_pre for row in data.offices)
    after = sum(row.n_post for row in data.offices)
    rule = f" (phase: {listed(data.phase_rules)})" if data.phase_rules else ""
    yield f"{before} sessions were held before implementation and {after} after it{rule}."
    if data.contradictions:
        odd = len(data.contradictions)
        yield (
            f"In {odd} {'session' if odd == 1 else 'sessions'} the phase did not go with the days "
            "since implementation; the phase was used as it stood."
        )


def _scoring(data: PublishedData) -> Iterator[str]:
    if data.scores:
        names = [in_sentence(data.labels[score]) for score in data.scores]
        yield (
            f"Scores ({listed(names)}) were means of their dimensions, computed only where all "
            "were rated."
        )
    compared = sum(row.n_pre + row.n_post for row in data.offices)
    for item, found in data.comparisons.items():
        n = sum(group.n for group in found.groups)
        if item not in data.scores and n < 0.8 * compared:
            yield (
                f"{data.labels[item]} was rated in {n} of the {compared} sessions before and "
                "after implementation."
            )


def _agreement(data: PublishedData) -> Iterator[str]:
    known = [
        f"{coefficient(one.value)} {limits(one.interval)} for {in_sentence(data.labels[item])}"
        for item in data.scores
        if isinstance(one := data.agreement.get(item), Estimate)
        and isinstance(one.interval, Interval)
    ]
    if known:
        n = [one.n for one in data.agreement.values() if isinstance(one, Estimate)]
        yield (
            f"In up to {max(n)} sessions coded by two or more coders, agreement of a single "
            f"coder, ICC(A,1), was {listed(known)}."
        )


def _analysis(data: PublishedData) -> Iterator[str]:
    form = "Student’s t-test, equal variances" if data.equal_variances else "Welch’s t-test"
    some = next(iter(data.comparisons.values()))
    yield (
        f"Phases were compared with {form}; differences are after minus before, with 95% "
        "confidence intervals, and Hedges g with its exact interval. p was adjusted after Holm "
        f"for the {some.n_comparisons} comparisons made."
    )
    if any(not isinstance(c.clustered, NotEstimable) for c in data.comparisons.values()):
        yield (
            "As workers were seen more than once, differences were also tested with variances "
            "clustered by worker, and in a mixed model with a random intercept of worker."
        )
    yield (
        "Scores were correlated with days since implementation (Pearson’s r), overall and within "
        "each office, and regressed on days with differences between offices set aside."
    )


def _found(data: PublishedData, score: str) -> Iterator[str]:
    label, found, trend = data.labels[score], data.comparisons[score], data.trends[score]
    test = found.test
    if isinstance(test, TTest):
        before, after = found.groups
        told = [
            _by(name, one)
            for name, one in (
                ("clustered by worker", found.clustered),
                ("mixed model", found.mixed),
            )
        ]
        beside = "; ".join(words for words in told if words)
        yield (
            f"{label}: before M = {optional(before.mean)}, n = {before.n}, after M = "
            f"{optional(after.mean)}, n = {after.n}, difference "
            f"{with_limits(test.mean_difference, test.interval)}, {_t(test)}, "
            f"{p_in_words(test.p)}, g = {with_limits(test.hedges_g, test.hedges_g_interval)}"
            f"{f' ({beside})' if beside else ''}."
        )
    else:
        yield f"{label}: the phases could not be compared, {test.reason} (n = {test.n})."
    overall = trend.overall
    if isinstance(overall, Correlation):
        yield (
            f"With days, r = {correlation(overall.r)}, {p_in_words(overall.p)}, n = {overall.n}"
            f"{_within(trend.adjusted)}."
        )


def _by(name: str, test: ClusteredTest | MixedTest | NotEstimable) -> str:
    return "" if isinstance(test, NotEstimable) else f"{name} {p_in_words(test.p)}"


def _within(adjusted: AdjustedSlope | NotEstimable) -> str:
    if isinstance(adjusted, NotEstimable):
        return ""
    slope = statistic(adjusted.slope_per_100_days)
    return f"; office-adjusted {slope} points per 100 days, {p_in_words(adjusted.p)}"


def _t(test: TTest) -> str:
    return f"t({degrees(test.df)}) = {statistic(test.t)}"
