"""What an analysis package is made from: values already cut to what may leave the study."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TypeVar

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
from practicecoder.export.packed import Packed
from practicecoder.export.tally import (
    CodingTally,
    SessionTally,
    tally_of_codings,
    tally_of_sessions,
)
from practicecoder.scoring.finals import FinalValues
from practicecoder.scoring.results import NotEstimable

T = TypeVar("T")


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

    ``independent`` are primary and double codings, ``consensus`` the agreed ones. Sessions and
    codings that are packed stand in the order of their codes, and are read a batch at a time.
    ``evidence`` is None unless it was asked for. ``n_withdrawn`` sessions are left out of every
    table. ``several`` says what several codings of a session without a consensus give. ``made_at``
    is aware UTC. ``purpose`` is what the package is made for, in the words of whoever exports.
    ``study_head`` and ``heads`` are the printed heads of the history, of the study and of the
    codings: who keeps the package can show later whether the history was rewritten since.
    ``byte_order_mark`` is put in front of CSV files, for Excel. ``exact_dates``: the days of
    sessions are told, which the profile for outside never does.
    """

    study_id: str
    study_title: str
    made_up: bool
    made_at: datetime
    codebook: Codebook
    several: ScoreBasis
    seed: int
    sessions: Collection[ExportedSession]
    independent: Collection[ExportedCoding]
    consensus: Collection[ExportedCoding] = ()
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
    byte_order_mark: bool = False
    exact_dates: bool = False
    session_tally: SessionTally = field(init=False, repr=False, compare=False)
    independent_tally: CodingTally = field(init=False, repr=False, compare=False)
    consensus_tally: CodingTally = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        of_codings = partial(tally_of_codings, self.codebook)
        object.__setattr__(self, "session_tally", tally_of_sessions(self.sessions))
        object.__setattr__(self, "independent_tally", of_codings(self.independent))
        object.__setattr__(self, "consensus_tally", of_codings(self.consensus))

    @property
    def has_events(self) -> bool:
        """Whether any recording was gone through for codes."""
        return self.independent_tally.has_events

    @property
    def has_counts(self) -> bool:
        """Whether anything was counted in any session."""
        tallies = (self.session_tally, self.independent_tally, self.consensus_tally)
        return any(tally.has_counts for tally in tallies)


def in_order(values: Collection[T], key: Callable[[T], tuple[str, ...]]) -> Iterable[T]:
    """Values in order of a key; those that are packed are so already."""
    return values if isinstance(values, Packed) else sorted(values, key=key)
