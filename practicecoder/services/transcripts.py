"""Transcripts of sessions: read from other programs' files, kept without names, and removed."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.coding import Coding
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import CoderId, SessionId, new_id
from practicecoder.domain.people import Role
from practicecoder.domain.sessions import PracticeSession, SessionState
from practicecoder.domain.transcripts import SpeakerRole, Transcript
from practicecoder.errors import ExportError, NotAllowedError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.coding_acts import refuse_locked
from practicecoder.services.rights import require
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.interchange.transcripts.forms import ReadTranscript

WRITTEN = {".vtt": "WebVTT", ".srt": "SRT"}
"""What can be written, by the ending of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSpeaker:
    """A speaker of a file: its own word, empty for lines that name nobody, and how many lines.

    ``suggested`` is the role that the word says; None where it says none and a person decides.
    """

    word: str = field(repr=False)
    n_lines: int
    suggested: SpeakerRole | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptPreview:
    """What an import would store, and every notice about it; nothing is written yet."""

    transcript: Transcript
    notices: tuple[str, ...]


class TranscriptService:
    """Imports, shows, writes and removes the transcripts of sessions.

    Coders work with them through their coding, so that no session code reaches their page: the
    transcripts given out carry the coding's own (blind) session id.
    """

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    # Before anything is stored

    def read(self, file: Path) -> ReadTranscript:
        """Read a file of any known format; see :mod:`practicecoder.interchange.transcripts`.

        Raises
        ------
        ImportedDataError
            With every problem of the file.
        """
        from practicecoder.interchange.transcripts.reading import read_transcript

        return read_transcript(file)

    def speakers(self, read: ReadTranscript) -> tuple[FileSpeaker, ...]:
        """Who speaks in a file, in order of appearance; lines that name nobody come last."""
        from practicecoder.interchange.transcripts.roles import suggest_role

        lines = Counter(line.speaker for line in read.lines)
        found = []
        for word in read.speakers:
            role = suggest_role(word)
            suggested = None if role is SpeakerRole.UNKNOWN else role
            found.append(FileSpeaker(word=word, n_lines=lines[word], suggested=suggested))
        if lines[""]:
            nobody = SpeakerRole.UNKNOWN
            found.append(FileSpeaker(word="", n_lines=lines[""], suggested=nobody))
        return tuple(found)

    def pseudonyms(
        self, read: ReadTranscript, roles: Mapping[str, SpeakerRole]
    ) -> Mapping[str, str]:
        """What stands for each speaker's name with these roles; the rest are unknown."""
        from practicecoder.interchange.transcripts.roles import pseudonyms

        return pseudonyms({word: roles.get(word, SpeakerRole.UNKNOWN) for word in read.speakers})

    def preview(
        self,
        coding: Coding,
        read: ReadTranscript,
        roles: Mapping[str, SpeakerRole],
        *,
        offset_ms: int = 0,
    ) -> TranscriptPreview:
        """Give what would be stored with these roles and this offset.

        Raises
        ------
        ImportedDataError
            If the lines have no place in the recording.
        NotAllowedError
            If the coding is gone.
        """
        with self._context.store.reading() as unit:
            session = _session_of(unit, coding)
        return self._preview(session, coding.session_id, read, roles, offset_ms)

    def preview_for(
        self,
        session_id: SessionId,
        read: ReadTranscript,
        roles: Mapping[str, SpeakerRole],
        *,
        offset_ms: int = 0,
    ) -> TranscriptPreview:
        """Give what would be stored for a session that is named by its own code.

        Raises
        ------
        ImportedDataError
            If the lines have no place in the recording.
        NotAllowedError
            If there is no such session.
        """
        with self._context.store.reading() as unit:
            session = _named(unit, session_id)
        return self._preview(session, session_id, read, roles, offset_ms)

    # Storing

    def add(self, coding: Coding, preview: TranscriptPreview) -> StudyChange:
        """Store a previewed transcript, in place of one that is there already.

        Raises
        ------
        NotAllowedError
            If the coding is locked or gone, or the transcript has no lines.
        """
        with self._context.store.transaction() as unit:
            session = _session_of(unit, coding, to_change=True)
            return self._put(unit, session.session_id, preview, coding.coder_id)

    def add_to_session(
        self,
        session_id: SessionId,
        preview: TranscriptPreview,
        *,
        actor: CoderId | None,
        replace_existing: bool = False,
    ) -> StudyChange:
        """Store a previewed transcript for a session named by its own code.

        ``actor`` is a lead; None: the command line.

        Raises
        ------
        NotAllowedError
            If the actor is not a lead, there is no such session or it was withdrawn, the
            transcript has no lines, or the session has one that is not to be replaced.
        """
        with self._context.store.transaction() as unit:
            if actor is not None:
                require(unit, actor, Role.LEAD, "adds transcripts to sessions")
            _named(unit, session_id)
            if not replace_existing and session_id in unit.transcripts.sessions():
                raise NotAllowedError(
                    f"Session {session_id} has a transcript already. Nothing was changed."
                )
            return self._put(unit, session_id, preview, actor)

    def remove(self, coding: Coding) -> StudyChange:
        """Remove the transcript of the coding's session; evidence made from it stays.

        Raises
        ------
        NotAllowedError
            If the coding is locked or gone, or there is no transcript.
        """
        with self._context.store.transaction() as unit:
            session_id = _session_of(unit, coding, to_change=True).session_id
            if session_id not in unit.transcripts.sessions():
                raise NotAllowedError("This session has no transcript. Nothing was changed.")
            unit.transcripts.remove(session_id)
            unit.history.add(self._entry(session_id, coding.coder_id, None))
        return _changed(session_id)

    # What is there

    def of_coding(self, coding: Coding) -> Transcript | None:
        """Return the transcript of the coding's session; None if there is none."""
        with self._context.store.reading() as unit:
            stored = unit.transcripts.find(_session_of(unit, coding).session_id)
        return None if stored is None else replace(stored, session_id=coding.session_id)

    def write(self, coding: Coding, out: Path) -> None:
        """Write the transcript of the coding's session; the ending of the file says as what.

        Raises
        ------
        ExportError
            If there is no transcript, or it cannot be written there.
        """
        from practicecoder.interchange.transcripts.writing import write_srt, write_vtt

        writer = {".vtt": write_vtt, ".srt": write_srt}.get(out.suffix.casefold())
        if writer is None:
            raise ExportError(f"{out.name} ends in neither .vtt nor .srt. Nothing was written.")
        transcript = self.of_coding(coding)
        if transcript is None:
            raise ExportError("This session has no transcript. Nothing was written.")
        try:
            with tempfile.TemporaryDirectory(dir=out.parent, prefix=".transcript-") as folder:
                made = Path(folder) / out.name
                made.write_text(writer(transcript), encoding="utf-8", newline="\n")
                made.replace(out)
        except OSError as error:
            raise ExportError(f"{out.name} cannot be written. Choose another place.") from error

    def losses(self, suffix: str) -> tuple[str, ...]:
        """What a file of this ending does not hold, in sentences."""
        from practicecoder.interchange.transcripts.writing import SRT_LOSES, VTT_LOSES

        return SRT_LOSES if suffix == ".srt" else VTT_LOSES

    # Inside

    def _preview(
        self,
        session: PracticeSession,
        shown_as: SessionId,
        read: ReadTranscript,
        roles: Mapping[str, SpeakerRole],
        offset_ms: int,
    ) -> TranscriptPreview:
        from practicecoder.interchange.transcripts.placing import to_transcript

        recording = session.recording
        transcript, notices = to_transcript(
            read,
            session_id=shown_as,
            roles=roles,
            offset_ms=offset_ms,
            duration_ms=None if recording is None else recording.duration_ms,
            added_at=self._context.now(),
        )
        return TranscriptPreview(transcript=transcript, notices=notices)

    def _put(
        self,
        unit: UnitOfWork,
        session_id: SessionId,
        preview: TranscriptPreview,
        actor: CoderId | None,
    ) -> StudyChange:
        _refuse_withdrawn(_named(unit, session_id))
        transcript = replace(preview.transcript, session_id=session_id)
        if not transcript.lines:
            raise NotAllowedError("There is no line to import. Nothing was changed.")
        unit.transcripts.put(transcript)
        unit.history.add(self._entry(session_id, actor, transcript))
        return _changed(session_id)

    def _entry(
        self, session_id: SessionId, actor: CoderId | None, transcript: Transcript | None
    ) -> HistoryEntry:
        added = transcript is not None
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=HistoryKind.TRANSCRIPT_ADDED if added else HistoryKind.TRANSCRIPT_REMOVED,
            item="" if transcript is None else transcript.source_format,
            new=None if transcript is None else transcript.source_digest,
            session_id=session_id,
        )


def _session_of(unit: UnitOfWork, coding: Coding, *, to_change: bool = False) -> PracticeSession:
    """Session of a coding; ``to_change`` wants one that its coder may still work on."""
    stored = unit.codings.find(coding.coding_id)
    session = None if stored is None else unit.sessions.find(stored.session_id)
    if stored is None or session is None:
        raise NotAllowedError("This coding is no longer in the study.")
    if to_change:
        refuse_locked(stored)
    return session


def _named(unit: UnitOfWork, session_id: SessionId) -> PracticeSession:
    session = unit.sessions.find(session_id)
    if session is None:
        raise NotAllowedError(f"There is no session {session_id} in the study.")
    return session


def _refuse_withdrawn(session: PracticeSession) -> None:
    """Keep what was said from coming back: with the recording its transcript was erased."""
    if session.state is SessionState.WITHDRAWN:
        raise NotAllowedError("This session was withdrawn, so no transcript is kept of it.")


def _changed(session_id: SessionId) -> StudyChange:
    return StudyChange(
        kinds=frozenset({ChangeKind.TRANSCRIPTS}), session_ids=frozenset({session_id})
    )
