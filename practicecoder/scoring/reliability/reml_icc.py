"""Intraclass correlations of designs with holes, from REML variance components."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from practicecoder.scoring.reliability.components import VarianceComponents
from practicecoder.scoring.reliability.design import Floats, RatingMatrix
from practicecoder.scoring.reliability.icc import one_value, too_small
from practicecoder.scoring.reliability.limits import (
    AVERAGE_FORM,
    CODER_VARIANCE_ZERO,
    NO_DISAGREEMENT,
    NOTHING_VARIES,
    coefficient,
    percent,
)
from practicecoder.scoring.reliability.percentiles import central_limits
from practicecoder.scoring.reliability.profile_limits import profile_limits
from practicecoder.scoring.reliability.reml import RemlLikelihood, derivatives, reml_components
from practicecoder.scoring.results import Estimate, Interval, NoInterval, NotEstimable, Statistic

DRAWS = 20_000
_LEAST_CURVATURE = 0.01
"""Below it a ln SD has a standard error over 10, and draws say nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Share of the session variance; coder and residual variance enter with these weights."""

    key: str
    title: str
    coder: float
    residual: float
    averaged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemlResult:
    """Statistics by key, and the components they rest on (a reason if there are none)."""

    statistics: dict[str, Statistic]
    components: VarianceComponents | NotEstimable


def coders_per_session(matrix: RatingMatrix) -> float:
    """Harmonic mean of the number of ratings per session, khat."""
    return matrix.n / float((1.0 / matrix.per_session).sum())


def shared_coders(matrix: RatingMatrix) -> float:
    """Putka's q: 0 if all sessions have the same coders, 1/khat if no two share any."""
    per_session = matrix.rated / matrix.per_session[:, None]
    own = float((1.0 / matrix.per_session).sum())
    shared = float((per_session.sum(axis=0) ** 2).sum()) - own
    return max(0.0, own / matrix.n - shared / (matrix.n * (matrix.n - 1)))


def reml_forms(matrix: RatingMatrix, *, level: float = 0.95, seed: int) -> RemlResult:
    """ICC for one coder and for the mean of khat coders, from all ratings.

    ICC(Q,khat) and q after Putka et al. (2008). Intervals are by Monte Carlo from the curvature
    of the likelihood (ten Hove, Jorgensen & van der Ark 2025). That is not valid where the coder
    variance is estimated at 0, the end of its range: there the forms that it enters have limits
    of the profile likelihood (:mod:`.profile_limits`), in complete designs none, as those of the
    mean squares stand beside them; the others keep theirs. None has an
    interval where the session or the residual variance is 0.
    """
    if (why := too_small(matrix)) is not None:
        return _none(why, matrix.n)
    if matrix.is_constant:
        return _none(one_value(matrix), matrix.n)
    khat, q = coders_per_session(matrix), shared_coders(matrix)
    if matrix.coders_never_differ:
        session = float(np.var(matrix.values.sum(axis=1) / matrix.per_session, ddof=1))
        components = VarianceComponents(session=session, coder=0.0, residual=0.0, source="REML")
    else:
        found = reml_components(matrix)
        if isinstance(found, str):
            return _none(found, matrix.n)
        components = found
    design = NoInterval(reason="a property of the design, not an estimate")
    statistics: dict[str, Statistic] = {
        "khat": Estimate(
            value=khat,
            interval=design,
            n=matrix.n,
            method="harmonic mean number of coders per session",
        ),
        "q": Estimate(
            value=q, interval=design, n=matrix.n, method="Putka's q (Putka et al. 2008)"
        ),
    }
    forms = _forms_of(khat, q)
    limits = _limits(matrix, components, forms, level=level, seed=seed)
    for form, interval in zip(forms, limits, strict=True):
        statistics[form.key] = _statistic(form, components, interval, matrix.n, level, seed)
    return RemlResult(statistics=statistics, components=components)


def _forms_of(khat: float, q: float) -> tuple[_Form, ...]:
    single, mean = "single coder", f"mean of {khat:.1f} coders"
    agreement, consistency = "two-way random, absolute agreement", "two-way random, consistency"
    share = 1.0 / khat
    return (
        _Form(key="icc_a1_reml", title=f"ICC(A,1), {agreement}, {single}", coder=1, residual=1),
        _Form(key="icc_c1_reml", title=f"ICC(C,1), {consistency}, {single}", coder=0, residual=1),
        _Form(
            key="icc_a_khat",
            title=f"ICC(A,khat), {agreement}, {mean}",
            coder=share,
            residual=share,
            averaged=True,
        ),
        _Form(
            key="icc_c_khat",
            title=f"ICC(C,khat), {consistency}, {mean}",
            coder=0,
            residual=share,
            averaged=True,
        ),
        _Form(
            key="icc_q_khat",
            title=f"ICC(Q,khat), two-way random, coders as shared, {mean}",
            coder=q,
            residual=share,
            averaged=True,
        ),
    )


_KEYS = (*(form.key for form in _forms_of(2.0, 0.0)), "khat", "q")


def _none(why: str, n: int) -> RemlResult:
    none = NotEstimable(reason=why, n=n)
    return RemlResult(statistics=dict.fromkeys(_KEYS, none), components=none)


def _value(form: _Form, components: VarianceComponents) -> float | None:
    """Share of the session variance; None if nothing varies that the form looks at."""
    below = form.coder * components.coder + form.residual * components.residual
    total = components.session + below
    return components.session / total if total > 0 else None


def _statistic(
    form: _Form,
    components: VarianceComponents,
    interval: Interval | NoInterval,
    n: int,
    level: float,
    seed: int,
) -> Statistic:
    how = "REML on all ratings"
    if isinstance(interval, Interval) and form.coder and components.coder == 0:
        how += f"; profile likelihood {percent(level)} CI (coder variance 0)"
    elif isinstance(interval, Interval):
        how += f"; Monte Carlo {percent(level)} CI, {DRAWS:,} draws, seed {seed}"
    notes = (AVERAGE_FORM,) if form.averaged else ()
    if components.coder == 0 and components.residual > 0:
        notes = (*notes, CODER_VARIANCE_ZERO)
    value = _value(form, components)
    if value is None:
        return NotEstimable(reason=NOTHING_VARIES, n=n)
    return coefficient(value, interval, n=n, method=f"{form.title}; {how}", notes=notes)


def _limits(
    matrix: RatingMatrix,
    components: VarianceComponents,
    forms: tuple[_Form, ...],
    *,
    level: float,
    seed: int,
) -> list[Interval | NoInterval]:
    if (why := _at_the_edge(components)) is not None:
        return [NoInterval(reason=why)] * len(forms)
    variances = np.array([components.session, components.coder, components.residual])
    free = np.flatnonzero(variances > 0)
    log_sd = np.log(variances[free]) / 2.0
    likelihood = RemlLikelihood(matrix)

    def half_deviance(points: Floats) -> Floats:
        every = np.full((len(points), variances.size), -np.inf)
        every[:, free] = points
        return likelihood.half_deviance(every)

    _, hessian = derivatives(half_deviance, log_sd, 1e-3)
    values, vectors = np.linalg.eigh(hessian)
    if values.min() < _LEAST_CURVATURE:
        flat = NoInterval(reason="the likelihood is too flat for an interval")
        return [flat] * len(forms)
    normal = _normals(seed)[:, : free.size]
    drawn = 2.0 * (log_sd + (normal / np.sqrt(values)) @ vectors.T)
    shares = np.zeros((DRAWS, variances.size))
    shares[:, free] = np.exp(drawn - drawn.max(axis=1, keepdims=True))
    limits = _percentiles(shares, forms, level)
    if components.coder > 0:
        return limits
    if matrix.is_complete:
        why = "the coder variance is 0; ICC(A,1) of mean squares has the interval"
        none = NoInterval(reason=why)
        return [none if form.coder else limit for form, limit in zip(forms, limits, strict=True)]
    profiled = _profiled(likelihood, components, forms, level)
    return [profiled.get(form.key, limit) for form, limit in zip(forms, limits, strict=True)]


def _profiled(
    likelihood: RemlLikelihood,
    components: VarianceComponents,
    forms: tuple[_Form, ...],
    level: float,
) -> dict[str, Interval | NoInterval]:
    """Limits of the forms that the coder variance enters, where its estimate is 0."""
    asked = [form for form in forms if form.coder]
    ratios = np.array([_value(form, components) for form in asked])
    weights = np.array([(form.coder, form.residual) for form in asked])
    lows, highs = profile_limits(likelihood, ratios, weights, level)
    return {
        form.key: Interval(low=float(low), high=float(high), level=level)
        for form, low, high in zip(asked, lows, highs, strict=True)
    }


@lru_cache(maxsize=1)
def _normals(seed: int) -> Floats:
    """Standard normal draws, the same for every item that is analysed with one seed."""
    drawn = np.random.default_rng(seed).standard_normal((DRAWS, 3))
    drawn.flags.writeable = False
    return drawn


def _percentiles(
    shares: Floats, forms: tuple[_Form, ...], level: float
) -> list[Interval | NoInterval]:
    """Limits of each form over drawn variances of session, coder and residual."""
    weights = np.array([[1.0, form.coder, form.residual] for form in forms])
    values = shares[:, 0] / (weights @ shares.T)
    lows, highs = central_limits(values, level)
    return [
        Interval(low=float(low), high=float(high), level=level)
        for low, high in zip(lows, highs, strict=True)
    ]


def _at_the_edge(components: VarianceComponents) -> str | None:
    """Why Monte Carlo is not valid: a variance at the end of its range."""
    if components.residual == 0:
        return NO_DISAGREEMENT if components.coder == 0 else "the residual variance is 0"
    if components.session == 0:
        return "the session variance is 0"
    return None
