"""What an analysis package is made from: values already cut to what may leave the study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    AnswerValue,
    CodeMark,
    CountingMode,
    Evidence,
    Rating,
    ScoreBasis,
)
from practicecoder.domain.ids import CoderId, SessionId
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.results import NotEstimable


class Profile(StrEnum):
    """For whom a package is: those inside the study's data agreement, or everybody else."""

    TEAM = "team"
    OUTSIDE = "outside"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageData:
    """Everything a package holds.

    ``independent`` are primary and double codings, ``consensus`` the agreed ones. ``evidence`` is
    None unless it was asked for. ``n_withdrawn`` sessions are left out of every table. ``several``
    says what several codings of a session without a consensus give. ``made_at`` is aware UTC.
    ``purpose`` is what the package is made for, in the words of whoever exports. ``study_head``
    and ``heads`` are the printed heads of the history, of the study and of the codings: who keeps
    the package can show later whether the history was rewritten since.
    """

    study_id: str
    study_title: str
    made_up: bool
    made_at: datetime
    codebook: Codebook
    several: ScoreBasis
    seed: int
    sessions: tuple[ExportedSession, ...]
    independent: tuple[ExportedCoding, ...]
    consensus: tuple[ExportedCoding, ...] = ()
    workers: tuple[Worker, ...] = ()
    offices: tuple[Office, ...] = ()
    coders: tuple[Coder, ...] = ()
    evidence: tuple[ExportedEvidence, ...] | None = None
    n_withdrawn: int = 0
    versions: Mapping[str, str] = field(default_factory=dict)
    profile: Profile = Profile.TEAM
    purpose: str = ""
    study_head: str = ""
    heads: tuple[str, ...] = ()

    @property
    def has_events(self) -> bool:
        """Whether any recording was gone through for codes."""
        return any(coding.marks is not None for coding in self.independent)

    @property
    def has_counts(self) -> bool:
        """Whether anything was counted in any session."""
        return any(
            not isinstance(one.final, NotEstimable) and one.final.counts is not None
            for one in self.sessions
        ) or any(coding.counts is not None for coding in (*self.independent, *self.consensus))
