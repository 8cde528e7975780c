"""A coder against reference codings: agreement over all and by dimension, and the pass rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from practicecoder.codebook.model import Codebook
from practicecoder.domain.certification import PassRule
from practicecoder.domain.coding import ItemRating, Rating, RatingState
from practicecoder.errors import ImportedDataError, Problem
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap, divided
from practicecoder.scoring.reliability.cells import off_the_codebook
from practicecoder.scoring.reliability.design import Floats
from practicecoder.scoring.reliability.kappa import kappa_of_table, kappa_title
from practicecoder.scoring.reliability.limits import (
    NO_DISAGREEMENT,
    SAME_CONTRIBUTION,
    coefficient,
)
from practicecoder.scoring.reliability.weights import (
    Weighting,
    agreement_weights,
    places_on,
)
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NoInterval,
    NotEstimable,
    Statistic,
    coefficient_shown,
    percent_shown,
    shown,
)

DEFAULT_SEED = 20261121
_NOTHING = "no rating has a reference rating beside it"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstReference:
    """Agreement of trials with the reference, on one dimension or, ``item`` empty, over all.

    ``n_ratings`` are compared pairs of ratings. ``n_applicability`` counts where one of the two
    ruled the dimension out and the other rated it; ``n_left_open`` where the reference has a
    decision and the trial none. Neither is in the shares. ``departure`` is trial minus reference.
    """

    item: str
    label: str
    n_recordings: int
    n_ratings: int
    n_applicability: int
    n_left_open: int
    exact: Statistic
    within_one: Statistic
    kappa: Statistic
    departure: Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceResult:
    """Over all dimensions, and each of them in the codebook's order."""

    overall: AgainstReference
    dimensions: tuple[AgainstReference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a pass rule was reached; ``reasons`` say what was not, or all that was.

    ``cautions`` do not decide.
    """

    passed: bool
    reasons: tuple[str, ...]
    cautions: tuple[str, ...] = ()


def against_reference(
    codebook: Codebook,
    trials: Sequence[ItemRating],
    reference: Sequence[ItemRating],
    *,
    level: float = 0.95,
    seed: int = DEFAULT_SEED,
) -> ReferenceResult:
    """Compare one coder's trials with the reference codings of the same sessions.

    Shares and kappas are over ratings that both gave. Counts are not compared. Intervals over all
    dimensions come from drawn recordings, so that ratings of one recording stay together.

    Raises
    ------
    ImportedDataError
        With every unknown item and value off the scale, and every dimension that has two trials,
        or two references, for one session.
    """
    problems = [
        *off_the_codebook(codebook, [*trials, *reference]),
        *_repeated(trials, codebook, "trial"),
        *_repeated(reference, codebook, "reference"),
    ]
    if problems:
        raise ImportedDataError(problems)
    mine: dict[tuple[str, str], Rating] = {(r.session_id, r.item): r.rating for r in trials}
    tried = {r.session_id for r in trials if r.rating.state is not RatingState.NOT_YET_RATED}
    theirs: dict[str, dict[str, Rating]] = {d: {} for d in codebook.dimension_ids}
    for r in reference:
        if r.item in theirs and r.session_id in tried:
            theirs[r.item][r.session_id] = r.rating
    bootstrap = SessionBootstrap(seed=seed, level=level)
    compared = [_compare(codebook, item, mine, theirs[item]) for item in codebook.dimension_ids]
    return ReferenceResult(
        overall=_overall(compared, bootstrap),
        dimensions=tuple(_single(one, bootstrap) for one in compared),
    )


def judge(rule: PassRule, result: ReferenceResult) -> Verdict:
    """Whether the result reaches the rule, with the reasons in words.

    Where one of coder and reference ruled a dimension out, there is nothing to compare, and the
    shares leave it aside. So that nobody passes by ruling out what is hard, the least share within
    one level (or else the least exact share) is asked for on whether dimensions apply as well:
    compared ratings among compared and split ones, over all dimensions.
    """
    overall = result.overall
    asked = [(overall.n_recordings >= rule.recordings, _recordings(rule, overall))]
    looked_at = [overall, *(result.dimensions if rule.each_dimension else ())]
    for found in looked_at:
        for what, share, least in (
            ("Exact agreement", found.exact, rule.exact),
            ("Agreement within one level", found.within_one, rule.within_one),
        ):
            if least > 0:
                asked.append(_share(what, found, share, least))
    if (least := rule.within_one or rule.exact) > 0 and overall.n_applicability:
        asked.append(_applies(overall, least))
    if rule.kappa is not None:
        asked.append(_kappa(overall, rule.kappa))
    missed = tuple(sentence for reached, sentence in asked if not reached)
    return Verdict(
        passed=not missed,
        reasons=missed or tuple(sentence for _, sentence in asked),
        cautions=tuple(_cautions(overall)),
    )


def _recordings(rule: PassRule, overall: AgainstReference) -> str:
    n = overall.n_recordings
    told = "1 recording was" if n == 1 else f"{n} recordings were"
    return (
        f"{told} compared; {rule.recordings} {'is' if rule.recordings == 1 else 'are'} asked for."
    )


def _share(what: str, found: AgainstReference, share: Statistic, least: float) -> tuple[bool, str]:
    name = f"{what}{f' on {found.label}' if found.item else ''}"
    if isinstance(share, NotEstimable):
        return False, f"{name} cannot be told: {share.reason}."
    sentence = f"{name} is {reached_in_words(share.value, least)} is asked for."
    return share.value >= least - 1e-12, sentence


def _applies(overall: AgainstReference, least: float) -> tuple[bool, str]:
    share = overall.n_ratings / (overall.n_ratings + overall.n_applicability)
    sentence = (
        f"Agreement on whether dimensions apply is {reached_in_words(share, least)} is asked for."
    )
    return share >= least - 1e-12, sentence


def _kappa(overall: AgainstReference, least: float) -> tuple[bool, str]:
    if isinstance(overall.kappa, NotEstimable):
        return False, f"Quadratic weighted kappa cannot be told: {overall.kappa.reason}."
    value = overall.kappa.value
    told = f"{coefficient_shown(value)}; {coefficient_shown(least)} is asked for"
    return value >= least - 1e-12, f"Quadratic weighted kappa is {told}."


def reached_in_words(share: float, least: float) -> str:
    """Share and what is asked for, with a decimal more where rounding would hide a miss."""
    asked = f"{shown(100 * least, 1).removesuffix('.0')}%"
    reached = percent_shown(share)
    if reached == asked and share < least:
        reached = f"{shown(100 * share, 1)}%"
    return f"{reached}; {asked}"


def _cautions(overall: AgainstReference) -> Iterable[str]:
    if overall.n_applicability:
        yield (
            f"In {_ratings(overall.n_applicability)} coder and reference disagreed whether the "
            "dimension applies; such ratings are in no share."
        )
    if overall.n_left_open:
        yield f"The coder left {_ratings(overall.n_left_open)} of the reference open."


def _ratings(n: int) -> str:
    return f"{n} rating{'' if n == 1 else 's'}"


@dataclass(frozen=True, kw_only=True, eq=False)
class _Compared:
    """Ratings of one dimension side by side, in the order of their recordings."""

    item: str
    label: str
    levels: tuple[float, ...]
    step: float
    sessions: tuple[str, ...]
    trial: Floats
    reference: Floats
    n_applicability: int
    n_left_open: int

    @property
    def table(self) -> Floats:
        """Trials (rows) by reference (columns) over all levels."""
        q = len(self.levels)
        cells = places_on(self.levels, self.trial) * q + places_on(self.levels, self.reference)
        return np.bincount(cells, minlength=q * q).reshape(q, q).astype(np.float64)


def _compare(
    codebook: Codebook,
    item: str,
    mine: Mapping[tuple[str, str], Rating],
    theirs: Mapping[str, Rating],
) -> _Compared:
    scale = codebook.dimension(item).scale
    sessions, trial, reference = [], [], []
    split = left_open = 0
    for session in sorted(theirs):
        their, my = theirs[session], mine.get((session, item), Rating())
        if their.state is RatingState.NOT_YET_RATED:
            continue
        if my.state is RatingState.NOT_YET_RATED:
            left_open += 1
        elif my.state is not their.state:
            split += 1
        elif my.value is not None and their.value is not None:
            sessions.append(session)
            trial.append(my.value)
            reference.append(their.value)
    return _Compared(
        item=item,
        label=codebook.label(item),
        levels=tuple(float(value) for value in scale.values),
        step=float(scale.step),
        sessions=tuple(sessions),
        trial=np.array(trial, dtype=np.float64),
        reference=np.array(reference, dtype=np.float64),
        n_applicability=split,
        n_left_open=left_open,
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class _BySession:
    """Sums per recording: compared ratings, equal ones, close ones, departures, tables.

    Recordings stand in the order of what they hold, so that no name decides what is drawn.
    """

    n: Floats
    exact: Floats
    close: Floats
    departure: Floats
    tables: Floats | None

    @classmethod
    def of(cls, compared: Sequence[_Compared]) -> _BySession:
        rows = sorted({session for one in compared for session in one.sessions})
        row = {session: place for place, session in enumerate(rows)}
        sums = np.zeros((4, len(rows)))
        scales = {one.levels for one in compared}
        q = len(next(iter(scales), ()))
        tables = np.zeros((len(rows), q, q)) if len(scales) == 1 else None
        for one in compared:
            at = np.array([row[session] for session in one.sessions], dtype=np.intp)
            apart = one.trial - one.reference
            for line, values in enumerate(
                (np.ones_like(apart), apart == 0, np.abs(apart) <= one.step + 1e-9, apart)
            ):
                np.add.at(sums[line], at, values)
            if tables is not None:
                trial, reference = (
                    places_on(one.levels, ratings) for ratings in (one.trial, one.reference)
                )
                for cell in zip(at, trial, reference, strict=True):
                    tables[cell] += 1
        keys = sums if tables is None else np.vstack([sums, tables.reshape(len(rows), q * q).T])
        order = np.lexsort(keys[::-1])
        n, exact, close, departure = sums[:, order]
        return cls(
            n=n,
            exact=exact,
            close=close,
            departure=departure,
            tables=None if tables is None else tables[order],
        )

    def ratio(self, above: Floats, title: str, bootstrap: SessionBootstrap) -> Statistic:
        """Sum over compared ratings, interval by drawing recordings."""
        n = len(self.n)
        if n == 0:
            return NotEstimable(reason=_NOTHING, n=0)
        interval: Interval | NoInterval
        if np.ptp(above / self.n) == 0:
            perfect = self.exact.sum() == self.n.sum()
            interval = NoInterval(reason=NO_DISAGREEMENT if perfect else SAME_CONTRIBUTION)
        else:
            drawn = bootstrap.weights(n)
            interval = bootstrap.interval(divided(drawn @ above, drawn @ self.n), n)
        method = f"{title}; {bootstrap.method}" if isinstance(interval, Interval) else title
        return Estimate(
            value=float(above.sum() / self.n.sum()),
            interval=interval,
            n=n,
            method=method,
            n_pairs=int(self.n.sum()),
        )

    def kappa(self, bootstrap: SessionBootstrap) -> Statistic:
        """Quadratic weighted kappa of the dimensions' ratings together."""
        n = len(self.n)
        if n == 0:
            return NotEstimable(reason=_NOTHING, n=0)
        if self.tables is None:
            return NotEstimable(reason="dimensions have different scales", n=n)
        weights = agreement_weights(Weighting.QUADRATIC, self.tables.shape[1])
        title = f"{kappa_title(Weighting.QUADRATIC)}, dimensions pooled"
        found = kappa_of_table(
            self.tables.sum(axis=0), weights, title=title, level=bootstrap.level
        )
        if isinstance(found, NotEstimable) or not isinstance(found.interval, Interval):
            return found
        resampled = np.tensordot(bootstrap.weights(n), self.tables, axes=1)
        total = resampled.sum(axis=(1, 2))
        observed = divided((resampled * weights).sum(axis=(1, 2)), total)
        rows, columns = resampled.sum(axis=2), resampled.sum(axis=1)
        chance = divided(((rows @ weights) * columns).sum(axis=1), total**2)
        left = np.where(1.0 - chance > 1e-12, 1.0 - chance, 0.0)
        interval = bootstrap.interval(divided(observed - chance, left), n)
        method = f"{title}; {bootstrap.method}" if isinstance(interval, Interval) else title
        return coefficient(found.value, interval, n=n, method=method)


def _overall(compared: Sequence[_Compared], bootstrap: SessionBootstrap) -> AgainstReference:
    by_session = _BySession.of(compared)
    return AgainstReference(
        item="",
        label="",
        n_recordings=len(by_session.n),
        n_ratings=int(by_session.n.sum()),
        n_applicability=sum(one.n_applicability for one in compared),
        n_left_open=sum(one.n_left_open for one in compared),
        kappa=by_session.kappa(bootstrap),
        **_shares(by_session, bootstrap),
    )


def _shares(by_session: _BySession, bootstrap: SessionBootstrap) -> dict[str, Statistic]:
    return {
        "exact": by_session.ratio(
            by_session.exact, "exact agreement with the reference", bootstrap
        ),
        "within_one": by_session.ratio(
            by_session.close, "agreement with the reference within one level", bootstrap
        ),
        "departure": by_session.ratio(
            by_session.departure, "mean of rating minus reference", bootstrap
        ),
    }


def _single(one: _Compared, bootstrap: SessionBootstrap) -> AgainstReference:
    by_session = _BySession.of([one])
    few = _NOTHING if not one.sessions else "one recording has no kappa"
    kappa: Statistic = NotEstimable(reason=few, n=len(one.sessions))
    if len(one.sessions) > 1:
        kappa = kappa_of_table(
            one.table,
            agreement_weights(Weighting.QUADRATIC, len(one.levels)),
            title=kappa_title(Weighting.QUADRATIC),
            level=bootstrap.level,
        )
    return AgainstReference(
        item=one.item,
        label=one.label,
        n_recordings=len(one.sessions),
        n_ratings=len(one.sessions),
        n_applicability=one.n_applicability,
        n_left_open=one.n_left_open,
        kappa=kappa,
        **_shares(by_session, bootstrap),
    )


def _repeated(ratings: Sequence[ItemRating], codebook: Codebook, what: str) -> Iterable[Problem]:
    seen: set[tuple[str, str]] = set()
    for rating in ratings:
        key = (rating.session_id, rating.item)
        if key in seen and rating.item in codebook.dimension_ids:
            yield Problem(
                what=f"Session {key[0]} has more than one {what} rating of {key[1]}.",
                fix="Compare one coder with one reference coding at a time.",
                key=key[1],
            )
        seen.add(key)
