"""The paragraph to paste, what it leaves to be added, and the works it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from practicecoder.reports.reliability.data import ReliabilityReportData
from practicecoder.reports.reliability.numbers import (
    Reasons,
    coefficient,
    coefficient_cell,
    level_shown,
    percent,
)
from practicecoder.scoring.reliability.bands import BandSource, edges
from practicecoder.scoring.reliability.design import ItemKind
from practicecoder.scoring.reliability.item import ItemReliability
from practicecoder.scoring.reliability.limits import CODER_VARIANCE_ZERO
from practicecoder.scoring.results import Estimate, Interval, NotEstimable
from practicecoder.scoring.scores import listed

NOTHING = "No session was coded by two or more coders, so there is no agreement to report."
MADE_UP = "Made-up data: every session, rating and coder is invented."

_ALWAYS = (
    (
        "Kottner, J., Audigé, L., Brorson, S., Donner, A., Gajewski, B. J., Hróbjartsson, A., "
        "Roberts, C., Shoukri, M., & Streiner, D. L. (2011). Guidelines for Reporting Reliability "
        "and Agreement Studies (GRRAS) were proposed. *Journal of Clinical Epidemiology, 64*(1), "
        "96–106."
    ),
    (
        "Koo, T. K., & Li, M. Y. (2016). A guideline of selecting and reporting intraclass "
        "correlation coefficients for reliability research. *Journal of Chiropractic Medicine, "
        "15*(2), 155–163."
    ),
    (
        "McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass "
        "correlation "
        "coefficients. *Psychological Methods, 1*(1), 30–46."
    ),
    (
        "Krippendorff, K. (2011). *Computing Krippendorff’s alpha-reliability*. University of "
        "Pennsylvania, Annenberg School for Communication."
    ),
    (
        "de Vet, H. C. W., Terwee, C. B., Knol, D. L., & Bouter, L. M. (2006). When to "
        "use agreement "
        "versus reliability measures. *Journal of Clinical Epidemiology, 59*(10), 1033–1039."
    ),
    "Brennan, R. L. (2001). *Generalizability theory*. Springer.",
)
_LEVELS = (
    (
        "Cohen, J. (1968). Weighted kappa: Nominal scale agreement provision for scaled "
        "disagreement "
        "or partial credit. *Psychological Bulletin, 70*(4), 213–220."
    ),
    (
        "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the "
        "presence of "
        "high agreement. *British Journal of Mathematical and Statistical Psychology, 61*(1), "
        "29–48."
    ),
    "Gwet, K. L. (2014). *Handbook of inter-rater reliability* (4th ed.). Advanced Analytics.",
)
_CICCHETTI = (
    "Cicchetti, D. V. (1994). Guidelines, criteria, and rules of thumb for evaluating normed and "
    "standardized assessment instruments in psychology. *Psychological Assessment, 6*(4), 284–290."
)
_BLAND_ALTMAN = (
    "Bland, J. M., & Altman, D. G. (1986). Statistical methods for assessing agreement between "
    "two methods of clinical measurement. *The Lancet, 327*(8476), 307–310."
)
_REML = (
    (
        "Putka, D. J., Le, H., McCloy, R. A., & Diaz, T. (2008). Ill-structured measurement "
        "designs in organizational research: Implications for estimating interrater "
        "reliability. *Journal of Applied Psychology, 93*(5), 959–981."
    ),
    (
        "ten Hove, D., Jorgensen, T. D., & van der Ark, L. A. (2025). How to estimate intraclass "
        "correlation coefficients for interrater reliability from planned incomplete data. "
        "*Multivariate Behavioral Research, 60*(5), 1042–1061."
    ),
)
_PROFILE = (
    "Bates, D., Mächler, M., Bolker, B., & Walker, S. (2015). Fitting linear mixed-effects models "
    "using lme4. *Journal of Statistical Software, 67*(1), 1–48."
)


def methods_paragraph(data: ReliabilityReportData) -> str:
    """What was done and found, to be pasted into a methods section."""
    return " ".join(_sentences(data))


def methods_text(data: ReliabilityReportData) -> str:
    """Paragraph, and what the authors are to add."""
    lines = [methods_paragraph(data), "", f"To be added: {'; '.join(to_be_added(data))}."]
    if data.made_up:
        lines = [MADE_UP, "", *lines]
    return "\n".join(lines) + "\n"


def to_be_added(data: ReliabilityReportData) -> tuple[str, ...]:
    """What GRRAS asks for and the study does not hold on record."""
    conduct = data.conduct
    asked = (
        (conduct.draw, "how the sessions coded by several coders were chosen"),
        (conduct.blinding, "whether coders worked independently, and what they were blind to"),
        (conduct.training, "how coders were trained, and what they had to reach"),
    )
    return (
        *(words for told, words in asked if not told),
        "who the coders were (number, profession, experience)",
        "how many sessions were needed, and why",
    )


def references(data: ReliabilityReportData) -> tuple[str, ...]:
    """Works the numbers rest on, by author; italics stand between asterisks."""
    items = data.table.items
    found = list(_ALWAYS)
    if any(item.kind is ItemKind.DIMENSION for item in items):
        found += _LEVELS
    if data.bands is BandSource.CICCHETTI:
        found.append(_CICCHETTI)
    if any(item.kind is ItemKind.SCORE and item.pairs for item in items):
        found.append(_BLAND_ALTMAN)
    if _is_by_reml(items):
        found += _REML
    if _any_profiled(items):
        found.append(_PROFILE)
    return tuple(sorted(found, key=str.casefold))


def bands_in_words(source: BandSource) -> str:
    """Words of a source with where they begin.

    Examples
    --------
    >>> bands_in_words(BandSource.CICCHETTI)
    'poor below .40, fair from .40, good from .60, excellent from .75'
    """
    told = [f"{word} from {coefficient(edge)}" for word, edge in edges(source)]
    return ", ".join([f"poor below {coefficient(edges(source)[0][1])}", *told])


def _sentences(data: ReliabilityReportData) -> Iterator[str]:
    table = data.table
    design = table.design
    ref = table.codebook
    book = f"{data.codebook_title} (codebook {ref.codebook_id}, version {ref.version})"
    if design.n_multiple_coded == 0:
        yield f"{_n(design.n_sessions, 'session')} {_were(design.n_sessions)} coded with {book}."
        yield NOTHING
        return
    share = design.n_multiple_coded / design.n_sessions
    once = "" if design.n_coded_once == 0 else f" ({percent(share)})"
    how = (
        f"by all {design.n_coders} coders"
        if design.complete and design.n_coders > 2
        else "by two coders"
        if design.complete
        else f"by two or more of {design.n_coders} coders"
    )
    yield (
        f"Of {_n(design.n_sessions, 'session')} coded with {book}, "
        f"{design.n_multiple_coded}{once} {_were(design.n_multiple_coded)} coded {how} "
        f"({data.n_codings} codings)."
    )
    yield from (told for told in (_told(data)) if told)
    yield _form(data)
    yield _beside(table.items)
    drawn = _resampled(table.items)
    if drawn:
        yield (
            f"Intervals of {listed(drawn)} are percentiles of 2,000 bootstrap samples of sessions "
            f"(seed {table.seed})."
        )
    yield from _found(data)
    words = bands_in_words(data.bands)
    yield f"Words for the size of ICC(A,1) are those of {_cited(data.bands)}: {words}."
    yield f"Agreement was computed with {data.program}."


def _told(data: ReliabilityReportData) -> tuple[str, ...]:
    return (data.conduct.draw, data.conduct.blinding, data.conduct.training)


def _form(data: ReliabilityReportData) -> str:
    level = level_shown(data.table.level)
    items = data.table.items
    reml = ""
    if _is_by_reml(items):
        every = all(item.headline_key == "icc_a1_reml" for item in items)
        where = (
            "As not every session was rated by all coders, it"
            if every
            else "Where not every session was rated by all coders, it"
        )
        profiled = (
            ", and with profile likelihood intervals (Bates et al., 2015) where the coder "
            "variance was estimated at 0"
            if _any_profiled(items)
            else ""
        )
        reml = (
            f" {where} was estimated from variance components by restricted maximum likelihood "
            "(REML), from all ratings (Putka et al., 2008), with Monte Carlo intervals (ten Hove "
            f"et al., 2025){profiled}."
        )
    analysis = (
        "As other sessions were coded by one coder, reliability is that of a single coder"
        if data.table.design.n_coded_once
        else "Reliability is that of a single coder"
    )
    return (
        f"{analysis}: the intraclass correlation ICC(A,1), two-way random effects, absolute "
        f"agreement, single rater, with {level} confidence intervals (McGraw & Wong, 1996), "
        f"reported after Koo and Li (2016) and GRRAS (Kottner et al., 2011).{reml}"
    )


def _beside(items: Sequence[ItemReliability]) -> str:
    parts = ["Krippendorff’s alpha (ordinal; interval for scores)"]
    if not any(item.kind is ItemKind.SCORE for item in items):
        parts = ["Krippendorff’s alpha (ordinal)"]
    if any(item.kind is ItemKind.DIMENSION for item in items):
        parts += [
            "Cohen’s kappa with quadratic weights (mean of pairs of coders)",
            "Gwet’s AC2 with quadratic weights",
        ]
    if any(item.kind is not ItemKind.SCORE for item in items):
        parts.append("percentages of equal ratings and of ratings within one level")
    parts.append("the standard error of measurement with the smallest detectable change")
    return f"Reported beside it are {listed(parts)}."


def _resampled(items: Sequence[ItemReliability]) -> list[str]:
    """Statistics whose intervals rest on resampled sessions."""
    names = {
        "alpha": ("alpha_ordinal", "alpha_interval"),
        "kappa": ("kappa_quadratic",),
        "percentages": ("exact_agreement", "within_one_agreement"),
    }
    found = [(key, item.statistics[key]) for item in items for key in item.statistics]
    keys = {
        key
        for key, one in found
        if isinstance(one, Estimate)
        and isinstance(one.interval, Interval)
        and "bootstrap" in one.method
    }
    return [name for name, own in names.items() if keys & set(own)]


def _found(data: ReliabilityReportData) -> Iterator[str]:
    for kind, words in (
        (ItemKind.DIMENSION, "dimension"),
        (ItemKind.SCORE, "score"),
        (ItemKind.COUNT, "count"),
    ):
        items = [item for item in data.table.items if item.kind is kind]
        known = [(item, item.headline) for item in items if isinstance(item.headline, Estimate)]
        if known:
            yield _range(known, words, level_shown(data.table.level))
        missing = [item for item in items if isinstance(item.headline, NotEstimable)]
        if missing:
            by_reason: dict[str, list[str]] = {}
            for item in missing:
                by_reason.setdefault(_why(item), []).append(item.label)
            told = "; ".join(f"{listed(labels)}, {why}" for why, labels in by_reason.items())
            yield f"ICC(A,1) was not estimable for {_n(len(missing), words)} ({told})."


def _why(item: ItemReliability) -> str:
    assert isinstance(item.headline, NotEstimable)
    return f"{item.headline.reason}, n = {item.headline.n}"


def _range(known: Sequence[tuple[ItemReliability, Estimate]], words: str, level: str) -> str:
    reasons = Reasons()

    def cell(found: Estimate) -> str:
        return coefficient_cell(found, reasons).split(" (")[0]

    ordered = sorted(known, key=lambda pair: (pair[1].value, pair[0].item))
    (lowest, low), (highest, high) = ordered[0], ordered[-1]
    counts = sorted({found.n for _, found in known})
    n = " to ".join(str(n) for n in dict.fromkeys((counts[0], counts[-1])))
    if len(known) > 1 and cell(low) == cell(high):
        return f"ICC(A,1) was {cell(low)} for all {_n(len(known), words)} (n = {n})."
    if len(known) == 1:
        return f"For {lowest.label}, ICC(A,1) was {cell(low)} (n = {n})."
    return (
        f"Over {_n(len(known), words)} (n = {n}), ICC(A,1) [{level} CI] ran from {cell(low)} "
        f"({lowest.label}) to {cell(high)} ({highest.label})."
    )


def _cited(source: BandSource) -> str:
    author, _, year = source.value.rpartition(" ")
    return f"{author.replace('&', 'and')} ({year})"


def _is_by_reml(items: Sequence[ItemReliability]) -> bool:
    return any(item.headline_key == "icc_a1_reml" and item.n_sessions for item in items)


def _any_profiled(items: Sequence[ItemReliability]) -> bool:
    return any(
        isinstance(item.headline, Estimate)
        and isinstance(item.headline.interval, Interval)
        and CODER_VARIANCE_ZERO in item.headline.notes
        for item in items
    )


def _n(number: int, words: str) -> str:
    return f"{number} {words}{'' if number == 1 else 's'}"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
