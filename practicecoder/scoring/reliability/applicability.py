"""Whether coders agree that an item applies at all: told before how they rated it."""

from __future__ import annotations

from dataclasses import dataclass

from practicecoder.scoring.reliability.alpha import Metric, alpha
from practicecoder.scoring.reliability.bootstrap import SessionBootstrap
from practicecoder.scoring.reliability.design import RatingMatrix
from practicecoder.scoring.reliability.kappa import MeanKappa, kappas
from practicecoder.scoring.reliability.weights import Weighting
from practicecoder.scoring.results import Statistic


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """Sessions where both (all) coders rated, where they disagreed, where none rated.

    ``disputed`` lists the sessions for the consensus meeting.
    """

    both: int
    one: int
    none: int
    disputed: tuple[str, ...]
    kappa: MeanKappa
    alpha: Statistic

    @property
    def n(self) -> int:
        """Sessions in which at least two coders decided."""
        return self.both + self.one + self.none


def applicability(applies: RatingMatrix, bootstrap: SessionBootstrap) -> Applicability:
    """Agreement on the yes/no decision, 1 for rated and 0 for not applicable."""
    yes = applies.values.sum(axis=1)
    all_yes, all_no = yes == applies.per_session, yes == 0
    split = ~(all_yes | all_no)
    levels, unweighted = (0.0, 1.0), Weighting.UNWEIGHTED
    return Applicability(
        both=int(all_yes.sum()),
        one=int(split.sum()),
        none=int(all_no.sum()),
        disputed=tuple(sorted(s for s, d in zip(applies.sessions, split, strict=True) if d)),
        kappa=kappas(applies, levels, (unweighted,), bootstrap)[unweighted],
        alpha=alpha(applies, Metric.NOMINAL, bootstrap),
    )
