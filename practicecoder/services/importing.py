"""Sessions and ratings from sheets: all is checked first, then all is taken or nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from practicecoder.domain.allocation import Assignment
from practicecoder.domain.coding import Coding, CodingRole, CodingState, ItemRating, RatingState
from practicecoder.domain.coding_changes import AnswerChange, CodingChange, RatingChange, applied
from practicecoder.domain.history import HistoryEntry, HistoryKind, Origin
from practicecoder.domain.ids import (
    CoderId,
    CodingId,
    Fingerprint,
    OfficeId,
    SessionId,
    WorkerId,
    new_blind_code,
    new_id,
)
from practicecoder.domain.people import Coder, Office, Worker
from practicecoder.domain.sessions import (
    PhaseRule,
    PracticeSession,
    Recording,
    SessionState,
    days_since,
    phase_by_date,
)
from practicecoder.errors import ImportedDataError, Problem, ReadOnlyStudyError, RecordingError
from practicecoder.services.changes import ChangeKind, StudyChange
from practicecoder.services.context import StudyContext
from practicecoder.storage.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from practicecoder.audio.intake import Intake
    from practicecoder.interchange.session_sheet import SheetRow

Progress = Callable[[float, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What an import added."""

    n_sessions: int = 0
    n_recordings: int = 0
    n_codings: int = 0
    n_ratings: int = 0
    new_coders: tuple[CoderId, ...] = ()
    change: StudyChange

    def sentence(self) -> str:
        """Say in one sentence what was added."""
        counts = (
            (self.n_sessions, "session"),
            (self.n_recordings, "recording"),
            (self.n_codings, "coding"),
            (self.n_ratings, "rating"),
            (len(self.new_coders), "new coder"),
        )
        parts = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
        return f"Added {', '.join(parts)}." if parts else "Nothing to add."


class ImportingService:
    """Takes sessions with their recordings, and ratings, from sheets."""

    def __init__(self, context: StudyContext) -> None:
        self._context = context

    # Sessions

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
        """
        from practicecoder.interchange.session_sheet import read_session_sheet

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        rows = read_session_sheet(sheet)
        problems = self._clashes(rows, sheet.name)
        work = Path(tempfile.mkdtemp(prefix="incoming-", dir=self._context.store.path))
        try:
            intakes = self._take_in(rows, sheet, work, problems, progress, cancelled)
            if problems:
                raise ImportedDataError(problems)
            return self._add(rows, intakes, actor)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _clashes(self, rows: Sequence[SheetRow], file: str) -> list[Problem]:
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

    def _take_in(
        self,
        rows: Sequence[SheetRow],
        sheet: Path,
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
                    row.audio, own_folder, progress=report, cancelled=cancelled
                )
            except RecordingError as error:
                problems.extend(
                    Problem(what=p.what, fix=p.fix, file=sheet.name, line=row.line, key="audio")
                    for p in error.problems
                )
        problems.extend(self._repeated_recordings(sounding, taken, sheet.name))
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
        problems = []
        for row in rows:
            if row.session_id not in taken:
                continue
            fingerprint = taken[row.session_id].recording.fingerprint
            if fingerprint in seen:
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
        self, rows: Sequence[SheetRow], intakes: dict[SessionId, Intake], actor: CoderId | None
    ) -> ImportSummary:
        from practicecoder.audio.peaks_cache import save_peaks
        from practicecoder.audio.peaks_making import cache_file
        from practicecoder.storage.audio_store import AudioStore

        store = self._context.store
        sound = AudioStore(store.audio_dir)
        adopted: list[Path] = []
        try:
            for intake in intakes.values():
                recording = intake.recording
                suffix = Path(recording.stored_name).suffix
                target = sound.path_of(recording.stored_name)
                if not target.exists():
                    adopted.append(target)
                sound.adopt(intake.file, recording.fingerprint, suffix)
                cache = cache_file(store.cache_dir, recording.fingerprint)
                save_peaks(intake.peaks, cache, recording.fingerprint)
            with store.transaction() as unit:
                new_coders = self._add_people(unit, rows)
                for row in rows:
                    taken = intakes.get(row.session_id)
                    recording_of_row = taken.recording if taken is not None else None
                    self._add_session(unit, row, recording_of_row, actor)
        except BaseException:
            for path in adopted:
                path.unlink(missing_ok=True)
            raise
        return ImportSummary(
            n_sessions=len(rows),
            n_recordings=len(intakes),
            new_coders=new_coders,
            change=StudyChange(
                kinds=frozenset({ChangeKind.SESSIONS, ChangeKind.PEOPLE, ChangeKind.ASSIGNMENTS}),
                session_ids=frozenset(row.session_id for row in rows),
            ),
        )

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
        return _add_unknown_coders(unit, (c for row in rows for c in row.coder_ids))

    def _add_session(
        self,
        unit: UnitOfWork,
        row: SheetRow,
        recording: Recording | None,
        actor: CoderId | None,
    ) -> None:
        office_id = OfficeId(row.office_id) if row.office_id else None
        dates = {o.office_id: o.implementation_date for o in unit.people.offices()}
        implementation = row.implementation_date or (dates.get(office_id) if office_id else None)
        days = row.days_since_implementation
        if days is None:
            days = days_since(row.session_date, implementation)
        if recording is not None and unit.sessions.recording(recording.fingerprint) is None:
            unit.sessions.add_recording(recording)
        unit.sessions.add(
            PracticeSession(
                session_id=row.session_id,
                blind_code=new_blind_code(),
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
                made_up=self._context.record.made_up,
            )
        )
        unit.history.add(
            self._entry(HistoryKind.SESSION_ADDED, actor=actor, session_id=row.session_id)
        )
        for number, coder in enumerate(row.coder_ids):
            queue = unit.assignments.of_coder(coder)
            unit.assignments.add(
                Assignment(
                    session_id=row.session_id,
                    coder_id=coder,
                    role=CodingRole.PRIMARY if number == 0 else CodingRole.DOUBLE,
                    position=max((a.position for a in queue), default=0) + 1,
                )
            )

    # Ratings

    def import_ratings(self, table: Path, *, actor: CoderId | None) -> ImportSummary:
        """Add ratings as submitted codings, one for each session and coder.

        Coders that the study does not know are added; sessions have to be there.

        Raises
        ------
        ImportedDataError
            With every problem at once; nothing was added.
        """
        from practicecoder.interchange.tables import read_ratings

        if self._context.store.read_only:
            raise ReadOnlyStudyError
        ratings = read_ratings(table, self._context.codebook)
        grouped: dict[tuple[SessionId, CoderId], list[ItemRating]] = defaultdict(list)
        for rating in ratings:
            grouped[rating.session_id, rating.coder_id].append(rating)
        self._refuse_unplaced(grouped, table.name)
        with self._context.store.transaction() as unit:
            new_coders = _add_unknown_coders(unit, (coder for _, coder in sorted(grouped)))
            for (session_id, coder_id), rows in sorted(grouped.items()):
                self._import_coding(unit, session_id, coder_id, rows, actor)
        return ImportSummary(
            n_codings=len(grouped),
            n_ratings=len(ratings),
            new_coders=new_coders,
            change=StudyChange(
                kinds=frozenset({ChangeKind.CODINGS, ChangeKind.SESSIONS, ChangeKind.PEOPLE}),
                session_ids=frozenset(session for session, _ in grouped),
            ),
        )

    def _refuse_unplaced(self, grouped: Iterable[tuple[SessionId, CoderId]], file: str) -> None:
        with self._context.store.reading() as unit:
            sessions = {s.session_id for s in unit.sessions.all()}
            coded = {(c.session_id, c.coder_id) for c in unit.codings.all()}
        problems = [
            Problem(
                what=f"session {session_id} is not in the study.",
                fix="Add the session first.",
                file=file,
                key="session_id",
            )
            for session_id in sorted({s for s, _ in grouped} - sessions)
        ]
        problems.extend(
            Problem(
                what=f"{coder_id} has already coded session {session_id}.",
                fix="Take these rows out; ratings in the study are never overwritten.",
                file=file,
                key="coder_id",
            )
            for session_id, coder_id in sorted(set(grouped) & coded)
        )
        if problems:
            raise ImportedDataError(problems)

    def _import_coding(
        self,
        unit: UnitOfWork,
        session_id: SessionId,
        coder_id: CoderId,
        rows: Sequence[ItemRating],
        actor: CoderId | None,
    ) -> None:
        earlier = unit.codings.of_session(session_id)
        role = (
            CodingRole.DOUBLE
            if any(c.role.is_independent for c in earlier)
            else CodingRole.PRIMARY
        )
        coding = Coding(
            coding_id=CodingId(new_id()),
            session_id=session_id,
            coder_id=coder_id,
            codebook=self._context.codebook.ref,
            role=role,
        )
        now = self._context.now()
        changes = self._changes_of(rows)
        unit.codings.add(coding)
        unit.history.add(
            self._entry(HistoryKind.IMPORTED, actor=actor, session_id=session_id, coding=coding)
        )
        locked = replace(applied(coding, changes), state=CodingState.LOCKED, submitted_at=now)
        unit.codings.save(locked, expected_version=coding.version, changes=changes)
        unit.record_changes(coding, changes, at=now, actor=actor, origin=Origin.IMPORT)
        session = unit.sessions.find(session_id)
        if session is not None and session.state in (
            SessionState.RECEIVED,
            SessionState.IN_CODING,
        ):
            unit.sessions.save(
                replace(session, state=SessionState.SUBMITTED), expected_version=session.version
            )

    def _changes_of(self, rows: Sequence[ItemRating]) -> tuple[CodingChange, ...]:
        """Ratings as changes, with the answers that they imply."""
        changes: list[CodingChange] = []
        for row in rows:
            if row.item not in self._context.codebook.dimension_ids:
                continue
            if row.rating.state is RatingState.NOT_YET_RATED:
                continue
            rule = self._context.codebook.dimension(row.item).not_applicable_when
            if rule is not None and row.rating.na_reason == rule.reason_id:
                changes.append(AnswerChange(rule.question_id, rule.equals))
            changes.append(RatingChange(row.item, row.rating))
        return tuple(changes)

    def _entry(
        self,
        kind: HistoryKind,
        *,
        actor: CoderId | None,
        session_id: SessionId,
        coding: Coding | None = None,
    ) -> HistoryEntry:
        return HistoryEntry(
            entry_id=new_id(),
            at=self._context.now(),
            actor=actor,
            kind=kind,
            session_id=session_id,
            coding_id=coding.coding_id if coding is not None else None,
        )


def _add_unknown_coders(unit: UnitOfWork, coders: Iterable[CoderId]) -> tuple[CoderId, ...]:
    known = {coder.coder_id for coder in unit.people.coders()}
    new = tuple(dict.fromkeys(c for c in coders if c not in known))
    for coder_id in new:
        unit.people.add_coder(Coder(coder_id=coder_id))
    return new
