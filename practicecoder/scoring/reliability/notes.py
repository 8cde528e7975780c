"""Cautions that go with an item's agreement: when each is due, and its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from practicecoder.scoring.reliability.design import ItemDesign, ItemKind, RatingMatrix
from practicecoder.scoring.reliability.limits import (
    AVERAGE_FORM,
    BELOW_CHANCE,
    CODER_VARIANCE_ZERO,
    CONSTANT_CODER,
    INTERVAL_CUT,
    OUT_OF_RANGE,
)
from practicecoder.scoring.reliability.severity import (
    CoderTest,
    Severity,
    coder_groups,
)
from practicecoder.scoring.results import (
    Estimate,
    Interval,
    NotEstimable,
    Statistic,
    percent_shown,
    shown,
)

FEW_SESSIONS = 15
_RESTRICTED_SHARE = 0.80
_SEVERITY_GAP = 0.10
_ZERO_SHARE = 0.50


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A caution: stable id and sentence."""

    note_id: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What the cautions of one item are judged by. ``one`` counts disputed applicability."""

    kind: ItemKind
    design: ItemDesign
    headline: Statistic
    consistency: Statistic
    statistics: Mapping[str, Statistic]
    severity: Severity | NotEstimable
    n_applicability: int
    one: int

    @property
    def matrix(self) -> RatingMatrix:
        """Ratings of the usable sessions."""
        return self.design.matrix


def item_notes(facts: NoteFacts) -> tuple[Note, ...]:
    """Every caution that is due for one item."""
    found = (
        _few_sessions(facts),
        _listwise_loss(facts),
        _below_chance(facts),
        _from_statistics(
            facts,
            INTERVAL_CUT,
            "The interval reaches the end of the scale and is cut there.",
        ),
        _restricted_range(facts),
        _constant_coder(facts),
        _severity_gap(facts),
        _from_statistics(
            facts,
            CODER_VARIANCE_ZERO,
            "No difference in level between coders was found; "
            "agreement and consistency are the same.",
        ),
        _unconnected(facts),
        _applicability(facts),
        _zero_heavy(facts),
    )
    return tuple(note for note in found if note is not None)


def average_form_note(n_coders: int) -> Note:
    """Caution to print beside any form for the mean of several coders.

    Examples
    --------
    >>> average_form_note(3).sentence
    'Holds only if the analysed score is the mean of 3 coders.'
    """
    return Note(
        note_id=AVERAGE_FORM,
        sentence=f"Holds only if the analysed score is the mean of {n_coders} coders.",
    )


def _few_sessions(facts: NoteFacts) -> Note | None:
    if facts.matrix.n >= FEW_SESSIONS:
        return None
    act = "rated on this item" if facts.design.n_dropped else "coded"
    return Note(
        note_id="few_sessions",
        sentence=f"Only {_sessions_were(facts.matrix.n)} {act} by two or more; "
        "the interval shows how little this settles.",
    )


def _listwise_loss(facts: NoteFacts) -> Note | None:
    matrix = facts.matrix
    if matrix.n_complete == matrix.n:
        return None
    return Note(
        note_id="listwise_loss",
        sentence=f"{matrix.n_complete} of {matrix.n} sessions were rated by all {matrix.k} "
        f"coders; the headline uses all {matrix.n_ratings} ratings (REML{_interval_of(facts)}).",
    )


def _interval_of(facts: NoteFacts) -> str:
    """Which interval a headline by REML has, to be put behind the word; empty if it has none."""
    headline = facts.headline
    if isinstance(headline, NotEstimable) or not isinstance(headline.interval, Interval):
        return ""
    at_the_end = CODER_VARIANCE_ZERO in headline.notes
    return "; interval by profile likelihood" if at_the_end else "; interval by Monte Carlo"


def _below_chance(facts: NoteFacts) -> Note | None:
    """Caution for a headline at or below 0, or so far below that it leaves its range."""
    sentence = "On this item coders do not agree better than chance."
    headline = facts.headline
    if isinstance(headline, NotEstimable) and headline.reason == OUT_OF_RANGE:
        return Note(note_id=BELOW_CHANCE, sentence=sentence)
    return _from_statistics(facts, BELOW_CHANCE, sentence)


def _from_statistics(facts: NoteFacts, note_id: str, sentence: str) -> Note | None:
    """Caution that the headline or, for the ends of scales, any statistic carries."""
    watched: Sequence[Statistic] = (
        (facts.headline,)
        if note_id != INTERVAL_CUT
        else [s for key, s in facts.statistics.items() if key.startswith("icc")]
    )
    if any(isinstance(s, Estimate) and note_id in s.notes for s in watched):
        return Note(note_id=note_id, sentence=sentence)
    return None


def _restricted_range(facts: NoteFacts) -> Note | None:
    ratings = facts.matrix.ratings
    if facts.kind is not ItemKind.DIMENSION or len(ratings) == 0:
        return None
    levels, counts = np.unique(ratings, return_counts=True)
    share = float(counts.max()) / len(ratings)
    if share <= _RESTRICTED_SHARE:
        return None
    return Note(
        note_id="restricted_range",
        sentence=f"{percent_shown(share)} of ratings are {levels[counts.argmax()]:g}: "
        "chance-corrected coefficients are low or unstable whatever coders do.",
    )


def _constant_coder(facts: NoteFacts) -> Note | None:
    matrix = facts.matrix
    noted = any(
        isinstance(s, Estimate) and CONSTANT_CODER in s.notes for s in facts.statistics.values()
    )
    if not noted:
        return None
    constant = [
        coder
        for j, coder in enumerate(matrix.coders)
        if np.ptp(matrix.values[matrix.rated[:, j], j]) == 0
    ]
    who = " and ".join(constant) or "A coder"
    return Note(
        note_id=CONSTANT_CODER,
        sentence=f"{who} used one level only; kappa is 0 by construction.",
    )


def _severity_gap(facts: NoteFacts) -> Note | None:
    if isinstance(facts.severity, NotEstimable) or not _levels_differ(facts, facts.severity):
        return None
    strongest = max(facts.severity.effects, key=lambda e: (abs(e.effect.value), e.coder_id))
    effect = strongest.effect.value
    how = "higher" if effect > 0 else "lower"
    return Note(
        note_id="severity_gap",
        sentence="Coders rank sessions alike but differ in level: "
        f"{strongest.coder_id} rates {shown(abs(effect), 2)} {how} than average.",
    )


def _levels_differ(facts: NoteFacts, severity: Severity) -> bool:
    if isinstance(severity.test, CoderTest) and severity.test.p < 0.05:
        return True
    agreement, consistency = facts.headline, facts.consistency
    if isinstance(agreement, NotEstimable) or isinstance(consistency, NotEstimable):
        return False
    return consistency.value - agreement.value > _SEVERITY_GAP


def _unconnected(facts: NoteFacts) -> Note | None:
    groups = coder_groups(facts.matrix)
    if len(groups) < 2:
        return None
    named = " and ".join("/".join(group) for group in groups)
    return Note(
        note_id="unconnected",
        sentence=f"{named} share no session; their levels cannot be compared.",
    )


def _applicability(facts: NoteFacts) -> Note | None:
    if facts.one == 0:
        return None
    return Note(
        note_id="applicability",
        sentence=f"In {facts.one} of {facts.n_applicability} sessions coders disagreed whether "
        "the item applies.",
    )


def _zero_heavy(facts: NoteFacts) -> Note | None:
    matrix = facts.matrix
    if facts.kind is not ItemKind.COUNT or matrix.n == 0:
        return None
    share = float((matrix.values == 0).all(axis=1).mean())
    if share <= _ZERO_SHARE:
        return None
    return Note(
        note_id="zero_heavy",
        sentence=f"In {percent_shown(share)} of sessions no coder heard this behaviour.",
    )


def _sessions_were(n: int) -> str:
    return "1 session was" if n == 1 else f"{n} sessions were"
