"""What a consensus meeting is shown: codings of a session under letters, and what is agreed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import (
    NOT_YET_RATED,
    AnswerValue,
    Coding,
    Note,
    Rating,
    RatingState,
)
from practicecoder.domain.coding_changes import CodingChange
from practicecoder.domain.ids import BlindCode, CoderId, SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import TimeSpan
from practicecoder.services.comparing import CountComparison, DimensionComparison
from practicecoder.vault.sound_file import SoundFile


class MeetingState(StrEnum):
    """How far a meeting is."""

    TO_HOLD = "to_hold"
    BEGUN = "begun"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """A session whose independent codings are all locked, in the list of meetings.

    ``session_id`` is None for whoever is not a lead. ``n_differences`` counts dimensions, and so
    do ``n_equal`` and ``n_agreed``.
    """

    blind_code: BlindCode
    session_id: SessionId | None
    state: MeetingState
    n_coders: int
    n_differences: int
    n_equal: int
    n_agreed: int
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDifference:
    """A question that coders answered differently; None for a coder who did not answer it."""

    question_id: str
    prompt: str
    answers: Mapping[str, AnswerValue | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Codings of a session side by side, and what was agreed so far.

    ``labels`` are the letters of the coders in their order; ``names`` says who they are, and is
    empty unless the study shows names in meetings. ``session_id`` is None for whoever is not a
    lead. ``rows`` are the dimensions with the widest differences first. ``agreed`` has every
    dimension; ``decisions`` the texts noted so far by item. ``recording`` and ``segment`` are
    None without sound.
    """

    blind_code: BlindCode
    session_id: SessionId | None
    state: MeetingState
    labels: tuple[str, ...]
    names: Mapping[str, CoderId]
    rows: tuple[DimensionComparison, ...]
    counts: tuple[CountComparison, ...]
    answers: tuple[AnswerDifference, ...]
    notes: Mapping[str, tuple[Note, ...]]
    agreed: Mapping[str, Rating]
    decisions: Mapping[str, str]
    recording: SoundFile | None
    segment: TimeSpan | None

    @property
    def is_finished(self) -> bool:
        """Whether the agreed ratings are locked."""
        return self.state is MeetingState.FINISHED

    @property
    def to_talk_about(self) -> tuple[DimensionComparison, ...]:
        """Dimensions on which coders differ."""
        return tuple(row for row in self.rows if not row.is_equal)

    @property
    def equal(self) -> tuple[DimensionComparison, ...]:
        """Dimensions on which coders do not differ."""
        return tuple(row for row in self.rows if row.is_equal)

    @property
    def undecided(self) -> tuple[DimensionComparison, ...]:
        """Dimensions on which nothing is agreed yet."""
        return tuple(row for row in self.rows if not is_decided(self.agreed[row.dimension_id]))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAct:
    """One saved act of a meeting. ``saved_at`` is when it was committed (aware UTC).

    ``inverse`` are the changes that take it back. An act without changes found nothing to do.
    ``meeting`` is the meeting after it.
    """

    text: str
    blind_code: BlindCode
    changes: tuple[CodingChange, ...]
    inverse: tuple[CodingChange, ...]
    saved_at: datetime
    meeting: Meeting


def is_decided(rating: Rating) -> bool:
    """Whether a rating is a level or not applicable."""
    return rating.state is not RatingState.NOT_YET_RATED


def agreed_ratings(codebook: Codebook, consensus: Coding | None) -> dict[str, Rating]:
    """What is agreed on each dimension; without a consensus nothing yet."""
    return {
        d: NOT_YET_RATED if consensus is None else consensus.rating(d)
        for d in codebook.dimension_ids
    }


def labelled(session: PracticeSession, codings: Sequence[Coding]) -> dict[str, Coding]:
    """Independent codings of a session under A, B, C ...; a letter is nobody in particular.

    Their order follows from session and coder, always the same for a session and unlike from one
    session to the next, so that no letter gives a coder away.
    """

    def place(coding: Coding) -> bytes:
        return hashlib.sha256(f"{session.session_id}\n{coding.coder_id}".encode()).digest()

    independent = sorted((c for c in codings if c.role.is_independent), key=place)
    return {letter(number): coding for number, coding in enumerate(independent)}


def letter(number: int) -> str:
    """Letters by number, from 0.

    Examples
    --------
    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    text = chr(ord("A") + number % 26)
    return text if number < 26 else letter(number // 26 - 1) + text
