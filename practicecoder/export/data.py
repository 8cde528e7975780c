"""What an analysis package is made from: values already cut to what may leave the study."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import TypeVar

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import ScoreBasis
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.export.exported import ExportedCoding, ExportedEvidence, ExportedSession
from practicecoder.export.names import clipped
from practicecoder.export.packed import Packed
from practicecoder.export.tally import (
    CodingTally,
    SessionTally,
    tally_of_codings,
    tally_of_sessions,
)

__all__ = [
    "ExportedCoding",
    "ExportedEvidence",
    "ExportedSession",
    "PackageData",
    "Profile",
    "in_order",
]

T = TypeVar("T")


class Profile(StrEnum):
    """For whom a package is: those inside the study's data agreement, or everybody else."""

    TEAM = "team"
    OUTSIDE = "outside"


MADE_UP_MARK = " (made-up data)"


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

    def marked_title(self, words: str = "", *, n_bytes: int | None = None) -> str:
        """Title of the study with further words, and said once whether the data are made up.

        Where ``n_bytes`` is the most that a format holds, the title is cut and not the mark.
        """
        if not self.made_up:
            return f"{self.study_title}{words}"
        title = f"{self.study_title.removesuffix(MADE_UP_MARK)}{words}"
        if n_bytes is not None:
            title = clipped(title, n_bytes - len(MADE_UP_MARK))
        return f"{title}{MADE_UP_MARK}"

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
