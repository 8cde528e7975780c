"""Which stretch of a recording is coded: the whole, or a window drawn from a stored seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from practicecoder.codebook.model import Codebook
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, Segment, SegmentChoice
from practicecoder.domain.spans import clock
from practicecoder.errors import NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.rights import require
from practicecoder.services.session_states import NOT_TO_BE_CODED
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

LARGEST_SEED = 2**53 - 1
"""Seeds stay below this, so that every program that reads an export keeps them exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What a draw did. Sessions that were left as they are stand with the reason in words."""

    drawn: tuple[SessionId, ...]
    shorter: tuple[SessionId, ...]
    """Drawn sessions whose recording is shorter than the window; it is taken whole."""
    left: tuple[tuple[SessionId, str], ...]
    change: StudyChange

    def sentence(self) -> str:
        """Say what was done."""
        parts = [f"Drew {_sessions(len(self.drawn))}."]
        if self.shorter:
            parts.append(f"{len(self.shorter)} shorter than the window, taken whole.")
        if self.left:
            parts.append(f"Left {_sessions(len(self.left))} as before.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPreview:
    """What a draw would do: sessions it would draw, those taken whole, and those it leaves."""

    to_draw: tuple[SessionId, ...]
    shorter: tuple[SessionId, ...]
    left: tuple[tuple[SessionId, str], ...]


class SegmentService:
    """Draws segments and draws them again, always on record."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    @property
    def window_ms(self) -> int | None:
        """Length of a random window in this study; None if its codebook draws none."""
        return window_ms(self._context.codebook)

    def preview(self, session_ids: Sequence[SessionId] | None = None) -> DrawPreview:
        """Say what a draw for these sessions would do, or for all of the study; nothing is stored.

        Raises
        ------
        NotAllowedError
            If the codebook has no random windows.
        """
        length_ms = self._random_window()
        to_draw: list[SessionId] = []
        shorter: list[SessionId] = []
        left: list[tuple[SessionId, str]] = []
        with self._context.store.reading() as unit:
            sessions = {session.session_id: session for session in unit.sessions.all()}
            begun = {coding.session_id for coding in unit.codings.all()}
        for session_id in sorted(sessions if session_ids is None else session_ids):
            session = sessions.get(session_id)
            why_not = _why_not(session, is_begun=session_id in begun)
            if why_not or session is None or session.recording is None:
                left.append((session_id, why_not))
                continue
            to_draw.append(session_id)
            if session.recording.duration_ms < length_ms:
                shorter.append(session_id)
        return DrawPreview(to_draw=tuple(to_draw), shorter=tuple(shorter), left=tuple(left))

    def draw(
        self,
        session_ids: Sequence[SessionId],
        *,
        actor: CoderId | None,
        seed: int | None = None,
    ) -> Drawing:
        """Draw a random window for each session that has none, from one seed.

        Each session's own seed is taken from ``seed`` in the order of session codes and stored
        with its segment; without ``seed`` one is chosen. Sessions without sound, with a window
        already, or with a coding begun are left as they are.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, or the codebook has no random windows.
        """
        length_ms = self._random_window()
        seeds = random.Random(seed if seed is not None else new_seed())
        drawn: list[SessionId] = []
        shorter: list[SessionId] = []
        left: list[tuple[SessionId, str]] = []
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "draws segments")
            for session_id in sorted(session_ids):
                own_seed = seeds.randint(0, LARGEST_SEED)
                session = unit.sessions.find(session_id)
                is_begun = bool(unit.codings.of_session(session_id))
                why_not = _why_not(session, is_begun=is_begun)
                if why_not or session is None or session.recording is None:
                    left.append((session_id, why_not))
                    continue
                segment = Segment.drawn(
                    session.recording.duration_ms, length_ms=length_ms, seed=own_seed
                )
                self._store(unit, session, segment, actor=actor)
                drawn.append(session_id)
                if segment.is_shorter_than(length_ms):
                    shorter.append(session_id)
        return Drawing(
            drawn=tuple(drawn),
            shorter=tuple(shorter),
            left=tuple(left),
            change=_changed(*drawn),
        )

    def draw_again(
        self,
        session_ids: Sequence[SessionId] | SessionId,
        choice: SegmentChoice,
        *,
        actor: CoderId | None,
        reason: str,
        seed: int | None = None,
    ) -> StudyChange:
        """Draw other windows, or take whole recordings, with a reason that is kept.

        A single session's window is drawn from ``seed`` itself; of several, each has a seed of its
        own taken from it in the order of session codes. All are changed or none.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, no reason was given, the codebook does not offer the
            choice, a session has no recording, or a coder has begun with it.
        """
        if not reason.strip():
            raise NotAllowedError("Drawing again needs a reason. It is kept with the session.")
        if choice not in self._context.codebook.unit.segments or choice is SegmentChoice.MARKED:
            raise NotAllowedError(f"This codebook offers no {choice.value} segment.")
        ids = [session_ids] if isinstance(session_ids, str) else sorted(session_ids)
        seeds = _seeds(len(ids), seed)
        with self._context.store.transaction() as unit:
            require(unit, actor, Role.LEAD, "draws segments")
            for session_id, own_seed in zip(ids, seeds, strict=True):
                session = unit.sessions.find(session_id)
                if session is None or session.recording is None:
                    raise NotAllowedError(f"Session {session_id} has no recording to draw from.")
                _refuse_begun(unit, session_id)
                duration_ms = session.recording.duration_ms
                segment = Segment.whole(duration_ms)
                if choice is SegmentChoice.RANDOM:
                    segment = Segment.drawn(
                        duration_ms, length_ms=self._random_window(), seed=own_seed
                    )
                self._store(unit, session, segment, actor=actor, reason=reason.strip())
        return _changed(*ids)

    # Inside

    def _random_window(self) -> int:
        length_ms = self.window_ms
        if length_ms is None:
            raise NotAllowedError("The codebook of this study codes whole recordings.")
        return length_ms

    def _store(
        self,
        unit: UnitOfWork,
        session: PracticeSession,
        segment: Segment,
        *,
        actor: CoderId | None,
        reason: str = "",
    ) -> None:
        store_segment(
            unit,
            session,
            segment,
            entry=HistoryEntry(
                entry_id=new_id(),
                at=self._context.now(),
                actor=actor,
                kind=HistoryKind.SEGMENT_DRAWN,
                item=segment.choice,
                old=None if session.segment is None else segment_in_words(session.segment),
                new=segment_in_words(segment),
                reason=reason,
                session_id=session.session_id,
            ),
        )


def store_segment(
    unit: UnitOfWork, session: PracticeSession, segment: Segment, *, entry: HistoryEntry
) -> None:
    """Give a stored session its segment, and record it."""
    unit.sessions.save(replace(session, segment=segment), expected_version=session.version)
    unit.history.add(entry)


def first_segment(codebook: Codebook, duration_ms: int) -> Segment | None:
    """Segment that a session gets when it is taken in; None where the codebook does not say.

    A codebook whose default is a random window has it drawn at once, so that nobody hears the
    recording before.
    """
    length_ms = window_ms(codebook)
    if codebook.unit.default_segment is SegmentChoice.RANDOM and length_ms is not None:
        return Segment.drawn(duration_ms, length_ms=length_ms, seed=new_seed())
    return None


def window_ms(codebook: Codebook) -> int | None:
    """Length of a codebook's random window in milliseconds; None if it has none."""
    unit = codebook.unit
    if SegmentChoice.RANDOM not in unit.segments or unit.random_minutes is None:
        return None
    return unit.random_minutes * 60_000


def new_seed() -> int:
    """Return a seed that nobody chose."""
    return random.SystemRandom().randint(0, LARGEST_SEED)


def segment_in_words(segment: Segment) -> str:
    """Start, end and seed of a segment, as the history tells them."""
    words = f"{segment.span.start_ms}-{segment.span.end_ms} ms, {segment.choice.value}"
    return words if segment.seed is None else f"{words}, seed {segment.seed}"


def segment_sentence(segment: Segment | None, duration_ms: int, length_ms: int | None) -> str:
    """Say which stretch is coded, for the coder and the report; empty for a whole recording."""
    if segment is None or segment.choice is SegmentChoice.WHOLE:
        return ""
    span, whole = segment.span, clock(duration_ms)
    if length_ms is not None and segment.is_shorter_than(length_ms):
        return f"Whole recording ({whole}): shorter than {length_ms // 60_000} minutes"
    how = ", drawn at random" if segment.choice is SegmentChoice.RANDOM else ""
    return f"Segment {clock(span.start_ms)} to {clock(span.end_ms)} of {whole}{how}"


def _seeds(number: int, seed: int | None) -> list[int]:
    first = new_seed() if seed is None else seed
    if number == 1:
        return [first]
    chance = random.Random(first)
    return [chance.randint(0, LARGEST_SEED) for _ in range(number)]


def _why_not(session: PracticeSession | None, *, is_begun: bool) -> str:
    if session is None or session.state in NOT_TO_BE_CODED:
        return "not to be coded"
    if session.recording is None:
        return "no recording"
    if not session.has_sound:
        return "its sound was deleted"
    if session.segment is not None and session.segment.choice is SegmentChoice.RANDOM:
        return "drawn already"
    return "coding has begun" if is_begun else ""


def _refuse_begun(unit: UnitOfWork, session_id: SessionId) -> None:
    if unit.codings.of_session(session_id):
        raise NotAllowedError(
            f"A coder has begun with {session_id}. Its segment stays, or their work would lie "
            "outside it."
        )


def _changed(*session_ids: SessionId) -> StudyChange:
    return StudyChange(kinds=frozenset({ChangeKind.SESSIONS}), session_ids=frozenset(session_ids))


def _sessions(number: int) -> str:
    return f"{number} session{'' if number == 1 else 's'}"
