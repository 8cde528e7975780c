"""The methods text: past tense, every number from the results, nothing that is not on record."""

from __future__ import annotations

from collections.abc import Iterator

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ScoreBasis
from practicecoder.export.analysis.outside import agreement_is_told
from practicecoder.export.analysis.results import AnalysisResults
from practicecoder.export.data import PackageData, Profile
from practicecoder.export.readme import MADE_UP
from practicecoder.export.sessions_table import derivation
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    coefficient_shown,
    percent_shown,
)
from practicecoder.scoring.scores import in_sentence, listed

_BASIS = {
    ScoreBasis.MEAN: "the mean of independent codings",
    ScoreBasis.SINGLE: "the primary coding",
    ScoreBasis.CONSENSUS: "the primary coding",
}
_REFERENCES = (
    (
        "Fisher, R. A. (1921). On the “probable error” of a coefficient of correlation deduced "
        "from a small sample. *Metron, 1*, 3–32."
    ),
    (
        "Hedges, L. V. (1981). Distribution theory for Glass’s estimator of effect size and "
        "related estimators. *Journal of Educational Statistics, 6*(2), 107–128."
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
        "Welch, B. L. (1947). The generalization of “Student’s” problem when several different "
        "population variances are involved. *Biometrika, 34*(1–2), 28–35."
    ),
)


def methods_text(data: PackageData, results: AnalysisResults) -> str:
    """Content of ``methods.md``. Outside the study numbers of few people are not told."""
    outside = data.profile is Profile.OUTSIDE
    parts = ["# Methods", ""]
    if data.made_up:
        parts += [f"*{MADE_UP}*", ""]
    paragraphs = [
        _scheme(data.codebook) if outside else _sampling(data, results),
        "" if outside else _coding(data, results),
        _agreement_outside(data, results)
        if outside
        else results.facts.agreement or _agreement(results),
        _scoring(data),
        _analysis(results, outside=outside),
        _versions(data, outside=outside),
    ]
    for paragraph in paragraphs:
        if paragraph:
            parts += [paragraph, ""]
    references = dict.fromkeys((*results.facts.references, *_REFERENCES, *data.codebook.sources))
    parts += [
        "## References",
        "",
        *(f"- {one}" for one in sorted(references, key=str.casefold)),
        "",
    ]
    return "\n".join(parts)


def _sampling(data: PackageData, results: AnalysisResults) -> str:
    facts = results.facts
    n_coded = len(results.frame)
    told = [
        (
            f"Of {facts.n_sessions} sessions of {_number(facts.n_workers, 'worker')} in "
            f"{_number(facts.n_offices, 'office')}, {n_coded} were coded."
        ),
        _scheme(data.codebook),
    ]
    told += [
        f"{data.codebook.label(dimension_id)} was rated in {n} of the {n_coded} coded sessions."
        for dimension_id, n in _often_not_applicable(data.codebook, results)
    ]
    if data.n_withdrawn:
        told.append(f"{data.n_withdrawn} withdrawn sessions were left out of everything.")
    return " ".join(told)


def _scheme(codebook: Codebook) -> str:
    n = len(codebook.dimensions)
    scales = sorted({(d.scale.minimum, d.scale.maximum) for d in codebook.dimensions})
    told = f"Sessions were coded with {codebook.title} (version {codebook.version})"
    if not n:
        return f"{told}, {len(codebook.counts)} counted behaviours."
    ranges = listed([f"{low} to {high}" for low, high in scales])
    dimensions = f"{n} dimension{'s' * (n != 1)} rated from {ranges}"
    anchor = codebook.scale.anchor
    start = f", with {anchor} as the starting point" if anchor is not None else ""
    return f"{told}: {dimensions}{start}."


def _often_not_applicable(
    codebook: Codebook, results: AnalysisResults
) -> Iterator[tuple[str, int]]:
    """Dimensions that have a reason of their own not to be rated, and how often they were."""
    for dimension_id in codebook.dimension_ids:
        own = [r for r in codebook.reasons if r.dimension_ids and dimension_id in r.dimension_ids]
        n = int(results.frame[dimension_id].notna().sum())
        if own and n < len(results.frame):
            yield dimension_id, n


def _coding(data: PackageData, results: AnalysisResults) -> str:
    design = results.reliability.design
    if not design.n_multiple_coded:
        return "No session was coded by more than one coder."
    n_coded = len(results.frame)
    share = f" ({percent_shown(design.n_multiple_coded / n_coded)})" if n_coded else ""
    n_agreed = len(data.consensus_tally.of_session)
    told = (
        f"{design.n_multiple_coded} of {n_coded} coded sessions{share} were coded independently "
        "by two or more coders."
    )
    if n_agreed:
        told += f" For {n_agreed} of them the coders agreed final ratings afterwards."
    return told


def _agreement_outside(data: PackageData, results: AnalysisResults) -> str:
    return _agreement(results) if agreement_is_told(data) else ""


def _agreement(results: AnalysisResults) -> str:
    told = []
    for item in results.reliability.items:
        found = item.headline
        if item.item not in results.score_ids or not isinstance(found, Estimate):
            continue
        limits = ""
        if isinstance(found.interval, Interval):
            low, high = found.interval.low, found.interval.high
            limits = f" [{_coefficient(low)}, {_coefficient(high)}]"
        told.append(f"{_coefficient(found.value)}{limits} for {in_sentence(item.label)}")
    if not told:
        return ""
    return (
        "Agreement of a single coder, ICC(A,1) (two-way random effects, absolute agreement, "
        f"95% confidence interval), was {listed(told)}."
    )


def _coefficient(value: float) -> str:
    """Coefficient as the text has it, with the true minus sign."""
    return coefficient_shown(value).replace("-", "−")


def _scoring(data: PackageData) -> str:
    book = data.codebook
    told = [f"{score.label}: {derivation(book, score)}." for score in book.scores]
    basis = (
        "The values of a session were those of a consensus where there was one, else "
        f"{_BASIS[data.several]} where there were several, else those of the single coding."
    )
    return " ".join(["Scores were computed as follows.", *told, basis])


def _analysis(results: AnalysisResults, *, outside: bool) -> str:
    n = sum(1 for one in results.comparisons.values() if one.p_holm is not None)
    told = [
        (
            "Sessions before and after implementation were compared with Welch’s t-test and, "
            "beside it, Student’s; differences are after minus before, with 95% confidence "
            "intervals. Effects are Hedges’ g with limits from the noncentral t distribution."
        ),
    ]
    if n > 1:
        told.append(f"{n} comparisons were made; p was also adjusted for them (Holm).")
    workers = results.frame["worker_id"].dropna()
    if not outside and workers.nunique() < len(workers):
        told.append(
            "As workers were seen more than once, p was also computed with workers as what was "
            "sampled (sandwich variance)."
        )
    told.append(
        "Relations with days since implementation are Pearson’s r with Fisher’s interval, "
        "overall and within offices."
    )
    if outside:
        told.append(
            "Cells of fewer than 10 different workers were hidden, and further cells so that "
            "none could be found by subtraction."
        )
    return " ".join(told)


def _versions(data: PackageData, *, outside: bool) -> str:
    names = {"python": "Python"}
    used = listed([f"{names.get(name, name)} {number}" for name, number in data.versions.items()])
    seed = "" if outside else f" Random numbers were drawn with seed {data.seed}."
    return f"Analyses were run with {used}.{seed}"


def _number(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
