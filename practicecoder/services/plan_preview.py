"""A plan of coding before it is carried out: who gets how much, and how sure agreement will be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.scoring.allocation import STRATA, Allocation
from practicecoder.scoring.reliability.planner import (
    DoubleCodingPlan,
    expected_width,
    sessions_needed,
)
from practicecoder.scoring.results import coefficient_shown
from practicecoder.services.due_dates import DueRule

USUAL_RELIABILITY = 0.70
"""Agreement of one coder that the planner expects unless told otherwise."""
WIDEST_INTERVAL = 0.40
"""Width of interval from which on a plan is called too small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRequest:
    """What the lead asks for.

    ``session_ids`` None means every session that nobody has. Without ``seed`` one is chosen.
    ``strata`` names what the draw is balanced over. ``expected_reliability`` is the agreement of
    one coder, ICC(A,1), that the lead expects. ``due`` says when the sessions are wanted; None
    names no day.
    """

    coders: tuple[CoderId, ...]
    session_ids: tuple[SessionId, ...] | None = None
    double_share: float = 0.2
    coders_per_double: int = 2
    seed: int | None = None
    strata: tuple[str, ...] = STRATA
    expected_reliability: float = USUAL_RELIABILITY
    due: DueRule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPreview:
    """What a plan would do.

    ``double_elsewhere`` counts the double-coded sessions of the study outside the draw; together
    with those of the draw they are what agreement is estimated from. ``double_wanted`` is the
    number that a report needs before it shows ranges. ``lengths_ms`` says how long what is coded
    of each session lasts; None without a recording. ``uncertified`` names chosen coders without
    a valid certificate; they stop the plan where the study asks for certificates.
    """

    request: PlanRequest
    allocation: Allocation
    left: tuple[tuple[SessionId, str], ...]
    without_segment: tuple[SessionId, ...]
    double_elsewhere: int
    double_wanted: int
    uncertified: tuple[CoderId, ...]
    certificates_required: bool
    lengths_ms: Mapping[SessionId, int | None]

    @property
    def seed(self) -> int:
        """Seed of the draw; the same request with it gives the same plan."""
        return self.allocation.seed

    @property
    def given(self) -> Mapping[CoderId, int]:
        """How many sessions each chosen coder gets by this plan."""
        counts = Counter(a.coder_id for a in self.allocation.assignments)
        return {coder: counts[coder] for coder in sorted(self.request.coders)}

    @property
    def listening_ms(self) -> Mapping[CoderId, int]:
        """How much each chosen coder gets to listen to, at normal speed; what is known of it."""
        totals = dict.fromkeys(sorted(self.request.coders), 0)
        for assignment in self.allocation.assignments:
            totals[assignment.coder_id] += self.lengths_ms.get(assignment.session_id) or 0
        return totals

    @property
    def n_without_length(self) -> int:
        """Codings of this plan whose session has no recording, so that its length is not known."""
        given = self.allocation.assignments
        return sum(self.lengths_ms.get(a.session_id) is None for a in given)

    @property
    def workload(self) -> str:
        """How much there is to listen to in all, a lower bound of the work; empty if not known.

        Rating, evidence and listening again come on top, and differ from codebook to codebook.
        """
        total_ms, unknown = sum(self.listening_ms.values()), self.n_without_length
        if not total_ms:
            return ""
        told = f"{duration_in_words(total_ms)} to listen to once, at normal speed"
        if unknown:
            codings = "1 coding" if unknown == 1 else f"{unknown} codings"
            told += f"; {codings} without a recording not counted"
        return f"{told}."

    @property
    def n_double(self) -> int:
        """Double-coded sessions of the study once the plan is carried out."""
        return self.double_elsewhere + len(self.allocation.double)

    @property
    def precision(self) -> DoubleCodingPlan | None:
        """Interval to expect from all double-coded sessions; None if they are too few to tell."""
        request = self.request
        return expected_width(
            request.expected_reliability, self.n_double, request.coders_per_double
        )

    @property
    def needed(self) -> DoubleCodingPlan:
        """Sessions that an interval of no more than the usual width takes."""
        request = self.request
        return sessions_needed(
            request.expected_reliability, WIDEST_INTERVAL, request.coders_per_double
        )

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """What is given to whom, with the days by which it is wanted."""
        drawn, due = self.allocation.assignments, self.request.due
        return drawn if due is None else due.given(drawn)

    @property
    def due_sentence(self) -> str:
        """When the sessions are due; empty if no day was named."""
        due = self.request.due
        return "" if due is None else due.sentence(self.allocation.assignments)

    @property
    def is_ready(self) -> bool:
        """Whether the plan can be carried out."""
        stopped = self.certificates_required and bool(self.uncertified)
        return bool(self.allocation.assignments) and not stopped

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the planner says of the interval, and what it leaves out."""
        return () if self.precision is None else self.precision.sentences

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the lead should know before the plan is carried out."""
        found = [self._about_certificates(), self._about_size(), self._about_segments()]
        if self.allocation.unplaced:
            n = len(self.allocation.unplaced)
            found.append(f"{_sessions(n)} cannot get all coders: nobody else may code them.")
        return tuple(sentence for sentence in found if sentence)

    def _about_certificates(self) -> str:
        nobody_has_one = set(self.uncertified) == set(self.request.coders)
        if not self.uncertified or (nobody_has_one and not self.certificates_required):
            return ""
        who = ", ".join(self.uncertified)
        if self.certificates_required:
            return f"No valid certificate: {who}. This study asks for one."
        return f"No valid certificate: {who}. This study does not ask for one."

    def _about_size(self) -> str:
        if not self.request.double_share:
            return "Nothing is coded twice by this plan, so it adds nothing to reliability."
        n, precision, needed = self.n_double, self.precision, self.needed
        parts = []
        if precision is None:
            parts.append(f"{_sessions(n)} coded twice: too few for any interval.")
        elif precision.width > WIDEST_INTERVAL and n < needed.n_sessions:
            width = coefficient_shown(precision.width)
            parts.append(
                f"The plan is small: {_sessions(n)} coded twice, an interval {width} wide."
            )
        if n < needed.n_sessions:
            parts.append(f"{needed.n_sessions} give {coefficient_shown(WIDEST_INTERVAL)}.")
        if n < self.double_wanted:
            parts.append(f"Reports show ranges from {self.double_wanted} on.")
        return " ".join(parts)

    def _about_segments(self) -> str:
        n = len(self.without_segment)
        if not n:
            return ""
        verb = "has" if n == 1 else "have"
        return f"{_sessions(n)} {verb} no segment yet. Draw segments before coding begins."


def duration_in_words(duration_ms: int) -> str:
    """Hours and minutes of a stretch of work, to the nearest minute.

    Examples
    --------
    >>> duration_in_words(5_400_000), duration_in_words(600_000), duration_in_words(7_200_000)
    ('1 h 30 min', '10 min', '2 h')
    """
    hours, minutes = divmod(round(duration_ms / 60_000), 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""]
    return " ".join(part for part in parts if part)


def _sessions(number: int) -> str:
    return f"{number} session{'' if number == 1 else 's'}"
