"""Which shared moments are proposed as strengths and as the thing to build: by rule, no wording.

The rule is fixed so that it can be explained: what the moment shows, then how far the worker's
own rating moved since the session before, then the level. A person chooses and words afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from practicecoder.domain.coding import Polarity
from practicecoder.reports.data import Moment, RatedDimension, Strength, ToBuild
from practicecoder.reports.sentences import Say, say
from practicecoder.scoring.scores import in_sentence

N_STRENGTHS = 2
N_TO_BUILD = 1
MOMENTS_TO_BUILD = 2


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A dimension with its shared moments of one kind, in order of time."""

    dimension: RatedDimension
    moments: tuple[Moment, ...]

    @property
    def change(self) -> float:
        """Own change since the session before, upwards in the better direction; 0 if unknown."""
        before = self.dimension.earlier[-1] if self.dimension.earlier else None
        if self.dimension.value is None or before is None:
            return 0.0
        return self._direction * (self.dimension.value - before)

    @property
    def level(self) -> float:
        """Rating, upwards in the better direction; 0 without one."""
        value = self.dimension.value
        return 0.0 if value is None else self._direction * value

    @property
    def _direction(self) -> int:
        return -1 if self.dimension.scale.lower_is_better else 1


def proposed_strengths(dimensions: Sequence[RatedDimension]) -> tuple[Strength, ...]:
    """Two moments at most, of different dimensions: largest own gain, then highest level."""
    found = _ranked(dimensions, Polarity.STRENGTH, lambda c: (-c.change, -c.level))
    chosen: list[Strength] = []
    used: set[int] = set()
    for candidate in found:
        moment = next((m for m in candidate.moments if m.at_ms not in used), None)
        if moment is None or len(chosen) == N_STRENGTHS:
            continue
        used.add(moment.at_ms)
        label = candidate.dimension.label
        chosen.append(
            Strength(
                behaviour=moment.note or _wording(Say.PROPOSED_STRENGTH, label),
                moments=(replace(moment, note=""),),
                dimension=label,
                rating=candidate.dimension.value,
            )
        )
    return tuple(chosen)


def proposed_to_build(dimensions: Sequence[RatedDimension]) -> tuple[ToBuild, ...]:
    """One dimension with up to two moments: largest own loss, then lowest level."""
    found = _ranked(dimensions, Polarity.TO_BUILD, lambda c: (c.change, c.level))
    return tuple(
        ToBuild(
            behaviour=_wording(Say.PROPOSED_BUILD, candidate.dimension.label),
            moments=candidate.moments[:MOMENTS_TO_BUILD],
            dimension=candidate.dimension.label,
        )
        for candidate in found[:N_TO_BUILD]
    )


def _ranked(
    dimensions: Sequence[RatedDimension],
    polarity: Polarity,
    rank: Callable[[_Candidate], tuple[float, float]],
) -> list[_Candidate]:
    candidates = [
        _Candidate(dimension, tuple(m for m in dimension.moments if m.polarity is polarity))
        for dimension in dimensions
    ]
    return sorted((c for c in candidates if c.moments), key=rank)


def _wording(which: Say, label: str) -> str:
    return say(which, dimension=in_sentence(label))
