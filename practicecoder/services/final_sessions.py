"""What enters analysis, reports and exports for each session, and how it came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from practicecoder.codebook.model import Codebook
from practicecoder.domain.coding import AnswerValue, Coding, CodingRole, ScoreBasis
from practicecoder.domain.ids import SessionId
from practicecoder.domain.sessions import PracticeSession
from practicecoder.domain.spans import covered_share
from practicecoder.scoring.finals import FinalValues, final_values
from practicecoder.scoring.results import NotEstimable
from practicecoder.services.blinding import blinding_was_lost
from practicecoder.services.coding_acts import segment_of
from practicecoder.services.study_context import StudyContext

PAGE = 2_000
"""Sessions that are read together where a study may be very large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalSession:
    """A session with its final values.

    ``final`` is NotEstimable for sessions without a locked coding. ``codings`` are the locked ones
    that are data: independent and consensus, never training or reference. ``answers`` are those of
    the coding that counts (consensus, else primary). ``heard_share`` is the smallest over the
    independent codings; None without a recording.
    """

    session: PracticeSession
    final: FinalValues | NotEstimable
    codings: tuple[Coding, ...]
    answers: Mapping[str, AnswerValue]
    in_reliability: bool
    heard_share: float | None
    unblinded: bool


def final_sessions(context: StudyContext) -> tuple[FinalSession, ...]:
    """Every session of the study in order of its code, coded or not."""
    with context.store.reading() as unit:
        sessions = unit.sessions.all()
        codings = unit.codings.all(locked_only=True)
    several = basis_of_several(context.record.settings)
    return _final_sessions(context.codebook, sessions, codings, several)


def final_sessions_by_page(
    context: StudyContext, size: int = PAGE
) -> Iterator[tuple[FinalSession, ...]]:
    """Read the same ``size`` sessions at a time, so that a study of any size needs little room.

    Nothing is held between two pages: a session that is changed meanwhile is told as a whole,
    either as it was or as it is.
    """
    several = basis_of_several(context.record.settings)
    last = SessionId("")
    while True:
        with context.store.reading() as unit:
            sessions = unit.sessions.after(last, size)
            if not sessions:
                return
            first, last = sessions[0].session_id, sessions[-1].session_id
            codings = unit.codings.locked_of(first, last)
        yield _final_sessions(context.codebook, sessions, codings, several)


def basis_of_several(settings: Mapping[str, str]) -> ScoreBasis:
    """Return what several codings without a consensus give; the mean unless the study says so."""
    return ScoreBasis(settings.get("basis_of_several", ScoreBasis.MEAN.value))


def _final_sessions(
    codebook: Codebook,
    sessions: Iterable[PracticeSession],
    codings: Iterable[Coding],
    several: ScoreBasis,
) -> tuple[FinalSession, ...]:
    by_session: dict[SessionId, list[Coding]] = defaultdict(list)
    for coding in codings:
        if coding.role.is_independent or coding.role is CodingRole.CONSENSUS:
            by_session[coding.session_id].append(coding)
    return tuple(
        _final_session(codebook, session, by_session[session.session_id], several)
        for session in sessions
    )


def _final_session(
    codebook: Codebook, session: PracticeSession, codings: Sequence[Coding], several: ScoreBasis
) -> FinalSession:
    independent = [c for c in codings if c.role.is_independent]
    segment = segment_of(session)
    return FinalSession(
        session=session,
        final=final_values(codebook, codings, several=several),
        codings=tuple(codings),
        answers=_answers(codings),
        in_reliability=len(independent) > 1,
        heard_share=None
        if segment is None or not independent
        else min(covered_share(c.heard, segment) for c in independent),
        unblinded=any(blinding_was_lost(c) for c in independent),
    )


def _answers(codings: Sequence[Coding]) -> Mapping[str, AnswerValue]:
    order = (CodingRole.CONSENSUS, CodingRole.PRIMARY, CodingRole.DOUBLE)
    ranked = sorted(codings, key=lambda c: (order.index(c.role), c.coder_id))
    return ranked[0].answers if ranked else {}
