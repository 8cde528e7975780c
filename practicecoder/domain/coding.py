"""One coder's pass over one segment: ratings in three states, answers, evidence, notes, marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from practicecoder.domain.ids import CoderId, CodingId, SessionId
from practicecoder.domain.spans import TimeSpan


class CodingRole(StrEnum):
    """What a coding is for. Primary and double codings are independent of each other."""

    PRIMARY = "primary"
    DOUBLE = "double"
    CONSENSUS = "consensus"
    TRAINING = "training"
    REFERENCE = "reference"
    """The agreed ratings of a training recording, against which trials are compared."""

    @property
    def is_independent(self) -> bool:
        """Whether the coding may enter reliability."""
        return self in (CodingRole.PRIMARY, CodingRole.DOUBLE)


class CodingState(StrEnum):
    """Open for its coder, or locked by submission."""

    OPEN = "open"
    LOCKED = "locked"


class CountingMode(StrEnum):
    """How marks become counts; numbers of the two ways cannot be compared.

    ``TALLY``: every mark counts. ``VOLLEY``: each slot of a volley counts once.
    """

    TALLY = "tally"
    VOLLEY = "volley"


class RatingState(StrEnum):
    """The three states of a rating; they never share a value."""

    NOT_YET_RATED = "not_yet_rated"
    RATED = "rated"
    NOT_APPLICABLE = "not_applicable"


class ScoreBasis(StrEnum):
    """How a session's final value came about."""

    SINGLE = "single"
    MEAN = "mean"
    CONSENSUS = "consensus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """A judgement on one dimension.

    ``value`` is a number exactly if rated (whole from a coder; a final value averaged over coders
    may be a half). ``na_reason`` is a reason id of the codebook exactly if not applicable.
    """

    state: RatingState = RatingState.NOT_YET_RATED
    value: float | None = None
    na_reason: str | None = None
    note: str = ""
    unsure: bool = False

    def __post_init__(self) -> None:
        if (self.state is RatingState.RATED) != (self.value is not None):
            raise ValueError("a rating has a value exactly if it is rated")
        if (self.state is RatingState.NOT_APPLICABLE) != (self.na_reason is not None):
            raise ValueError("a rating has a reason exactly if it is not applicable")

    @classmethod
    def rated(cls, value: float, *, unsure: bool = False) -> Rating:
        """Rate with a level."""
        return cls(state=RatingState.RATED, value=value, unsure=unsure)

    @classmethod
    def not_applicable(cls, reason: str, *, note: str = "") -> Rating:
        """Rule out a rating, with a reason id of the codebook."""
        return cls(state=RatingState.NOT_APPLICABLE, na_reason=reason, note=note)


NOT_YET_RATED = Rating()
"""The state of every dimension before its coder decides."""

AnswerValue = bool | str | float | tuple[str, ...]
"""Answer to a codebook question: yes/no, text, a number, or the chosen options."""


class Polarity(StrEnum):
    """What a piece of evidence shows."""

    STRENGTH = "strength"
    TO_BUILD = "to_build"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A moment or span noted for one or more dimensions.

    ``share``: the worker may see it in a report; only shared evidence ever leaves the coding.
    """

    evidence_id: str
    span: TimeSpan
    dimension_ids: tuple[str, ...]
    polarity: Polarity = Polarity.NEUTRAL
    quote: str = ""
    note: str = ""
    share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Free text of the coder. ``at_ms`` is the moment it speaks of; None for the whole session."""

    note_id: str
    text: str
    at_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMark:
    """A count code given to a moment or, with ``end_ms``, to a span.

    ``volley`` and ``utterance`` number the talk from 0; None where marks are tallied. ``speaker``
    is who spoke, as the codebook names speakers ("worker", "client"); empty: the code's own.
    """

    mark_id: str
    count_id: str
    at_ms: int
    volley: int | None = None
    utterance: int | None = None
    end_ms: int | None = None
    speaker: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.end_ms is not None and self.end_ms < self.at_ms:
            raise ValueError("a mark cannot end before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """One stretch really played, at one speed (1.0 is the recorded speed). ``at`` is aware UTC."""

    span: TimeSpan
    speed: float
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookRef:
    """Which codebook exactly: id, version, and SHA-256 of the file's text."""

    codebook_id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One coder's pass over one segment, as it is stored now.

    ``ratings`` holds dimensions that were touched; a dimension that is not in it is not yet rated
    (use :meth:`rating`). ``version`` grows by one with every saved act, so that two windows cannot
    overwrite each other. ``heard`` are the spans really played, merged. ``position_ms`` is where
    the coder stopped listening. ``counting`` is None until the first mark decides it.
    ``unblinded``: the coder recognised someone, or learned the office or the phase.
    """

    coding_id: CodingId
    session_id: SessionId
    coder_id: CoderId
    codebook: CodebookRef
    role: CodingRole = CodingRole.PRIMARY
    state: CodingState = CodingState.OPEN
    ratings: Mapping[str, Rating] = field(default_factory=dict)
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[Note, ...] = ()
    marks: tuple[CodeMark, ...] = ()
    counting: CountingMode | None = None
    unblinded: bool = False
    heard: tuple[TimeSpan, ...] = ()
    position_ms: int = 0
    short_listen_reason: str = ""
    submitted_at: datetime | None = None
    version: int = 1

    def rating(self, dimension_id: str) -> Rating:
        """Rating of a dimension; not yet rated if it was never touched."""
        return self.ratings.get(dimension_id, NOT_YET_RATED)

    @property
    def is_locked(self) -> bool:
        """Whether the coding was submitted."""
        return self.state is CodingState.LOCKED


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRating:
    """One cell of the long ratings table: what one coder gave one session on one item.

    ``item`` is a dimension or count id.
    """

    session_id: SessionId
    coder_id: CoderId
    item: str
    rating: Rating
