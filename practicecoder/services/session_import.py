"""Sessions with their recordings from a sheet: all is checked first, then all is taken."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import CodingRole
from practicecoder.domain.history import HistoryEntry, HistoryKind
from practicecoder.domain.ids import (
    BlindCode,
    CoderId,
    Fingerprint,
    OfficeId,
    SessionId,
    WorkerId,
    new_blind_code,
    new_id,
)
from practicecoder.domain.people import Office, Worker
from practicecoder.domain.sessions import (
    PhaseRule,
    PracticeSession,
    Recording,
    days_since,
    phase_by_date,
)
from practicecoder.errors import (
    ImportedDataError,
    Problem,
    ReadOnlyStudyError,
    RecordingError,
    StoreFailedError,
)
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.import_summary import ImportSummary, add_unknown_coders
from practicecoder.services.segments import first_segment
from practicecoder.services.study_context import StudyContext
from practicecoder.storage.tombstones import read_tombstones
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.audio.intake import Intake
    from practicecoder.interchange.session_sheet import SheetRow

Progress = Callable[[float, str], None]


class SessionImport:
    """Takes the sessions of a sheet into the study."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    def add_sessions(
        self,
        sheet: Path,
        *,
        actor: CoderId | None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportSummary:
        """Add the sessions of a sheet, with recordings, workers, offices and assignments.

        Every recording is decoded once before anything is written.

        Raises
        ------
        ImportedDataError
            With every problem of sheet, recordings and study at once; nothing was added.
        ReadOnlyStudyError
            If the study is open for reading only.
        """
        from practicecoder.interchange.session_sheet import read_session_sheet

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        rows = read_session_sheet(sheet)
        return self.add_rows(rows, sheet.name, actor=actor, progress=progress, cancelled=cancelled)

    def add_rows(
        self,
        rows: Sequence[SheetRow],
        file: str,
        *,
        actor: CoderId | None,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        also: Callable[[UnitOfWork], None] = lambda _unit: None,
    ) -> ImportSummary:
        """Add sessions that were read; ``also`` is done in the same transaction, after them.

        Raises
        ------
        ImportedDataError
            With every problem of recordings and study at once; nothing was added.
        """
        problems = self.clashes(rows, file)
        for left_behind in self._context.store.path.glob("incoming-*"):
            shutil.rmtree(left_behind, ignore_errors=True)
        work = Path(tempfile.mkdtemp(prefix="incoming-", dir=self._context.store.path))
        try:
            intakes = self._take_in(rows, file, work, problems, progress, cancelled)
            if problems:
                raise ImportedDataError(problems)
            return self._add(rows, intakes, actor, also)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def clashes(self, rows: Sequence[SheetRow], file: str) -> list[Problem]:
        """What rows say that the study contradicts."""
        with self._context.store.reading() as unit:
            known = {s.session_id for s in unit.sessions.all()}
            offices = {o.office_id: o for o in unit.people.offices()}
        problems = [
            Problem(
                what=f"session {row.session_id} is already in the study.",
                fix="Take the row out or change its code.",
                file=file,
                line=row.line,
                key="session_id",
            )
            for row in rows
            if row.session_id in known
        ]
        problems += self._withdrawn(rows, file)
        for row in rows:
            office = offices.get(OfficeId(row.office_id)) if row.office_id else None
            stored = office.implementation_date if office else None
            if stored and row.implementation_date and stored != row.implementation_date:
                problems.append(
                    Problem(
                        what=f"the study says that {row.office_id} went live on {stored}, not "
                        f"{row.implementation_date}.",
                        fix="Correct one of them.",
                        file=file,
                        line=row.line,
                        key="implementation_date",
                    )
                )
        return problems

    def _withdrawn(self, rows: Sequence[SheetRow], file: str) -> Iterator[Problem]:
        tombstones = read_tombstones(self._context.store.folder)
        withdrawn = tombstones.among(row.session_id for row in rows)
        for row in rows:
            if row.session_id in withdrawn:
                yield Problem(
                    what=f"session {row.session_id} was withdrawn from this study.",
                    fix="Take the row out. Its people did not agree to any further use.",
                    file=file,
                    line=row.line,
                    key="session_id",
                )

    def _take_in(
        self,
        rows: Sequence[SheetRow],
        file: str,
        work: Path,
        problems: list[Problem],
        progress: Progress | None,
        cancelled: Callable[[], bool],
    ) -> dict[SessionId, Intake]:
        """Decode every recording of the sheet; faults are added to ``problems``."""
        from practicecoder.audio.intake import take_in

        sounding = [row for row in rows if row.audio is not None]
        taken: dict[SessionId, Intake] = {}
        for number, row in enumerate(sounding):
            assert row.audio is not None

            def report(share: float, number: int = number) -> None:
                if progress is not None:
                    whole = (number + share) / len(sounding)
                    progress(whole, f"reading recording {number + 1} of {len(sounding)}")

            own_folder = work / str(number)
            own_folder.mkdir()
            try:
                taken[row.session_id] = take_in(
                    row.audio,
                    own_folder,
                    key=self._context.new_sound_key(),
                    progress=report,
                    cancelled=cancelled,
                )
            except RecordingError as error:
                problems.extend(
                    Problem(what=p.what, fix=p.fix, file=file, line=row.line, key="audio")
                    for p in error.problems
                )
            report(1.0)
        problems.extend(self._repeated_recordings(sounding, taken, file))
        return taken

    def _repeated_recordings(
        self, rows: Iterable[SheetRow], taken: dict[SessionId, Intake], file: str
    ) -> list[Problem]:
        with self._context.store.reading() as unit:
            seen: dict[Fingerprint, str] = {
                s.recording.fingerprint: s.session_id
                for s in unit.sessions.all()
                if s.recording is not None
            }
        tombstones = read_tombstones(self._context.store.folder)
        problems = []
        for row in rows:
            if row.session_id not in taken:
                continue
            fingerprint = taken[row.session_id].recording.fingerprint
            if tombstones.of_recording(fingerprint) is not None:
                problems.append(
                    Problem(
                        what="this recording was withdrawn from the study and destroyed.",
                        fix="Take the row out, and see that the file itself is deleted.",
                        file=file,
                        line=row.line,
                        key="audio",
                    )
                )
            elif fingerprint in seen:
                problems.append(
                    Problem(
                        what=f"the recording is the same as that of {seen[fingerprint]}.",
                        fix="Check which session it belongs to.",
                        file=file,
                        line=row.line,
                        key="audio",
                    )
                )
            seen.setdefault(fingerprint, row.session_id)
        return problems

    def _add(
        self,
        rows: Sequence[SheetRow],
        intakes: dict[SessionId, Intake],
        actor: CoderId | None,
        also: Callable[[UnitOfWork], None],
    ) -> ImportSummary:
        """Add sessions with their sound, all or nothing; ``also`` joins the same transaction."""
        adopted: list[Recording] = []
        try:
            for intake in intakes.values():
                self._adopt(intake, adopted)
            with self._context.store.transaction() as unit:
                new_coders = self._add_people(unit, rows)
                self._add_rows(unit, rows, intakes)
                self._assign(unit, rows)
                unit.history.add_all(
                    HistoryEntry(
                        entry_id=new_id(),
                        at=self._context.now(),
                        actor=actor,
                        kind=HistoryKind.SESSION_ADDED,
                        session_id=row.session_id,
                    )
                    for row in rows
                )
                also(unit)
        except BaseException:
            for recording in adopted:
                with suppress(StoreFailedError, OSError):  # what went wrong first is told
                    self._context.store.audio.destroy(recording.stored_name)
                    self._context.sound_cache.forget(recording.fingerprint)
            raise
        return ImportSummary(
            n_sessions=len(rows),
            n_recordings=len(intakes),
            new_coders=new_coders,
            notices=tuple(
                f"{row.session_id}: {warning}"
                for row in rows
                if row.session_id in intakes
                for warning in intakes[row.session_id].warnings
            ),
            change=StudyChange(
                kinds=frozenset({ChangeKind.SESSIONS, ChangeKind.PEOPLE, ChangeKind.ASSIGNMENTS}),
                session_ids=frozenset(row.session_id for row in rows),
            ),
        )

    def _adopt(self, intake: Intake, adopted: list[Recording]) -> None:
        """Keep the sound of a recording and its waveform.

        A recording that was not there is put into ``adopted`` before anything of it is written.
        """
        from practicecoder.audio.cache import CacheKind
        from practicecoder.audio.peaks_cache import save_peaks

        recording = intake.recording
        if not self._context.store.audio.holds(recording.stored_name):
            adopted.append(recording)
        self._context.keep_sound(intake.file, recording)
        peaks = self._context.sound_cache.file(recording.fingerprint, CacheKind.PEAKS)
        save_peaks(intake.peaks, peaks, recording.fingerprint)

    def _add_rows(
        self, unit: UnitOfWork, rows: Sequence[SheetRow], intakes: Mapping[SessionId, Intake]
    ) -> None:
        """Add a session for each row, under a fresh blind code, with its recording if any."""
        dates = {o.office_id: o.implementation_date for o in unit.people.offices()}
        codes = {one.blind_code for one in unit.sessions.all()}
        sessions = []
        for row in rows:
            taken = intakes.get(row.session_id)
            sound = taken.recording if taken is not None else None
            if sound is not None and unit.sessions.recording(sound.fingerprint) is None:
                unit.sessions.add_recording(sound)
            sessions.append(self._session_of(row, sound, dates, _unused_code(codes)))
        unit.sessions.add_all(sessions)

    def _add_people(self, unit: UnitOfWork, rows: Sequence[SheetRow]) -> tuple[CoderId, ...]:
        dates: dict[OfficeId, date | None] = {}
        for row in rows:
            if row.office_id:
                office_id = OfficeId(row.office_id)
                dates[office_id] = row.implementation_date or dates.get(office_id)
        stored = {office.office_id: office for office in unit.people.offices()}
        for office_id, day in dates.items():
            if office_id not in stored:
                unit.people.add_office(Office(office_id=office_id, implementation_date=day))
            elif stored[office_id].implementation_date is None and day is not None:
                unit.people.update_office(replace(stored[office_id], implementation_date=day))
        known = {worker.worker_id for worker in unit.people.workers()}
        for row in rows:
            if row.worker_id and (worker_id := WorkerId(row.worker_id)) not in known:
                known.add(worker_id)
                office = OfficeId(row.office_id) if row.office_id else None
                unit.people.add_worker(
                    Worker(worker_id=worker_id, office_id=office, role=row.worker_role)
                )
        return add_unknown_coders(unit, (c for row in rows for c in row.coder_ids))

    def _session_of(
        self,
        row: SheetRow,
        recording: Recording | None,
        dates: Mapping[OfficeId, date | None],
        blind_code: BlindCode,
    ) -> PracticeSession:
        """Session of a row; ``dates`` are the offices' days of implementation."""
        office_id = OfficeId(row.office_id) if row.office_id else None
        implementation = row.implementation_date or (dates.get(office_id) if office_id else None)
        days = row.days_since_implementation
        if days is None:
            days = days_since(row.session_date, implementation)
        return PracticeSession(
            session_id=row.session_id,
            blind_code=blind_code,
            worker_id=WorkerId(row.worker_id) if row.worker_id else None,
            office_id=office_id,
            phase=row.phase or phase_by_date(days),
            phase_rule=PhaseRule.AS_ENTERED if row.phase else PhaseRule.VISIT_DATE,
            session_date=row.session_date,
            days_since_implementation=days,
            session_type=row.session_type,
            worker_role=row.worker_role,
            purpose=row.purpose,
            recording=recording,
            segment=None
            if recording is None
            else first_segment(self._context.codebook, recording.duration_ms),
            made_up=self._context.record.made_up,
            audio_until=row.audio_until,
        )

    def _assign(self, unit: UnitOfWork, rows: Sequence[SheetRow]) -> None:
        """Put the sessions of rows at the end of their coders' queues."""
        if not any(row.coder_ids for row in rows):
            return
        last: dict[CoderId, int] = {}
        for assignment in unit.assignments.all():
            at = last.get(assignment.coder_id, 0)
            last[assignment.coder_id] = max(at, assignment.position)
        for row in rows:
            for number, coder in enumerate(row.coder_ids):
                last[coder] = last.get(coder, 0) + 1
                unit.assignments.add(
                    Assignment(
                        session_id=row.session_id,
                        coder_id=coder,
                        role=CodingRole.PRIMARY if number == 0 else CodingRole.DOUBLE,
                        position=last[coder],
                    )
                )


def _unused_code(taken: set[BlindCode]) -> BlindCode:
    """Random session code that is not taken yet, and takes it; among thousands some come twice."""
    while (found := new_blind_code()) in taken:
        pass
    taken.add(found)
    return found
