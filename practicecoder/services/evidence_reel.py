"""The shared moments of a session as one short sound file, for listening together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from practicecoder.domain.consent import ConsentUse
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.spans import TimeSpan, union
from practicecoder.errors import NotAllowedError, ReadOnlyStudyError, StudyError
from practicecoder.services.consents import is_agreed
from practicecoder.services.feedback_series import SeriesEntry
from practicecoder.services.feedback_source import FeedbackSources
from practicecoder.services.shared_moments import shared_moments
from practicecoder.services.study_context import StudyContext
from practicecoder.services.supervisees import refuse_unless_readable

BEFORE_MS, AFTER_MS = 5_000, 10_000
"""How much is heard before a moment begins and after it has ended."""

Progress = Callable[[float, str], None]
"""Share done (0 to 1) and what is being done."""
NO_CONSENT = (
    "Consent to listening to moments of this recording together is not recorded as given, so no "
    "reel is made. A lead can record it."
)

NO_SOUND = "This session has no recording in the study."
SOUND_DELETED = (
    "The sound of this session was deleted, as the study had agreed, so there is nothing to hear. "
    "The report and its quotes stay."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reel:
    """What a reel holds. ``spans`` are stretches of the recording, in the order they are heard."""

    n_moments: int
    spans: tuple[TimeSpan, ...]

    @property
    def duration_ms(self) -> int:
        """How long the stretches are together, without what is between them."""
        return sum(span.duration_ms for span in self.spans)


class EvidenceReelService:
    """Makes reels, where consent to that very use is on record."""

    def __init__(self, context: StudyContext, sources: FeedbackSources) -> None:
        self._context = context
        self._sources = sources

    def plan(self, session_id: SessionId, actor: CoderId | None = None) -> Reel:
        """Say what a reel of a session would hold.

        Raises
        ------
        NotAllowedError
            If the session may not be reported, not to this person, consent is not given, there is
            no recording, or no moment is shared.
        """
        return self._planned(session_id, actor)[0]

    def write(
        self,
        session_id: SessionId,
        target: Path,
        *,
        actor: CoderId | None = None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Path:
        """Write the reel as a WAVE file and record that it was made; returns the file.

        ``target`` is the file, or an existing folder that gets one under a neutral name.

        Raises
        ------
        NotAllowedError
            As for :meth:`plan`.
        RecordingError
            If the recording cannot be decoded.
        ReadOnlyStudyError
            If the study cannot record that a reel was made.
        StudyError
            If the file cannot be written there; nothing is left behind.
        concurrent.futures.CancelledError
            If ``cancelled`` said so.
        """
        from practicecoder.audio.reel import reel_bytes
        from practicecoder.reports.document import write_whole

        reel, entry = self._planned(session_id, actor)
        if self._context.store.read_only:
            raise ReadOnlyStudyError
        name = f"moments_{entry.session.worker_id}_{entry.session.blind_code}.wav"
        path = target / name if target.is_dir() else target
        self._refuse_inside(path)
        recording = self._context.sound_of(entry.session.sound)
        if recording is None:
            raise NotAllowedError(NO_SOUND)
        content = reel_bytes(
            recording,
            reel.spans,
            on_progress=lambda share: (
                None if progress is None else progress(share, "Joining the moments")
            ),
            cancelled=cancelled,
        )
        told = {"sha256": hashlib.sha256(content).hexdigest(), "moments": reel.n_moments}
        with self._context.store.transaction() as unit:
            if not is_agreed(unit, session_id, ConsentUse.LISTENING):
                raise NotAllowedError(NO_CONSENT)
            unit.history.add(
                HistoryEntry(
                    entry_id=new_id(),
                    at=self._context.now(),
                    actor=actor,
                    kind=HistoryKind.REEL_MADE,
                    new=json.dumps(told, sort_keys=True),
                    session_id=session_id,
                )
            )
            try:
                write_whole(content, path)
            except OSError as error:
                raise StudyError(
                    f"The reel could not be written ({error.strerror}). Nothing was left behind "
                    "and nothing recorded. Choose another place and try again."
                ) from error
        return path

    def _refuse_inside(self, path: Path) -> None:
        """Keep plain sound out of the folder of an encrypted study."""
        store = self._context.store
        if store.audio.is_encrypted and path.resolve().is_relative_to(store.path.resolve()):
            raise StudyError(
                "A reel is not encrypted, so it is not written into the folder of an encrypted "
                "study. Choose another place."
            )

    def _planned(self, session_id: SessionId, actor: CoderId | None) -> tuple[Reel, SeriesEntry]:
        entry = self._sources.entry(session_id)
        with self._context.store.reading() as unit:
            refuse_unless_readable(unit, actor, entry.session.worker_id)
            agreed = is_agreed(unit, session_id, ConsentUse.LISTENING)
            feedback = unit.feedback.find(session_id)
        if not agreed:
            raise NotAllowedError(NO_CONSENT)
        recording = entry.session.sound
        if recording is None:
            raise NotAllowedError(SOUND_DELETED if entry.session.recording else NO_SOUND)
        read = {} if feedback is None else feedback.moments
        moments = [
            moment
            for moment in shared_moments(entry.source.codings)
            if moment.evidence_id not in read or read[moment.evidence_id].printed
        ]
        if not moments:
            raise NotAllowedError("No moment of this session is shared with the worker.")
        spans = stretches((m.span for m in moments), TimeSpan(0, recording.duration_ms))
        if not spans:
            raise NotAllowedError(
                "Every shared moment lies beyond the end of the recording, so there is nothing to "
                "hear. Look at the times of the moments with the coder."
            )
        heard = [m for m in moments if m.span.start_ms < recording.duration_ms]
        return Reel(n_moments=len(heard), spans=spans), entry


def stretches(moments: Iterable[TimeSpan], recording: TimeSpan) -> tuple[TimeSpan, ...]:
    """Return what is heard of each moment, within the recording; those that touch are one.

    Examples
    --------
    >>> stretches([TimeSpan(2_000, 3_000), TimeSpan(60_000, 60_000)], TimeSpan(0, 65_000))
    (TimeSpan(start_ms=0, end_ms=13000), TimeSpan(start_ms=55000, end_ms=65000))
    """
    wide = (
        TimeSpan(max(span.start_ms - BEFORE_MS, 0), span.end_ms + AFTER_MS).clipped_to(recording)
        for span in moments
    )
    return union(span for span in wide if span is not None)
