"""What leaves the study about one session, one coding, one piece of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    CountingMode,
    Evidence,
    Rating,
)
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.results import NotEstimable


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedSession:
    """One session with what enters analysis.

    ``final`` is NotEstimable if it was not coded; ``codebook_version`` is empty then. ``answers``
    are those of the coding that counts. ``segment`` is None without a recording, ``heard_share``
    is from 0 to 1 and None where nothing could be heard. ``certified`` says whether every
    independent coder held a valid certificate on submitting; None in a study without certificates.
    """

    session: PracticeSession
    final: FinalValues | NotEstimable
    codebook_version: str = ""
    segment: TimeSpan | None = None
    heard_share: float | None = None
    in_reliability: bool = False
    answers: Mapping[str, AnswerValue] = field(default_factory=dict)
    unblinded: bool = False
    certified: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedCoding:
    """One coder's locked ratings of one session; ``counts`` is None if nothing was counted.

    ``counting`` is the way of counting, where the coder chose one. ``early`` are the dimensions
    rated before the end was heard; None where nothing was played, as for imported ratings.
    ``marks`` are those of a recording that was gone through for codes, perhaps none; None if it
    was not.
    """

    session_id: SessionId
    coder_id: CoderId
    codebook_version: str
    ratings: Mapping[str, Rating]
    counts: Mapping[str, float] | None = None
    counting: CountingMode | None = None
    early: frozenset[str] | None = None
    marks: tuple[CodeMark, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedEvidence:
    """A piece of shared evidence, its words already without what may identify people."""

    session_id: SessionId
    coder_id: CoderId
    evidence: Evidence
